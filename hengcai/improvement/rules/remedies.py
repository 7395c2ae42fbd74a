"""整改: what makes a corrective measure, its days, and what a later sample allows to be said of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from hengcai.base.errors import NotNow, NotValid

PERSON, TEAM, PROCESS, SYSTEM, KNOWLEDGE = "person", "team", "process", "system", "knowledge"
ABOUT = (PERSON, TEAM, PROCESS, SYSTEM, KNOWLEDGE)
FURTHEST = timedelta(days=366)
CHECK_DAYS = 20  # working days after the due day, unless another is named
LONGEST_WORDS = 4000


@dataclass(frozen=True)
class Plan:
    """What whoever raises it writes: what was found, about whom or what, and what is to be done by when.

    `item` is a scorecard item's key, `figure` a monthly measure's code: what the check will look at, one or neither.
    """

    about: str
    finding: str
    action: str
    due_on: date | None
    check_on: date | None = None
    item: int | None = None
    figure: str = ""

    @property
    def texts(self) -> tuple[str, str]:
        return (self.finding, self.action)


def check_plan(plan: Plan, *, today: date, figures: Collection[str]) -> date:
    """Returns the day it is due."""
    if plan.about not in ABOUT:
        raise NotValid("improvement.about_missing")
    if not plan.finding.strip():
        raise NotValid("improvement.finding_missing")
    if not plan.action.strip():
        raise NotValid("improvement.action_missing")
    if plan.figure and (plan.item or plan.about == PERSON or plan.figure not in figures):
        raise NotValid("improvement.figure_unfit")
    if plan.check_on is not None and plan.due_on is not None and plan.check_on <= plan.due_on:
        raise NotValid("improvement.check_before_due")
    return check_day(plan.due_on, today)


def check_day(day: date | None, today: date) -> date:
    if day is None or not today <= day <= today + FURTHEST:
        raise NotValid("improvement.due_missing")
    return day


def check_subject(about: str, *, has_person: bool, has_team: bool) -> None:
    """A finding about a person names one, about a team names a team; any other names neither."""
    if (about == PERSON) != has_person or (about == TEAM) != has_team:
        raise NotValid("improvement.subject_missing")


def check_later(*, wished: date | None, present: date, today: date) -> date:
    """Days are only ever put off."""
    if wished is None or wished <= present or not today <= wished <= today + FURTHEST:
        raise NotValid("improvement.not_later")
    return wished


def check_words(text: str, code: str) -> str:
    if not text.strip():
        raise NotValid(code)
    return text.strip()


def check_handing(*, is_same: bool, is_able: bool, name: str) -> None:
    if is_same:
        raise NotValid("improvement.same_owner")
    if not is_able:
        raise NotNow("improvement.owner_unable", name=name)


def is_late(state: str, due_on: date, check_on: date, today: date) -> bool:
    """Not done after its day, or done and not checked after that of the check."""
    return {"open": due_on, "done": check_on}.get(state, date.max) < today
