"""The evidence bundle as paper: not a form to fill in, but what stands in the file, part by part."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.say import knows
from hengcai.paper.blocks import Block, Heading, Paper, Paragraph, Table
from hengcai.paper.telling import Teller
from hengcai.records.queries.bundle import PARTS

Row = dict[str, Any]
SHOWN = {
    "rules": ("name", "number", "announced_on", "in_force_from", "acknowledged_at"),
    "results": ("cycle", "revision", "final", "band", "notified_at", "interview_held_on", "outcome", "answered_at"),
    "sample": ("contact", "on", "scorecard", "plan", "seed", "inclusion"),
    "training": ("on", "kind", "what", "hours", "by"),
    "retests": ("on", "kind", "cycle", "final", "band"),
}
WIDTHS = {
    "rules": (4, 1, 2, 2, 2), "results": (2, 1, 1.2, 1.6, 2, 2, 1.6, 2), "sample": (2.4, 1.8, 3, 3, 2.2, 1.2),
    "training": (1.8, 1.6, 6, 1, 1.8), "retests": (2, 2, 2, 1.4, 3),
}  # fmt: skip
MOST_SAMPLED = 200
DAYS = {"announced_on", "in_force_from", "acknowledged_at", "notified_at", "interview_held_on", "answered_at", "on"}


def bundle_paper(bundle: dict[str, Any], *, centre: str, tell: Teller, today: date) -> Paper:
    blocks: list[Block] = [Paragraph(tell.say("records.bundle.note"), is_small=True)]
    for part in PARTS:
        blocks += _part(part, bundle[part], tell)
    blocks += _objections(bundle["results"], tell)
    blocks += _by_hand(bundle["results"], tell)
    blocks += _hashes(bundle["results"], tell)
    person = bundle["person"]
    facts = [
        (tell.say("paper.fact.name"), person["name"]), (tell.say("paper.fact.number"), person["number"]),
        (tell.say("records.bundle.hired_on"), _shown("on", person["hired_on"], tell)),
    ]  # fmt: skip
    return Paper(
        title=tell.say("records.bundle"), subtitle="", language=tell.tongue, blocks=blocks, head=centre,
        foot=tell.say("paper.foot", day=today), facts=facts, is_landscape=True,
    )  # fmt: skip


def _part(part: str, rows: Sequence[Row], tell: Teller) -> list[Block]:
    heading = Heading(tell.say(f"records.bundle.{part}"), level=2)
    if not rows:
        return [heading, Paragraph(tell.say(f"records.bundle.{part}.none"))]
    heads = [tell.say(f"records.bundle.column.{name}") for name in SHOWN[part]]
    cells = [[_shown(name, row[name], tell) for name in SHOWN[part]] for row in rows[:MOST_SAMPLED]]
    more = len(rows) - len(cells)
    rest: list[Block] = [Paragraph(tell.say("records.bundle.more", count=more), is_small=True)] if more else []
    return [heading, Table(heads, cells, widths=WIDTHS[part], name=heading.text), *rest]


def _shown(name: str, value: Any, tell: Teller) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, dict):  # a name in both languages
        return str(value.get(tell.tongue) or next(iter(value.values())))
    if name in DAYS:
        return tell.day(_day(str(value)))
    if name == "band" and knows(f"band.{value}"):
        return tell.say(f"band.{value}")
    if name == "outcome":
        return tell.say(f"records.state.{value}")
    return tell.say(f"records.bundle.kind.{value}") if name == "kind" else str(value)


def _day(text: str) -> date:
    return (
        date.fromisoformat(text)
        if len(text) == len("2026-01-01")
        else day_of(datetime.fromisoformat(text), settings.TIME_ZONE)
    )


def _objections(rows: Sequence[Row], tell: Teller) -> list[Block]:
    told = [Paragraph(f"{one['cycle']}: {one['objection']}") for one in rows if one["objection"]]
    return [Heading(tell.say("records.bundle.objections"), level=2), *told] if told else []


def _by_hand(rows: Sequence[Row], tell: Teller) -> list[Block]:
    told = [
        tell.say(
            "records.bundle.paper.line", cycle=one["cycle"], revision=one["revision"], name=one["paper_seen_by"],
            day=tell.day(_day(one["paper_signed_on"])), hash=one["paper_sha256"],
        )
        for one in rows
        if one["on_paper"]
    ]  # fmt: skip
    return [Heading(tell.say("records.bundle.paper"), level=2), *map(Paragraph, told)] if told else []


def _hashes(rows: Sequence[Row], tell: Teller) -> list[Block]:
    told = [
        Paragraph(f"{one['cycle']} ({one['revision']}): {one['sha256']}", is_small=True)
        for one in rows
        if one["sha256"]
    ]
    return [Heading(tell.say("records.bundle.hashes"), level=2), *told] if told else []
