import json
from dataclasses import replace

import numpy as np
import pytest

from hengcai.measurement.errors import NotATable, OutOfRange, TooLittleData
from hengcai.measurement.fairness.matching import Matching
from hengcai.measurement.reports import impact
from hengcai.measurement.reports.impact import AnswerRoles, ItemOptions, SelectionRoles
from tests.measurement.fairness.simulated import answers, ratings
from tests.measurement.fairness.tables import BERKELEY

ITEMS = AnswerRoles("site", "agent", "item", "score")
RATED = replace(ITEMS, rater="rater")
ESTIMATE = {"estimate", "low", "high", "se", "n", "method"}


def table(made):
    found = {"site": made.group, "agent": made.person, "item": made.item, "score": made.score}
    return found | ({"rater": made.rater} if hasattr(made, "rater") else {})


def hired():
    counts = BERKELEY.sum(axis=0).astype(int)
    rows = [
        (sex, str(got))
        for sex, row in zip(("men", "women"), counts, strict=True)
        for got in (0, 1)
        for _ in range(row[got])
    ]
    return dict(zip(("sex", "in"), map(list, zip(*rows, strict=True)), strict=True))


def test_selections_have_every_key_and_are_json():
    told = impact.selection(hired(), roles=SelectionRoles("sex", "in"))
    assert list(told) == ["reference", "rates", "comparisons"]
    assert list(told["rates"][0]) == ["group", "n", "selected", "rate"]
    assert list(told["comparisons"][0]) == [
        "group", "reference", "ratio", "ratio_below", "fisher_p", "adjusted_p", "verdict", "cautions",
    ]  # fmt: skip
    assert set(told["comparisons"][0]["ratio"]) == ESTIMATE
    assert told["comparisons"][0]["verdict"] == "below_four_fifths"
    json.dumps(told, allow_nan=False)


def test_a_reference_and_a_confidence_are_passed_on():
    wide = impact.selection(hired(), roles=SelectionRoles("sex", "in"), reference="women", confidence=0.99)
    assert (wide["reference"], wide["cautions"]) == ("women", ["reference_not_highest"])
    assert wide["comparisons"][0]["ratio"]["low"] < 1 / 0.7395


def test_items_have_every_key_and_are_json():
    told = impact.items(table(answers(1, shift={3: 0.9})), roles=ITEMS)
    assert list(told) == [
        "reference", "matching", "left_out", "groups", "mantel_haenszel", "mantel", "logistic",
    ]  # fmt: skip
    assert (told["reference"], told["matching"], told["mantel"]) == (0, "total", [])
    assert told["groups"] == [{"id": 0, "n_persons": 300}, {"id": 1, "n_persons": 300}]
    assert list(told["mantel_haenszel"][3]) == [
        "item", "group", "reference", "class", "favours", "odds_ratio", "delta", "chi_square", "p", "adjusted_p",
        "difference", "n_group", "n_reference", "unmatched", "cautions",
    ]  # fmt: skip
    assert (told["mantel_haenszel"][3]["class"], told["mantel_haenszel"][3]["favours"]) == ("C", 0)
    assert list(told["logistic"][0]) == [
        "item", "group", "reference", "class", "chi_square", "p", "adjusted_p", "uniform_p", "nonuniform_p", "r2_change",
    ]  # fmt: skip
    json.dumps(told, allow_nan=False)


def test_raters_bring_the_tables_of_the_rasch_model():
    told = impact.items(table(ratings(1)), roles=RATED)
    assert told["mantel_haenszel"] == []
    assert list(told["mantel"][0])[5:8] == ["chi_square", "p", "standardised_difference"]
    assert told["cautions"] == ["answers_averaged", "few_persons_for_classes:60"]
    for name in ("item", "rater"):
        found = told[f"{name}_by_group"]
        assert list(found) == ["pairs", "contrasts"]
        assert list(found["pairs"][0]) == [
            name, "group", "n", "observed", "expected", "bias", "t", "p", "adjusted_p",
        ]  # fmt: skip
        assert list(found["contrasts"][0]) == [name, "group", "reference", "contrast", "t", "p", "adjusted_p"]
        assert set(found["contrasts"][0]["contrast"]) == ESTIMATE
    json.dumps(told, allow_nan=False)


def test_options_are_passed_on():
    columns = table(answers(2, persons=900, groups=3))
    columns["total"] = columns["agent"] % 4
    options = ItemOptions(Matching(bins=2), model="partial-credit", rasch=True, reference=2, confidence=0.8)
    told = impact.items(columns, roles=replace(ITEMS, total="total"), options=options)
    assert (told["reference"], told["matching"]) == (2, "given")
    assert {one["reference"] for one in told["item_by_group"]["contrasts"]} == {2, 0}
    assert "rater_by_group" not in told
    usual = impact.items(columns, roles=ITEMS, options=ItemOptions(rasch=True, reference=2))
    wide, narrow = (found["item_by_group"]["contrasts"][0]["contrast"] for found in (usual, told))
    assert narrow["high"] - narrow["low"] < wide["high"] - wide["low"]


def test_what_only_one_of_the_two_can_tell_is_told():
    columns = table(ratings(3))
    sparse = np.random.default_rng(3).random(columns["score"].size) < 0.15
    told = impact.items({name: column[sparse] for name, column in columns.items()}, roles=RATED)
    assert told["cautions"] == ["refused:impact.nobody_complete"]
    assert told["item_by_group"]["contrasts"]
    right = {"site": list("nnss"), "agent": list("aabb"), "item": list("ijij"), "score": [1, 1, 0, 0]}
    told = impact.items(right, roles=ITEMS, options=ItemOptions(rasch=True))
    assert told["cautions"] == ["few_persons_for_classes:1", "refused:ratings.all_extreme"]


@pytest.mark.parametrize(
    ("change", "options", "kind", "code"),
    [
        ({"site": ["n"] * 4}, ItemOptions(), TooLittleData, "impact.one_group"),
        ({}, ItemOptions(reference="x"), OutOfRange, "impact.unknown_reference"),
        ({}, ItemOptions(confidence=2), OutOfRange, "confidence.out_of_range"),
        ({"item": list("ijkl")}, ItemOptions(), TooLittleData, "impact.nobody_complete"),
        ({"item": list("ijij"), "agent": list("aaaa")}, ItemOptions(), NotATable, "impact.person_in_two_groups"),
    ],
)
def test_refusals_pass_through(change, options, kind, code):
    right = {"site": list("nnss"), "agent": list("aabb"), "item": list("ijij"), "score": [1, 1, 0, 0]}
    with pytest.raises(kind) as refusal:
        impact.items(right | change, roles=ITEMS, options=options)
    assert refusal.value.code == code


def test_when_neither_can_tell_the_first_refusal_stands():
    columns = {
        "site": list("nnss"),
        "agent": list("aabb"),
        "item": list("iiii"),
        "score": [1, 1, 0, 0],
        "rater": list("rsrs"),
    }
    with pytest.raises(TooLittleData) as refusal:
        impact.items(columns, roles=RATED)
    assert refusal.value.code == "impact.one_item"


def test_absent_columns_are_named():
    with pytest.raises(NotATable) as refusal:
        impact.items({"site": []}, roles=RATED)
    assert refusal.value.facts == {"columns": ["agent", "item", "score", "rater"]}
    with pytest.raises(NotATable):
        impact.selection({"site": []}, roles=SelectionRoles("site", "in"))
