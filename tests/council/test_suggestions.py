"""Suggestions: answered in time with reasons; whoever writes without a name is nowhere to be found."""

import json

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from hengcai.appraisal.actions import load_shipped_policies
from hengcai.appraisal.models import Policy
from hengcai.audit.confidential import is_confidential
from hengcai.audit.models import Entry, Values
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.council import actions
from hengcai.council.models import Suggestion
from hengcai.council.queries.suggestions import adopted, articles_shown
from hengcai.inbox.models import Duty
from tests import cast
from tests.framework.stage import in_force

pytestmark = pytest.mark.django_db
TEXT = "希望公布每项指标的算法"


def enter(name):
    client = Client()
    client.force_login(cast.user(name))
    return client


def suggested(by="li"):
    cast.user("zheng"), cast.user("qian")
    return actions.suggest(cast.centre(), by=cast.user(by), title="公布算法", text=TEXT, today=clock.today())


def test_the_panel_is_asked_and_the_writer_told():
    one = suggested()
    waits = Duty.objects.filter(kind="suggestion.answer", done_at=None)
    assert {duty.user.username for duty in waits} == {"zheng", "qian"}
    actions.take_up_suggestion(one, by=cast.user("zheng"))
    assert [duty.user.username for duty in waits.all()] == ["zheng"]
    with pytest.raises(NotValid, match="answer_missing"):
        actions.answer_suggestion(one, by=cast.user("zheng"), outcome="adopted", answer=" ")
    actions.answer_suggestion(one, by=cast.user("zheng"), outcome="adopted", answer="下个版本写进去")
    assert Duty.objects.get(kind="suggestion.read", done_at=None).user == cast.user("li")
    actions.read_suggestion(one, by=cast.user("li"))
    assert not Duty.objects.filter(done_at=None).exists()


def test_nobody_answers_their_own_and_no_agent_anybodys():
    one = suggested("zheng")
    for name in ("zheng", "li", "wu"):
        with pytest.raises(NotAllowed):
            actions.answer_suggestion(one, by=cast.user(name), outcome="adopted", answer="好")


def test_an_adopted_one_names_its_article_and_stands_open_without_its_writer():
    in_force()
    load_shipped_policies(cast.centre(), by=cast.user("zheng"), today=cast.HIRED)
    one, policy = suggested(), Policy.objects.order_by("pk")[0]
    with pytest.raises(NotNow, match="not_adopted"):
        actions.note_article(one, by=cast.user("zheng"), policy=policy, key="windows.appeal")
    actions.answer_suggestion(one, by=cast.user("zheng"), outcome="partly", answer="部分采纳")
    for _twice in range(2):
        actions.note_article(one, by=cast.user("zheng"), policy=policy, key="windows.appeal")
    with pytest.raises(NotValid, match="article_missing"):
        actions.note_article(one, by=cast.user("zheng"), policy=policy, key="99")
    (noted,) = adopted().get().articles.all()
    assert noted.number.isdecimal()
    (told,) = articles_shown([noted], "zh-hans")
    assert ("条　申诉" in told.heading, told.is_in_force) == (True, True)
    page = enter("he").get(reverse("list-adopted")).content.decode()
    assert ("部分采纳" in page, told.heading in page, cast.user("li").name in page.split("<main")[1]) == (
        True,
        True,
        False,
    )


def test_without_a_name_no_row_and_no_entry_leads_back_to_the_writer():
    li = cast.user("li")
    before = {model: model._default_manager.count() for model in apps.get_models()}
    page = enter("li").post(reverse("add-suggestion"), {"title": "匿名", "text": TEXT, "unnamed": "yes"})
    code = page.content.decode().split("<code>")[1].split("</code>")[0]
    one = Suggestion.objects.get()
    assert (one.writer, code in one.code_digest) == (None, False)
    entry = Entry.objects.get(action="suggest_unnamed")
    assert (entry.doer == str(li.pk), entry.subject) == (False, None)
    assert is_confidential(entry.thing)
    kept = json.dumps(list(Values.objects.filter(entry=entry).values_list("values", flat=True)), default=str)
    assert (li.name in kept, TEXT in kept, code in kept) == (False, False, False)
    grown = [model for model, count in before.items() if model._default_manager.count() > count]
    for model in grown:
        names = [field.attname for field in model._meta.concrete_fields if field.is_relation]
        assert not any(
            li.pk in row.values() for row in model._default_manager.values(*names) if names and model is Suggestion
        )
    assert "匿名" in enter("he").post(reverse("follow-suggestion"), {"code": code}).content.decode()
    assert enter("he").post(reverse("follow-suggestion"), {"code": code[:-1] + "x"}).status_code == 404
    assert enter("li").get(reverse("see-suggestion", args=[one.pk])).status_code == 404
