"""The contacts of a round, written as a file and imported like anybody's."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from hengcai.accounts.models import Centre, User
from hengcai.demo.handling import HandlingTimes
from hengcai.demo.people import Staff
from hengcai.demo.talk import FOLDER, Dialogue, Told, pick, render, tell
from hengcai.interactions.actions.importing import start_import
from hengcai.interactions.files import look_at
from hengcai.interactions.importing import import_whole
from hengcai.interactions.models import Contact

A_WEEK = 2.5  # contacts kept per agent and week: a centre's full traffic would only make the demo slow
IMPROVEMENT = 0.25  # a quarter
SLUMP, SLUMP_DAYS = 1.6, 36  # one team has done worse since lately: something for the first look to find
A_DAY = timedelta(days=1)
COMES_BACK = {True: 0.06, False: 0.5}  # how likely a customer is back on the matter, by whether the contact settled it
SOON = 6  # days within which they are, if so
MATTERS = {
    "bank": ("账户与银行卡", "Cards and accounts"), "ecommerce": ("订单与退换", "Orders and returns"),
    "retail": ("订单与退换", "Orders and returns"), "hotline": ("市民诉求", "Council services"),
    "council": ("市民诉求", "Council services"), "logistics": ("快件查询", "Parcels"), "parcels": ("快件查询", "Parcels"),
    "telecom": ("套餐与宽带", "Plans and broadband"), "utilities": ("水电气", "Water, power and gas"),
    "manufacturing": ("安装与保修", "Fitting and warranty"),
}  # fmt: skip
OTHER = ("其他", "Other")


@dataclass
class Traffic:
    """What each contact was made from, by the contact's key; `start` is the first day of all, `today` its end."""

    staff: Staff
    start: date
    today: date
    dice: random.Random
    made: dict[str, Told] = field(default_factory=dict)
    times: HandlingTimes = field(default_factory=HandlingTimes)
    coming: list[tuple[str, date, str]] = field(default_factory=list)  # matter, day of the contact before, customer

    def __post_init__(self) -> None:
        self.slumping = self.staff.last_team()

    def rows(self, first: date, last: date) -> Iterator[dict[str, Any]]:
        """Everybody's contacts of these days, each over before the last day is."""
        for day in (first + n * A_DAY for n in range((last - first).days + 1)):
            for row in self.staff.frontline():
                if _works(row, day) and self.dice.random() < A_WEEK / 7:
                    yield from self._contact(row, day, last)

    def _contact(self, row: dict[str, str], day: date, last: date) -> Iterator[dict[str, Any]]:
        dice = self.dice
        level = self.staff.levels[row["id"]] + IMPROVEMENT * (day - self.start).days / 91
        is_slump = row["team"] == self.slumping and (self.today - day).days <= SLUMP_DAYS
        level -= SLUMP if is_slump else 0
        dialogue = pick(row["post"], row["language"], level=level, dice=dice, is_poor=is_slump)
        told = tell(dialogue, badge=row["id"], agent=row["name"], dice=dice)
        turns = render(told, dice=dice)
        first, until = dialogue.hours
        began = datetime.combine(day, time()) + timedelta(minutes=dice.randint(first * 60, until * 60))
        ended = began + timedelta(seconds=turns[-1]["end"])
        if ended.date() > last:
            return  # a ticket that is still open has not come in
        key = f"{day:%y%m%d}-{len(self.made):06d}"
        self.made[key] = told
        yield {
            "id": key, "agent": row["id"], "started_at": began.isoformat(),
            "ended_at": ended.isoformat(timespec="seconds"), "channel": dialogue.channel,
            "language": dialogue.language, "turns": turns, **_voice(dialogue, dice), **self._whose(key, dialogue, day),
        }  # fmt: skip

    def _whose(self, key: str, dialogue: Dialogue, day: date) -> dict[str, str]:
        """Somebody who waits to come back about the like, or a new customer. By dice of its own, so that all else stays."""
        own, matter = random.Random(key), _matter(dialogue)
        self.coming = [one for one in self.coming if (day - one[1]).days <= SOON]
        back = next((one for one in self.coming if one[0] == matter and one[1] < day), None)
        if back is not None:
            self.coming.remove(back)
        customer = back[2] if back is not None else f"K{own.randrange(10**7, 10**8)}"
        if own.random() < COMES_BACK[dialogue.facts.get("resolved") is not False]:
            self.coming.append((matter, day, customer))
        return {"customer": customer, "matter": matter}


def _matter(dialogue: Dialogue) -> str:
    names = MATTERS.get(_trades().get(dialogue.id, ""), OTHER)
    return names[dialogue.language == "en"]


@lru_cache(maxsize=1)
def _trades() -> dict[str, str]:
    """Dialogue → the file it stands in, which is named for its trade."""
    paths = FOLDER.rglob("*.yaml")
    return {
        found: path.stem
        for path in paths
        for found in re.findall(r"^- id: (\S+)", path.read_text("utf-8"), re.MULTILINE)
    }


def _works(row: dict[str, str], day: date) -> bool:
    return row["hired_on"] <= day.isoformat() <= row.get("left_on", "9999")


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


def bring_in(centre: Centre, traffic: Traffic, first: date, last: date, *, by: User) -> list[Contact]:
    """The contacts of these days, as they stand in the database now."""
    newest = Contact.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    path = Path(settings.HOME) / "demo-contacts.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for row in traffic.rows(first, last):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    take_in(centre, "contacts", path, by=by)
    return list(Contact.objects.filter(pk__gt=newest).order_by("pk"))


def bring_in_measures(centre: Centre, traffic: Traffic, first: date, last: date, *, by: User) -> None:
    """How long a matter stayed open, by agent: what the ticket system hands over for a month."""
    path = Path(settings.HOME) / "demo-measures.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("agent,period_start,period_end,measure,value\n")
        for row in traffic.staff.frontline():
            if _works(row, last):
                hours = max(3, traffic.dice.gauss(17 - 4 * traffic.staff.levels[row["id"]], 4))
                file.write(f"{row['id']},{first},{last},time_to_resolution,{hours:.1f}\n")
                file.write(f"{row['id']},{first},{last},handling_time,{traffic.times.of(row['id'], first):.1f}\n")
    take_in(centre, "measures", path, by=by)


def take_in(centre: Centre, kind: str, path: Path, *, by: User) -> None:
    """A file of the demo's own, whole, and away with it."""
    run = start_import(centre, by=by, file=look_at(path, kind=kind))
    for _progress in import_whole(run, by=by):
        pass
    path.unlink(missing_ok=True)
    run.refresh_from_db()
    if run.rejected_count:
        raise RuntimeError(f"the demo's own {kind} were refused: {run.rejects.first()}")
