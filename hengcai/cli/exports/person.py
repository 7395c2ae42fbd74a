"""All that is held on one person: one JSON object, or an archive with a table a list."""

import argparse
import io
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO
from zipfile import ZIP_DEFLATED, ZipFile

from hengcai.cli.held_words import LISTS, WITHHELD, told
from hengcai.cli.program import language
from hengcai.cli.rows import noted, write_rows

if TYPE_CHECKING:
    from hengcai.people.models import Person

ENDINGS = (".json", ".zip")
TAKES = NEEDS = frozenset({"person"})
Lists = Iterator[tuple[str, Iterable[dict[str, Any]]]]


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    """Written as it is read, for a long-serving agent has very many contacts."""
    person, lists = _begun(chosen)
    stream.write('{\n"about": ' + json.dumps(_about(person), ensure_ascii=False))
    count = 0
    for name, rows in lists:
        stream.write(f',\n"{name}": [')
        mark = "\n"
        for row in rows:
            stream.write(mark + json.dumps(row, ensure_ascii=False))
            mark, count = ",\n", count + 1
        stream.write("]")
    stream.write("\n}\n")
    return count


def save(path: Path, chosen: argparse.Namespace) -> int:
    if path.suffix.lower() == ".json":
        with path.open("w", encoding="utf-8") as stream:
            return write(stream, chosen)
    person, lists = _begun(chosen)
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        counts = {name: _table(archive, name, rows) for name, rows in lists}
        archive.writestr("README.txt", _readme(person, counts))
    return sum(counts.values())


def _begun(chosen: argparse.Namespace) -> "tuple[Person, Lists]":
    from hengcai.accounts.models import system_user
    from hengcai.insight.queries.held import held_on, person_called

    person = person_called(chosen.person)
    lists = held_on(person, system_user())
    noted("export_person", person)
    return person, lists


def _table(archive: ZipFile, name: str, rows: Iterable[dict[str, Any]]) -> int:
    """An empty list has no table."""
    ahead = iter(rows)
    first = next(ahead, None)
    if first is None:
        return 0
    with archive.open(f"{name}.csv", "w") as raw, io.TextIOWrapper(raw, encoding="utf-8", newline="") as stream:
        return write_rows(stream, tuple(first), _whole(first, ahead), to=None)


def _whole(first: dict[str, Any], rest: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield first
    yield from rest


def _about(person: "Person") -> dict[str, Any]:
    """What a reader of the file has to know before the lists."""
    tongue = language()
    return {
        "person": person.number,
        "given_out_at": _now().isoformat(timespec="seconds"),
        "withheld": {code: told(f"withheld.{code}", tongue) for code in WITHHELD},
        "lists": {name: told(f"list.{name}", tongue) for name in LISTS},
    }


def _readme(person: "Person", counts: dict[str, int]) -> str:
    """Chinese and English, for the person it is about may read either."""
    parts = [_page(person, counts, tongue) for tongue in ("zh-hans", "en")]
    return "\ufeff" + "\n\n".join(parts) + "\n"


def _page(person: "Person", counts: dict[str, int], tongue: str) -> str:
    lines = [told("title", tongue, number=person.number, at=_now().isoformat(" ", "minutes"))]
    for name, count in counts.items():
        told_of = told(f"list.{name}", tongue)
        lines.append(told("line" if count else "line_empty", tongue, name=name, told=told_of, count=count))
    return "\n".join([*lines, "", *(f"{code}: {told(f'withheld.{code}', tongue)}" for code in WITHHELD)])


def _now() -> datetime:
    from django.utils.timezone import localtime

    return localtime()
