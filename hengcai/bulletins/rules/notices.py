"""What a notice says of itself, and how long its page has to be in view before it can be signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.base.errors import NotValid

KINDS = ("policy", "product", "price", "process", "outage", "activity", "other")
URGENCIES = ("normal", "important", "urgent")
HOURS, SHIFT = DUE_KINDS = ("hours", "shift")
LONGEST_TITLE, LONGEST_BODY, MOST_HOURS, MOST_SKILLS = 200, 20_000, 24 * 30, 40
SIGNS_A_SECOND, LEAST_SECONDS, MOST_SECONDS = 30, 3, 60


@dataclass(frozen=True)
class Text:
    """All of a notice that its author writes; ids of teams and posts, names of skill groups; empty: all."""

    effective_from: date
    title_zh: str = ""
    title_en: str = ""
    body_zh: str = ""
    body_en: str = ""
    kind: str = "other"
    urgency: str = "normal"
    effective_until: date | None = None
    teams: Sequence[int] = ()
    posts: Sequence[int] = ()
    skills: Sequence[str] = ()
    must_read: bool = False
    due_kind: str = ""
    due_hours: int = 24
    rereads: bool = True
    what_changed: str = ""


def check_text(text: Text) -> None:
    if not (text.title_zh + text.title_en).strip() or not (text.body_zh + text.body_en).strip():
        raise NotValid("bulletins.text_missing")
    for title, body in ((text.title_zh, text.body_zh), (text.title_en, text.body_en)):
        if len(title) > LONGEST_TITLE or len(body) > LONGEST_BODY:
            raise NotValid("bulletins.text_long", title=LONGEST_TITLE, body=LONGEST_BODY)
        if bool(title.strip()) != bool(body.strip()):
            raise NotValid("bulletins.half_a_language")
    if text.kind not in KINDS or text.urgency not in URGENCIES:
        raise NotValid("bulletins.kind_unknown")
    if text.effective_until and text.effective_until < text.effective_from:
        raise NotValid("bulletins.ends_before")
    if len(text.skills) > MOST_SKILLS or any(len(one) > 80 for one in text.skills) or len(text.what_changed) > 400:
        raise NotValid("bulletins.too_much")
    _check_due(text)


def _check_due(text: Text) -> None:
    if text.must_read and text.due_kind not in DUE_KINDS:
        raise NotValid("bulletins.due_missing")
    if not 1 <= text.due_hours <= MOST_HOURS:
        raise NotValid("bulletins.due_hours", most=MOST_HOURS)


def seconds_to_read(body: str) -> int:
    """Nobody reads thirty signs in less than a second; a long text asks for a minute at most."""
    return min(max(len(body) // SIGNS_A_SECOND, LEAST_SECONDS), MOST_SECONDS)


def seconds_seen(elapsed: float, told: int | None) -> int:
    """What the page counted while it was in view, never more than the server's clock; without a count, the clock."""
    gone = max(int(elapsed), 0)
    return gone if told is None else min(max(told, 0), gone)
