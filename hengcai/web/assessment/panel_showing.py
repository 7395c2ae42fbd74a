"""Panels as their templates show them."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hengcai.base.bilingual import decode


@dataclass(frozen=True)
class SheetLine:
    key: int
    place: int
    question: Any
    content: Any
    value: Any
    first: int | None
    spread: Any
    left: float
    width: float


def shown_sheet(lines, post):
    """What was typed just now stands above what is stored."""
    return [_line(place, one, post) for place, one in enumerate(lines, start=1)]


def _line(place, one, post):
    low, high = (one.spread.low, one.spread.high) if one.spread and one.spread.n else (Fraction(0), Fraction(0))
    typed = post.get(f"p-{one.row.pk}")
    return SheetLine(
        one.row.pk, place, one.row.question, decode(one.row.question.content), one.percent if typed is None else typed, one.first,
        one.spread, float(low * 100), max(float((high - low) * 100), 1.0),
    )  # fmt: skip


def shown_round(found, told):
    """Of a round that is over: the cut, its error, each judge's own, questions on which they differ."""
    cut = found.cut
    if cut is None:
        return {"number": found.number, "n_sent": found.n_sent, "n": len(told.judges), "cut": None}
    names = {str(one.pk): one.user for one in told.judges}
    return {
        "number": found.number, "n_sent": found.n_sent, "n": len(told.judges), "cut": cut, "caution": cut.caution,
        "judges": sorted(((names[key].name, value) for key, value in cut.judges.items()), key=lambda one: one[0]),
        "apart": [(told.questions[one.id], one) for one in cut.apart],
        "questions": [(told.questions[one.id], one) for one in cut.questions],
    }  # fmt: skip
