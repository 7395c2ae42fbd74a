from datetime import date
from fractions import Fraction

import pytest

from hengcai.base.errors import NotValid
from hengcai.quality.rules.sampling.analysts import Analysts
from hengcai.quality.rules.sampling.people import People
from hengcai.quality.rules.sampling.plan import NewHire, Plan

PLAN = Plan("", (date(2026, 7, 1), date(2026, 9, 30)), 4, new_hire=NewHire(3, 8))


def roster(*rows, plan=PLAN):
    people = People()
    for row in rows:
        people.take(dict(zip(("id", "hired_on", "left_on", "since"), (*row, "", "")[:4], strict=True)))
    return people.roster(plan)


@pytest.mark.parametrize(
    ("hired_on", "is_new"),
    [("2026-04-01", False), ("2026-04-02", True), ("2026-07-01", True), ("2026-09-30", True), ("2020/1/5", False)],
)
def test_new_is_who_was_hired_less_than_three_months_before_the_period_or_later(hired_on, is_new):
    assert ("li" in roster(("li", hired_on)).new) is is_new
    assert roster(("li", hired_on)).wanted("li", PLAN) == (8 if is_new else 4)


def test_a_short_month_has_no_day_for_somebody_to_fall_between():
    plan = Plan("", (date(2026, 5, 31), date(2026, 6, 30)), 4, new_hire=NewHire(3, 8))
    assert roster(("li", "2026-02-28"), ("wang", "2026-03-01"), plan=plan).new == {"wang"}


def test_nobody_is_new_without_a_rule_for_it():
    plan = Plan("", PLAN.period, 4)
    assert roster(("li", "2026-09-01"), plan=plan).new == frozenset()


def test_who_came_back_is_new_again_and_who_comes_back_later_is_not():
    back = roster(("li", "2020-01-05", "2026-03-31"), ("li", "2026-08-01"))
    later = roster(("wang", "2020-01-05", "2026-08-31"), ("wang", "2026-12-01"))
    assert (back.new, later.new) == ({"li"}, frozenset())


@pytest.mark.parametrize(
    ("hired_on", "left_on", "is_there"),
    [
        ("2020-01-05", "", True),
        ("2020-01-05", "2026-07-01", True),
        ("2020-01-05", "2026-06-30", False),
        ("2026-09-30", "", True),
        ("2026-10-01", "", False),
    ],
)
def test_employed_is_who_was_there_on_a_day_of_the_period(hired_on, left_on, is_there):
    assert ("li" in roster(("li", hired_on, left_on)).employed) is is_there


def test_the_day_of_leaving_stands_in_any_row_of_the_employment():
    rows = [("li", "2020-01-05", "2026-06-30"), ("li", "2020-01-05", "", "2021-03-01")]
    assert roster(*rows).employed == roster(*rows[::-1]).employed == frozenset()


@pytest.mark.parametrize(
    ("rows", "code", "column"),
    [
        ([("", "2020-01-05")], "table.value_missing", "id"),
        ([("li", "")], "table.value_missing", "hired_on"),
        ([("li", "5/1/2020")], "people.day_malformed", "hired_on"),
        ([("li", "2020-01-05", "2019-01-05")], "sampling.left_before_hired", "left_on"),
        ([("li", "2020-01-05"), (" li", "2020-01-05")], "sampling.person_twice", "id"),
    ],
)
def test_a_row_of_people_that_will_not_do_is_refused(rows, code, column):
    with pytest.raises(NotValid) as refusal:
        roster(*rows)
    assert (refusal.value.code, refusal.value.facts["column"]) == (code, column)


def taken(*rows):
    table = Analysts()
    for row in rows:
        table.take(dict(zip(("analyst", "capacity", "excluded"), row, strict=True)))
    return table.all()


def test_analysts_are_read_with_what_they_do_not_hear():
    chen, feng = taken(("Chen", "1.5", "2001; 2002；２００３"), (" Feng ", "0", ""))
    assert (chen.name, chen.capacity, chen.excluded) == ("Chen", Fraction(3, 2), {"2001", "2002", "2003"})
    assert (feng.name, feng.capacity, feng.excluded) == ("Feng", 0, frozenset())


@pytest.mark.parametrize(
    ("rows", "code", "column"),
    [
        ([("", "1", "")], "table.value_missing", "analyst"),
        ([("Chen", "", "")], "table.value_missing", "capacity"),
        ([("Chen", "-1", "")], "decimal.malformed", "capacity"),
        ([("Chen", "1", ""), ("Chen ", "2", "")], "sampling.analyst_twice", "analyst"),
    ],
)
def test_a_row_of_analysts_that_will_not_do_is_refused(rows, code, column):
    with pytest.raises(NotValid) as refusal:
        taken(*rows)
    assert (refusal.value.code, refusal.value.facts["column"]) == (code, column)
