"""Seats, meetings and tasks of the review panel, and suggestions put to it: what they must say and when they are late."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from hengcai.base.errors import NotValid

SUGGESTION_DAYS = 10  # working days for an answer
CODE_BYTES = 10
SENIOR_YEARS = 10  # of service, for a senior agent in a project group
ADOPTED, PARTLY, NOT_ADOPTED = "adopted", "partly", "not_adopted"
OUTCOMES = (ADOPTED, PARTLY, NOT_ADOPTED)


@dataclass(frozen=True)
class Mandate:
    """From when to when somebody sits, as what, and how they were chosen."""

    part: str
    chosen: str
    since: date | None
    until: date | None
    basis: str = ""


@dataclass(frozen=True)
class Point:
    """One topic of a meeting: what was said, what was decided, how it was voted on."""

    title: str
    said: str = ""
    decided: str = ""
    votes: tuple[int, int, int] = (0, 0, 0)  # for, against, abstained


def check_mandate(mandate: Mandate, *, parts: Collection[str], ways: Collection[str]) -> date:
    if mandate.part not in parts or mandate.chosen not in ways:
        raise NotValid("council.seat_incomplete")
    if mandate.since is None:
        raise NotValid("council.since_missing")
    if mandate.until is not None and mandate.until < mandate.since:
        raise NotValid("council.until_before")
    return mandate.since


def check_points(points: Sequence[Point], *, present: int) -> None:
    """At least one, each with a title; nobody votes who was not there."""
    if not points or any(not one.title.strip() for one in points):
        raise NotValid("council.points_missing")
    for one in points:
        if min(one.votes) < 0 or sum(one.votes) > present:
            raise NotValid("council.votes_more_than_present", title=one.title, present=present)


def check_meeting(held_on: date | None, *, present: int, today: date) -> date:
    if held_on is None or held_on > today:
        raise NotValid("council.held_when")
    if not present:
        raise NotValid("council.nobody_present")
    return held_on


def check_due(due_on: date | None, *, today: date) -> date:
    if due_on is None or due_on < today:
        raise NotValid("council.due_past")
    return due_on


def check_text(text: str, code: str) -> str:
    if not text.strip():
        raise NotValid(code)
    return text.strip()


def check_outcome(outcome: str) -> str:
    if outcome not in OUTCOMES:
        raise NotValid("council.outcome_unknown")
    return outcome


def years_of_service(hired_on: date | None, today: date) -> int | None:
    """Whole ones."""
    if hired_on is None:
        return None
    return today.year - hired_on.year - ((today.month, today.day) < (hired_on.month, hired_on.day))


def new_code() -> str:
    """Shown to whoever writes without a name, once."""
    return secrets.token_hex(CODE_BYTES)


def digest_of(code: str) -> str:
    return sha256(code.strip().lower().encode()).hexdigest()
