"""The first look of whoever answers for teams: what moved, what is late and with whom, what to look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hengcai.insight.letters.trends import Cell, TrendLetter
from hengcai.insight.queries.late import Late, Lateness
from hengcai.paper.telling import Teller


@dataclass(frozen=True)
class Sight:
    """One sentence and the place on the page that bears it out. `tone` is a band's, empty where nothing stands out."""

    text: str
    tone: str = ""
    link: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class LateLine:
    who: str
    what: str
    n: str
    days: str
    go: str
    page: str
    key: int | None
    query: Mapping[str, object]


@dataclass(frozen=True)
class LateLetter:
    lines: Sequence[LateLine]
    more: str


def sights(trends: Sequence[TrendLetter], late: Lateness, language: str) -> list[Sight]:
    tell = Teller(language)
    told = [_trend(one, tell) for one in trends]
    if not late.pieces:
        return [*told, Sight(tell.say("state.late.none"))]
    days = tell.say("late.days", n=max(one.days for one in late.lines))
    facts = {"n": late.people, "pieces": late.pieces, "days": days}
    said = tell.say("state.late.some", **facts)
    return [*told, Sight(said, "improve", tell.say("state.late.see"), "late")]


def _trend(letter: TrendLetter, tell: Teller) -> Sight:
    ways = {cell.is_up for cell in letter.cells} - {None}
    tone = "" if not ways else ("improve" if False in ways else "excellent")
    return Sight(letter.title, tone, tell.say("state.see"), f"trend-{letter.kind}")


def late_letter(late: Lateness, language: str) -> LateLetter:
    tell = Teller(language)
    more = tell.say("late.more", n=late.more) if late.more > 0 else ""
    return LateLetter([_line(one, tell) for one in late.lines], more)


def _line(one: Late, tell: Teller) -> LateLine:
    who = one.name or tell.say(f"late.who.{one.kind}")
    days, go = tell.say("late.days", n=one.days), tell.say(f"late.go.{one.kind}") if one.page else ""
    what = tell.say(f"late.{one.kind}", cycle=one.cycle)
    return LateLine(who, what, str(one.n), days, go, one.page, one.key, dict(one.query))


def go_to_team(cell: Cell, language: str) -> str:
    return Teller(language).say("state.go.team", name=cell.name)
