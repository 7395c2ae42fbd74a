"""From plain sequences to arrays: numbers read strictly, labels turned into integer codes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite, nan
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from hengcai.measurement.errors import NotANumber, NotATable
from hengcai.measurement.limits import Limits, all_hold, check_limits

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]
Column = Sequence[object] | npt.NDArray[np.generic]

# ASCII only: int() and float() would also read full-width digits, underscores and `nan`.
DECIMAL = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)


@dataclass(frozen=True, eq=False)
class Coded(Sequence[Any]):
    """A column read beforehand: its different labels in the order of their first rows, and which of them a row has."""

    code: Codes
    labels: Sequence[object]

    def __len__(self) -> int:
        return int(self.code.size)

    @overload
    def __getitem__(self, row: int) -> Any: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Any]: ...
    def __getitem__(self, row: int | slice) -> Any:
        return [self.labels[code] for code in self.code[row]] if isinstance(row, slice) else self.labels[self.code[row]]

    def __iter__(self) -> Iterator[Any]:
        return map(self.labels.__getitem__, self.code.tolist())


def joined(parts: Sequence[Coded], sign: str) -> Coded:
    """Several columns told together as one, with the sign between their labels."""
    coded, _ = joint_codes(*(part.code for part in parts))
    first, place = first_appearances(coded)
    rows = [[part.labels[code] for code in part.code[first].tolist()] for part in parts]
    return Coded(place, [sign.join(map(str, labels)) for labels in zip(*rows, strict=True)])


def first_appearances(coded: Codes) -> tuple[Codes, Codes]:
    """The first row of each code in the order of rows, and every row's place among them."""
    first_row = np.full(int(coded.max(initial=-1)) + 1, -1, np.int64)
    first_row[coded[::-1]] = np.arange(coded.size - 1, -1, -1)
    there = np.flatnonzero(first_row >= 0)
    ordered = there[np.argsort(first_row[there])]
    place = np.zeros(first_row.size, np.int64)
    place[ordered] = np.arange(ordered.size)
    return first_row[ordered], place[coded]


def numbers(values: Column, *, name: str, limits: Limits | None = None) -> Floats:
    """A column of finite numbers within their limits; nothing and empty text become NaN, left out by the caller."""
    if isinstance(values, np.ndarray) and values.dtype.kind in "iuf":
        read = values.astype(np.float64, copy=False)
        if all_hold(read, name=name, limits=limits):
            return read
        read = _finite_or_missing(read, name)
    elif isinstance(values, Coded):
        read = _of_labels(values, name)
    else:
        read = np.fromiter((_number(value, row, name) for row, value in enumerate(values)), np.float64, len(values))
    check_limits(read, name=name, limits=limits)
    return read


def complete_numbers(values: Column, *, name: str) -> Floats:
    """A column in which every place holds a finite number."""
    read = numbers(values, name=name)
    missing = np.flatnonzero(np.isnan(read))
    if missing.size:
        raise NotANumber("value.missing", column=name, position=int(missing[0]))
    return read


def codes(values: Column) -> tuple[Codes, Sequence[object]]:
    """Integer codes in the order of first appearance, and the labels they stand for."""
    if isinstance(values, Coded):
        return values.code, values.labels
    if isinstance(values, np.ndarray) and values.dtype.kind in "iu":
        return _integer_codes(values.astype(np.int64, copy=False))
    seen: dict[object, int] = {}
    plain = values.tolist() if isinstance(values, np.ndarray) else values
    coded = np.fromiter((seen.setdefault(value, len(seen)) for value in plain), np.int64, len(plain))
    return coded, list(seen)


def joint_codes(*parts: Codes) -> tuple[Codes, int]:
    """One code for each combination that occurs, numbered in sorted order, and how many occur."""
    joint = parts[0]
    for part in parts[1:]:
        joint = compact(joint)[0] * (int(part.max(initial=0)) + 1) + part
    return compact(joint)


def compact(coded: Codes) -> tuple[Codes, int]:
    """Codes without gaps, order kept, and their number."""
    low, high = int(coded.min(initial=0)), int(coded.max(initial=0))
    if high - low > 4 * coded.size + 1000:
        distinct, inverse = np.unique(coded, return_inverse=True)
        return inverse.astype(np.int64).ravel(), int(distinct.size)
    present = np.bincount(coded - low, minlength=1) > 0
    places = np.cumsum(present) - 1
    return places[coded - low], int(present.sum()) if coded.size else 0


def coded_numbers(read: Floats) -> tuple[Codes, Floats]:
    """Codes in the order of the values; whole numbers need no sorting."""
    whole = read.astype(np.int64)
    if read.size and np.abs(read).max() < 2**52 and np.array_equal(whole, read):
        score, n_values = compact(whole)
        values = np.empty(n_values)
        values[score] = read
        return score, values
    values, inverse = np.unique(read, return_inverse=True)
    return inverse.astype(np.int64).ravel(), values


def occasions(coded: Codes) -> Codes:
    """0, 1, 2 .. for the first, second, third row of each code."""
    order = np.argsort(coded, kind="stable")
    sizes = np.bincount(coded)
    starts = np.cumsum(sizes) - sizes
    found = np.empty(coded.size, np.int64)
    found[order] = np.arange(coded.size) - np.repeat(starts, sizes)
    return found


def check_lengths(**columns: Column) -> None:
    """Columns of one table have one length."""
    lengths = {name: len(column) for name, column in columns.items()}
    if len(set(lengths.values())) > 1:
        raise NotATable("table.lengths_differ", **lengths)


def is_missing(value: object) -> bool:
    """Nothing, NaN and empty text stand for a rating that was not given."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, float) and value != value)


def is_number(value: object) -> bool:
    """A finite number, or the text of one."""
    if isinstance(value, str):
        return DECIMAL.fullmatch(value) is not None and isfinite(float(value))
    numeric = isinstance(value, (int, float, Decimal, np.number)) and not isinstance(value, bool)
    return numeric and isfinite(float(value))  # type: ignore[arg-type]


def _number(value: object, row: int, name: str) -> float:
    if type(value) is float and isfinite(value):
        return as_shown(value)
    if is_missing(value):
        return float("nan")
    if not is_number(value):
        raise NotANumber("value.not_a_number", column=name, value=str(value), position=row)
    return as_shown(float(value))  # type: ignore[arg-type]


def as_shown(value: float) -> float:
    """To 15 digits, all that a workbook shows: the .30000000000000004 that adding left in a cell is the .3 of the next."""
    return float(f"{value:.15g}")


def _of_labels(values: Coded, name: str) -> Floats:
    """Each different text is read once."""
    read = np.full(len(values.labels), np.nan)
    for place, text in enumerate(values.labels):
        value = float(text) if isinstance(text, str) and DECIMAL.fullmatch(text) else nan
        if isfinite(value):
            read[place] = as_shown(value)
        elif not is_missing(text):
            read[place] = _number(text, int(np.argmax(values.code == place)), name)
    return read[values.code]


def _finite_or_missing(values: Floats, name: str) -> Floats:
    endless = np.flatnonzero(np.isinf(values))
    if endless.size:
        raise NotANumber("value.not_a_number", column=name, value="inf", position=int(endless[0]))
    return values


def _integer_codes(values: Codes) -> tuple[Codes, list[object]]:
    if values.size and values[0] == values[-1] and values.min() == values.max():
        return np.zeros(values.size, np.int64), [int(values[0])]
    coded, _ = compact(values)
    distinct = np.empty(int(coded.max(initial=-1)) + 1, np.int64)
    distinct[coded] = values
    return coded, list(distinct.tolist())
