"""When a record may be answered and by when; what an answer needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hengcai.appraisal.rules.terms import Windows
from hengcai.base.errors import NotNow, NotValid

WITHOUT_INTERVIEW = frozenset({"month"})  # notice and signature only; a talk may be held all the same
NOTIFIED, INTERVIEWED = "notified", "interviewed"
AddDays = Callable[[date, int], date]


@dataclass(frozen=True)
class Days:
    """The last days told with the notice. They are only ever lengthened."""

    interview_by: date | None
    appeal_by: date
    sign_by: date


def needs_interview(kind: str, *, was_held: bool = False, is_scored: bool = True) -> bool:
    """After a correction the talk that was held is not asked for again; without a score there is nothing to talk over."""
    return is_scored and not was_held and kind not in WITHOUT_INTERVIEW


def days_of(notified_on: date, *, is_interviewed: bool, windows: Windows, add: AddDays) -> Days:
    """`is_interviewed`: whether a talk has to be held, within the days in which silence would be noted without one."""
    last = add(notified_on, windows.silence)
    return Days(last if is_interviewed else None, add(notified_on, windows.appeal), last)


def after_interview(days: Days, held_on: date, *, windows: Windows, add: AddDays) -> Days:
    """Whoever is spoken to late has as long to answer as anybody else, and as long to appeal."""
    last = max(days.sign_by, add(held_on, windows.silence))
    return Days(days.interview_by, max(days.appeal_by, last), last)


def check_signing(state: str, *, needs_interview: bool) -> None:
    if state == NOTIFIED and needs_interview:
        raise NotNow("records.interview_first")


def check_objection(words: str) -> str:
    if not words.strip():
        raise NotValid("records.words_missing")
    return words.strip()


def check_in_time(*, is_late: bool, sign_by: date) -> None:
    if is_late:
        raise NotNow("records.objection_late", day=sign_by.isoformat())


def is_silent(state: str, *, needs_interview: bool, sign_by: date, today: date) -> bool:
    """Nobody is silent about a talk that was not held."""
    is_open = state == INTERVIEWED or (state == NOTIFIED and not needs_interview)
    return is_open and today > sign_by


def is_to_archive(*, is_answered: bool, is_held: bool, appeal_by: date, today: date) -> bool:
    """Once nobody can appeal any more, and no appeal is open."""
    return is_answered and not is_held and today > appeal_by
