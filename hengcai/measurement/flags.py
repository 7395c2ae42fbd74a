"""Columns that say yes or no: who was trained, who has left."""

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import Column, is_missing, is_number
from hengcai.measurement.errors import NotANumber

Flags = npt.NDArray[np.bool_]
YES = {"yes", "y", "true", "是"}
NO = {"no", "n", "false", "否"}


def flags(values: Column, *, name: str) -> Flags:
    """1 or 0, true or false, yes or no, 是 or 否 in every place; anything else is refused by its row."""
    plain = values.tolist() if isinstance(values, np.ndarray) else values
    return np.fromiter((_flag(value, row, name) for row, value in enumerate(plain)), bool, len(plain))


def is_flag(value: object) -> bool:
    """Whether a word, not a number, says yes or no."""
    return isinstance(value, str) and value.strip().lower() in YES | NO


def _flag(value: object, row: int, name: str) -> bool:
    if is_missing(value):
        raise NotANumber("value.missing", column=name, position=row)
    if isinstance(value, bool):
        return value
    if is_flag(value):
        return str(value).strip().lower() in YES
    if is_number(value) and float(value) in (0.0, 1.0):  # type: ignore[arg-type]
        return float(value) == 1.0  # type: ignore[arg-type]
    raise NotANumber("value.not_yes_or_no", column=name, value=str(value), position=row)
