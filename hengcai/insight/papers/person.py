"""A person's result on paper."""

from collections.abc import Sequence
from datetime import date

from hengcai.accounts.queries import the_centre
from hengcai.appraisal.papers.month import Month
from hengcai.appraisal.papers.year import Year
from hengcai.insight.letters.abilities import Abilities, Saying, Sayings
from hengcai.insight.letters.fair import Fair
from hengcai.insight.letters.grounds import GroundsLetter
from hengcai.insight.letters.person import PersonLetter, person_letter
from hengcai.insight.letters.sources import Sources
from hengcai.insight.queries.person import PersonReport
from hengcai.paper.blocks import Block, Bullets, Chart, Heading, Paper, Paragraph, Signatures, Table
from hengcai.paper.telling import Teller


def person_paper(report: PersonReport, *, language: str, today: date) -> Paper:
    tell, letter = Teller(language), person_letter(report, language)
    head = letter.head
    blocks: list[Block] = [Paragraph(f"{head.verdict}{_stop(head.score, tell)}{head.change}")]
    blocks += [Paragraph(text) for text in (*head.summary, head.certainty) if text]
    blocks += _sources(letter.sources, tell) if letter.sources else []
    blocks += _month(letter.month, tell) if letter.month else []
    blocks += _fair(letter.fair, tell) if letter.fair else []
    blocks += _abilities(letter.abilities, tell) if letter.abilities else []
    blocks += _grounds(letter.abilities, letter.grounds, tell) if letter.abilities and letter.grounds else []
    blocks += _year(letter.year, tell) if letter.year else []
    blocks += _sayings(letter.sayings, tell) if letter.sayings else []
    blocks += _how(letter.sources, tell) if letter.sources else []
    blocks += _drawn(letter, tell) if letter.drawn else []
    blocks += _history(letter, tell)
    blocks.append(Signatures([tell.say(f"insight.sign.{who}") for who in ("person", "lead", "day")]))
    return Paper(
        title=_title(report, tell), subtitle=head.line, language=tell.tongue, blocks=blocks,
        head=str(the_centre().name.read(language)), foot=_foot(report, tell, today), facts=_facts(report, tell),
    )  # fmt: skip


def _stop(score: str, tell: Teller) -> str:
    """Between verdict and change; without a score the verdict ends the sentence."""
    if tell.tongue == "zh":
        return "，" if score else "。"
    return "; " if score else "."


def _title(report: PersonReport, tell: Teller) -> str:
    kind = "person" if report.cycle.kind == "quarter" else report.cycle.kind
    return tell.say(f"insight.print.title.{kind}")


def _foot(report: PersonReport, tell: Teller, today: date) -> str:
    """A sheet with raters' own lines says whom it is not for."""
    if report.to_rated:
        return tell.say("appraisal.foot.rated", day=today)
    return tell.say("paper.foot" if report.is_of_points else "appraisal.foot.inner", day=today)


def _facts(report: PersonReport, tell: Teller) -> list[tuple[str, str]]:
    participant, cycle = report.result.participant, report.cycle
    team = participant.placement.team if participant.placement else None
    period = tell.say("paper.fact.period.of", first=cycle.period_start, last=cycle.period_end)
    facts = [
        ("name", participant.person.name), ("number", participant.person.number), ("team", team.name if team else "–"),
        ("post", participant.post.name.read(tell.language)), ("cycle", cycle.name.read(tell.language)),
        ("period", period),
    ]  # fmt: skip
    if report.result.revision > 1:
        said = tell.say("paper.fact.revision.of", number=report.result.revision, reason=report.result.reason)
        facts.append(("revision", said))
    return [(tell.say(f"paper.fact.{code}"), text) for code, text in facts]


def _sources(part: Sources, tell: Teller) -> list[Block]:
    given = [(one.name, one.weight, one.score, one.note) for one in part.sources]
    columns = [tell.say(f"insight.column.{name}") for name in ("source", "weight", "score", "basis")]
    name = tell.say("insight.sheet.sources")
    return [Heading(part.heading), Table(columns, given, widths=(3, 1.4, 1.4, 8), numeric=(1, 2), name=name)]


def _fair(part: Fair, tell: Teller) -> list[Block]:
    columns = [*part.columns, tell.say("insight.fair.column.note")]
    rows = [row.cells for row in part.rows]
    table = Table(columns, rows, widths=(2, 1.2, 1.3, 2, 4, 5), numeric=(1, 2, 3), name=tell.say("insight.sheet.fair"))
    return [Heading(part.heading), Paragraph(part.why, is_small=True), table, Bullets(part.notes)]


def _how(part: Sources, tell: Teller) -> list[Block]:
    blocks: list[Block] = [Heading(part.how_heading), Paragraph(part.how_why, is_small=True)]
    sums = [(line.name, line.note, line.score, line.weight, line.part) for line in part.lines]
    if sums:
        columns = [tell.say(f"insight.column.{name}") for name in ("source", "basis", "score", "weight", "part")]
        rows = [*sums, (part.total, "", "", "", part.final)]
        name = tell.say("insight.sheet.how")
        blocks.append(Table(columns, rows, widths=(3.4, 5, 1.6, 2, 1.6), numeric=(2, 3, 4), name=name))
    return [*blocks, Bullets(part.notes)]


def _month(part: Month, tell: Teller) -> list[Block]:
    rows: list[Sequence[object]] = []
    for group in part.groups:
        rows.append((group.name, "", "", group.points, group.earned))
        rows += [
            (f"　{line.name}", _basis(line.basis, line.rule), line.share, line.points, line.earned)
            for line in group.lines
        ]
    if part.final:
        rows.append((part.total, "", "", "", part.final))
    remarks = [f"{source}：{text}" if tell.tongue == "zh" else f"{source}: {text}" for source, text in part.remarks]
    return [
        Heading(part.heading), Paragraph(part.why, is_small=True),
        Table(part.columns, rows, widths=(4.2, 6.6, 1.5, 1.4, 1.4), numeric=(2, 3, 4), name=tell.say("insight.sheet.month")),
        Bullets(part.notes), Heading(part.remarks_heading), Paragraph(part.remarks_why, is_small=True),
        Bullets(remarks) if remarks else Paragraph(part.remarks_note),
    ]  # fmt: skip


def _year(part: Year, tell: Teller) -> list[Block]:
    rows: list[Sequence[object]] = []
    for one in part.parts:
        rows += [(f"　{code}", score, points) for code, score, points in one.rows]
        rows.append((one.name, one.mean, one.earned))
    if part.final:
        rows.append((part.total, "", part.final))
    table = Table(part.columns, rows, widths=(6, 2, 2), numeric=(1, 2), name=tell.say("insight.sheet.year"))
    return [Heading(part.heading), Paragraph(part.why, is_small=True), table, Bullets(part.notes)]


def _basis(basis: str, rule: str) -> str:
    return f"{basis} · {rule}" if rule else basis


def _abilities(part: Abilities, tell: Teller) -> list[Block]:
    rows = [row.cells for row in part.rows]
    table = Table(part.columns, rows, widths=(2.6, 1.1, 2, 1.7, 1.2, 1.2, 1.2, 1.3, 2, 1.2), numeric=(1, 2, 4, 5, 6, 7, 8, 9),
                  name=tell.say("insight.sheet.abilities"))  # fmt: skip
    blocks: list[Block] = [
        Heading(part.heading),
        Paragraph(part.why, is_small=True),
        Chart(part.chart, _legend(tell)),
        table,
    ]
    blocks += [Chart(part.radar, width_percent=62)] if part.radar else []
    return blocks


def _grounds(abilities: Abilities, part: GroundsLetter, tell: Teller) -> list[Block]:
    rows = [(row.name, text) for row in abilities.rows for text in row.said]
    columns = [tell.say("insight.column.ability"), tell.say("insight.heading.given")]
    blocks: list[Block] = []
    if rows:
        table = Table(columns, rows, widths=(3, 10), name=tell.say("insight.sheet.given"))
        blocks += [Heading(tell.say("insight.heading.given")), table]
    if part.general:
        blocks += [
            Heading(part.general_heading, level=3),
            Bullets([f"{source} · {text}" for source, text in part.general]),
        ]
    if part.of_peers:
        blocks += [
            Heading(part.peers_heading, level=3), Paragraph(part.peers_why, is_small=True), Bullets(part.of_peers),
        ]  # fmt: skip
    figures = [f"{label} · {text}" for label, text in part.figures]
    blocks += [Heading(part.heading), Paragraph(part.why, is_small=True), Bullets(figures)]
    return [*blocks, *([Paragraph(part.more, is_small=True)] if part.more else [])]


def _legend(tell: Teller) -> str:
    marks = (("●", "rated"), ("▼", "below"), ("○", "before"), ("│", "required"), ("–●–", "observed"))
    return "　".join(f"{mark} {tell.say(f'insight.legend.{code}')}" for mark, code in marks)


def _sayings(part: Sayings, tell: Teller) -> list[Block]:
    blocks: list[Block] = [Heading(tell.say("insight.heading.words"))]
    for code, found, note in (("good", part.good, part.good_note), ("practise", part.practise, part.practise_note)):
        said = [_said(one, tell) for one in found] or [note]
        blocks += [Heading(tell.say(f"insight.heading.{code}"), level=3), Bullets([text for text in said if text])]
    return [*blocks, *([Paragraph(part.moments_note, is_small=True)] if part.moments_note else [])]


def _said(one: Saying, tell: Teller) -> str:
    """On paper a moment is its day."""
    if not one.about:
        return one.text
    days = tell.join(moment.day for moment in one.moments)
    return tell.say("insight.print.noted", text=one.text, about=one.about, days=days)


def _drawn(letter: PersonLetter, tell: Teller) -> list[Block]:
    rows = [f"{label}：{text}" if tell.tongue == "zh" else f"{label}: {text}" for label, text in letter.drawn]
    return [Heading(tell.say("insight.heading.drawn")), Bullets(rows)]


def _history(letter: PersonLetter, tell: Teller) -> list[Block]:
    if not letter.history:
        return []
    return [Heading(tell.say("insight.heading.history")), Chart(letter.history, width_percent=60)]
