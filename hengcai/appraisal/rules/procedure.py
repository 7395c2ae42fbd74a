"""The democratic procedure of a policy (Labour Contract Law, article 4): what each step asks before the next may follow."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from hengcai.base.errors import NotAllowed, NotNow, NotValid

UNION, STAFF = "union", "staff"
SPEAK_FOR_STAFF = frozenset({UNION, STAFF})
ANSWERS = ("taken", "partly", "not_taken")
MOST_PRESENT, LONGEST_NAME = 500, 80
SIGN_DAYS = 5  # working days to sign for a version once asked


@dataclass(frozen=True, slots=True)
class Present:
    """`number`: of one of the centre's own people; empty for somebody from outside."""

    name: str
    capacity: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting at which it was decided."""

    held_on: date
    minutes: str
    present: tuple[Present, ...]
    votes_for: int
    votes_against: int = 0
    votes_abstained: int = 0

    @property
    def votes(self) -> int:
        return self.votes_for + self.votes_against + self.votes_abstained


@dataclass(frozen=True, slots=True)
class Notice:
    """What is put up for everybody to read: where, since when, and from which day it holds."""

    text: str
    place: str
    posted_on: date
    in_force_from: date


def text_hash(text: str) -> str:
    """Of the policy file to the letter: `sha256sum` of the exported file says the same."""
    return sha256(text.encode()).hexdigest()


def check_discussion(*, closes_on: date, today: date, unexplained: int) -> None:
    if closes_on <= today:
        raise NotValid("policy.discussion_too_short", closes=closes_on)
    check_explained(unexplained)


def check_explained(unexplained: int) -> None:
    """Every difference from the version before names its reason."""
    if unexplained:
        raise NotNow("policy.reasons_missing", count=unexplained)


def check_comment(text: str, article: str, *, known: Collection[str], closes_on: date, today: date) -> str:
    if today > closes_on:
        raise NotNow("policy.comments_closed", closes=closes_on)
    if article and article not in known:
        raise NotValid("policy.article_unknown", value=article)
    if not text.strip():
        raise NotValid("policy.comment_missing")
    return text.strip()


def check_answer(answer: str, reason: str) -> str:
    if answer not in ANSWERS:
        raise NotValid("policy.comment_answer_unknown", value=answer, known=ANSWERS)
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
    return reason.strip()


def check_amendable(*, closes_on: date, today: date) -> None:
    """While people comment, the text they read stands still."""
    if today <= closes_on:
        raise NotNow("policy.discussion_runs", closes=closes_on)


def check_meeting(meeting: Meeting, *, closes_on: date, today: date, unanswered: int) -> None:
    if not closes_on < meeting.held_on <= today:
        raise NotValid("policy.meeting_day", closes=closes_on, today=today)
    if unanswered:
        raise NotNow("policy.comments_unanswered", count=unanswered)
    if not meeting.minutes.strip():
        raise NotValid("policy.minutes_missing")
    _check_present(meeting.present)
    _check_votes(meeting)


def _check_present(present: Collection[Present]) -> None:
    if len(present) > MOST_PRESENT:
        raise NotValid("policy.too_many_present", most=MOST_PRESENT)
    for one in present:
        if not one.name.strip() or len(one.name) > LONGEST_NAME:
            raise NotValid("policy.name_missing")
        if one.capacity not in (UNION, STAFF, "panel", "management"):
            raise NotValid("policy.capacity_unknown", value=one.capacity)
    if not any(one.capacity in SPEAK_FOR_STAFF for one in present):
        raise NotValid("policy.nobody_for_staff")


def _check_votes(meeting: Meeting) -> None:
    if min(meeting.votes_for, meeting.votes_against, meeting.votes_abstained) < 0 or meeting.votes > len(
        meeting.present
    ):
        raise NotValid("policy.more_votes_than_people", votes=meeting.votes, present=len(meeting.present))
    if 2 * meeting.votes_for <= meeting.votes:
        raise NotNow("policy.not_adopted", votes=meeting.votes_for, of=meeting.votes)


def check_second(*, is_drafter: bool, others: int, reason: str) -> None:
    """Nobody confirms alone what they drafted, if somebody else could; where nobody can, it says why it could not wait."""
    if is_drafter and others:
        raise NotAllowed("policy.own_draft")
    if is_drafter and not reason.strip():
        raise NotValid("policy.alone_without_reason")


def check_notice(notice: Notice, *, decided_on: date, today: date) -> None:
    if not notice.text.strip() or not notice.place.strip():
        raise NotValid("policy.notice_missing")
    if not decided_on <= notice.posted_on <= today:
        raise NotValid("policy.notice_day", decided=decided_on, today=today)
    if notice.in_force_from <= notice.posted_on or notice.in_force_from < today:
        raise NotValid("policy.in_force_too_early", posted=notice.posted_on)


def check_begins(in_force_from: date, *, today: date) -> None:
    if today < in_force_from:
        raise NotNow("policy.not_in_force_yet", begins=in_force_from)


def check_paper(
    numbers: Collection[str], known: Collection[str], *, signed_on: date, announced_on: date | None, today: date
) -> None:
    """A list of names on paper: of our people, signed after the notice and not in days to come."""
    if not numbers:
        raise NotValid("policy.nobody_named")
    for number in numbers:
        if number not in known:
            raise NotValid("appraisal.person_unknown", number=number)
    if signed_on > today or (announced_on is not None and signed_on < announced_on):
        raise NotValid("policy.paper_day", announced=announced_on or signed_on, today=today)
