"""What belongs on a record before it counts."""

from datetime import date

import pytest

from hengcai.base.errors import NotNow, NotValid
from hengcai.coaching.rules import sessions as rules
from hengcai.coaching.rules.sessions import Cut, Plan

TODAY, LATER = date(2026, 3, 17), date(2026, 3, 31)
HELD = {"strengths": "a", "gap": "b", "agreed": "c", "held_on": TODAY, "look_on": LATER, "today": TODAY}


def refused(code, check, *args, **facts):
    with pytest.raises((NotValid, NotNow)) as refusal:
        check(*args, **facts)
    assert refusal.value.code == code


def test_a_plan_needs_one_agent_a_marked_item_and_a_day_to_come():
    plan, facts = Plan(7, LATER, cuts=(Cut(1),)), {"agents": [3], "items": [7], "today": TODAY}
    assert rules.check_plan(plan, **facts) == LATER
    refused("coaching.several_agents", rules.check_plan, plan, **{**facts, "agents": [3, 4]})
    refused("coaching.item_unmarked", rules.check_plan, plan, **{**facts, "items": []})
    refused("coaching.look_on_past", rules.check_plan, Plan(7, TODAY, cuts=(Cut(1),)), **facts)
    refused("coaching.look_on_past", rules.check_plan, Plan(7, None, cuts=(Cut(1),)), **facts)
    refused("coaching.cuts", rules.check_plan, Plan(7, LATER), **facts)
    refused("coaching.cuts", rules.check_plan, Plan(7, LATER, cuts=tuple(map(Cut, range(7)))), **facts)


def test_a_cut_has_both_ends_or_none_and_lies_within_what_was_said():
    assert rules.check_cut(Cut(1), turn_count=3) == Cut(1)
    assert rules.check_cut(Cut(1, 2), turn_count=3) == Cut(1, 2, 2)
    assert rules.check_cut(Cut(1, None, 1), turn_count=3) == Cut(1, 1, 1)
    for cut in (Cut(1, 2, 1), Cut(1, 0, 3), Cut(1, -1, 1)):
        refused("coaching.cut_unknown", rules.check_cut, cut, turn_count=3)


def test_a_session_that_was_held_is_whole_and_not_of_tomorrow():
    rules.check_held(**HELD)
    refused("coaching.incomplete", rules.check_held, **{**HELD, "agreed": " "})
    refused("coaching.held_later", rules.check_held, **{**HELD, "held_on": LATER})
    refused("coaching.look_on_past", rules.check_held, **{**HELD, "look_on": TODAY})


def test_signing_and_putting_off_have_their_time():
    rules.check_signing("held", is_signed=False)
    refused("coaching.signed_already", rules.check_signing, "held", is_signed=True)
    refused("coaching.not_to_sign", rules.check_signing, "prepared", is_signed=False)
    again = date(2026, 4, 7)
    assert rules.check_put_off("signed", look_on=LATER, wished=again, today=TODAY) == again
    refused("coaching.not_later", rules.check_put_off, "refused", look_on=LATER, wished=LATER, today=TODAY)
    refused("coaching.not_later", rules.check_put_off, "signed", look_on=LATER, wished=again, today=again)
    refused("coaching.not_later", rules.check_put_off, "signed", look_on=LATER, wished=None, today=TODAY)
    refused("coaching.not_to_put_off", rules.check_put_off, "held", look_on=LATER, wished=again, today=TODAY)
    assert rules.check_words(" a ", "coaching.remark_missing") == "a"
    refused("coaching.remark_missing", rules.check_words, " ", "coaching.remark_missing")
