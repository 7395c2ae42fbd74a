"""What a feedback interview needs before it counts as held, and what its plan may hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction

from hengcai.base.errors import NotValid

MOST_STEPS = 5
MOST_TOLD = 2  # strengths a draft speaks of, and gaps


@dataclass(frozen=True)
class Found:
    """One competency's level or one indicator's share; what the period's contacts showed, and of how many."""

    code: str
    value: Fraction
    observed: Fraction | None = None
    n: int = 0


def strongest(found: Sequence[Found]) -> list[Found]:
    """The highest first; those that are all alike have neither strengths nor gaps among them."""
    return [] if _are_alike(found) else sorted(found, key=lambda one: (-one.value, one.code))[:MOST_TOLD]


def weakest(found: Sequence[Found]) -> list[Found]:
    """Never one that is told as a strength."""
    high = {one.code for one in strongest(found)}
    rest = [one for one in found if one.code not in high]
    return [] if _are_alike(found) else sorted(rest, key=lambda one: (one.value, one.code))[:MOST_TOLD]


def _are_alike(found: Sequence[Found]) -> bool:
    return len({one.value for one in found}) < 2


@dataclass(frozen=True)
class Step:
    """One agreed thing: what will be done, and until when."""

    what: str
    by: date | None

    def kept(self) -> dict[str, str]:
        return {"what": self.what.strip(), "by": self.by.isoformat() if self.by else ""}


@dataclass(frozen=True)
class Talk:
    """What stands on the form; everything but the plan may be missing until it is held."""

    strengths: str = ""
    gaps: str = ""
    own_words: str = ""
    plan: tuple[Step, ...] = field(default_factory=tuple)

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.strengths, self.gaps, self.own_words, *(one.what for one in self.plan))

    @property
    def steps(self) -> list[dict[str, str]]:
        """Empty lines of the form are left out."""
        return [one.kept() for one in self.plan if one.what.strip() or one.by]


def check_talk(talk: Talk) -> None:
    if len(talk.steps) > MOST_STEPS:
        raise NotValid("records.plan_too_long", most=MOST_STEPS)


def check_held(facts: Mapping[str, str], plan: Sequence[Mapping[str, str]], *, held_on: date, today: date) -> None:
    """Strengths, gaps and a plan in which each thing has its day."""
    if held_on > today:
        raise NotValid("records.held_later")
    if not facts["strengths"].strip() or not facts["gaps"].strip() or not plan:
        raise NotValid("records.talk_incomplete")
    for step in plan:
        if not step["what"]:
            raise NotValid("records.step_without_words")
        if not step["by"]:
            raise NotValid("records.step_without_day", what=step["what"][:40])
        if step["by"] <= held_on.isoformat():
            raise NotValid("records.step_past", what=step["what"][:40])


def check_appointment(at: datetime | None, *, now: datetime) -> datetime:
    if at is None:
        raise NotValid("records.appointment_missing")
    if at <= now:
        raise NotValid("records.appointment_past")
    return at


def check_not_held(reason: str) -> str:
    if not reason.strip():
        raise NotValid("records.reason_missing")
    return reason.strip()
