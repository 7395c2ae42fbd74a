"""Units with the same scores given equally often are one pattern: a million ratings shrink to a few dozen rows."""

from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Codes, Floats
from hengcai.measurement.errors import NothingVaries, OutOfRange, TooLittleData
from hengcai.measurement.tables import RatingTable

MOST_CELLS = 50_000_000


@dataclass(frozen=True)
class Patterns:
    """`counts`[p, c]: how often score c was given to a unit of pattern p; `units`[p]: how many units are like that."""

    counts: Floats
    units: Codes
    values: Floats | None

    @property
    def sizes(self) -> Floats:
        return np.asarray(self.counts.sum(axis=1))

    @property
    def n_units(self) -> int:
        return int(self.units.sum())

    @property
    def n_labels(self) -> int:
        return int(self.counts.shape[1])

    def rated_twice(self) -> "Patterns":
        """Only units with two ratings or more; refused when there is none or when all scores are one."""
        enough = self.sizes >= 2
        counts = self.counts[enough]
        if not counts.size:
            raise TooLittleData("ratings.no_overlap", units=self.n_units)
        used = counts.sum(axis=0) > 0
        values = None if self.values is None else self.values[used]
        return Patterns(counts[:, used], self.units[enough], values)

    def varied(self) -> "Patterns":
        """The same, refused when only one score was ever given."""
        if self.n_labels < 2:
            raise NothingVaries("ratings.constant")
        return self


def patterns(table: RatingTable | Patterns) -> Patterns:
    """Collapses a table; each pattern is written as one number in a base larger than the most ratings of a unit."""
    if isinstance(table, Patterns):
        return table
    base = int(table.ratings_by_unit.max()) + 1
    n_labels = table.n_labels
    if n_labels * np.log2(base) < 53:
        return _collapsed(table, base)
    if table.n_units * n_labels > MOST_CELLS:
        raise OutOfRange("ratings.too_many_values", values=n_labels, units=table.n_units)
    cells = np.bincount(table.unit * n_labels + table.score, minlength=table.n_units * n_labels)
    counts = cells.reshape(table.n_units, n_labels).astype(np.float64)
    return Patterns(counts[_order(counts)], np.ones(table.n_units, np.int64), table.values)


def _order(counts: Floats) -> Codes:
    """One order whatever that of the rows was, so that draws from the patterns repeat: by a sum with odd weights."""
    return np.argsort(counts @ np.sqrt(np.arange(2.0, counts.shape[1] + 2)), kind="stable")


def patterns_from_counts(counts: Floats, *, values: Floats | None = None) -> Patterns:
    """From a units x scores table of how often each score was given, as Fleiss prints it."""
    table = np.asarray(counts, np.float64)
    if table.ndim != 2 or not np.isfinite(table).all() or (table < 0).any():
        raise OutOfRange("counts.not_a_table", shape=table.shape)
    distinct, units = np.unique(table, axis=0, return_counts=True)
    return Patterns(distinct, units.astype(np.int64), values)


def _collapsed(table: RatingTable, base: int) -> Patterns:
    powers = float(base) ** np.arange(table.n_labels)
    keys = np.bincount(table.unit, weights=powers[table.score]).astype(np.int64)
    if float(base) ** table.n_labels < 1e7:
        found = np.bincount(keys)
        distinct = np.flatnonzero(found)
        units = found[distinct]
    else:
        distinct, units = np.unique(keys, return_counts=True)
    counts = (distinct[:, None] // powers.astype(np.int64)[None, :]) % base
    return Patterns(counts.astype(np.float64), units.astype(np.int64), table.values)
