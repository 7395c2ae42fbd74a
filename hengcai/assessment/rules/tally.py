"""What is counted of answers: per question (of a grid per row) how many chose what, and how many answered at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hengcai.assessment.rules.kinds import Asked, kind_of
from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.intervals import mean_interval, share_interval
from hengcai.measurement.results import Estimate

ANSWERED = ""  # under this name: how many answered
Counts = dict[str, dict[str, int]]


def counted(counts: Counts, questions: Sequence[Asked], answers: Mapping[str, Any]) -> Counts:
    """The counts with one more sheet in them."""
    found = {key: dict(values) for key, values in counts.items()}
    for one in questions:
        if one.code not in answers:
            continue
        marks = kind_of(one).marks(one, answers[one.code])
        for key in {key for key, _value in marks} or {one.code}:
            _add(found, key, ANSWERED)
        for key, value in marks:
            _add(found, key, value)
    return found


def _add(counts: Counts, key: str, value: str) -> None:
    values = counts.setdefault(key, {})
    values[value] = values.get(value, 0) + 1


@dataclass(frozen=True)
class Told:
    """What is shown of one question, or of one row of a grid, in one group."""

    n: int
    counts: Mapping[str, int]
    mean: Estimate | None


def told(values: Mapping[str, int], over: Sequence[str]) -> Told:
    """`over`: the points a mean is taken over; none where there is no mean to take."""
    numbers = [int(value) for value in over for _one in range(values.get(value, 0))]
    return Told(values.get(ANSWERED, 0), {key: n for key, n in values.items() if key != ANSWERED}, mean_of(numbers))


def mean_of(numbers: Sequence[int]) -> Estimate | None:
    try:
        return mean_interval(numbers)
    except TooLittleData:
        return None


def share_of(count: int, n: int) -> Estimate | None:
    return share_interval(count, n) if n else None
