"""Ratings collapsed to cells: all ratings of one combination of elements behave alike under the model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import (
    Codes,
    Column,
    Floats,
    check_lengths,
    coded_numbers,
    codes,
    compact,
    joint_codes,
    numbers,
)
from hengcai.measurement.errors import NotANumber, NotATable, NothingVaries, OutOfRange, TooLittleData

MOST_CATEGORIES = 200


def added(place: Codes, values: Floats, size: int) -> Floats:
    """Adds values up where their codes are equal."""
    return np.asarray(np.bincount(place, weights=values, minlength=size), dtype=np.float64)


@dataclass(frozen=True)
class Rows:
    """Every rating as it came, for what cells cannot tell: clusters and single surprising ratings."""

    cell: Codes
    category: Codes
    weight: Floats
    contact: Codes | None


@dataclass(frozen=True)
class Cells:
    """The first facet is the object of measurement; `counts` holds the weight of each category (rows) in each cell.

    `group` tells whose thresholds hold in a cell: one group for a rating scale, one for each item in partial credit.
    """

    names: tuple[str, ...]
    ids: tuple[tuple[object, ...], ...]
    codes: tuple[Codes, ...]
    counts: Floats
    values: Floats
    group: Codes
    group_ids: tuple[object, ...]
    rows: Rows

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(len(ids) for ids in self.ids)

    @property
    def n_cells(self) -> int:
        return int(self.group.size)

    @cached_property
    def weight(self) -> Floats:
        return np.asarray(self.counts.sum(axis=0))

    def totals(self, facet: int, per_cell: Floats) -> Floats:
        """Sums over the cells of each element."""
        return added(self.codes[facet], per_cell, self.sizes[facet])

    @cached_property
    def n_rows(self) -> tuple[Codes, ...]:
        """Ratings of each element, unweighted."""
        per_cell = np.bincount(self.rows.cell, minlength=self.n_cells).astype(np.float64)
        return tuple(self.totals(facet, per_cell).astype(np.int64) for facet in range(len(self.names)))

    def part(self, kept: npt.NDArray[np.bool_]) -> "Cells":
        """Some cells, elements numbered as before; rows stay with the whole."""
        return Cells(
            self.names,
            self.ids,
            tuple(code[kept] for code in self.codes),
            self.counts[:, kept],
            self.values,
            self.group[kept],
            self.group_ids,
            self.rows,
        )


def cells_of(
    facets: Mapping[str, Column],
    scores: Column,
    *,
    steps_by: str | None = None,
    weights: Column | None = None,
    contacts: Column | None = None,
) -> Cells:
    """Checked, coded and collapsed columns; rows without a score or with a weight of 0 are left out."""
    if len(facets) < 2:
        raise NotATable("facets.too_few", facets=list(facets))
    _check_lengths(facets, scores, weights, contacts)
    score, weight, given = _given(scores, weights)
    parts, ids = zip(*(_coded(column, given) for column in facets.values()), strict=True)
    values, category = _categories(score)
    _check_values(values)
    cell, n_cells = joint_codes(*parts)
    first = np.zeros(n_cells, np.int64)
    first[cell] = np.arange(cell.size)
    cell_codes = tuple(part[first] for part in parts)
    counts = added(cell + n_cells * category, weight, n_cells * values.size)
    by = None if steps_by is None else list(facets).index(steps_by)
    return Cells(
        names=tuple(facets),
        ids=ids,
        codes=cell_codes,
        counts=counts.reshape(values.size, n_cells),
        values=values,
        group=np.zeros(n_cells, np.int64) if by is None else cell_codes[by],
        group_ids=(None,) if by is None else ids[by],
        rows=Rows(cell, category, weight, None if contacts is None else _coded(contacts, given)[0]),
    )


def _check_lengths(facets: Mapping[str, Column], scores: Column, *others: Column | None) -> None:
    """A facet may have any name, also one of ours."""
    named = {f"facet:{name}": column for name, column in facets.items()}
    extra = {name: column for name, column in zip(("weight", "contact"), others, strict=True) if column is not None}
    check_lengths(score=scores, **named, **extra)


def _given(scores: Column, weights: Column | None) -> tuple[Floats, Floats, npt.NDArray[np.bool_]]:
    score = numbers(scores, name="score")
    weight = np.ones(score.size) if weights is None else numbers(weights, name="weight")
    given = ~np.isnan(score)
    unweighted = np.flatnonzero(given & np.isnan(weight))
    if unweighted.size:
        raise NotANumber("value.missing", column="weight", position=int(unweighted[0]))
    negative = np.flatnonzero(weight < 0)
    if negative.size:
        raise OutOfRange("weights.negative", column="weight", position=int(negative[0]))
    if given.any() and weight[given].sum() <= 0:
        raise OutOfRange("weights.sum_zero", n=int(given.sum()))
    given &= weight > 0
    if given.sum() < 2:
        raise TooLittleData("ratings.too_few", n=int(given.sum()), needed=2)
    return score[given], weight[given], given


def _categories(score: Floats) -> tuple[Floats, Codes]:
    """The values given, in order, and the place of each score among them; whole numbers close together need no sorting."""
    low = score.min()
    if score.max() - low <= MOST_CATEGORIES and (score % 1 == 0).all():
        category, n = compact((score - low).astype(np.int64))
        values = np.empty(n)
        values[category] = score
        return values, category
    category, values = coded_numbers(score)
    return values, category.astype(np.int64)


def _coded(column: Column, given: npt.NDArray[np.bool_]) -> tuple[Codes, tuple[object, ...]]:
    coded, labels = codes(column)
    if given.all():
        return coded, tuple(labels)
    return compact(coded[given])[0], tuple(labels[place] for place in np.unique(coded[given]))


def _check_values(values: Sequence[float] | Floats) -> None:
    if len(values) < 2:
        raise NothingVaries("ratings.constant", value=float(values[0]))
    if len(values) > MOST_CATEGORIES:
        raise OutOfRange("ratings.too_many_categories", n=len(values), most=MOST_CATEGORIES)
