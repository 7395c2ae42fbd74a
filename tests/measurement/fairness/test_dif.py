import numpy as np
import pytest

from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.fairness.answers import AnswerColumns, answers_of
from hengcai.measurement.fairness.dif import item_dif
from hengcai.measurement.fairness.mantel_haenszel import mantel_haenszel
from hengcai.measurement.fairness.matching import Matching
from tests.measurement.fairness.simulated import answers
from tests.measurement.fairness.tables import BERKELEY

HARDER = answers_of(answers(1, persons=2000, shift={4: 0.9}, gap=0.7))


def berkeley():
    """Two items, of which the second is the department itself in digits, so that totals given are departments."""
    rows = [
        (sex, dept, admitted)
        for dept, table in enumerate(BERKELEY.astype(int))
        for sex, counts in enumerate(table)
        for admitted, n in enumerate(counts)
        for _ in range(n)
    ]
    sex, dept, admitted = map(np.array, zip(*rows, strict=True))
    return answers_of(AnswerColumns(sex, np.arange(sex.size), np.zeros(sex.size, int), admitted, dept))


def test_a_given_total_makes_the_strata():
    found = item_dif(berkeley(), reference=0)
    assert found.items[0].odds == mantel_haenszel(BERKELEY)
    assert (found.reference, found.groups, found.n_persons) == (0, (0, 1), (2691, 1835))
    assert (found.items[0].n_reference, found.items[0].n_group, found.items[0].unmatched) == (2691, 1835, 0)


def test_an_item_harder_for_one_group_is_found_though_the_groups_differ():
    found = item_dif(HARDER, reference=0)
    assert [one.item for one in found.items if one.found_class != "A"] == [4]
    worst = found.items[4]
    assert (worst.found_class, worst.favours, worst.reference, worst.group) == ("C", 0, 0, 1)
    assert worst.odds.delta.estimate == pytest.approx(-2.35 * 0.9 * 11 / 12, abs=3 * worst.odds.delta.se)
    assert worst.means.difference.estimate < 0
    assert worst.adjusted_p < 1e-6
    assert worst.logistic_adjusted_p < 1e-6
    assert found.items[0].favours is None
    assert found.cautions == ()


def test_swapping_reference_and_group_turns_the_sign_and_keeps_the_class():
    there, back = (item_dif(HARDER, reference=name).items[4] for name in (0, 1))
    assert there.odds.delta.estimate == pytest.approx(-back.odds.delta.estimate)
    assert (there.found_class, there.favours) == (back.found_class, back.favours)


def test_items_with_more_scores_take_mantels_test():
    found = item_dif(answers_of(answers(2, persons=1500, steps=4, shift={2: 0.8})), reference=0)
    assert {one.odds for one in found.items} == {None}
    assert found.items[2].found_class in ("BB", "CC")
    assert (found.items[2].favours, found.items[2].p) == (0, found.items[2].means.p)
    assert sum(one.found_class != "AA" for one in found.items) <= 2


def test_every_group_stands_against_the_reference():
    found = item_dif(answers_of(answers(3, persons=900, groups=3)))
    assert [(one.item, one.group, one.reference) for one in found.items[:3]] == [(0, 1, 0), (0, 2, 0), (1, 1, 0)]
    assert len(found.items) == 24
    assert all(one.adjusted_p >= one.p for one in found.items)


def test_purified_totals_leave_out_what_was_found_first():
    bad = answers_of(answers(4, persons=3000, items=12, shift={0: 1.2, 1: 1.2}))
    plain, clean = item_dif(bad, reference=0), item_dif(bad, reference=0, matching=Matching(purify=True))
    assert (plain.left_out, clean.left_out) == ((), (0, 1))
    off = [abs(one.odds.delta.estimate) for one in plain.items[2:]]
    assert sum(abs(one.odds.delta.estimate) for one in clean.items[2:]) < 0.5 * sum(off)


def test_when_every_item_is_flagged_none_leaves_the_total():
    rows = answers(5, persons=2000, items=2)
    score = np.where(rows.item == 0, rows.group, 1 - rows.group)
    score = np.where(np.arange(score.size) % 7 < 2, 1 - score, score)
    found = item_dif(
        answers_of(AnswerColumns(rows.group, rows.person, rows.item, score)), matching=Matching(purify=True)
    )
    assert found.left_out == ()


def test_the_rest_leaves_the_studied_item_out():
    total, rest = (item_dif(HARDER, matching=Matching(on=on)).items[4] for on in ("total", "rest"))
    assert total.odds.delta.estimate != rest.odds.delta.estimate
    assert rest.favours == 0


def test_bins_join_scores_that_few_share():
    rows = answers(6, persons=800)
    total = np.random.default_rng(6).normal(0, 1, 800)[rows.person]
    given = answers_of(AnswerColumns(rows.group, rows.person, rows.item, rows.score, total))
    assert item_dif(given).items[0].odds.odds_ratio.cautions == ("nobody_matched",)
    binned = item_dif(given, matching=Matching(bins=5, purify=True)).items[0]
    assert (binned.unmatched, binned.odds.odds_ratio.n) == (0, 800)


def test_incomplete_persons_are_left_out_and_said():
    rows = answers(7, persons=100)
    score = rows.score.astype(float)
    score[:3] = np.nan
    found = item_dif(answers_of(AnswerColumns(rows.group, rows.person, rows.item, score)))
    assert found.cautions == ("incomplete_persons_left_out:1", "few_persons_for_classes:49")
    assert sum(found.n_persons) == 99


def test_persons_without_a_given_total_are_left_out_and_said():
    rows = answers(8, persons=40, items=2)
    total = [str(person % 5) if person > 3 else "" for person in rows.person]
    found = item_dif(answers_of(AnswerColumns(rows.group, rows.person, rows.item, rows.score, total)))
    assert found.cautions[0] == "without_total:4"


def test_an_item_nobody_matched_answered_has_no_figures():
    columns = AnswerColumns(list("nnss"), list("abcd"), list("iiij"), [1, 0, 1, 1], [1, 1, 1, ""])
    empty = item_dif(answers_of(columns)).items[1]
    assert (empty.item, empty.p, empty.adjusted_p, empty.logistic, empty.favours) == ("j", None, None, None, None)


def test_an_item_everybody_answers_alike_has_no_figures():
    rows = answers(9, persons=60)
    score = np.where(rows.item == 3, 1, rows.score)
    same = item_dif(answers_of(AnswerColumns(rows.group, rows.person, rows.item, score))).items[3]
    assert (same.found_class, same.means.difference.cautions, same.odds) == (None, ("nothing_varies",), None)


def test_a_group_of_one_is_counted_and_said():
    rows = answers(10, persons=50)
    group = np.where(rows.person == 7, "z", "a")
    found = item_dif(answers_of(AnswerColumns(group, rows.person, rows.item, rows.score)))
    assert (found.reference, found.n_persons, found.cautions) == ("a", (49, 1), ("few_persons_for_classes:1",))
    assert all(one.found_class in ("A", None) for one in found.items)


def test_one_stratum_leaves_the_logistic_out_and_says_so():
    columns = AnswerColumns(list("nnss"), list("abcd"), list("iiii"), [1, 0, 1, 0], [1, 1, 1, 1])
    one = item_dif(answers_of(columns)).items[0]
    assert (one.logistic, one.cautions) == (None, ("logistic_without_limits",))


@pytest.mark.parametrize(
    ("make", "kind", "code"),
    [
        (lambda: item_dif(answers_of(answers(1, items=1))), TooLittleData, "impact.one_item"),
        (
            lambda: item_dif(answers_of(AnswerColumns(list("ns"), list("ab"), list("ij"), [1, 0]))),
            TooLittleData,
            "impact.nobody_complete",
        ),
        (lambda: Matching(on="moon"), OutOfRange, "impact.unknown_matching"),
        (lambda: Matching(bins=1), OutOfRange, "impact.too_few_bins"),
    ],
)
def test_what_cannot_be_done_is_refused_by_name(make, kind, code):
    with pytest.raises(kind) as refusal:
        make()
    assert refusal.value.code == code


def test_a_measurement_is_no_answer():
    columns = AnswerColumns(["n", "s"] * 150, list(range(300)), ["i"] * 300, [0.01 * k for k in range(300)], [1] * 300)
    with pytest.raises(OutOfRange) as refusal:
        item_dif(answers_of(columns))
    assert refusal.value.code == "ratings.too_many_categories"


@pytest.mark.slow
def test_without_bias_one_item_in_twenty_is_significant():
    found = [one.p for seed in range(40) for one in item_dif(answers_of(answers(seed, persons=800, items=20))).items]
    assert 0.03 < np.mean(np.array(found) < 0.05) < 0.065
