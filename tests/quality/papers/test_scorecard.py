"""Scorecards and ticket sheets on paper, blank and with marks, for those who may read them."""

import pytest

from hengcai.quality.models import Item
from tests.insight import stage
from tests.paper import laying
from tests.paper.laying import everything, made, offered, refused, tables

pytestmark = pytest.mark.usefixtures("standards")


@pytest.fixture
def cards(db):
    return laying.cards()


def test_an_evaluation_fills_its_scorecard_for_those_who_may_read_it(cards):
    evaluation = stage.evaluated("li", "2", comment="没有复述", turn=4)
    form = made("scorecard", evaluation=evaluation.pk, reader="li")
    assert form.is_filled
    row = tables(form)[0].rows[0]
    assert row[3:] == ["2", "没有复述（第\u20095\u2009句）"]
    assert ("总分", "80.0") in form.paper.facts
    refused("form.no_evaluation", made, "scorecard", evaluation=evaluation.pk, reader="wang")
    hidden = stage.evaluated("li", "2", state="submitted", number=5)
    refused("form.no_evaluation", made, "scorecard", evaluation=hidden.pk, reader="li")


def test_the_ticket_sheet_takes_ticket_cards_and_writes_points_off(cards):
    assert offered("ticket-check", "card", "zheng") == ["ticket"]
    assert offered("scorecard", "card", "zheng") == ["call"]
    assert tables(made("ticket-check"))[0].rows[0][2].replace("\u2009", " ") == "扣 8"


def test_a_card_with_choices_bonus_critical_items_and_causes_is_written_out_whole(cards):
    anchored = stage.card()
    facts = {"section": anchored.section, "guidance": {"zh": "", "en": ""}}
    ways = [
        {"id": "full", "name": {"zh": "办好", "en": "Done"}, "points": "10"},
        {"id": "half", "name": {"zh": "一半", "en": "Half"}, "points": "5"},
    ]
    choice = Item.objects.create(
        code="way", kind="choice", name={"zh": "办法", "en": "Way"}, options=ways, weight=10, order=2, **facts
    )
    Item.objects.create(code="extra", kind="bonus", name={"zh": "加分", "en": "Extra"}, points=3, order=3, **facts)
    critical = {"critical_scope": "whole", "critical_class": "compliance"}
    identity = Item.objects.create(
        code="identity",
        kind="yes_no",
        name={"zh": "身份核验", "en": "Identity"},
        weight=0,
        order=4,
        **critical,
        **facts,
    )
    blank = {row[0]: row for row in tables(made("scorecard"))[0].rows}
    assert blank["办法"][1:4] == ["办好\u200910\u2009分；一半\u20095\u2009分", "10", "办好、一半"]
    assert blank["加分"][2:4] == ["加\u20093", "有　没有"]
    assert blank["身份核验（致命项，整张记\u20090\u2009分）"][3] == "通过　未通过　不适用"
    evaluation = stage.evaluated("li", "na", number=9)
    evaluation.answers.create(item=choice, value="half")
    evaluation.answers.create(item=identity, value="no", comment="先办后核")
    evaluation.exact, evaluation.exact_without_fatal, evaluation.has_fatal, evaluation.comment = (
        "0",
        "80",
        True,
        "总的还行",
    )
    evaluation.save()
    form = made("scorecard", evaluation=evaluation.pk, reader="feng")
    rows = {row[0]: row for row in tables(form)[0].rows}
    assert (rows["倾听"][3], rows["办法"][3], rows["加分"][3]) == ("不适用", "一半", "–")
    assert rows["身份核验（致命项，整张记\u20090\u2009分）"][3:] == ["未通过", "先办后核"]
    assert dict(form.paper.facts)["总分"] == "0.0"
    assert "致命错误：身份核验未通过，整通记 0 分；不算致命错误是 50.0 分。" in everything(form).replace("\u2009", " ")
    assert "总的还行" in everything(form)
