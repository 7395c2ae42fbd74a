import numpy as np
import pytest

from hengcai.measurement.errors import NotANumber, NotATable, OutOfRange, TooLittleData
from hengcai.measurement.fairness.answers import AnswerColumns, answers_of


def table(rows, **extra):
    """Rows of group, person, item, score."""
    return AnswerColumns(*map(list, zip(*rows, strict=True)), **extra)


FOUR = [("n", "li", "a", "1"), ("n", "li", "b", "0"), ("s", "wu", "a", "0"), ("s", "wu", "b", "1")]


def test_columns_are_coded_in_the_order_of_their_first_rows():
    found = answers_of(table(FOUR))
    assert (found.groups, found.items, found.n_persons) == (("n", "s"), ("a", "b"), 2)
    assert (found.person.tolist(), found.item.tolist(), found.score.tolist()) == (
        [0, 0, 1, 1],
        [0, 1, 0, 1],
        [1, 0, 0, 1],
    )
    assert (found.group.tolist(), found.total, found.cautions) == ([0, 1], None, ())


def test_empty_answers_do_not_count():
    found = answers_of(table([*FOUR, ("t", "xu", "c", "")], total=[3, 3, 5, 5, 9]))
    assert (found.groups, found.items, found.n_persons) == (("n", "s"), ("a", "b"), 2)
    assert found.total.tolist() == [3, 5]


def test_an_empty_total_stays_unknown():
    assert np.isnan(answers_of(table(FOUR, total=["", "", 5, 5])).total).tolist() == [True, False]


def test_answers_given_twice_are_refused_or_averaged():
    twice = table([*FOUR, ("s", "wu", "b", "0"), ("s", "wu", "b", "0")])
    with pytest.raises(NotATable) as refusal:
        answers_of(twice)
    assert (refusal.value.code, refusal.value.facts["position"]) == ("impact.answer_repeated", 4)
    found = answers_of(twice, averaged=True)
    assert found.score.tolist() == [1, 0, 0, pytest.approx(1 / 3)]
    assert (found.person.tolist(), found.item.tolist()) == ([0, 0, 1, 1], [0, 1, 0, 1])
    assert found.cautions == ("answers_averaged",)


def test_the_reference_is_named_or_the_largest():
    found = answers_of(table([*FOUR, ("s", "xu", "a", 1)]))
    assert (found.group_code(None), found.group_code("n")) == (1, 0)
    with pytest.raises(OutOfRange) as refusal:
        found.group_code("x")
    assert refusal.value.facts == {"reference": "x", "groups": ["n", "s"]}


@pytest.mark.parametrize(
    ("columns", "kind", "code", "position"),
    [
        (table([*FOUR, ("n", "xu", "a", "good")]), NotANumber, "value.not_a_number", 4),
        (table([("n", "li", "a", "")]), TooLittleData, "ratings.none", None),
        (table(FOUR[:2]), TooLittleData, "impact.one_group", None),
        (table([*FOUR, ("s", "li", "c", 1)]), NotATable, "impact.person_in_two_groups", 4),
        (table(FOUR, total=[3, 4, 5, 5]), NotATable, "impact.two_totals", 1),
        (table(FOUR, total=[3, 3, "", 5]), NotATable, "impact.two_totals", 3),
        (table(FOUR, total=[3, 3, "x", 5]), NotANumber, "value.not_a_number", 2),
        (table(FOUR, total=[3]), NotATable, "table.lengths_differ", None),
    ],
)
def test_bad_tables_are_refused_by_name_and_row(columns, kind, code, position):
    with pytest.raises(kind) as refusal:
        answers_of(columns)
    assert (refusal.value.code, refusal.value.facts.get("position")) == (code, position)


def test_of_groups_of_one_size_the_first_by_name_is_compared_with_in_any_order_of_rows():
    for rows in (FOUR, FOUR[::-1]):
        found = answers_of(table(rows))
        assert found.groups[found.group_code(None)] == "n"
