"""What was given out: the list, and taking it back."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from hengcai.quality.actions import assign_contacts, save_draft
from hengcai.quality.models import Assignment, Evaluation
from tests import cast
from tests.quality import scene

PAGE = "list-given"


def listed(client, **query):
    return [row.assignment for row in client.get(reverse(PAGE), query).context["list"].rows]


def take_back(client, given, query=""):
    return client.post(reverse("withdraw-assignment", args=[given.pk]) + query)


def told(answer):
    return [str(one) for one in get_messages(answer.wsgi_request)]


def begun(given, comment="so far"):
    return save_draft(given, by=given.analyst, marks={}, comment=comment, edit_count=0)


@pytest.mark.parametrize("reader", ["li", "zhao", "chen", "wu", "qian"])
def test_only_those_who_give_out_work_open_it_and_take_it_back(db, enter, reader):
    given = scene.assignment()
    assert enter(reader).get(reverse(PAGE)).status_code == 403
    assert take_back(enter(reader), given).status_code == 403
    assert Assignment.objects.get().state == "open"


def test_it_opens_with_what_is_still_to_score_and_is_narrowed(db, enter):
    mine, other, done = scene.assignment(), scene.assignment(analyst=cast.user("cao")), scene.assignment()
    scene.submit(done)
    client = enter("feng")
    assert set(listed(client)) == set(listed(client, page=1)) == {mine, other}
    assert listed(client, analyst=cast.user("cao").pk) == [other]
    assert listed(client, state="done", analyst=cast.user("chen").pk) == [done]
    assert len(listed(client, state="")) == 3
    assert listed(client, state="nowhere", analyst="nobody") == listed(client, state="")


def test_work_not_begun_is_taken_back_and_leaves_the_analysts_desk(db, enter):
    given = scene.assignment()
    answer = take_back(enter("zheng"), given, "?state=open&page=1")
    assert (answer.status_code, answer.url) == (302, f"{reverse(PAGE)}?state=open&page=1")
    assert told(answer) == ["Withdrawn from Chen: Li, 12 Mar 12:00."]
    assert listed(enter("feng")) == []
    assert enter("chen").get(reverse("score-contact", args=[given.pk])).status_code == 404


def test_a_draft_is_kept_out_of_sight_and_is_there_when_it_is_given_again(db, enter):
    given = scene.assignment()
    begun(given, comment="half a thought")
    client = enter("feng")
    assert ">started<" in client.get(reverse(PAGE)).content.decode()
    assert "The draft is kept" in told(take_back(client, given))[0]
    text = client.get(reverse(PAGE), {"state": ""}).content.decode()
    assert ">started<" not in text
    assert "half a thought" not in text
    facts = {"analyst": given.analyst, "scorecard": given.scorecard, "due_on": scene.DUE}
    assign_contacts([given.contact], by=cast.user("feng"), **facts)
    assert "half a thought" in enter("chen").get(reverse("score-contact", args=[given.pk])).content.decode()


def test_what_was_handed_in_stays_and_has_no_button(db, enter):
    given = scene.assignment()
    scene.submit(given)
    client = enter("feng")
    assert "formaction" not in client.get(reverse(PAGE), {"state": "done"}).content.decode()
    assert take_back(client, given).status_code == 409
    assert Evaluation.objects.get().state == "submitted"


def test_taking_back_is_asked_for_by_a_button_only(db, enter):
    given = scene.assignment()
    client = enter("feng")
    address = reverse("withdraw-assignment", args=[given.pk])
    assert f'formaction="{address}?"' in client.get(reverse(PAGE)).content.decode()
    assert client.get(address).status_code == 405
    assert client.post(reverse("withdraw-assignment", args=[given.pk + 1])).status_code == 404
    assert Assignment.objects.get().state == "open"


def test_thirty_rows_stand_on_a_page_and_a_longer_list_takes_no_more_queries(db, enter, queries):
    client = enter("feng")
    begun(scene.assignment())
    one = queries(client, reverse(PAGE))
    for agent in (cast.wang(), cast.he()):
        begun(scene.assignment(scene.contact(agent)))
    assert queries(client, reverse(PAGE)) == one <= 15
    facts = {"analyst": cast.user("cao"), "scorecard": scene.scorecard(), "due_on": scene.DUE}
    assign_contacts([scene.contact() for _ in range(31)], by=cast.user("feng"), **facts)
    assert (len(listed(client)), len(listed(client, page=2))) == (30, 4)


def test_an_empty_list_says_why_and_the_assigning_page_leads_here(db, enter):
    client = enter("feng")
    assert "Nothing is waiting to be scored" in client.get(reverse(PAGE)).content.decode()
    assert "matches these filters" in client.get(reverse(PAGE), {"state": "done"}).content.decode()
    door = reverse("assign-contacts")
    assert f'href="{reverse(PAGE)}"' in client.get(door).content.decode()
    assert f'href="{reverse(PAGE)}" aria-current="page"' in client.get(reverse(PAGE)).content.decode()


def test_it_speaks_chinese(db, enter):
    begun(scene.assignment())
    text = enter("feng", "zh-hans").get(reverse(PAGE)).content.decode()
    assert all(word in text for word in ("已分配的任务", "收回", "已开始", "分配日期"))
