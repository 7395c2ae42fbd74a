"""Ratings in long format: one row for each rating, held as integer codes."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import (
    Coded,
    Codes,
    Column,
    Floats,
    check_lengths,
    coded_numbers,
    codes,
    compact,
    is_missing,
    is_number,
    numbers,
)
from hengcai.measurement.errors import NotATable, TooLittleData
from hengcai.measurement.limits import NAMES


@dataclass(frozen=True)
class RatingTable:
    """`values` holds the number behind each score code, None when the scores are names; `rows` the places they had."""

    unit: Codes
    rater: Codes
    score: Codes
    labels: tuple[object, ...]
    values: Floats | None
    raters: tuple[object, ...]
    n_units: int
    rows: Codes

    @property
    def n_raters(self) -> int:
        return len(self.raters)

    @property
    def n_labels(self) -> int:
        return len(self.labels)

    @cached_property
    def ratings_by_unit(self) -> Codes:
        return np.bincount(self.unit, minlength=self.n_units)

    @property
    def n_rated_twice(self) -> int:
        """Units on which at least two raters can be compared."""
        return int(np.count_nonzero(self.ratings_by_unit >= 2))

    def part(self, rows: npt.NDArray[np.bool_]) -> "RatingTable":
        """The table of some rows, with the scores, raters and units that occur there."""
        unit, n_units = compact(self.unit[rows])
        rater, _ = compact(self.rater[rows])
        score, _ = compact(self.score[rows])
        kept = np.unique(self.score[rows])
        return RatingTable(
            unit=unit,
            rater=rater,
            score=score,
            labels=tuple(self.labels[code] for code in kept),
            values=None if self.values is None else self.values[kept],
            raters=tuple(self.raters[code] for code in np.unique(self.rater[rows])),
            n_units=n_units,
            rows=self.rows[rows],
        )


def rating_table(units: Column, raters: Column, scores: Column, *, nominal: bool = False) -> RatingTable:
    """Codes a long table; empty scores are left out, text is refused unless the scores are names (`nominal`)."""
    check_lengths(unit=units, rater=raters, score=scores)
    score, labels, values, given = _coded_scores(scores, nominal=nominal)
    if not given.any():
        raise TooLittleData("ratings.none", n=0)
    rows = slice(None) if given.all() else np.flatnonzero(given)
    unit, n_units = _kept(codes(units)[0] if not isinstance(units, np.ndarray) else units, rows)
    coded, names = codes(raters)
    rater, n_raters = _kept(coded, rows)
    _refuse_repeats(unit * n_raters + rater, given)
    raters_there = tuple(names) if n_raters == len(names) else tuple(names[code] for code in np.unique(coded[rows]))
    return RatingTable(unit, rater, score, labels, values, raters_there, n_units, np.flatnonzero(given))


def _kept(coded: npt.NDArray[np.generic], rows: slice | Codes) -> tuple[Codes, int]:
    """Codes of the rows that hold a score, and their number."""
    if coded.dtype.kind not in "iu":
        coded = codes(coded)[0]
    return compact(coded[rows].astype(np.int64, copy=False))


def _coded_scores(
    scores: Column, *, nominal: bool
) -> tuple[Codes, tuple[object, ...], Floats | None, npt.NDArray[np.bool_]]:
    if nominal and not isinstance(scores, np.ndarray):
        named = _names(scores)
        if named is not None:
            return named
    read = numbers(scores, name="score", limits=NAMES if nominal else None)
    given = ~np.isnan(read)
    score, values = coded_numbers(read[given])
    return score, tuple(values.tolist()), values, given


def _names(scores: Column) -> tuple[Codes, tuple[object, ...], None, npt.NDArray[np.bool_]] | None:
    """Scores as names, sorted as text; None when all of them are numbers."""
    read = scores if isinstance(scores, Coded) else Coded(*codes(scores))
    kept = [label for label in read.labels if not is_missing(label)]
    if all(is_number(label) for label in kept):
        return None
    labels = sorted({str(label).strip() for label in kept})
    place = {label: code for code, label in enumerate(labels)}
    own = np.array([-1 if is_missing(label) else place[str(label).strip()] for label in read.labels], np.int64)[
        read.code
    ]
    return own[own >= 0], tuple(labels), None, own >= 0


def _refuse_repeats(cells: Codes, given: npt.NDArray[np.bool_]) -> None:
    """The same rater rates a unit once; which row repeats another is said."""
    repeated = (np.diff(np.sort(cells)) == 0).any() if _scattered(cells) else (np.bincount(cells) > 1).any()
    if repeated:
        order = np.argsort(cells, kind="stable")
        again = order[1:][np.diff(cells[order]) == 0].min()
        raise NotATable("ratings.repeated", column="rater", position=int(np.flatnonzero(given)[again]))


def _scattered(cells: Codes) -> bool:
    """Whether a count for every number up to the largest would cost more than sorting."""
    return int(cells.max(initial=0)) > 4 * cells.size + 1000
