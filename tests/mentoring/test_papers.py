"""带教记录表 and 上岗考核表: filled from what is there, blank to be written on."""

from fractions import Fraction

import pytest

from hengcai.base import clock
from hengcai.mentoring import actions
from tests import cast
from tests.mentoring.scene import TODAY, at_nine, pair, permit
from tests.paper.laying import everything, made, refused, tables

pytestmark = pytest.mark.django_db


@pytest.fixture
def running():
    with clock.set_to(at_nine()):
        found = actions.start_pair(pair(), by=cast.user("zhou"))
        actions.add_goal(found, by=cast.user("zhou"), due_on=TODAY, what="会查账单")
        for seen, critical in (("客户 13812345678 的身份没核实", True), ("复述到位", False)):
            heard = actions.Heard(TODAY, seen, "先核实再查", calls=6, has_critical=critical)
            actions.note_listening(found, by=cast.user("zhao"), heard=heard, today=TODAY)
        yield found


def test_a_pair_stands_on_paper_with_its_goals_and_sheets_in_order_and_customers_covered(running):
    goals, sheets = tables(made("mentoring", pair=running.pk, reader="li"))
    assert [row[1] for row in goals.rows] == ["会查账单"]
    assert [(row[2], row[3], row[5]) for row in sheets.rows] == [
        ("6", "客户 138****5678 的身份没核实", "有"), ("6", "复述到位", ""),
    ]  # fmt: skip
    refused("form.no_pair", made, "mentoring", pair=running.pk, reader="lin")


def test_an_examination_shows_what_is_asked_beside_what_was_shown():
    examined = permit()
    entered = actions.Entered("written", Fraction(175, 2), "入岗笔试")
    actions.enter_part(examined, by=cast.user("zhou"), entered=entered, today=TODAY)
    (rows,) = tables(made("permit-exam", permit=examined.pk, reader="zhao"))
    cells = [[cell.replace("\u2009", " ") for cell in row] for row in rows.rows]
    assert cells[0] == ["笔试", "60 分", "87.5 分", "入岗笔试", "通过"]
    assert cells[2][1:3] == ["20 通，已签记录 2 份", ""]
    refused("form.no_permit", made, "permit-exam", permit=examined.pk, reader="he")


@pytest.mark.parametrize("code", ["mentoring", "permit-exam"])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_both_can_be_printed_blank_in_both_languages(code, language):
    assert everything(made(code, language=language))
