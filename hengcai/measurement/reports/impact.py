"""Selections or answers in, the JSON object of `hengcai measure impact` out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from hengcai.measurement.columns import Column
from hengcai.measurement.errors import MeasurementRefusal, NotATable
from hengcai.measurement.facets.options import StepModel
from hengcai.measurement.fairness.answers import AnswerColumns, Answers, answers_of
from hengcai.measurement.fairness.dif import USUAL, DifFound, ItemDif, item_dif
from hengcai.measurement.fairness.mantel_haenszel import MantelHaenszel
from hengcai.measurement.fairness.matching import Matching
from hengcai.measurement.fairness.rasch import GroupBias, RatingColumns, group_bias
from hengcai.measurement.fairness.selection import adverse_impact, selection_of
from hengcai.measurement.quantiles import check_confidence

Columns = Mapping[str, Column]
Json = dict[str, object]
Part = tuple[Json, Sequence[str]]


@dataclass(frozen=True)
class SelectionRoles:
    """Names of the columns: a person's group, and whether the person was selected."""

    group: str
    selected: str


@dataclass(frozen=True)
class AnswerRoles:
    """Names of the columns; `total` is the score on which persons are matched, computed from the answers without it."""

    group: str
    person: str
    item: str
    score: str
    total: str | None = None
    rater: str | None = None


@dataclass(frozen=True)
class ItemOptions:
    """`rasch` asks for item x group bias within the Rasch model also where there are no raters."""

    matching: Matching = USUAL
    model: StepModel = "rating-scale"
    rasch: bool = False
    reference: object | None = None
    confidence: float = 0.95


USUAL_ITEMS = ItemOptions()


def selection(
    columns: Columns, *, roles: SelectionRoles, reference: object | None = None, confidence: float = 0.95
) -> Json:
    """Selection rates by group, and each over the reference's: groups in the order of their first row."""
    _need(columns, roles.group, roles.selected)
    counted = selection_of(columns[roles.group], columns[roles.selected])
    found = adverse_impact(counted, reference=reference, confidence=confidence)
    told: Json = {
        "reference": found.reference,
        "rates": [
            {"group": one.group, "n": one.n, "selected": one.selected, "rate": one.rate.as_json()}
            for one in found.rates
        ],
        "comparisons": [
            {
                "group": one.group,
                "reference": one.reference,
                "ratio": one.ratio.as_json(),
                "ratio_below": one.ratio_below,
                "fisher_p": one.p,
                "adjusted_p": one.adjusted_p,
                "verdict": one.verdict,
                "cautions": list(one.cautions),
            }
            for one in found.comparisons
        ],
    }
    return told | _cautions(found.cautions)


def items(columns: Columns, *, roles: AnswerRoles, options: ItemOptions = USUAL_ITEMS) -> Json:
    """Items by matched persons and, with raters or when asked for, items and raters within the Rasch model.

    What one of the two cannot tell is a caution while the other can; when neither can, the first refusal stands.
    """
    _need(columns, roles.group, roles.person, roles.item, roles.score, roles.total, roles.rater)
    check_confidence(options.confidence)
    answers = _answers(columns, roles)
    reference = answers.groups[answers.group_code(options.reference)]
    parts = [partial(_matched, answers, roles, options)]
    if options.rasch or roles.rater is not None:
        parts.append(partial(_rasch, columns, roles, replace(options, reference=reference)))
    told: Json = {"reference": reference}
    cautions: list[str] = []
    refusals: list[MeasurementRefusal] = []
    for part in parts:
        try:
            found, warned = part()
        except MeasurementRefusal as refusal:
            refusals.append(refusal)
            continue
        told |= found
        cautions += warned
    if len(refusals) == len(parts):
        raise refusals[0]
    return told | _cautions([*cautions, *(f"refused:{refusal.code}" for refusal in refusals)])


def _answers(columns: Columns, roles: AnswerRoles) -> Answers:
    """One answer for each person and item; with raters their mean."""
    total = None if roles.total is None else columns[roles.total]
    read = AnswerColumns(columns[roles.group], columns[roles.person], columns[roles.item], columns[roles.score], total)
    return answers_of(read, averaged=roles.rater is not None)


def _matched(answers: Answers, roles: AnswerRoles, options: ItemOptions) -> Part:
    found = item_dif(answers, reference=options.reference, matching=options.matching, confidence=options.confidence)
    told: Json = {
        "matching": "given" if roles.total is not None else options.matching.on,
        "left_out": list(found.left_out),
        "groups": [{"id": name, "n_persons": n} for name, n in zip(found.groups, found.n_persons, strict=True)],
        "mantel_haenszel": [_right_or_wrong(one, one.odds) for one in found.items if one.odds is not None],
        "mantel": [_scored(one) for one in found.items if one.odds is None],
        "logistic": _logistic(found),
    }
    return told, found.cautions


def _head(one: ItemDif) -> Json:
    return {
        "item": one.item,
        "group": one.group,
        "reference": one.reference,
        "class": one.found_class,
        "favours": one.favours,
    }


def _tail(one: ItemDif) -> Json:
    return {
        "adjusted_p": one.adjusted_p,
        "difference": one.means.difference.as_json(),
        "n_group": one.n_group,
        "n_reference": one.n_reference,
        "unmatched": one.unmatched,
        "cautions": list(one.cautions),
    }


def _right_or_wrong(one: ItemDif, odds: MantelHaenszel) -> Json:
    figures: Json = {"odds_ratio": odds.odds_ratio.as_json(), "delta": odds.delta.as_json()}
    return _head(one) | figures | {"chi_square": odds.chi_square, "p": odds.p} | _tail(one)


def _scored(one: ItemDif) -> Json:
    means = one.means
    tested = {"chi_square": means.chi_square, "p": means.p}
    return _head(one) | tested | {"standardised_difference": means.standardised} | _tail(one)


def _logistic(found: DifFound) -> list[Json]:
    return [
        {
            "item": one.item,
            "group": one.group,
            "reference": one.reference,
            "class": one.logistic.size_class,
            "chi_square": one.logistic.chi_square,
            "p": one.logistic.p,
            "adjusted_p": one.logistic_adjusted_p,
            "uniform_p": one.logistic.uniform_p,
            "nonuniform_p": one.logistic.nonuniform_p,
            "r2_change": one.logistic.r2_change,
        }
        for one in found.items
        if one.logistic is not None
    ]


def _rasch(columns: Columns, roles: AnswerRoles, options: ItemOptions) -> Part:
    found = group_bias(
        RatingColumns(
            columns[roles.group],
            columns[roles.person],
            columns[roles.item],
            columns[roles.score],
            None if roles.rater is None else columns[roles.rater],
        ),
        model=options.model,
        reference=options.reference,
        confidence=options.confidence,
    )
    return {f"{name}_by_group": _bias(name, bias) for name, bias in found.items()}, ()


def _bias(name: str, found: GroupBias) -> Json:
    told: Json = {
        "pairs": [
            {
                name: one.element,
                "group": one.group,
                "n": one.n,
                "observed": one.observed,
                "expected": one.expected,
                "bias": one.bias.as_json(),
                "t": one.t,
                "p": one.p,
                "adjusted_p": one.adjusted_p,
            }
            for one in found.pairs
        ],
        "contrasts": [
            {
                name: one.element,
                "group": one.group,
                "reference": one.reference,
                "contrast": one.contrast.as_json(),
                "t": one.t,
                "p": one.p,
                "adjusted_p": one.adjusted_p,
            }
            for one in found.contrasts
        ],
    }
    return told | _cautions(found.cautions)


def _cautions(found: Sequence[str]) -> Json:
    return {"cautions": list(found)} if found else {}


def _need(columns: Columns, *names: str | None) -> None:
    absent = [name for name in names if name is not None and name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
