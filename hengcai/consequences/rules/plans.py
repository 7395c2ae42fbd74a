"""An improvement plan: what must stand on it, its days, its signatures, and what the re-test shows of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hengcai.base.errors import NotNow, NotValid

LEAST_DAYS, MOST_DAYS = 14, 184
WRITTEN = ("gap", "goals", "support")
HIGHER, LOWER, CANNOT_TELL = "higher", "lower", "cannot_tell"
Interval = tuple[Fraction, Fraction]


@dataclass(frozen=True)
class PlanText:
    """`gap`: what falls short, with its evidence; `goals`: what will be seen or heard; `support`: who helps, with what."""

    gap: str
    goals: str
    support: str
    starts_on: date | None
    ends_on: date | None
    other_post: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.gap, self.goals, self.support, self.other_post)


def check_days(text: PlanText, *, today: date) -> tuple[date, date]:
    """Time enough to get better, and not for ever; nothing that began before it was agreed."""
    if text.starts_on is None or text.ends_on is None or text.starts_on < today:
        raise NotValid("consequences.plan_days")
    if not LEAST_DAYS <= (text.ends_on - text.starts_on).days <= MOST_DAYS:
        raise NotValid("consequences.plan_length", least=LEAST_DAYS, most=MOST_DAYS)
    return text.starts_on, text.ends_on


def check_offer(texts: Mapping[str, str], *, starts_on: date, today: date) -> None:
    missing = [name for name in WRITTEN if not texts[name].strip()]
    if missing:
        raise NotValid("consequences.plan_incomplete")
    if starts_on < today:
        raise NotValid("consequences.plan_days")


def check_signing(state: str, *, is_signed: bool, is_newest: bool = True) -> None:
    """Nobody signs what their page does not show."""
    if state != "offered":
        raise NotNow("consequences.plan_not_to_sign")
    if is_signed:
        raise NotNow("consequences.plan_signed_already")
    if not is_newest:
        raise NotNow("consequences.plan_stale_to_sign")


def check_refusing(*, is_signed: bool) -> None:
    """A signature is no draft: whoever has given it asks that the plan is called off."""
    if is_signed:
        raise NotNow("consequences.plan_signed_not_refused")


def check_ground(*, is_below: bool) -> None:
    """A plan rests on a result below the bar, as the result stands today."""
    if not is_below:
        raise NotNow("consequences.plan_without_ground")


def check_outcome(*, is_below: bool, wants_success: bool, is_after: bool) -> None:
    """What the re-test says decides, not who writes it down."""
    if not is_after:
        raise NotNow("consequences.retest_before_the_plan")
    if is_below and wants_success:
        raise NotNow("consequences.retest_below")
    if not is_below and not wants_success:
        raise NotNow("consequences.retest_above")


@dataclass(frozen=True, slots=True)
class Change:
    before: Fraction
    after: Fraction
    verdict: str

    @property
    def difference(self) -> Fraction:
        return self.after - self.before


def change_of(before: Fraction, after: Fraction, *, spans: Sequence[Interval | None] = (None, None)) -> Change:
    """Higher or lower only where both intervals are known and lie apart; else nobody can tell yet."""
    first, second = spans
    verdict = CANNOT_TELL
    if first is not None and second is not None:
        verdict = HIGHER if second[0] > first[1] else LOWER if second[1] < first[0] else CANNOT_TELL
    return Change(before, after, verdict)
