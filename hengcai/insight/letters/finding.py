"""What was found, told in one line each: its name, and what tells it from others of that name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.timezone import localdate

from hengcai.insight.queries.finding import Found
from hengcai.paper.telling import Teller


@dataclass(frozen=True)
class Hit:
    """`key` is the id its page and its address in the API take."""

    kind: str
    key: int | str
    title: str
    note: str


@dataclass(frozen=True)
class Hits:
    kind: str
    label: str
    hits: Sequence[Hit]
    has_more: bool


def hits_of(found: Sequence[Found], language: str) -> list[Hits]:
    tell = Teller(language)
    return [
        Hits(one.kind, tell.say(f"find.{one.kind}"), [_hit(one.kind, row, tell) for row in one.rows], one.has_more)
        for one in found
    ]


def _hit(kind: str, row: Any, tell: Teller) -> Hit:
    title, *notes = TOLD[kind](row, tell)
    key = row.code if kind == "competency" else row.pk
    return Hit(kind, key, tell.shown(title), " · ".join(tell.shown(note) for note in notes if note))


def _person(row: Any, tell: Teller) -> tuple[object, ...]:
    stand = row.stands[0] if row.stands else None
    return row.name, row.number, stand and stand.team and stand.team.name


def _team(row: Any, tell: Teller) -> tuple[object, ...]:
    return row.name, row.site.name


def _contact(row: Any, tell: Teller) -> tuple[object, ...]:
    return row.key, row.agent.name, tell.say(f"quality.channel.{row.channel}"), localdate(row.started_at)


def _work(row: Any, tell: Teller) -> tuple[object, ...]:
    return row.contact.key, row.contact.agent.name, row.scorecard.name, tell.say("find.due", day=row.due_on)


def _evaluation(row: Any, tell: Teller) -> tuple[object, ...]:
    return row.assignment.contact.key, row.agent.name, row.scorecard.name, row.contact_on


def _scorecard(row: Any, tell: Teller) -> tuple[object, ...]:
    return row.name, tell.say("find.version", number=row.number), _state(row, "quality.scorecard.state", tell)


def _policy(row: Any, tell: Teller) -> tuple[object, ...]:
    return (
        tell.called("insight.policy", row.name),
        tell.say("find.version", number=row.number),
        _state(row, "policy", tell),
    )


def _state(row: Any, code: str, tell: Teller) -> str:
    """Said only where it is not the version in force."""
    return "" if row.state == "published" else tell.say(f"{code}.{row.state}")


def _cycle(row: Any, tell: Teller) -> tuple[object, ...]:
    return row.name, row.code, tell.say("find.period", first=row.period_start, last=row.period_end)


def _competency(row: Any, tell: Teller) -> tuple[object, ...]:
    return row.name, row.dimension.name


TOLD: dict[str, Callable[[Any, Teller], tuple[object, ...]]] = {
    "person": _person, "team": _team, "contact": _contact, "work": _work, "evaluation": _evaluation, "scorecard": _scorecard,
    "policy": _policy, "cycle": _cycle, "competency": _competency,
}  # fmt: skip
