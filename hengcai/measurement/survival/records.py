"""How long each person was seen, and whether the time ended because they left."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, compact, is_missing, numbers
from hengcai.measurement.errors import NothingVaries, OutOfRange, TooLittleData
from hengcai.measurement.flags import Flags, flags, is_flag
from hengcai.measurement.limits import COVARIATES

FEWEST = 2


@dataclass(frozen=True)
class Records:
    """`left` is false for who is still here: the time is then a lower limit. `covariates` have a column each."""

    time: Floats
    left: Flags
    group: Codes | None
    groups: tuple[object, ...]
    covariates: Floats
    names: tuple[str, ...]
    left_out: int

    @property
    def n(self) -> int:
        return int(self.time.size)

    @property
    def n_left(self) -> int:
        return int(self.left.sum())

    def part(self, code: int) -> "Records":
        """The people of one group."""
        rows = np.flatnonzero(self.group == code)
        return Records(self.time[rows], self.left[rows], None, (), self.covariates[rows], self.names, 0)


def read_records(
    time: Column, event: Column, *, group: Column | None = None, covariates: Mapping[str, Column] | None = None
) -> Records:
    """Reads the columns; who lacks the time or a covariate is left out and counted."""
    chosen = dict(covariates or {})
    check_lengths(time=time, event=event, **({} if group is None else {"group": group}))
    for column in chosen.values():
        check_lengths(event=event, covariate=column)
    length, left = numbers(time, name="time"), flags(event, name="event")
    negative = np.flatnonzero(length < 0)
    if negative.size:
        raise OutOfRange("survival.negative_time", column="time", position=int(negative[0]))
    table = np.empty((length.size, len(chosen)))
    for place, (name, column) in enumerate(chosen.items()):
        table[:, place] = _covariate(column, name)
    kept: Flags = ~np.isnan(length) & ~np.isnan(table).any(axis=1)
    coded, labels = (None, ()) if group is None else _groups(group, kept)
    left_out = int(kept.size - kept.sum())
    records = Records(length[kept], left[kept], coded, labels, table[kept], tuple(chosen), left_out)
    _check(records)
    return records


def _covariate(column: Column, name: str) -> Floats:
    """Numbers, or a column of words that say yes or no."""
    given = [value for value in column if not is_missing(value)]
    if given and all(is_flag(value) for value in given):
        told = [None if is_missing(value) else float(flags([value], name=name)[0]) for value in column]
        return numbers(told, name=name)
    return numbers(column, name=name, limits=COVARIATES)


def _groups(group: Column, kept: Flags) -> tuple[Codes, tuple[object, ...]]:
    coded, labels = codes(group)
    return compact(coded[kept])[0], tuple(labels[code] for code in np.unique(coded[kept]))


def _check(records: Records) -> None:
    if records.n < FEWEST:
        raise TooLittleData("survival.too_few", n=records.n, needed=FEWEST)
    if records.n_left == 0:
        raise TooLittleData("survival.nobody_left", n=records.n)
    if records.time.max() == 0:
        raise NothingVaries("survival.no_time_passed")
