"""神秘顾客记录表 and 跟听记录表: blank, to be filled by hand on the way, or one observation that is scored."""

from functools import partial

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.quality.observation_models import Observation
from hengcai.quality.papers.scorecard import told_mark
from hengcai.quality.queries.observations import Seen, observation_seen, observation_to_print

COLUMNS = ("item", "given", "comment")
FACTS = ("paper.fact.name", "form.fact.observer", "form.fact.observed_at", "form.fact.channel", "form.fact.total")
BRIEF = ("scenario", "asks", "looks_for")
BLANK_ROWS = 8


def observed(kind: str, making: Making) -> Body:
    wanted = making.chosen("observation")
    seen = _seen(making, kind, wanted) if wanted is not None else None
    table = Table(
        making.head.columns(*making.form.columns),
        _rows(making, seen),
        widths=(5.6, 3.2, 5),
        row_height=0 if seen else LINE,
    )
    blocks: list[Block] = [*(_brief(making, seen) if kind == Observation.Kind.MYSTERY else ()), table]
    blocks += _words(making, "form.overall", seen.observation.comment if seen else None)
    return Body(blocks, _facts(making, seen), is_filled=seen is not None)


def _seen(making: Making, kind: str, number: int) -> Seen:
    found = observation_to_print(making.user, number)
    if found is None or found.kind != kind:
        raise NotNow("form.no_observation", number=number)
    return observation_seen(found, making.user)


def _rows(making: Making, seen: Seen | None) -> list[tuple[str, ...]]:
    if seen is None:
        return [("",) * len(COLUMNS)] * BLANK_ROWS
    return [
        (str(item.name.read(making.tell.language)), told_mark(making, item, mark.value), mask(mark.comment))
        for item, mark in seen.items
    ]


def _brief(making: Making, seen: Seen | None) -> list[Block]:
    """What was to be done, and how it went."""
    made = seen.observation.round if seen else None
    blocks: list[Block] = []
    for part in BRIEF:
        blocks += _words(making, f"form.brief.{part}", getattr(made, part) if made else None)
    return blocks + _words(making, "form.brief.notes", seen.observation.notes if seen else None)


def _words(making: Making, heading: str, text: str | None) -> list[Block]:
    """Lines to write on where nothing is filled; nothing where nothing was said."""
    title = Heading(making.tell.say(heading), level=3)
    if text is None:
        return [title, Lines(2)]
    return [title, Paragraph(mask(text))] if text else []


def _facts(making: Making, seen: Seen | None) -> list[tuple[str, str]]:
    tell = making.tell
    if seen is None:
        return [(tell.say(code), "") for code in FACTS]
    one = seen.observation
    total = tell.points(seen.score.total) if seen.score and seen.score.total is not None else ""
    told = (
        one.agent.name if one.agent else "", one.observer.name if seen.shows_observer else "",
        tell.day(day_of(one.visited_at, settings.TIME_ZONE)) if one.visited_at else "",
        tell.say(f"quality.channel.{one.channel}"), total,
    )  # fmt: skip
    return [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]


OBSERVATION = Ask("observation", is_number=True)
FORM = Form("live-listening", 87, partial(observed, "live"), (OBSERVATION,), COLUMNS, ("observer", "person", "day"))
