"""`hengcai workday`: what a day is, which day a deadline falls on, how many working days lie between; needs no database."""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from hengcai.base.dates import written_day
from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.base.workdays import Calendar, own_day
from hengcai.cli import workday_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import told
from hengcai.cli.program import language

EXAMPLE = "hengcai workday 2026-02-14 --add 5 --json -"


def add_parser(commands: Any) -> None:
    command = commands.add_parser(
        "workday", help=told("workday.help"), description=told("workday.help"), epilog=EXAMPLE
    )
    command.add_argument("date", metavar="DATE", type=_day, help=told("workday.date"))
    counting = command.add_mutually_exclusive_group()
    counting.add_argument("--add", metavar="N", type=int, help=told("workday.add"))
    counting.add_argument("--until", metavar="DATE", type=_day, help=told("workday.until"))
    command.add_argument("--calendar", metavar="FILE", type=Path, help=told("workday.calendar"))
    command.add_argument("--language", metavar="zh|en", choices=("zh", "en"), help=told("workday.language"))
    command.add_argument("--json", metavar="-", choices=["-"], help=told("workday.json"))
    command.set_defaults(run=run)


def _day(text: str) -> date:
    try:
        return written_day(text)
    except ValueError:
        raise argparse.ArgumentTypeError(told("workday.no_day", value=text)) from None


def run(chosen: argparse.Namespace) -> int:
    own = read_calendar(chosen.calendar) if chosen.calendar else {}
    calendar = Calendar(own, chosen.language or ("en" if language().startswith("en") else "zh"))
    kind, found = _found(calendar, chosen)
    if chosen.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print(_said(kind, found, calendar.language))
    return 0


def _found(calendar: Calendar, chosen: argparse.Namespace) -> tuple[str, dict[str, Any]]:
    start: date = chosen.date
    if chosen.add is not None:
        reached = calendar.add(start, chosen.add)
        return "add", {"from": start.isoformat(), "days": reached.days, **_reached(reached.date, reached.provisional)}
    if chosen.until is not None:
        counted = calendar.until(start, chosen.until)
        head = {"from": start.isoformat(), "until": chosen.until.isoformat(), "days": counted.days}
        return "until", {**head, "provisional": counted.provisional}
    day = calendar.day(start)
    return "day", {
        "date": day.date.isoformat(), "is_working": day.is_working, "name": day.name, "kind": day.kind,
        "statutory": day.statutory, "provisional": day.provisional,
    }  # fmt: skip


def _reached(day: date, is_provisional: bool) -> dict[str, Any]:  # noqa: FBT001 - the answer's own two keys
    return {"date": day.isoformat(), "provisional": is_provisional}


def _said(kind: str, found: dict[str, Any], reader: str) -> str:
    facts = {**found, "name": f" {found['name']}" if found.get("name") else ""}
    if kind == "day":
        facts["kind"] = sentence(f"workday.kind.{found['kind']}", reader, {})
        facts["pay"] = sentence("workday.triple", reader, {}) if found["statutory"] else ""
    facts["doubt"] = sentence("workday.provisional", reader, {}) if found["provisional"] else ""
    return sentence(f"workday.said.{kind}", reader, facts)


def read_calendar(path: Path) -> dict[date, tuple[str, str | None]]:
    """CSV (or any table) with date, kind and name; a day stands there once."""
    from hengcai.base.tables.reading import Columns, open_table

    own: dict[date, tuple[str, str | None]] = {}
    with open_table(path, Columns(("date", "kind"), ("name",), flat=True)) as table:
        for row in table:
            try:
                day = _written(row.values["date"])
                if day in own:
                    raise NotValid("workday.day_twice", value=day.isoformat())
                own[day] = own_day(row.values["kind"].strip(), row.values["name"])
            except NotValid as refusal:
                raise NotValid(refusal.code, **{**refusal.facts, **table.place, "row": row.number}) from None
    return own


def _written(text: str) -> date:
    try:
        return written_day(text)
    except ValueError:
        raise NotValid("workday.not_a_day", value=text) from None
