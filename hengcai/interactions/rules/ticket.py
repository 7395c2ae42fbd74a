"""A row of a ticket's way through hands: whose it was, from when to when; and who is credited with it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from itertools import groupby
from typing import Any, NamedTuple

from hengcai.base.errors import NotValid
from hengcai.interactions.rules import values as cells
from hengcai.interactions.rules.service_hours import Span

STEP = ("ticket", "agent", "from"), ("to", "queue")
LONGEST = 80


class StepFacts(NamedTuple):
    agent: str
    ticket: str
    starts_at: datetime
    ends_at: datetime | None
    queue: str


def step_of(row: Mapping[str, Any], zone: tzinfo) -> StepFacts:
    starts = cells.moment(cells.required(row, "from", most=40), "from", zone=zone)
    written = cells.text(row, "to", most=40)
    ends = cells.moment(written, "to", zone=zone) if written else None
    if ends is not None and ends < starts:
        raise NotValid("step.ends_before_start", column="to", value=written)
    ticket, agent = cells.identity(row, "ticket", most=LONGEST), cells.identity(row, "agent", most=40)
    return StepFacts(agent, ticket, starts, ends, cells.text(row, "queue", most=LONGEST))


class Step(NamedTuple):
    ticket: str
    agent: int
    starts_at: datetime
    ends_at: datetime


def in_closers_hands(steps: Iterable[Step]) -> Iterator[tuple[int, list[Span]]]:
    """Who closed each ticket, and when it lay with them. `steps` ticket by ticket, each in the order they ended."""
    for _ticket, some in groupby(steps, key=lambda step: step.ticket):
        whole = list(some)
        closer = whole[-1].agent
        yield closer, [(step.starts_at, step.ends_at) for step in whole if step.agent == closer]
