"""A file whose columns go by other names than ours: known by the table of names, or asked about."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hengcai.base.apart import apart
from hengcai.base.errors import NotValid
from hengcai.base.tables.look import columns_of, names_below
from hengcai.base.tables.mapping import Origin
from hengcai.interactions.choosing import remembered
from hengcai.interactions.files import FileToImport, Mapped, look_at
from hengcai.interactions.kinds.registry import Handler, handler_of
from hengcai.interactions.rules.headings import headings_of
from hengcai.interactions.rules.headings.guess import LASTING, Guess, guess

ENOUGH_FOR_NAMES = 2
WIDER = {"complaints": "complaint-records"}


def look_by_headings(
    path: Path, *, kind: str, mapping: Mapped | None = None, options: Mapping[str, Any] | None = None
) -> FileToImport:
    """As `look_at`. A mapping, or a file that has every column needed under our own name, is taken to the letter."""
    if mapping or not headings_of(kind):
        return look_at(path, kind=kind, mapping=mapping, options=options)
    columns = apart(columns_of, path)
    kind = wider(kind, columns)
    handler = handler_of(kind)
    if not columns or set(handler.required) <= set(columns):
        return look_at(path, kind=kind, options=options)
    made = remembered(kind, columns) or guessed(kind, columns)
    if made.lacks(handler.required):
        check_below(path, kind, handler)
        _check_asked(path, made, handler)
    return look_at(path, kind=kind, mapping=mapping_of(made), options=options)


def wider(kind: str, columns: Sequence[str]) -> str:
    """Complaints come with their words, or as contacts and where each stands: the columns tell which."""
    other = WIDER.get(kind)
    if other is None or set(handler_of(kind).required) <= set(columns):
        return kind
    return other if not guessed(other, columns).lacks(handler_of(other).required) else kind


def guessed(kind: str, columns: Sequence[str]) -> Guess:
    handler = handler_of(kind)
    return guess(columns, headings_of(kind), (*handler.required, *handler.optional))


def mapping_of(made: Guess) -> dict[str, Origin]:
    """Only what is called otherwise than by us; an end that is missing follows from how long it took."""
    mapping = {name: Origin(path=heading) for name, heading in made.found.items() if name not in (heading, LASTING)}
    start, lasting = made.found.get("started_at"), made.found.get(LASTING)
    if lasting and start and "ended_at" not in made.found:
        mapping["ended_at"] = Origin(path=lasting, seconds_after=start)
    return mapping


def _check_asked(path: Path, made: Guess, handler: Handler) -> None:
    """One that can only be an optional column is left aside like any other that nobody knows."""
    lacking = set(made.lacks(handler.required))
    for heading, meant in made.asked.items():
        if lacking & set(meant):
            raise NotValid("import.heading_unclear", file=path.name, heading=heading, meant=meant)


def check_below(path: Path, kind: str, handler: Handler) -> None:
    """Titles, or groups of columns, above the names."""
    for number, cells in apart(names_below, path):
        names = guessed(kind, cells).found
        needed = [names[name] for name in handler.required if name in names]
        if len(needed) >= ENOUGH_FOR_NAMES:
            raise NotValid("table.names_further_down", file=path.name, row=number, names=needed)
