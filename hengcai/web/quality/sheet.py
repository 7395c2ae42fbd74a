"""What the desk's form brings, what the page shows of it again, and the sum in words."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotNow, NotValid
from hengcai.quality.models import Item
from hengcai.quality.queries.pages import Desk, standing
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Mark
from hengcai.quality.rules.score import Score, is_error, score
from hengcai.web.quality.lines import (
    label_of,
    parts_of,
    plain_percent,
    share_text,
    told_of_fatal,
    weight_percent,
    weight_text,
)
from hengcai.web.quality.summary import summary, when
from hengcai.web.quality.ticket import ticket_of
from hengcai.web.quality.transcript import Moments, pins_of, said, times_of
from hengcai.web.shell.says import word

PHRASE = re.compile(r"([0-9]{1,5})-([0-9]{1,5})")
LONGEST_SECONDS = 20_000  # characters
UNKNOWN = -1  # no count of edits is one; the action's own check says so


STALE = "quality.stale"


@dataclass(frozen=True)
class Entry:
    """What stands in one item's fields, also where no mark was chosen yet. `line` as somebody types it."""

    comment: str = ""
    cause: str = ""
    line: str = ""
    phrase: str = ""


@dataclass(frozen=True)
class Sheet:
    """`marks` is what is handed on; `entries` is everything that was typed."""

    marks: Mapping[str, Mark]
    entries: Mapping[str, Entry]
    comment: str
    edit_count: int
    reason: str = ""
    seconds: Mapping[str, object] | None = None


def done_or_shown(act: Callable[[], Any], *, again: Callable[[NotValid], Any], beside: Callable[[NotNow], Any]) -> Any:
    """What was entered is never lost: a refusal shows it again, a newer state elsewhere stands beside it."""
    try:
        return act()
    except NotValid as refusal:
        return again(refusal)
    except NotNow as refusal:
        if refusal.code != STALE:
            raise
        return beside(refusal)


def sheet_posted(desk: Desk, post: Mapping[str, str]) -> Sheet:
    return posted(desk.card, moments_of(desk), post)


def posted(card: Card, moments: Moments, post: Mapping[str, str]) -> Sheet:
    entries = {item.code: _entry(item.code, post) for item in card.items()}
    turns = {code: moments.place(entry.line) if entry.line else None for code, entry in entries.items()}
    marks = {
        item.code: replace(
            _mark(card, item, entries[item.code], post),
            turn=turns[item.code],
            phrase=_phrase(entries[item.code].phrase),
        )
        for item in card.items()
    }
    return Sheet(
        marks={code: mark for code, mark in marks.items() if mark.value},
        entries=entries,
        comment=post.get("comment", "").strip(),
        edit_count=_number(post.get("edit_count", "")),
        reason=post.get("reason", "").strip(),
        seconds=_seconds(post.get("seconds", "")),
    )


def moments_of(desk: Desk) -> Moments:
    return Moments(desk.assignment.contact, desk.turns)


def sheet_kept(desk: Desk) -> Sheet:
    reason = desk.latest.revision_reason if desk.latest and desk.latest.state == "draft" else ""
    entries = entries_of(desk.marks, moments_of(desk))
    return Sheet(desk.marks, entries, desk.comment, desk.edit_count, reason, desk.seconds_spent)


def entries_of(marks: Mapping[str, Mark], moments: Moments) -> dict[str, Entry]:
    """Marks as somebody would type them."""
    return {
        code: Entry(
            mark.comment,
            mark.cause,
            "" if mark.turn is None else moments.typed(mark.turn),
            f"{mark.phrase.start}-{mark.phrase.end}" if mark.phrase else "",
        )
        for code, mark in marks.items()
    }


def _entry(code: str, post: Mapping[str, str]) -> Entry:
    return Entry(*(post.get(f"{name}-{code}", "").strip() for name in ("comment", "cause", "line", "phrase")))


def _phrase(text: str) -> cards.Phrase | None:
    """As the page writes it: from-to, in characters of the line."""
    found = PHRASE.fullmatch(text)
    return cards.Phrase(int(found[1]), int(found[2])) if found else None


def _seconds(text: str) -> Mapping[str, object] | None:
    """What is no such object is passed over: nothing hangs on it."""
    try:
        found = json.loads(text) if len(text) < LONGEST_SECONDS else None
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _mark(card: Card, item: cards.Item, entry: Entry, post: Mapping[str, str]) -> Mark:
    value = post.get(f"mark-{item.code}", "")
    if item.kind == cards.NOTE:
        value = cards.NOTED if entry.comment else ""
    return Mark(value, entry.comment, entry.cause if _may_bear_cause(card, item, value) else "")


def _may_bear_cause(card: Card, item: cards.Item, value: str) -> bool:
    """A cause is asked for and kept only where something fell short."""
    return not takes(item, value) or is_error(card, item, value)


def takes(item: cards.Item, value: str) -> bool:
    return value in item.scale or (value == cards.NA and item.may_be_na)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else UNKNOWN


def fit_marks(card: Card, marks: Mapping[str, Mark]) -> dict[str, Mark]:
    """Without what the card does not take, so that the rest can be shown and summed."""
    return {code: mark for code, mark in marks.items() if takes(card.by_code[code], mark.value)}


def laid_out(desk: Desk, sheet: Sheet) -> dict[str, Any]:
    """Everything the desk's template needs of one state of the form."""
    fit = fit_marks(desk.card, sheet.marks)
    found = score(desk.card, fit)
    parts = parts_of(desk.assignment.scorecard, desk.card, fit, found)
    return {
        "desk": desk,
        "sheet": sheet,
        "summary": summary(desk),
        "when": when(desk.assignment.contact, desk.seconds),
        "parts": parts,
        "said": said(desk.assignment.contact, desk.turns, pins_of(parts)),
        "ticket": ticket_of(desk),
        "times": times_of(desk.assignment.contact, desk.turns),
        "are_times": moments_of(desk).are_times,
        "tally": tally(desk, found),
        "current": found.unanswered[0] if found.unanswered else parts[0].rows[0].item.code,
        "causes": cards.CAUSES,
        "seconds": json.dumps(sheet.seconds or {}),
    }


def tally(desk: Desk, found: Score) -> dict[str, Any]:
    count = len(found.unanswered)
    left = ngettext("%(count)s item still to score", "%(count)s items still to score", count) % {"count": count}
    band = standing(desk.card, found.total)
    return {
        "total": round_half_up(found.total, 1) if found.total is not None else "—",
        "name": _("Current total") if count else _("Total"),
        "left": left if count else _("all scored"),
        "band": band,
        "band_word": word(f"band.{band}") if band else "",
        "fatal": told_of_fatal(desk.card, found, desk.assignment.scorecard),
    }


def reckoned(desk: Desk, sheet: Sheet) -> dict[str, Any]:
    """The live figures, worked out here and only shown by the script."""
    found = score(desk.card, fit_marks(desk.card, sheet.marks))
    return {
        "items": {
            code: {"share": share_text(one), "weight": weight_text(desk.card.by_code[code], one), "status": one.status}
            for code, one in found.by_code.items()
        },
        "sections": {
            one.code: {"share": plain_percent(one.score) or "—", "weight": weight_percent(one.weight)}
            for one in found.sections
        },
        "open": list(found.unanswered),
        "tally": tally(desk, found),
    }


@dataclass(frozen=True)
class Difference:
    item: Item
    mine: str
    theirs: str


def differences(desk: Desk, sheet: Sheet, items: list[Item]) -> list[Difference]:
    """Where what was typed here and what was saved elsewhere part."""
    fit = fit_marks(desk.card, sheet.marks)
    return [
        Difference(item, _told(item, fit.get(item.code)), _told(item, desk.marks.get(item.code)))
        for item in items
        if _bare(fit.get(item.code)) != _bare(desk.marks.get(item.code))
    ]


def _bare(mark: Mark | None) -> Mark | None:
    """A phrase is compared with the line it stands in."""
    return replace(mark, comment=mark.comment.strip(), phrase=None) if mark else None


def _told(item: Item, mark: Mark | None) -> str:
    if mark is None:
        return word("quality.status.unanswered")
    said = label_of(item, mark.value)
    return f"{said} · {mark.comment}" if mark.comment else said
