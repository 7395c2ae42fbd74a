"""Where a draw goes: JSON, a table of the picks, or what a reader wants to know first and then the picks."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hengcai.cli.appraise_output import into_file, stdout_is_narrow, told
from hengcai.cli.measure.output import print_rows
from hengcai.quality.rules.sampling.output import PICK, Sample
from hengcai.quality.rules.sampling.plan import Plan

COLUMNS = ("contact", "agent", "stratum", "drawn", "of", "analyst", "second")
"""Of the table: 4 of 12 in two cells, since a spreadsheet takes 4/12 for a day."""
MOST_NAMED = 20


def write(found: Sample, plan: Plan, chosen: argparse.Namespace) -> int:
    _tell(found, plan)
    if chosen.to:
        into_file(chosen.to, lambda stream: _write_table(stream, found, as_csv=chosen.to.suffix.lower() == ".csv"))
        _say("sample.written", path=chosen.to, count=len(found.drawn.picks))
    if chosen.json == "-":
        print(json.dumps(found.as_json(), ensure_ascii=stdout_is_narrow()))
    elif chosen.json:
        text = json.dumps(found.as_json(), ensure_ascii=False)
        into_file(Path(chosen.json), lambda stream: stream.write(text.encode() + b"\n"))
        _say("sample.written", path=chosen.json, count=len(found.drawn.picks))
    elif not chosen.to:
        _print(found, plan)
    return 0


def _tell(found: Sample, plan: Plan) -> None:
    """What the plan asked for and could not be had; the seed, without which nobody can repeat the draw."""
    _say("sample.seeded", seed=found.seed)
    assigned, links = found.assigned, found.assigned.links
    if found.drawn.short:
        named = [short.agent for short in found.drawn.short]
        shown = [*named[:MOST_NAMED], *(["…"] if len(named) > MOST_NAMED else [])]
        _say("sample.short", count=len(named), agents=shown)
    nobody = sum(analyst is None for analyst, _second in assigned.pairs)
    if nobody and links.groups:
        _say("sample.nobody", count=nobody)
    if assigned.uneven:
        names = [name for name, _load, _due in assigned.uneven]
        _say("sample.uneven", within=plan.load_within, analysts=names[:MOST_NAMED])
    if not links.connected:
        _say("sample.apart", count=len(links.groups))


def _write_table(stream: Any, found: Sample, *, as_csv: bool) -> None:
    rows = list(_rows(found))
    if as_csv:
        from hengcai.base.tables.csv_out import csv_bytes

        stream.write(csv_bytes(COLUMNS, rows))
        return
    from hengcai.base.sheets import Sheet, write_sheet

    write_sheet(stream, Sheet("sample", COLUMNS, rows))


def _rows(found: Sample) -> Iterator[tuple[str, str, str, int, int, str, str]]:
    for pick, (analyst, second) in zip(found.drawn.picks, found.assigned.pairs, strict=True):
        stratum = pick.stratum
        yield pick.contact, stratum.agent, stratum.id, stratum.k, stratum.n, analyst or "", second or ""


def _print(found: Sample, plan: Plan) -> None:
    print(told("sample.frame", n=found.n, digest=found.digest))
    _print_part("strata", ("stratum", "agents", "contacts", "drawn"), _strata(found, plan))
    loads = Counter(name for pair in found.assigned.pairs for name in pair if name)
    _print_part("analysts_title", ("analyst", "contacts"), [[name, str(loads[name])] for name in sorted(loads)])
    _print_part("picks", PICK, [[cell or "" for cell in pick] for pick in found.picks()])


def _print_part(title: str, names: tuple[str, ...], rows: list[list[str]]) -> None:
    if rows:
        print(f"\n[{told(f'sample.{title}')}]")
        print_rows([[told(f"sample.head.{name}") for name in names], *rows])


def _strata(found: Sample, plan: Plan) -> list[list[str]]:
    """All agents' together, in the plan's order."""
    rows = []
    for rule in (*(rule.name for rule in plan.rules), None):
        own = [stratum for stratum in found.drawn.strata if stratum.rule == rule]
        n, k = sum(stratum.n for stratum in own), sum(stratum.k for stratum in own)
        rows.append([rule or told("sample.ordinary"), str(len(own)), str(n), str(k)])
    return rows


def _say(code: str, **facts: object) -> None:
    print(told(code, **facts), file=sys.stderr)
