"""One part scored: the same rows for the same part and rules, whatever process does it."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from hengcai.autoscore.reading_input import Part, Row, row_of
from hengcai.autoscore.rules.checking import atoms_of
from hengcai.autoscore.rules.conditions import RuleFile
from hengcai.autoscore.rules.conversation import Conversation, conversation_of
from hengcai.autoscore.rules.finding import Finder, Span
from hengcai.autoscore.rules.judging import Scored, Seen, scored
from hengcai.autoscore.rules.reading import rules_in
from hengcai.base.errors import NotValid

UNKNOWN_DAY = "unknown"
Source = tuple[str, str]
"""Name and text of a rule file: read anew in each process."""


@dataclass(frozen=True)
class Refused:
    """A conversation that was left out: its id or row, and why."""

    id: str
    code: str
    facts: dict[str, Any]


@dataclass
class Outcome:
    """What one part came to. `counts`: item → contacts, applicable, hits."""

    number: int
    contacts: int = 0
    ids: list[str] = field(default_factory=list)
    counts: dict[str, list[int]] = field(default_factory=dict)
    files: list[dict[str, Any]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """Where a run writes, and how the files of its parts are called."""

    folder: Path
    run: str
    zone: str

    def name(self, number: int, versions: str) -> str:
        told = hashlib.sha256(f"{self.run}|{number}|{versions}".encode()).hexdigest()
        return f"part-{told[:16]}.parquet"


def score_part(sources: Sequence[Source], part: Part, place: Place) -> Outcome:
    """Written to temporary files first, then renamed: what has its name is whole."""
    rules, outcome = _rules(tuple(sources)), Outcome(part.number)
    days: dict[str, list[dict[str, Any]]] = {}
    for conversation in _conversations(part, outcome):
        outcome.contacts += 1
        outcome.ids.append(conversation.id)
        rows = list(_rows_of(rules, conversation, outcome))
        if rows:
            days.setdefault(day_of(conversation, place.zone), []).extend(rows)
    name = place.name(part.number, ",".join(f"{file.name}:{file.version}" for file, _finder in rules))
    outcome.files = [_written(place.folder, day, name, rows) for day, rows in sorted(days.items())]
    return outcome


@lru_cache(maxsize=4)
def _rules(sources: tuple[Source, ...]) -> tuple[tuple[RuleFile, Finder], ...]:
    files = [rules_in(text, file=name) for name, text in sources]
    return tuple((one, Finder(atoms_of(one))) for one in files)


def _conversations(part: Part, outcome: Outcome) -> Iterator[Conversation]:
    for place, raw in enumerate(part.rows):
        row: Row | None = row_of(raw)
        if row is None:
            number = part.first + place
            outcome.refused.append(
                Refused(f"{part.file}:{number}", "autoscore.no_json", {"file": part.file, "row": number})
            )
            continue
        try:
            yield conversation_of(row)
        except NotValid as refusal:
            outcome.refused.append(Refused(str(row.get("id") or ""), refusal.code, dict(refusal.facts)))


def _rows_of(rules: Iterable[tuple[RuleFile, Finder]], one: Conversation, outcome: Outcome) -> Iterator[dict[str, Any]]:
    """A rule file meets only contacts of its language."""
    for file, finder in rules:
        if file.language != one.language:
            continue
        seen = Seen(one, finder.found(one.turns))
        for item in file.items:
            found = scored(item, seen)
            _count(outcome, found)
            yield _row(one, file, found)


def _count(outcome: Outcome, found: Scored) -> None:
    counts = outcome.counts.setdefault(found.item, [0, 0, 0])
    counts[0] += 1
    counts[1] += found.applicable
    counts[2] += found.hit is True


def _row(one: Conversation, file: RuleFile, found: Scored) -> dict[str, Any]:
    agent = one.columns.get("agent")
    return {
        "contact": one.id, "agent": None if agent is None else str(agent), "item": found.item, "score": found.score,
        "applicable": found.applicable, "rule_version": file.version, "evidence": [_quote(one, span) for span in found.evidence],
    }  # fmt: skip


def _quote(one: Conversation, span: Span) -> dict[str, Any]:
    """Verbatim: what stands at these code points of the turn."""
    text = one.turns[span.turn].text
    return {"turn": span.turn, "start": span.start, "end": span.end, "quote": text[span.start : span.end]}


def day_of(one: Conversation, zone: str) -> str:
    """In the centre's zone; a moment without a zone is the centre's already."""
    told = one.columns.get("started_at")
    if isinstance(told, datetime):
        moment = told
    else:
        try:
            moment = datetime.fromisoformat(str(told or ""))
        except ValueError:
            return UNKNOWN_DAY
    local = moment.astimezone(ZoneInfo(zone)) if moment.tzinfo else moment
    return local.date().isoformat()


def _written(folder: Path, day: str, name: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    import polars

    evidence = polars.List(
        polars.Struct({"turn": polars.Int32, "start": polars.Int32, "end": polars.Int32, "quote": polars.String})
    )
    schema: dict[str, Any] = {
        "contact": polars.String, "agent": polars.String, "item": polars.String, "score": polars.String,
        "applicable": polars.Boolean, "rule_version": polars.String, "evidence": evidence,
    }  # fmt: skip
    target = folder / f"day={day}" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    working = target.with_suffix(".tmp")
    with working.open("wb") as stream:
        polars.DataFrame(rows, schema=schema, orient="row").write_parquet(stream)
        stream.flush()
        os.fsync(stream.fileno())
    digest = hashlib.sha256(working.read_bytes()).hexdigest()
    working.rename(target)
    return {"path": target.relative_to(folder).as_posix(), "rows": len(rows), "sha256": digest}
