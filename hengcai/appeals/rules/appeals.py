"""An appeal from the first word to the answer: its window, what it must say, what an answer must say."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hengcai.base.errors import NotNow, NotValid

OPINION_DAYS = 3  # working days a superior has
REFILED = 1
SUBJECTS = ("evidence", "rating", "figures", "arithmetic", "procedure", "other")
UPHELD, ADJUSTED, REJECTED = "upheld", "adjusted", "rejected"
OUTCOMES = (UPHELD, ADJUSTED, REJECTED)


@dataclass(frozen=True)
class Petition:
    """What somebody writes who appeals."""

    subjects: Sequence[str]
    grounds: str
    wanted: str

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.grounds, self.wanted)


def check_window(closes: date, today: date) -> None:
    """The last day is still in time."""
    if today > closes:
        raise NotNow("appeals.window_closed", day=closes.isoformat())


def check_filed_before(*, withdrawn: int, filed: int) -> None:
    """One to a revision. What was withdrawn may be filed once more, not again and again."""
    if filed > withdrawn:
        raise NotNow("appeals.filed_already")
    if withdrawn > REFILED:
        raise NotNow("appeals.withdrawn_twice")


def check_petition(petition: Petition) -> None:
    if not petition.subjects or set(petition.subjects) - set(SUBJECTS):
        raise NotValid("appeals.subjects_missing", column="subjects")
    if not petition.grounds.strip():
        raise NotValid("appeals.grounds_missing", column="grounds")
    if not petition.wanted.strip():
        raise NotValid("appeals.wanted_missing", column="wanted")


def check_text(text: str, code: str) -> str:
    if not text.strip():
        raise NotValid(code)
    return text.strip()


def check_answer(outcome: str, reasons: str) -> str:
    if outcome not in OUTCOMES:
        raise NotValid("appeals.outcome_unknown")
    return check_text(reasons, "appeals.reasons_missing")


def check_effect(outcome: str, *, has_rulings: bool, before: Fraction | None, after: Fraction | None) -> None:
    """A rejection changes nothing; what is upheld or adjusted changes something, and never to the appellant's cost."""
    if outcome == REJECTED:
        if has_rulings:
            raise NotValid("appeals.rejected_changes")
        return
    if after == before:
        raise NotValid("appeals.changes_nothing")
    if before is not None and (after is None or after < before):
        raise NotValid("appeals.lowers")


def check_held(held_on: date, *, filed_on: date, today: date) -> None:
    if not filed_on <= held_on <= today:
        raise NotValid("appeals.held_when")


def check_appointed(users: Collection[int], *, standing: int, most: int) -> None:
    if not users or standing + len(users) > most:
        raise NotValid("appeals.appointed_how_many", most=most - standing)
