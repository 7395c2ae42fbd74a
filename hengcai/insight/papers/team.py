"""A team's gap report on paper."""

from datetime import date

from hengcai.accounts.queries import the_centre
from hengcai.insight.letters.findings import Finding
from hengcai.insight.letters.team import Cell, Map, TeamLetter, team_letter
from hengcai.insight.queries.team import TeamGaps
from hengcai.paper.blocks import Block, Bullets, Chart, Heading, Paper, Paragraph, Table
from hengcai.paper.telling import Teller

SHAPES = {"sure": " ▼", "maybe": " ▽"}


def team_paper(gaps: TeamGaps, *, language: str, today: date) -> Paper:
    tell, letter = Teller(language), team_letter(gaps, language)
    blocks: list[Block] = [Paragraph(letter.title)]
    blocks += [Paragraph(letter.cover)] if letter.cover else []
    blocks.append(Paragraph(letter.kind_why, is_small=True))
    blocks.append(Bullets([_finding(one, tell) for one in letter.findings]))
    for one in letter.maps:
        blocks += _map(one, letter, tell)
    blocks += _finals(letter, tell)
    for one in letter.maps:
        blocks += _means(one, letter, tell)
    steps = [letter.next.about, *letter.next.steps]
    blocks += [Heading(tell.say("insight.heading.next")), Bullets([step for step in steps if step])]
    return Paper(
        title=tell.say("insight.team.title.print"), subtitle=letter.line, language=tell.tongue, blocks=blocks,
        head=str(the_centre().name.read(language)), foot=tell.say("paper.foot", day=today), is_landscape=True,
    )  # fmt: skip


def _finding(one: Finding, tell: Teller) -> str:
    return one.text + ("" if tell.tongue == "zh" else " ") + one.note


def _map(one: Map, letter: TeamLetter, tell: Teller) -> list[Block]:
    columns = [tell.say("insight.heat.name"), *(column.name for column in one.columns)]
    rows: list[list[str]] = [[tell.say("insight.heat.required"), *(column.required for column in one.columns)]]
    rows += [[row.name, *(_cell(cell) for cell in row.cells)] for row in one.rows]
    rows.append([one.foot, *(f"{column.foot} {column.of}" for column in one.columns)])
    widths = (2.2, *(1.6 for _column in one.columns))
    legend = tell.join(tell.say(f"insight.legend.{code}") for code in ("sure", "maybe", "ok"))
    table = Table(columns, rows, widths=widths, name=tell.say("insight.sheet.heat"))
    return [Heading(one.heading), table, Paragraph(f"{legend} · {letter.note}", is_small=True)]


def _cell(cell: Cell) -> str:
    if not cell.value:
        return cell.said
    interval = f" [{cell.interval}]" if cell.interval else ""
    return f"{cell.value}{SHAPES.get(cell.mark, '')}{interval}"


def _finals(letter: TeamLetter, tell: Teller) -> list[Block]:
    blocks: list[Block] = [Heading(tell.say("appraisal.heading.finals")), Paragraph(letter.finals_title)]
    blocks += [Chart(letter.finals, width_percent=60)] if letter.finals else []
    return [*blocks, *([Paragraph(letter.finals_note, is_small=True)] if letter.finals_note else [])]


def _means(one: Map, letter: TeamLetter, tell: Teller) -> list[Block]:
    columns = [tell.say(f"insight.column.{code}") for code in
               ("ability", "mean", "people", "mean_before", "people_before", "required")]  # fmt: skip
    heading = tell.say("insight.heading.means")
    return [
        Heading(heading), Paragraph(letter.means_note, is_small=True), Chart(one.means_chart, width_percent=70),
        Table(columns, [row.cells for row in one.means], widths=(3, 1, 1, 1, 1, 1), numeric=(1, 2, 3, 4, 5)),
    ]  # fmt: skip
