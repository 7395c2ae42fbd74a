"""质检通报: a month of the centre or of one team, from the same counts as the page; agents stay unnamed unless asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from hengcai.base import clock
from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.base.permissions import Doer
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.quality.measure_models import CauseReport
from hengcai.quality.measures_told import GROUPS, Told, told
from hengcai.quality.queries.bulletin import Bulletin, bulletin, may_name
from hengcai.quality.queries.measures import months_counted, sees_the_centre, teams_measured

COLUMNS = ("measure", "value", "counted", "before", "change", "verdict")
SIGNATURES = ("supervisor", "head", "day")
BLANK_ROWS = 12
NAMED = "named"


@dataclass(frozen=True)
class Offer:
    code: str
    name: str


def _months(user: Doer) -> list[Offer]:
    return [Offer(f"{one:%Y-%m}", f"{one:%Y-%m}") for one in months_counted(user, today=clock.today())]


def _teams(user: Doer) -> list[Offer]:
    return [Offer(str(one.pk), one.name) for one in teams_measured(user)]


def _names(user: Doer) -> list[Offer]:
    return [Offer(NAMED, "✓")] if may_name(user) else []


def made(making: Making) -> Body:
    month = making.chosen("month")
    if month is None:
        table = _table(making, [("",) * len(COLUMNS)] * BLANK_ROWS, LINE)
        return Body([table, Heading(_say(making, "said"), level=3), Lines(4)], _blank_facts(making))
    return _filled(making, _found(making, date.fromisoformat(f"{month.code}-01")))


def _found(making: Making, month: date) -> Bulletin:
    wanted = making.chosen("team")
    teams = teams_measured(making.user)
    team = next((one for one in teams if wanted and str(one.pk) == wanted.code), None)
    if team is None and not sees_the_centre(making.user):
        team = next(iter(teams), None)
    found = bulletin(making.user, month=month, team=team, with_names=making.chosen("names") is not None)
    if found.measured.is_empty:
        raise NotNow("quality.measures_none", month=f"{month:%Y-%m}")
    return found


def _filled(making: Making, found: Bulletin) -> Body:
    blocks: list[Block] = [Paragraph(_say(making, "method"), is_small=True)]
    rows = {one.code: told(one, making.tell.say) for one in found.measured.figures}
    for name, codes in GROUPS:
        lines = [
            (f"{row.name}", f"{row.value} {row.interval}".strip(), row.counts, row.before, row.change, row.said)
            for row in (rows[code] for code in codes if code in rows)
        ]
        blocks += [Heading(making.tell.say(f"quality.measures.{name}"), level=3), _table(making, lines)]
    blocks += [*_items(making, found), *_fatals(making, found), *_causes(making, found), *_definitions(making, rows)]
    return Body(blocks, _facts(making, found), is_filled=True)


def _table(making: Making, rows: Sequence[Sequence[str]], height: float = 0) -> Table:
    return Table(making.head.columns(*making.form.columns), rows, widths=(2.6, 3.4, 1.8, 1.4, 3, 2), row_height=height)


def _say(making: Making, code: str, **facts: object) -> str:
    return making.tell.say(f"form.bulletin.{code}", **facts)


def _heads(making: Making, *names: str) -> list[str]:
    return [_say(making, f"column.{name}") for name in names]


def _items(making: Making, found: Bulletin) -> list[Block]:
    """What was marked below the standard most often."""
    if not found.items:
        return []
    rows = [
        (str(one.name.read(making.tell.language)), _say(making, "critical") if one.is_critical else "", str(one.n))
        for one in found.items
    ]
    table = Table(_heads(making, "item", "kind", "errors"), rows, widths=(5, 2, 1), numeric=(2,))
    return [Heading(_say(making, "items"), level=3), table]


def _fatals(making: Making, found: Bulletin) -> list[Block]:
    heading = Heading(_say(making, "fatals"), level=3)
    if not found.fatals:
        return [heading, Paragraph(_say(making, "fatals.none"))]
    rows = [
        (one.agent or _say(making, "agent", number=number), one.team, str(one.n))
        for number, one in enumerate(found.fatals, start=1)
    ]
    return [heading, Table(_heads(making, "agent", "team", "evaluations"), rows, widths=(3, 3, 1), numeric=(2,))]


def _causes(making: Making, found: Bulletin) -> list[Block]:
    if not found.causes:
        return []
    tell = making.tell
    rows = [
        (
            tell.say(f"quality.cause.{one.cause}"), str(one.errors), _put_to(making, one), mask(one.measure),
            tell.day(one.measure_on or one.due_on), tell.say(f"quality.causereport.state.{one.state}"),
        )
        for one in found.causes
    ]  # fmt: skip
    table = Table(
        _heads(making, "cause", "errors", "owner", "answer", "due", "state"), rows, widths=(1.4, 1, 1.6, 5, 2, 1.4)
    )
    return [Heading(_say(making, "causes"), level=3), table]


def _put_to(making: Making, report: CauseReport) -> str:
    return report.owner.name if report.owner else making.tell.say(f"role.{report.role}")


def _definitions(making: Making, rows: Mapping[str, Told]) -> list[Block]:
    lines = [(row.name, row.definition) for row in rows.values()]
    return [
        Heading(_say(making, "definitions"), level=3),
        Table(_heads(making, "measure", "defined"), lines, widths=(2, 8)),
    ]


def _facts(making: Making, found: Bulletin) -> list[tuple[str, str]]:
    one = found.measured
    at = day_of(one.counted_at, settings.TIME_ZONE) if one.counted_at else None
    team = one.team.name if one.team else _say(making, "centre")
    return list(zip(_labels(making), (f"{one.month:%Y-%m}", team, making.tell.day(at)), strict=True))


def _blank_facts(making: Making) -> list[tuple[str, str]]:
    return [(label, "") for label in _labels(making)]


def _labels(making: Making) -> list[str]:
    return [_say(making, f"fact.{name}") for name in ("month", "team", "counted")]


FORM = Form(
    "quality-bulletin", 88, made,
    (
        Ask("month", offers=_months, may_be_blank=True), Ask("team", offers=_teams, may_be_blank=True),
        Ask("names", offers=_names, may_be_blank=True),
    ),
    COLUMNS, SIGNATURES, is_landscape=True,
)  # fmt: skip
