"""日报/周报/月报/季报 on paper, and as its page shows it: every figure with what it was counted from and its definition."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from hengcai.accounts.queries import the_centre
from hengcai.base.days import day_of
from hengcai.improvement.queries.standing import Part, ReportSight, name_of
from hengcai.improvement.rules.figures import GROUPS, Standing
from hengcai.improvement.telling import told, value_of
from hengcai.paper.blocks import Block, Bullets, Heading, Paper, Paragraph, Table
from hengcai.paper.telling import Teller

COLUMNS = ("figure", "value", "counts", "before", "change", "said")
OF_PARTS = ("contacts", "satisfied", "resolved", "complained", "score", "passed", "fatal")


def standing_paper(sight: ReportSight, *, language: str, today: date) -> Paper:
    tell, report = Teller(language), sight.report
    return Paper(
        title=title_of(sight, tell),
        subtitle=_days(sight, tell),
        language=tell.tongue,
        blocks=_blocks(sight, tell),
        head=str(the_centre().name.read(language)),
        foot=tell.say("improvement.report.made", at=tell.day(day_of(report.made_at, settings.TIME_ZONE))),
        is_landscape=True,
    )


def title_of(sight: ReportSight, tell: Teller) -> str:
    place = tell.shown(name_of(sight.report)) or tell.say("improvement.centre")
    return tell.say("improvement.report.title", place=place, span=tell.say(f"improvement.span.{sight.report.span}"))


def _days(sight: ReportSight, tell: Teller) -> str:
    first, last = sight.report.first, sight.report.last
    if first == last:
        return tell.day(first)
    return tell.say("improvement.report.days", first=tell.day(first), last=tell.day(last))


def _blocks(sight: ReportSight, tell: Teller) -> list[Block]:
    if sight.is_empty:
        return [Paragraph(tell.say("improvement.report.nothing"))]
    found = {one.code: one for one in sight.figures}
    blocks: list[Block] = [Paragraph(tell.say(f"improvement.report.against.{sight.report.span}"))]
    for name, codes in GROUPS:
        heading = tell.say(f"improvement.group.{name}")
        blocks += [Heading(heading), figures_table([found[code] for code in codes], tell, name=heading)]
    blocks += [Paragraph(tell.say("improvement.report.method"), is_small=True)]
    return [*blocks, *_parts(sight.parts, tell), *_definitions(sight, tell)]


def figures_table(figures: list[Standing], tell: Teller, *, name: str = "") -> Table:
    rows = []
    for figure in figures:
        one = told(figure, tell.say)
        rows.append((one.name, f"{one.value} {one.interval}".strip(), one.counts, one.before, one.change, one.said))
    columns = [tell.say(f"improvement.column.{code}") for code in COLUMNS]
    return Table(columns, rows, widths=(2.4, 3.2, 1.8, 1.4, 3, 2), name=name)


def _parts(parts: Sequence[Part], tell: Teller) -> list[Block]:
    """In the order of their names: places stand beside each other and are not ranked."""
    rows = []
    for part in parts:
        found = {one.code: one for one in part.figures}
        rows.append((part.name, *(value_of(code, found[code].now) or "–" for code in OF_PARTS)))
    if not rows:
        return []
    columns = [tell.say("improvement.column.place"), *(tell.say(f"improvement.figure.{code}") for code in OF_PARTS)]
    heading = tell.say("improvement.report.parts")
    return [Heading(heading), Table(columns, rows, widths=(2.2, *(1.2 for _code in OF_PARTS)), name=heading)]


def _definitions(sight: ReportSight, tell: Teller) -> list[Block]:
    lines = [
        tell.say(
            "improvement.report.defined",
            name=tell.say(f"improvement.figure.{one.code}"),
            definition=tell.say(f"improvement.figure.{one.code}.defined"),
        )
        for one in sight.figures
    ]
    return [Heading(tell.say("improvement.report.definitions")), Bullets(lines)]
