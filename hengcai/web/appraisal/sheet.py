"""A rating form as its page draws it: what stands on it, what was just typed, what is still wrong."""

from dataclasses import dataclass
from typing import Any

from hengcai.appraisal.forms import FormLine, RatingForm
from hengcai.appraisal.models import Rating
from hengcai.web.appraisal.forms import LEVELS, NOT_OBSERVED


@dataclass(frozen=True)
class Choice:
    """One radio button; `is_far` asks for a reason."""

    value: str
    is_chosen: bool
    is_far: bool


@dataclass(frozen=True)
class SheetLine:
    line: FormLine
    choices: list[Choice]
    not_observed: bool
    comment: str
    reason: str
    fault: str  # "", "missing", "reason"

    @property
    def code(self) -> str:
        return self.line.item.code

    @property
    def may_need_reason(self) -> bool:
        return bool(self.line.far)


def sheet_of(form: RatingForm, typed: Any = None, faults: dict[str, str] | None = None) -> list[SheetLine]:
    """From the draft, or from what was typed when there is any: a refused page keeps every word."""
    return [_line(line, _stored(line) if typed is None else _typed(line, typed), faults or {}) for line in form.lines]


def _stored(line: FormLine) -> tuple[str, str, str]:
    rating = line.rating
    if rating is None:
        return "", "", ""
    return _level(rating), rating.comment, rating.reason


def _level(rating: Rating) -> str:
    if not rating.is_answered:
        return ""
    return NOT_OBSERVED if rating.level is None else format(rating.level.normalize(), "f")


def _typed(line: FormLine, data: Any) -> tuple[str, str, str]:
    code = line.item.code
    level, comment, reason = (data.get(f"{name}_{code}", "") for name in ("level", "comment", "reason"))
    return level, comment, reason


def _line(line: FormLine, stands: tuple[str, str, str], faults: dict[str, str]) -> SheetLine:
    level, comment, reason = stands
    choices = [Choice(value, value == level, int(value) in line.far) for value in LEVELS]
    return SheetLine(line, choices, level == NOT_OBSERVED, comment, reason, faults.get(line.item.code, ""))


def answered(lines: list[SheetLine]) -> int:
    return sum(line.not_observed or any(choice.is_chosen for choice in line.choices) for line in lines)
