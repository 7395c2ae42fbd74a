"""The editor: every kind of question goes into flat fields and comes out equal; refused input keeps what was typed."""

import pytest
from django.urls import reverse

from hengcai.assessment.actions import add_bank_question
from hengcai.assessment.models import BankQuestion
from hengcai.assessment.rules.question_objects import object_of, question_of
from hengcai.assessment.shipped import shipped_bank
from hengcai.web.questions.sheet import groups_of
from hengcai.web.questions.sheet_texts import content_of, flat_of
from tests import cast

OWN = [
    {"id": "n", "kind": "numeric", "text": "多少？", "language": "zh", "answers": [{"value": "3", "tolerance": "0.5", "share": "1/3", "feedback": "差一点"}]},
    {"id": "m", "kind": "multiple", "text": "Which?", "language": "en", "shuffle": False,
     "options": [{"id": "x", "text": "A", "share": "1/3"}, {"id": "y", "text": "B", "share": "2/3"}, {"id": "z", "text": "C", "share": "-1"}]},
    {"id": "c", "kind": "cloze", "text": "先 {{1}} 再 {{2}}", "language": "zh", "points": "3", "gaps": [
        {"id": "1", "answers": [{"value": "道歉", "share": "1"}]}, {"id": "2", "answers": [{"value": "5", "tolerance": "1", "share": "1"}]}]},
]  # fmt: skip


@pytest.mark.parametrize("content", [*shipped_bank(), *OWN], ids=lambda one: one["id"])
def test_a_question_comes_out_of_the_sheet_as_it_went_in(content):
    whole = object_of(question_of(content))
    assert object_of(question_of(content_of(flat_of(whole), whole["kind"], whole["id"]))) == whole


def test_right_options_share_their_points_evenly_unless_said_otherwise():
    flat = {
        "text_zh": "哪些？",
        "o0-zh": "甲",
        "o0-share": "even",
        "o1-zh": "乙",
        "o1-share": "even",
        "o3-zh": "丙",
        "o3-share": "-1/2",
    }
    made = content_of(flat, "multiple", "m")
    assert [(one["id"], one["share"]) for one in made["options"]] == [("a", "1/2"), ("b", "1/2"), ("c", "-1/2")]
    assert (made["text"], made["language"]) == ("哪些？", "zh")


def test_one_more_row_is_a_row_more():
    assert [len(groups_of({"do": do}, "single")[0].rows) for do in ("", "more:o")] == [4, 5]


@pytest.mark.django_db
def test_what_is_refused_stays_on_the_page_and_what_is_kept_is_a_draft(client):
    client.force_login(cast.user("zhou"))
    address = reverse("add-bank-question")
    sheet = {"kind": "single", "text_zh": "先做什么？", "o0-zh": "复述", "o0-share": "9", "points": "1", "do": "save"}
    refused = client.post(address, sheet)
    assert (refused.status_code, "先做什么？" in refused.content.decode(), "复述" in refused.content.decode()) == (
        422,
        True,
        True,
    )
    shown = client.post(address, {**sheet, "o0-share": "1", "do": "preview"})
    assert (shown.status_code, 'type="radio"' in shown.content.decode(), BankQuestion.objects.count()) == (200, True, 0)
    assert client.post(address, {**sheet, "o0-share": "1"}).status_code == 302
    assert BankQuestion.objects.get().code == "q1"


@pytest.mark.django_db
def test_an_older_page_overwrites_nothing_and_loses_nothing(client):
    by = cast.user("zhou")
    made = add_bank_question(
        cast.centre(), by=by, content=next(one for one in shipped_bank() if one["kind"] == "true_false")
    )
    client.force_login(by)
    address = reverse("edit-bank-question", args=[made.pk])
    sheet = {**flat_of(made.content, edit_count=0), "do": "save"}
    assert client.post(address, {**sheet, "text_zh": "先到的"}).status_code == 302
    late = client.post(address, {**sheet, "text_zh": "晚到的"})
    assert (late.status_code, "晚到的" in late.content.decode()) == (409, True)
    assert BankQuestion.objects.get().title.zh == "先到的"
