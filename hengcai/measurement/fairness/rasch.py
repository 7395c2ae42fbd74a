"""Item x group and rater x group bias within the many-facet Rasch model."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, numbers
from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.facets.cells import added, cells_of
from hengcai.measurement.facets.fitting import FacetsFit, fit_facets
from hengcai.measurement.facets.options import StepModel
from hengcai.measurement.fair_scores.comparisons import benjamini_hochberg
from hengcai.measurement.fairness.additive import Interactions, interactions_of
from hengcai.measurement.fairness.answers import group_of_persons, group_place, kept_codes
from hengcai.measurement.results import Estimate, unknown

METHOD = "Rasch, joint fit with the interaction, logits, t interval with persons as clusters"
PERSON, ITEM, RATER = "person", "item", "rater"


@dataclass(frozen=True)
class RatingColumns:
    """A long table: one row for each rating; without raters an answer is a rating."""

    group: Column
    person: Column
    item: Column
    score: Column
    rater: Column | None = None


@dataclass(frozen=True)
class PairBias:
    """`bias` in logits, positive where the group is scored higher on this item, or by this rater, than expected.

    `observed` and `expected` are averages of the ratings that the fit without interaction saw.
    """

    element: object
    group: object
    n: int
    observed: float | None
    expected: float | None
    bias: Estimate
    t: float | None
    p: float | None
    adjusted_p: float | None


@dataclass(frozen=True)
class BiasContrast:
    """The group's bias less the other's; x 2.35 it stands on the scale of the ETS delta."""

    element: object
    group: object
    reference: object
    contrast: Estimate
    t: float | None
    p: float | None
    adjusted_p: float | None


@dataclass(frozen=True)
class GroupBias:
    """Both tables largest |t| first; false discovery rates hold over each table."""

    pairs: tuple[PairBias, ...]
    contrasts: tuple[BiasContrast, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class _Coded:
    """Facets as integer codes with their labels, the person first; the group by person."""

    facets: dict[str, Codes]
    labels: dict[str, tuple[object, ...]]
    score: Floats
    group: Codes
    groups: tuple[object, ...]
    model: StepModel
    reference: int

    @property
    def n_groups(self) -> int:
        return len(self.groups)

    def crossed(self, name: str) -> dict[str, Codes]:
        """The facet's elements taken apart by the person's group."""
        pair = self.facets[name] * self.n_groups + self.group[self.facets[PERSON]]
        return {**self.facets, name: pair}


def group_bias(
    ratings: RatingColumns,
    *,
    model: StepModel = "rating-scale",
    reference: object | None = None,
    confidence: float = 0.95,
) -> dict[str, GroupBias]:
    """Tables `item` and, with raters, `rater`: does an item, or a rater, treat persons of one group otherwise?

    Each is fitted jointly with a measure for every item (rater) in every group; what additive measures of items and
    groups leave over is the bias. Unlike a bias with all measures held (Linacre 1989; `facets.interactions`) it is not
    drawn into the persons' measures where a person meets few raters: drawn at .70 with two raters a person, a held
    contrast shows as .45, this one as .70. Groups may differ in ability, and the contacts of a person may hang together.
    In the tests intervals cover biases drawn from the model in 95 of 100 cases.
    """
    coded = _coded(ratings, model, reference)
    main = _fitted(coded, coded.facets, crossed=None)
    told = ["not_converged"] if not main.converged else []
    return {name: _bias(coded, (main, name), told, confidence) for name in (ITEM, RATER) if name in coded.facets}


def _coded(ratings: RatingColumns, model: StepModel, reference: object | None) -> _Coded:
    columns = {PERSON: ratings.person, ITEM: ratings.item}
    if ratings.rater is not None:
        columns[RATER] = ratings.rater
    check_lengths(group=ratings.group, score=ratings.score, **columns)
    score = numbers(ratings.score, name="score")
    given = np.flatnonzero(~np.isnan(score))
    if not given.size:
        raise TooLittleData("ratings.none", n=0)
    found = {name: kept_codes(column, given) for name, column in columns.items()}
    facets = {name: code for name, (code, _) in found.items()}
    group, groups = group_of_persons(ratings.group, facets[PERSON], given)
    labels = {name: names for name, (_, names) in found.items()}
    place = group_place(group, groups, reference)
    return _Coded(facets, labels, score[given], group, groups, model, place)


def _fitted(coded: _Coded, facets: dict[str, Codes], *, crossed: str | None) -> FacetsFit:
    """In partial credit thresholds are those of the item, whatever the group."""
    cells = cells_of(facets, coded.score)
    if coded.model == "partial-credit":
        item = list(facets).index(ITEM)
        of_cell = np.asarray(cells.ids[item], np.int64)[cells.codes[item]]
        owner = of_cell // coded.n_groups if crossed == ITEM else of_cell
        cells = replace(cells, group=owner, group_ids=coded.labels[ITEM])
    return fit_facets(cells)


def _bias(coded: _Coded, where: tuple[FacetsFit, str], told: Sequence[str], confidence: float) -> GroupBias:
    main, name = where
    fit = _fitted(coded, coded.crossed(name), crossed=name)
    found = interactions_of(fit, list(coded.facets).index(name), n_groups=coded.n_groups, confidence=confidence)
    cautions = list(told) if fit.converged else ["not_converged"]
    cautions += [f"not_linked:{coded.groups[group]}" for group in found.unlinked]
    if not found.known.any():
        cautions.append("too_few_in_common")
    pairs, contrasts = _pairs(coded, main, name, found), _contrasts(coded, name, found)
    if "not_converged" in cautions:
        pairs, contrasts = tuple(map(_unsettled_pair, pairs)), ()
    return GroupBias(pairs, contrasts, tuple(cautions))


def _unsettled_pair(row: PairBias) -> PairBias:
    """A fit that did not settle found no bias."""
    bias = unknown(METHOD, row.n, "not_converged")
    return replace(row, expected=None, bias=bias, t=None, p=None, adjusted_p=None)


def _pairs(coded: _Coded, main: FacetsFit, name: str, found: Interactions) -> tuple[PairBias, ...]:
    n, observed, expected = _averages(coded, main, name)
    tested = found.biases()
    adjusted = _held(tested.p)
    rows = []
    for place, pair in enumerate((found.element * coded.n_groups + found.group).tolist()):
        own, why = tested.row(place), found.reason(place)
        bias = own.estimate(int(n[pair]), METHOD) if why is None else unknown(METHOD, int(n[pair]), why)
        rows.append(
            PairBias(
                element=coded.labels[name][found.element[place]],
                group=coded.groups[found.group[place]],
                n=int(n[pair]),
                observed=_known(observed[pair]),
                expected=_known(expected[pair]),
                bias=bias,
                t=own.t,
                p=own.p,
                adjusted_p=adjusted[place],
            )
        )
    return tuple(sorted(rows, key=lambda row: -abs(row.t) if row.t is not None else 1.0))


def _contrasts(coded: _Coded, name: str, found: Interactions) -> tuple[BiasContrast, ...]:
    """All pairs of groups that an element has both, the reference second where it is one of them."""
    order = [coded.reference, *(group for group in range(coded.n_groups) if group != coded.reference)]
    at = {(int(e), int(g)): place for place, (e, g) in enumerate(zip(found.element, found.group, strict=True))}
    wanted = [
        (at[element, later], at[element, earlier])
        for element in range(len(coded.labels[name]))
        for earlier, later in combinations(order, 2)
        if (element, later) in at and (element, earlier) in at
    ]
    pairs = [(one, other) for one, other in wanted if found.known[one] and found.known[other]]
    tested = found.differences(pairs)
    adjusted, n = _held(tested.p), found.n
    rows = [
        BiasContrast(
            element=coded.labels[name][found.element[one]],
            group=coded.groups[found.group[one]],
            reference=coded.groups[found.group[other]],
            contrast=tested.row(place).estimate(int(n[one] + n[other]), METHOD),
            t=tested.row(place).t,
            p=tested.row(place).p,
            adjusted_p=adjusted[place],
        )
        for place, (one, other) in enumerate(pairs)
    ]
    return tuple(sorted(rows, key=lambda row: -abs(row.t) if row.t is not None else 1.0))


def _averages(coded: _Coded, main: FacetsFit, name: str) -> tuple[Floats, Floats, Floats]:
    """Ratings, their mean and the mean expected without interaction, by element and group."""
    cells, scale = main.kept.cells, main.scale
    facet = list(coded.facets).index(name)
    element = np.asarray(main.cells.ids[facet], np.int64)[cells.codes[facet]]
    person = np.asarray(main.cells.ids[0], np.int64)[cells.codes[0]]
    place = element * coded.n_groups + coded.group[person]
    size = len(coded.labels[name]) * coded.n_groups
    values = np.nan_to_num(scale.values[cells.group]).T
    n = added(place, cells.weight, size)
    with np.errstate(invalid="ignore"):
        observed = added(place, (main.kept.counts * values).sum(axis=0), size) / n
        expected = added(place, cells.weight * (main.curves.share * values).sum(axis=0), size) / n
    return n, observed, expected


def _held(p: Floats) -> list[float | None]:
    """The false discovery rate over those that have a p."""
    known = np.isfinite(p)
    adjusted = iter(benjamini_hochberg(p[known].tolist()))
    return [next(adjusted) if there else None for there in known]


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
