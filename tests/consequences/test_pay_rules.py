"""Pay to the cent: exact, half up once, never under the minimum; a cut only where chance or a person carries it."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotNow, NotValid
from hengcai.consequences.rules import bonus, pay
from hengcai.consequences.rules.bases import base_row

CENTS = st.integers(0, 10**8).map(lambda n: Fraction(n, 100))
COEFFICIENTS = st.integers(0, 3000).map(lambda n: Fraction(n, 1000))
TABLE = {"excellent": Fraction("1.2"), "good": Fraction(1), "pass": Fraction("0.9"), "fail": Fraction("0.7")}
BAR = Fraction("0.9")


@given(base=CENTS, fixed=CENTS, minimum=CENTS, coefficient=COEFFICIENTS)
def test_pay_is_whole_cents_nearest_the_product_and_reaches_the_minimum(base, fixed, minimum, coefficient):
    found = pay.pay_of(base, coefficient, fixed=fixed, minimum=minimum)
    assert abs(found.earned - base * coefficient) <= Fraction(1, 200)
    assert found.earned - base * coefficient != Fraction(-1, 200)  # a half goes up
    assert (found.earned * 100).denominator == 1
    assert found.total == max(found.earned + fixed, minimum)


def test_a_half_cent_goes_up_where_floats_would_lose_it():
    assert pay.pay_of(Fraction("2675.05"), Fraction("0.9")).earned == Fraction("2407.55")  # 2407.545 exactly
    assert pay.pay_of(Fraction("1.15"), Fraction("0.7")).earned == Fraction("0.81")  # 0.805


@pytest.mark.parametrize(
    ("grade", "chance", "decided", "coefficient", "why"),
    [
        ("excellent", None, None, "1.2", ""),
        ("good", None, None, "1", ""),
        ("pass", None, None, "1", pay.UNKNOWN),
        ("pass", "0.9", None, "1", pay.BELOW),
        ("pass", "0.900001", None, "0.9", ""),
        ("fail", "0.5", True, "0.7", ""),
        ("fail", "0.99", False, "1", ""),
        ("", None, None, "1", pay.NO_GRADE),
        ("odd", None, None, "1", pay.NO_COEFFICIENT),
    ],
)
def test_a_cut_needs_a_chance_above_the_bar_or_a_person(grade, chance, decided, coefficient, why):
    found = pay.coefficient_of(grade, TABLE, chance=chance and Fraction(chance), bar=BAR, decided=decided)
    assert (found.coefficient, found.why) == (Fraction(coefficient), why)
    assert found.waits == (why in (pay.UNKNOWN, pay.BELOW))


def test_the_chance_is_that_of_this_band_or_a_worse_one():
    bands = [("excellent", Fraction("0.1")), ("good", Fraction("0.3")), ("pass", Fraction("0.6"))]
    assert pay.chance_of_so_low(bands, "good") == Fraction("0.9")
    assert pay.chance_of_so_low(bands, "fail") is None


@given(
    pool=st.integers(0, 10**9),
    parts=st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 10**6)), max_size=30),
)
def test_a_bonus_pool_is_shared_out_to_the_last_cent(pool, parts):
    some = [bonus.Part(f"{n:03d}", Fraction(points, 10), Fraction(base, 100)) for n, (points, base) in enumerate(parts)]
    whole, amount = sum(one.weight for one in some), Fraction(pool, 100)
    found = bonus.shared_out(amount, some)
    assert sum(found.values()) == (amount if whole else 0)
    for one in some:
        exact = amount * one.weight / whole if whole else 0
        assert abs(found[one.key] - exact) < Fraction(1, 100)


def test_a_simulation_tells_what_another_table_costs_and_how_many_grades_may_be_chance():
    people = [
        pay.Weighed("pass", Fraction(1000), Fraction(0), Fraction(0), Fraction("0.6")),
        pay.Weighed("pass", Fraction(1000), Fraction(0), Fraction(950), None),
        pay.Weighed("", Fraction(500), Fraction(0), Fraction(0), None),
    ]
    found = {one.grade: one for one in pay.simulated(people, TABLE)}
    assert (found["pass"].earned, found["pass"].total) == (1800, 1850)
    assert (found["pass"].doubtful, found["pass"].unknown) == (Fraction("0.4"), 1)
    assert (found[""].earned, found[""].coefficient, found[""].doubtful) == (500, None, None)
    assert found["excellent"].people == 0
    with pytest.raises(NotValid):
        pay.simulated(people, {"pass": Fraction(11)})


def test_whoever_decides_is_named_and_a_second_person_where_there_is_one():
    calm = {"because": "", "has_own_line": False, "stale": 0}
    pay.check_decision(by=1, preparer=2, others=0, **calm)
    for wrong in ({"by": 1, "preparer": 1, "others": 1}, {"by": 1, "preparer": 2, "others": 1, "stale": 1}):
        with pytest.raises(NotNow):
            pay.check_decision(**{**calm, **wrong})
    with pytest.raises(NotNow):
        pay.check_decision(by=1, preparer=2, others=1, **{**calm, "has_own_line": True})
    with pytest.raises(NotValid):
        pay.check_decision(by=1, preparer=1, others=0, **calm)
    pay.check_decision(by=1, preparer=1, others=0, **{**calm, "because": "alone here"})


@pytest.mark.parametrize(
    ("values", "code", "column"),
    [
        ({"person": "", "from": "2026-01-01", "base": "1"}, "consequences.cell_missing", "person"),
        ({"person": "li", "from": "1/2/2026", "base": "1"}, "consequences.day_unreadable", "from"),
        ({"person": "li", "from": "2026-01-01", "base": ""}, "consequences.cell_missing", "base"),
        ({"person": "li", "from": "2026-01-01", "base": "1e3"}, "decimal.malformed", "base"),
        ({"person": "li", "from": "2026-01-01", "base": "1.005"}, "consequences.amount_places", "base"),
        (
            {"person": "li", "from": "2026-01-01", "base": "1", "fixed": "100000000"},
            "consequences.amount_outside",
            "fixed",
        ),
    ],
)
def test_a_wrong_row_of_bases_is_named_with_row_and_column(values, code, column):
    with pytest.raises(NotValid) as refused:
        base_row(7, values)
    assert (refused.value.code, refused.value.facts["row"], refused.value.facts["column"]) == (code, 7, column)


def test_a_row_of_bases_reads_days_as_people_write_them():
    found = base_row(2, {"person": " li ", "from": "2026年1月5日", "base": "3000.5"})
    assert (found.person, found.since, found.base, found.fixed) == ("li", date(2026, 1, 5), Fraction("3000.5"), 0)


def test_the_version_in_force_is_the_newest_that_has_begun():
    versions = [(date(2026, 1, 1), Fraction(1)), (date(2026, 3, 1), Fraction(2))]
    assert pay.in_force(versions, date(2026, 2, 28)) == 1
    assert pay.in_force(versions, date(2026, 3, 1)) == 2
    assert pay.in_force(versions, date(2025, 12, 31)) is None
