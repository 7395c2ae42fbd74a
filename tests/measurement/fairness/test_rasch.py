from dataclasses import replace

import numpy as np
import pytest

from hengcai.measurement.errors import NotATable, OutOfRange, TooLittleData
from hengcai.measurement.facets.cells import cells_of
from hengcai.measurement.facets.fitting import fit_facets
from hengcai.measurement.facets.interactions import interactions
from hengcai.measurement.facets.options import Options
from hengcai.measurement.fairness.rasch import RatingColumns, group_bias
from tests.measurement.fairness.simulated import answers, ratings


def answered(seed, **size):
    made = answers(seed, **size)
    return RatingColumns(made.group, made.person, made.item, made.score)


def contrast(found, element, *, group=1, reference=0):
    return next(c for c in found.contrasts if (c.element, c.group, c.reference) == (element, group, reference))


HARDER = group_bias(answered(1, persons=1200, items=8, shift={4: 0.9}, gap=0.6), reference=0)["item"]
RATED = group_bias(ratings(2, persons=400, shift={2: 1.0}), reference=0)


def test_an_item_harder_for_a_group_is_found_though_the_groups_differ():
    worst = HARDER.contrasts[0]
    assert (worst.element, worst.group, worst.reference) == (4, 1, 0)
    assert worst.contrast.low < -0.9 * 7 / 8 < worst.contrast.high
    assert worst.adjusted_p < 1e-6
    assert (HARDER.pairs[0].element, HARDER.cautions, len(HARDER.pairs)) == (4, (), 16)
    assert all(abs(one.t) >= abs(other.t) for one, other in zip(HARDER.contrasts, HARDER.contrasts[1:], strict=False))


def test_a_bias_is_half_a_contrast_of_two_groups_and_biases_sum_to_nothing():
    biases = {(pair.element, pair.group): pair.bias for pair in HARDER.pairs}
    for one in HARDER.contrasts:
        assert biases[one.element, 1].estimate == pytest.approx(one.contrast.estimate / 2)
        assert biases[one.element, 1].se == pytest.approx(one.contrast.se / 2)
        assert biases[one.element, 0].estimate == pytest.approx(-biases[one.element, 1].estimate)
    assert sum(biases[item, 0].estimate for item in range(8)) == pytest.approx(0, abs=1e-9)


def test_averages_stand_beside_the_bias():
    worst = next(pair for pair in HARDER.pairs if (pair.element, pair.group) == (4, 1))
    assert worst.observed < worst.expected
    assert worst.bias.estimate < 0
    assert worst.n == worst.bias.n <= 600


def test_a_rater_harsher_to_one_group_is_found_and_no_item():
    assert set(RATED) == {"item", "rater"}
    worst = contrast(RATED["rater"], 2)
    assert worst.contrast.low < -1.0 * 7 / 8 < worst.contrast.high
    assert RATED["rater"].contrasts[0].element == 2
    assert min(one.adjusted_p for one in RATED["item"].contrasts) > 0.01


def test_a_held_bias_is_drawn_into_the_persons_and_this_one_is_not():
    made = ratings(2, persons=400, shift={2: 1.0})
    columns = {"person": made.person, "rater": made.rater, "item": made.item, "group": made.group}
    fit = fit_facets(cells_of(columns, made.score), options=Options(anchors={"group": {0: 0.0, 1: 0.0}}))
    held = {(one.first, one.second): one.bias for one in interactions(fit, "rater", "group")}
    assert held[2, 1] - held[2, 0] > -0.75 > contrast(RATED["rater"], 2).contrast.estimate


def test_the_reference_only_turns_the_contrast():
    back = group_bias(answered(1, persons=1200, items=8, shift={4: 0.9}, gap=0.6), reference=1)["item"]
    there = contrast(HARDER, 4).contrast
    turned = contrast(back, 4, group=0, reference=1).contrast
    assert turned.estimate == pytest.approx(-there.estimate)
    assert (turned.low, turned.se) == pytest.approx((-there.high, there.se))


def test_every_pair_of_groups_is_contrasted():
    found = group_bias(answered(3, persons=300, items=5, groups=3), reference=2)["item"]
    assert {(one.group, one.reference) for one in found.contrasts} == {(0, 2), (1, 2), (1, 0)}
    assert len(found.contrasts) == 15
    one, other = contrast(found, 1, group=0, reference=2), contrast(found, 1, group=1, reference=2)
    between = contrast(found, 1, group=1, reference=0)
    assert between.contrast.estimate == pytest.approx(other.contrast.estimate - one.contrast.estimate)


def test_partial_credit_gives_each_item_its_own_steps():
    made = answers(4, persons=400, items=6, steps=3, shift={1: 0.8})
    mixed = RatingColumns(
        made.group, made.person, made.item, np.where(made.item == 5, np.minimum(made.score, 1), made.score)
    )
    plain, own = (group_bias(mixed, reference=0, model=model)["item"] for model in ("rating-scale", "partial-credit"))
    assert own.contrasts[0].element == 1
    assert own.contrasts[0].contrast.estimate != pytest.approx(plain.contrasts[0].contrast.estimate)
    with_raters = group_bias(ratings(5), model="partial-credit")
    assert len(with_raters["rater"].contrasts) == 8


def test_raters_of_one_group_alone_have_nothing_to_compare():
    made = ratings(6, persons=200)
    home = np.where(made.rater >= 6, 20 + made.group * 10 + made.rater, made.rater)
    found = group_bias(replace(made, rater=home))["rater"]
    reasons = {pair.element: pair.bias.cautions for pair in found.pairs}
    assert reasons[26] == reasons[37] == ("nothing_to_compare",)
    assert (reasons[0], found.pairs[-1].t, len(found.contrasts)) == ((), None, 6)


def test_no_rater_in_common_is_said():
    made = ratings(7, persons=100)
    found = group_bias(replace(made, rater=made.rater * 2 + made.group))["rater"]
    assert (found.contrasts, found.cautions) == ((), ("too_few_in_common",))


def test_a_group_whose_raters_are_not_linked_is_named():
    made = ratings(8, persons=300, raters=6, groups=3)
    apart = np.where(made.group == 1, np.where(made.person % 2, made.rater % 3, 3 + made.rater % 3), made.rater)
    found = group_bias(replace(made, rater=apart))["rater"]
    assert found.cautions == ("not_linked:1",)
    assert {pair.bias.cautions for pair in found.pairs if pair.group == 1} == {("not_linked",)}
    assert {(one.group, one.reference) for one in found.contrasts} == {(2, 0)}


def test_an_item_everybody_of_a_group_answers_right_is_extreme_there():
    made = answered(9, persons=200, items=6)
    found = group_bias(replace(made, score=np.where((made.item == 0) & (made.group == 1), 1, made.score)))["item"]
    extreme = next(pair for pair in found.pairs if (pair.element, pair.group) == (0, 1))
    assert (extreme.bias.estimate, extreme.bias.cautions, extreme.p) == (None, ("extreme",), None)
    assert 0 not in {one.element for one in found.contrasts}


def test_a_group_of_one_has_no_errors():
    made = ratings(10, persons=60, per_person=4)
    alone = np.where(made.person == 0, 1, 0)
    found = group_bias(replace(made, group=alone))["rater"]
    assert {one.contrast.cautions for one in found.contrasts} == {("too_few_persons",)}
    assert {(one.contrast.se, one.p, one.adjusted_p) for one in found.contrasts} == {(None, None, None)}


def test_a_fit_cut_short_is_said(monkeypatch):
    monkeypatch.setattr(
        "hengcai.measurement.fairness.rasch.fit_facets",
        lambda cells: fit_facets(cells, options=Options(most_iterations=1)),
    )
    found = group_bias(answered(11, persons=60))["item"]
    assert found.cautions == ("not_converged",)
    assert {(one.bias.estimate, one.bias.cautions, one.p) for one in found.pairs} == {(None, ("not_converged",), None)}
    assert found.contrasts == ()


@pytest.mark.parametrize(
    ("change", "kind", "code"),
    [
        ({"group": ["n"] * 4}, TooLittleData, "impact.one_group"),
        ({"group": ["n", "s", "s", "s"]}, NotATable, "impact.person_in_two_groups"),
        ({"score": ["", "", "", ""]}, TooLittleData, "ratings.none"),
        ({"score": [1, 0]}, NotATable, "table.lengths_differ"),
    ],
)
def test_bad_tables_are_refused_by_name(change, kind, code):
    columns = RatingColumns(["n", "n", "s", "s"], ["li", "li", "wu", "wu"], ["a", "b", "a", "b"], [1, 0, 0, 1])
    with pytest.raises(kind) as refusal:
        group_bias(replace(columns, **change))
    assert refusal.value.code == code


def test_what_is_asked_for_must_be_there():
    for wrong in ({"reference": "x"}, {"confidence": 1.5}):
        with pytest.raises(OutOfRange):
            group_bias(answered(1, persons=40), **wrong)


@pytest.mark.slow
def test_intervals_cover_and_one_test_in_twenty_is_wrong_though_contacts_hang_together():
    clear, found = [], []
    for seed in range(60):
        clear += [one.p for one in group_bias(ratings(seed, contact_sd=0.8))["rater"].contrasts]
        told = group_bias(ratings(seed, shift={2: 0.8}))["rater"].contrasts
        truth = {one.element: -0.8 * ((one.element == 2) - 1 / 8) for one in told}
        found += [one.contrast.low < truth[one.element] < one.contrast.high for one in told]
    assert 0.03 < np.mean(np.array(clear) < 0.05) < 0.08
    assert 0.925 < np.mean(found) < 0.975
