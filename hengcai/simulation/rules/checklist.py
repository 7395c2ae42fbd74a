"""Marking by check-list: done, partly, not done, or it did not come up."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_lengths
from hengcai.simulation.rules.scenario import Item

DONE, PARTLY, MISSED, ABSENT = MARKS = ("2", "1", "0", "na")
MOST_NOTES, LONGEST_NOTE, LONGEST_COMMENT, LONGEST_SECONDS = 60, 500, 4000, 6 * 3600
Marks = Mapping[str, str]


def check_marks(items: Iterable[Item], marks: Marks) -> None:
    known = {one.id for one in items}
    check_lengths(*marks)
    for item, mark in marks.items():
        if item not in known:
            raise NotValid("simulation.item_unknown", item=item[:40])
        if mark not in MARKS:
            raise NotValid("simulation.mark_wrong", item=item)


def check_complete(items: Iterable[Item], marks: Marks) -> None:
    """Each line is marked, and something did come up."""
    lacking = [one.id for one in items if one.id not in marks]
    if lacking:
        raise NotValid("simulation.items_unmarked", n=len(lacking), items=lacking)
    if all(mark == ABSENT for mark in marks.values()):
        raise NotValid("simulation.nothing_seen")


def read_notes(given: Any) -> list[dict[str, Any]]:
    """In the order of their moments."""
    rows = given if isinstance(given, list) else []
    if len(rows) > MOST_NOTES:
        raise NotValid("simulation.notes_many", most=MOST_NOTES)
    return sorted(map(_note, rows), key=lambda one: int(one["seconds"]))


def _note(given: Any) -> dict[str, Any]:
    seconds, text = (given.get("seconds"), given.get("text")) if isinstance(given, Mapping) else (None, None)
    is_moment = isinstance(seconds, int) and not isinstance(seconds, bool) and 0 <= seconds <= LONGEST_SECONDS
    if not is_moment or not isinstance(text, str) or not text.strip() or len(text) > LONGEST_NOTE:
        raise NotValid("simulation.note_wrong", most=LONGEST_NOTE)
    check_lengths(text)
    return {"seconds": seconds, "text": text.strip()}


def scores(items: Sequence[Item], marks: Marks) -> dict[str, Fraction]:
    """Competency → the mean over its lines that came up; half for what was done partly."""
    found: dict[str, list[Fraction]] = {}
    for one in items:
        if marks.get(one.id, ABSENT) != ABSENT:
            found.setdefault(one.competency, []).append(Fraction(int(marks[one.id]), 2))
    return {code: sum(some, Fraction(0)) / len(some) for code, some in found.items()}


def has_critical(items: Iterable[Item], marks: Marks) -> bool:
    """Something was missed that must not be: the whole is worth nothing then, whatever else was done."""
    return any(one.is_critical and marks.get(one.id) == MISSED for one in items)


def outcome(share: Fraction, *, is_critical: bool) -> str:
    if is_critical or share < Fraction(3, 5):
        return "poor"
    return "good" if share >= Fraction(4, 5) else "middling"


def proposed(items: Iterable[Item], said: Iterable[str]) -> dict[str, str]:
    """By rule: a line is proposed as done where the agent said one of its phrases. Whoever marks decides."""
    spoken = "\n".join(said).casefold()
    return {one.id: DONE for one in items if any(phrase.casefold() in spoken for phrase in one.says)}
