"""Appeals as rows to be counted elsewhere: days, outcome, and the result before and after, exact. No words of anybody."""

from collections.abc import Iterable, Iterator
from typing import Any

from hengcai.appeals.models import Appeal
from hengcai.appraisal.models import Result

COLUMNS = (
    "number", "person", "name", "cycle", "subjects", "state", "outcome", "filed_on", "closes_on", "due_on", "answered_at",
    "read_at", "withdrawn_at", "members", "revision", "exact", "final", "band", "new_revision", "new_exact", "new_final",
    "new_band",
)  # fmt: skip


def rows_of(appeals: Iterable[Appeal]) -> Iterator[dict[str, Any]]:
    """`exact` is the score as a fraction, unrounded; the new figures are empty where the appeal changed nothing."""
    for one in appeals:
        yield {**_head(one), **_figures(one.result, ""), **_figures(one.fresh, "new_")}


def _head(one: Appeal) -> dict[str, Any]:
    sitting = [row for row in one.members.all() if row.left_at is None]
    days = {name: getattr(one, name).isoformat() for name in ("filed_on", "closes_on", "due_on")}
    moments = {name: _moment(getattr(one, name)) for name in ("answered_at", "read_at", "withdrawn_at")}
    return {
        "number": one.number, "person": one.appellant.number, "name": one.appellant.name,
        "cycle": one.result.participant.cycle.code, "subjects": " ".join(one.subjects), "state": one.state,
        "outcome": one.outcome, **days, **moments, "members": len(sitting),
    }  # fmt: skip


def _moment(at: Any) -> str:
    return at.isoformat(timespec="seconds") if at else ""


def _figures(result: Result | None, before: str) -> dict[str, Any]:
    if result is None:
        return dict.fromkeys((f"{before}{name}" for name in ("revision", "exact", "final", "band")), "")
    final = result.detail.get("total") or result.detail.get("final") or ""
    return {
        f"{before}revision": result.revision, f"{before}exact": result.exact, f"{before}final": str(final),
        f"{before}band": result.band,
    }  # fmt: skip
