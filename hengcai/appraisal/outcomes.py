"""A whole cycle's results, and the fair scores beside them, as plain rows: thousands are read and written at once."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from hengcai.appraisal.models import Cycle, Result


class Outcome(NamedTuple):
    """A result as it stands, with all that went in."""

    result_id: int
    participant_id: int
    person_id: int
    exact: str
    detail: Mapping[str, Any]
    levels: Mapping[str, Mapping[str, Any]]
    inputs: Mapping[str, Any]


class Fair(NamedTuple):
    """The columns of `FairScore`; figures are written out with six places."""

    result_id: int
    basis: str
    unknown: str = ""
    raw: str | None = None
    fair: str | None = None
    low: str | None = None
    high: str | None = None
    bands: Sequence[Sequence[object]] = ()
    n: int = 0


def results_of(cycle: Cycle) -> list[Outcome]:
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True)
    columns = ("pk", "participant_id", "participant__person_id", "exact", "detail", "levels", "inputs")
    return [Outcome(*row) for row in rows.values_list(*columns)]


def six(value: float) -> str:
    return f"{value:.6f}"
