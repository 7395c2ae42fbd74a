"""What makes a case of the library: its words, its tags, no name in a warning, and how it is found again."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hengcai.base.errors import NotNow, NotValid

MODEL, WARNING = "model", "warning"
MOST_TAGS, LONGEST_TAG, LONGEST_TITLE = 8, 20, 200
MOST_BRIEFED = 6
_APART = re.compile(r"[\s,，、;；]+")


@dataclass(frozen=True)
class Draft:
    """What whoever makes a case writes. `competency` by its key; lines as in a session's cut."""

    kind: str
    title: str
    lesson: str
    tags: str = ""
    competency: int | None = None
    first: int | None = None
    last: int | None = None
    has_sound: bool = False


def check_draft(draft: Draft, *, names: Iterable[str], turn_count: int) -> tuple[int | None, int | None]:
    """Title and lesson; a warning names nobody it is about; the lines there are. Returns the lines."""
    if draft.kind not in (MODEL, WARNING):
        raise NotValid("coaching.case_kind")
    if not draft.title.strip() or not draft.lesson.strip():
        raise NotValid("coaching.case_words_missing")
    if len(draft.title) > LONGEST_TITLE:
        raise NotValid("coaching.case_title_long", most=LONGEST_TITLE)
    if draft.kind == WARNING and named_in(f"{draft.title}\n{draft.lesson}\n{draft.tags}", names):
        raise NotValid("coaching.case_names_agent")
    return _lines(draft.first, draft.last, turn_count)


def named_in(text: str, names: Iterable[str]) -> bool:
    found = folded_text(text)
    return any(folded_text(name) in found for name in names if name.strip())


def _lines(first: int | None, last: int | None, turn_count: int) -> tuple[int | None, int | None]:
    if first is None and last is None:
        return None, None
    first = last if first is None else first
    last = first if last is None else last
    if first is None or last is None or not 0 <= first <= last < turn_count:
        raise NotValid("coaching.cut_unknown", count=turn_count)
    return first, last


def tags_of(text: str) -> list[str]:
    """Written behind each other with spaces or commas; the same one once."""
    found = [tag.lstrip("#＃") for tag in _APART.split(text.strip())]
    tags = list(dict.fromkeys(tag for tag in found if tag))
    if len(tags) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in tags):
        raise NotValid("coaching.case_tags", most=MOST_TAGS, longest=LONGEST_TAG)
    return tags


def kept_turns(
    turns: Sequence[Mapping[str, Any]], texts: Sequence[str], lines: tuple[int | None, int | None]
) -> list[Any]:
    """The lines that are shown, with covered texts; their times count from the first of them, as the sound does."""
    first, last = lines
    start, end = (0, len(turns)) if first is None or last is None else (first, last + 1)
    begin = _begin(turns, start)
    return [
        {"speaker": turn["speaker"], "text": text, "start": _after(turn.get("start"), begin), "end": _after(turn.get("end"), begin)}
        for turn, text in zip(turns[start:end], texts[start:end], strict=True)
    ]  # fmt: skip


def span_of(turns: Sequence[Mapping[str, Any]], lines: tuple[int | None, int | None]) -> tuple[float, float] | None:
    """The seconds of these lines; None: from beginning to end. Lines without times cannot be cut out of a recording."""
    first, last = lines
    if first is None or last is None:
        return None
    start, end = turns[first].get("start"), turns[last].get("end")
    if start is None or end is None or end <= start:
        raise NotValid("coaching.case_untimed")
    return float(start), float(end)


def _begin(turns: Sequence[Mapping[str, Any]], start: int) -> float:
    told = turns[start].get("start") if start and start < len(turns) else None
    return float(told) if told is not None else 0.0


def _after(moment: float | None, begin: float) -> float | None:
    return None if moment is None else round(max(0.0, float(moment) - begin), 1)


def folded_text(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def words_to_find(parts: Iterable[str]) -> str:
    return folded_text("\n".join(parts))


def check_open(*, is_held: bool) -> None:
    """What was shown stays as it was shown."""
    if is_held:
        raise NotNow("coaching.briefing_held")


def check_holding(on: date, today: date, *, case_count: int, is_held: bool) -> None:
    """Once, on its day or after, with something to show."""
    check_open(is_held=is_held)
    if on > today:
        raise NotNow("coaching.briefing_early")
    if not case_count:
        raise NotNow("coaching.briefing_empty")


def check_team(*, is_seen: bool, people: Collection[object], present: Collection[object]) -> None:
    """A team one may brief, and nobody there who is not of it."""
    if not is_seen or not people:
        raise NotValid("coaching.briefing_team")
    if not set(present) <= set(people):
        raise NotValid("coaching.briefing_stranger")
