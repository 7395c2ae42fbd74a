"""`hengcai sample`: who is drawn from a table of contacts, with which chance, for which analyst; needs no database."""

import argparse
import os
import secrets
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.base.errors import NotValid
from hengcai.cli import sample_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import told

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    import polars as pl

    from hengcai.interactions.rules.headings.heading import Heading
    from hengcai.quality.rules.sampling.plan import Plan

LARGEST_SEED = 10**9
FIRST_OBJECTS = 1_000  # of JSON lines, whose keys tell which columns there are


def add_parser(commands: Any) -> None:
    command = commands.add_parser(
        "sample",
        help=told("sample.help"),
        description=told("sample.help"),
        epilog=f"{told('appraise.example')}\n"
        "  hengcai sample contacts.csv --plan plan.yaml --people people.csv --analysts analysts.csv --seed 7 --json -",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("contacts", metavar="CONTACTS", type=Path, help=told("sample.contacts"))
    command.add_argument("--plan", metavar="FILE", type=Path, required=True, help=told("sample.plan"))
    command.add_argument("--people", metavar="FILE", type=Path, help=told("sample.people"))
    command.add_argument("--analysts", metavar="FILE", type=Path, help=told("sample.analysts"))
    command.add_argument("--seed", metavar="N", type=_seed, help=told("sample.seed"))
    command.add_argument("--json", metavar="-|FILE", help=told("sample.json"))
    command.add_argument("--to", metavar="FILE", type=_table_path, help=told("sample.to"))
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    from hengcai.cli.appraise import check_targets
    from hengcai.cli.sample_output import write
    from hengcai.quality.rules.sampling import analysts, headings, people
    from hengcai.quality.rules.sampling.assigning import assign
    from hengcai.quality.rules.sampling.contacts import digest
    from hengcai.quality.rules.sampling.draw import draw
    from hengcai.quality.rules.sampling.output import Sample

    check_targets(chosen, chosen.contacts, chosen.plan, chosen.people, chosen.analysts)
    plan, frame = _plan_and_frame(chosen)
    staff, hearing = people.People(), analysts.Analysts()
    if chosen.people:
        _feed(chosen.people, headings.PEOPLE, people, staff.take)
    if chosen.analysts:
        _feed(chosen.analysts, headings.ANALYSTS, analysts, hearing.take)
    seed = secrets.randbelow(LARGEST_SEED) if chosen.seed is None else chosen.seed
    drawn = draw(frame, plan, roster=staff.roster(plan), seed=seed)
    assigned = assign(drawn.picks, hearing.all(), plan, seed=seed)
    found = Sample(seed, frame.height, digest(frame["id"]), drawn, assigned)
    return write(found, plan, chosen)


def _plan_and_frame(chosen: argparse.Namespace) -> "tuple[Plan, pl.DataFrame]":
    from hengcai.base.tables.frames import frames
    from hengcai.base.tables.look import beginning
    from hengcai.base.tables.reading import Columns
    from hengcai.quality.rules.sampling import headings
    from hengcai.quality.rules.sampling.contacts import NEEDED, SAID, Contacts
    from hengcai.quality.rules.sampling.plan_file import read_plan

    columns, _sheet, first = beginning(chosen.contacts, 0 if _has_header(chosen.contacts) else FIRST_OBJECTS)
    there = columns or tuple(dict.fromkeys(name for row in first for name in _keys(row)))
    mapping = headings.mapping_of(there, headings.CONTACTS, required=NEEDED, file=chosen.contacts.name)
    plan = read_plan(chosen.plan, columns=there)
    has = {*there, *mapping}
    said = [name for name in SAID if name in has or not columns]
    optional = tuple(dict.fromkeys(name for name in (*plan.columns, *said) if name not in NEEDED))
    gathered = Contacts(plan, zone=_zone(), said=said, is_whole=not columns and has.isdisjoint(SAID))
    own = {ours: to for ours, to in mapping.items() if ours in (*NEEDED, *optional)}
    wanted = Columns(NEEDED, optional, own, ids=("id", "agent"))
    for chunk in frames(chosen.contacts, wanted, heavy=said):
        gathered.take(chunk)
    frame = gathered.frame()
    _tell_absent(plan, has)
    return plan, frame


def _keys(row: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """Of JSON, dotted ways into objects too."""
    for name, value in row.items():
        yield f"{above}{name}"
        if isinstance(value, Mapping):
            yield from _keys(value, f"{above}{name}.")


def _tell_absent(plan: "Plan", has: set[str]) -> None:
    for rule in plan.rules:
        if absent := [one.column for one in rule.where if one.column not in has]:
            print(told("sample.column_absent", rule=rule.name, columns=absent), file=sys.stderr)


def _feed(path: Path, known: "Mapping[str, Heading]", kind: Any, take: Callable[[Mapping[str, Any]], None]) -> None:
    from hengcai.base.tables.look import columns_of
    from hengcai.base.tables.reading import Columns
    from hengcai.cli.appraise import feed
    from hengcai.quality.rules.sampling.headings import mapping_of

    mapping = mapping_of(columns_of(path), known, required=kind.REQUIRED, file=path.name)
    own = {ours: to for ours, to in mapping.items() if ours in (*kind.REQUIRED, *kind.OPTIONAL)}
    feed(path, Columns(kind.REQUIRED, kind.OPTIONAL, own, flat=True, ids=kind.REQUIRED[:1]), take)


def _has_header(path: Path) -> bool:
    from hengcai.base.tables.kinds import Kind, kind_of

    return kind_of(path) != Kind.JSONL


def _zone() -> "ZoneInfo":
    from zoneinfo import ZoneInfo

    name = os.environ.get("HENGCAI_TIME_ZONE", "") or "Asia/Shanghai"
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        raise NotValid("sampling.zone_unknown", value=name) from None


def _seed(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise argparse.ArgumentTypeError(told("sample.seed_unfit", value=text))
    return int(text)


def _table_path(text: str) -> Path:
    from hengcai.cli.appraise import table_path

    return table_path(text)
