"""A coaching session: what belongs on its record before it counts as held, and its days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.base.errors import NotNow, NotValid

SIGN_DAYS = 5  # working days in which both sign
LOOK_DAYS = 10  # working days after which one looks again, unless another day is agreed
MOST_CLIPS = 6


@dataclass(frozen=True)
class Cut:
    """Lines from–to of one evaluation's contact, the first being 0; neither: the whole of it."""

    evaluation: int
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True)
class Plan:
    """What a coach writes down. `item` by its key."""

    item: int
    look_on: date | None
    strengths: str = ""
    gap: str = ""
    agreed: str = ""
    notes: str = ""
    cuts: tuple[Cut, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.strengths, self.gap, self.agreed, self.notes)


def check_plan(plan: Plan, *, agents: Sequence[object], items: Sequence[int], today: date) -> date:
    """One agent, an item that was marked in what is heard, a day to come; returns that day."""
    if not plan.cuts or len(plan.cuts) > MOST_CLIPS:
        raise NotValid("coaching.cuts", most=MOST_CLIPS)
    if len(set(agents)) != 1:
        raise NotValid("coaching.several_agents")
    if plan.item not in items:
        raise NotValid("coaching.item_unmarked")
    if plan.look_on is None or plan.look_on <= today:
        raise NotValid("coaching.look_on_past")
    return plan.look_on


def check_cut(cut: Cut, *, turn_count: int) -> Cut:
    """Both ends or neither; the end not before the beginning, and within what was said."""
    first, last = cut.first, cut.last
    if first is None and last is None:
        return cut
    first = last if first is None else first
    last = first if last is None else last
    if first is None or last is None or not 0 <= first <= last < turn_count:
        raise NotValid("coaching.cut_unknown", count=turn_count)
    return Cut(cut.evaluation, first, last)


def check_held(*, strengths: str, gap: str, agreed: str, held_on: date, look_on: date, today: date) -> None:
    """Strengths, gap and what is agreed stand on it; it was held by today, and there is time to look again."""
    told = {"strengths": strengths, "gap": gap, "agreed": agreed}
    missing = [name for name, text in told.items() if not text.strip()]
    if missing:
        raise NotValid("coaching.incomplete", missing=missing)
    if held_on > today:
        raise NotValid("coaching.held_later")
    if look_on <= held_on:
        raise NotValid("coaching.look_on_past")


def check_words(text: str, code: str) -> str:
    if not text.strip():
        raise NotValid(code)
    return text.strip()


def check_hand_over(state: str, *, is_same: bool, is_able: bool, name: str) -> None:
    """Until it is closed, to somebody else who may coach the agent."""
    if state == "closed":
        raise NotNow("coaching.handed_closed")
    if is_same:
        raise NotValid("coaching.same_coach")
    if not is_able:
        raise NotNow("coaching.coach_unable", name=name)


def check_signing(state: str, *, is_signed: bool) -> None:
    """While it lies before both, once each."""
    if state != "held":
        raise NotNow("coaching.not_to_sign")
    if is_signed:
        raise NotNow("coaching.signed_already")


def check_put_off(state: str, *, look_on: date, wished: date | None, today: date) -> date:
    """To a later day, as long as nobody has looked."""
    if state not in ("signed", "refused"):
        raise NotNow("coaching.not_to_put_off")
    if wished is None or wished <= look_on or wished <= today:
        raise NotValid("coaching.not_later")
    return wished
