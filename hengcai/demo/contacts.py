"""Two past quarters of contacts and the running one, written as a file and imported like anybody's."""

import json
import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from hengcai.accounts.models import Centre, User
from hengcai.base.days import months
from hengcai.demo.people import Staff
from hengcai.demo.talk import Dialogue, pick, render
from hengcai.interactions.actions.importing import start_import
from hengcai.interactions.files import look_at
from hengcai.interactions.importing import import_whole

A_WEEK = 3.0  # contacts kept per agent and week: a centre's full traffic would only make the demo slow
IMPROVEMENT = 0.25  # a quarter


def write_contacts(path: Path, staff: Staff, *, start: date, end: date, dice: random.Random) -> dict[str, Dialogue]:
    """Contact id → dialogue it was made from; the file itself goes through the import."""
    made: dict[str, Dialogue] = {}
    with path.open("w", encoding="utf-8") as file:
        for row in contact_rows(staff, start, end, dice, made):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return made


def contact_rows(
    staff: Staff, start: date, end: date, dice: random.Random, made: dict[str, Dialogue]
) -> Iterator[dict[str, Any]]:
    for day in (start + timedelta(days=n) for n in range((end - start).days + 1)):
        for row in staff.frontline():
            if _works(row, day) and dice.random() < A_WEEK / 7:
                yield _contact(row, day, staff, (day - start).days, dice, made)


def _works(row: dict[str, str], day: date) -> bool:
    return row["hired_on"] <= day.isoformat() <= row.get("left_on", "9999")


def _contact(
    row: dict[str, str], day: date, staff: Staff, days_in: int, dice: random.Random, made: dict[str, Dialogue]
) -> dict[str, Any]:
    level = staff.levels[row["id"]] + IMPROVEMENT * days_in / 91
    language = row["language"] if dice.random() < 0.8 else "zh"
    dialogue = pick(row["post"], language, level=level, dice=dice)
    key = f"{day:%y%m%d}-{len(made):06d}"
    made[key] = dialogue
    began = datetime.combine(day, datetime.min.time()) + timedelta(minutes=dice.randint(8 * 60, 20 * 60))
    turns = render(dialogue, badge=row["id"], agent=row["name"], dice=dice)
    ended = began + timedelta(seconds=turns[-1]["end"])
    return {
        "id": key, "agent": row["id"], "started_at": began.isoformat(), "ended_at": ended.isoformat(timespec="seconds"),
        "channel": dialogue.channel, "language": dialogue.language, "turns": turns, **_voice(dialogue, dice),
    }  # fmt: skip


def _voice(dialogue: Dialogue, dice: random.Random) -> dict[str, Any]:
    """What the customer said afterwards: about half say anything."""
    facts, voice = dialogue.facts, {}
    if facts.get("csat") and dice.random() < 0.6:
        voice["csat"] = str(min(5, max(1, facts["csat"] + dice.choice([0, 0, 1, 1, -1]))))
    if facts.get("recommend") is not None and dice.random() < 0.3:
        voice["recommend"] = str(min(10, max(0, facts["recommend"] + dice.choice([-1, 0, 0, 1]))))
    if facts.get("resolved") is not None:
        voice["resolved_first_contact"] = "true" if facts["resolved"] else "false"
    if facts.get("complaint", "none") != "none" and dice.random() < 0.1:
        voice["complaint"] = facts["complaint"]
    return voice


def bring_in_measures(
    centre: Centre, staff: Staff, *, by: User, quarters: list[tuple[date, date]], today: date, dice: random.Random
) -> None:
    """How long a matter stayed open, by agent and month: what the ticket system would hand over."""
    path = Path(settings.HOME) / "demo-measures.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("agent,period_start,period_end,measure,value\n")
        for first, last in months(quarters[0][0], today):
            for row in staff.frontline():
                hours = max(3, dice.gauss(17 - 4 * staff.levels[row["id"]], 4))
                file.write(f"{row['id']},{first},{last},time_to_resolution,{hours:.1f}\n")
    _taken_in(centre, "measures", path, by)


def _taken_in(centre: Centre, kind: str, path: Path, by: User) -> None:
    run = start_import(centre, by=by, file=look_at(path, kind=kind))
    for _progress in import_whole(run, by=by):
        pass
    path.unlink(missing_ok=True)
    run.refresh_from_db()
    if run.rejected_count:
        raise RuntimeError(f"the demo's own {kind} were refused: {run.rejects.first()}")


def bring_in(
    centre: Centre, staff: Staff, *, by: User, start: date, end: date, dice: random.Random
) -> dict[str, Dialogue]:
    path = Path(settings.HOME) / "demo-contacts.jsonl"
    made = write_contacts(path, staff, start=start, end=end, dice=dice)
    _taken_in(centre, "contacts", path, by)
    return made
