"""A cycle's report on paper: how scores are spread, team by team, then one line a person."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from hengcai.accounts.queries import the_centre
from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.papers.lines import SOURCES, month_scores, skill_scores, year_scores
from hengcai.appraisal.queries.report import CycleReport
from hengcai.appraisal.rules import bands
from hengcai.paper.blocks import Block, Chart, Heading, Paper, Paragraph, Table
from hengcai.paper.drawing.charts import distribution
from hengcai.paper.telling import Teller


def cycle_paper(report: CycleReport, *, language: str, today: date) -> Paper:
    tell, cycle = Teller(language), report.cycle
    period = tell.say("paper.fact.period.of", first=cycle.period_start, last=cycle.period_end)
    facts = [
        (tell.say("paper.fact.period"), period),
        (tell.say("paper.fact.people"), str(len(report.results))),
        (tell.say("paper.fact.scored"), str(report.scored)),
    ]
    return Paper(
        title=tell.say(f"appraisal.cycle.title.{cycle.kind}"), subtitle=str(cycle.name.read(language)),
        language=tell.tongue, blocks=[*_spread(report, tell), *_teams(report, tell), *_people(report, tell)],
        head=str(the_centre().name.read(language)), foot=tell.say("appraisal.foot.inner", day=today),
        is_landscape=True, facts=facts,
    )  # fmt: skip


def _spread(report: CycleReport, tell: Teller) -> list[Block]:
    scored = [result for result in report.results if result.final is not None]
    counted = [
        tell.say(
            "appraisal.finals.band", band=tell.called("band", band.code), n=sum(one.band == band.code for one in scored)
        )
        for band in report.bands
    ]
    title = tell.say("appraisal.finals.title", n=len(scored), counts=tell.join(counted))
    blocks: list[Block] = [Heading(tell.say("appraisal.heading.finals")), Paragraph(title)]
    if report.cycle.has_forms and scored:
        cuts = [float(band.start.value) for band in report.bands[:-1]]
        blocks.append(Chart(distribution(_counted(report, scored), label=title, cuts=cuts), width_percent=62))
    without = len(report.results) - len(scored)
    return [*blocks, *([Paragraph(tell.say("appraisal.finals.without", n=without))] if without else [])]


def _counted(report: CycleReport, scored: Sequence[Result]) -> list[tuple[float, int, str]]:
    codes = [band.code for band in report.bands]
    pairs = [(float(Fraction(one.final or 0)), bands.tone(one.band, codes)) for one in scored]
    return [(score, pairs.count((score, tone)), tone) for score, tone in sorted(set(pairs))]


def _teams(report: CycleReport, tell: Teller) -> list[Block]:
    names = [tell.called("band", band.code) for band in report.bands]
    columns = [
        tell.say("paper.fact.team"),
        tell.say("paper.fact.people"),
        *names,
        tell.say("appraisal.no_score"),
    ]
    rows = [
        (name, sum(counts.values()), *(counts[band.code] for band in report.bands), counts[""])
        for name, counts in report.by_team
    ]
    numeric = tuple(range(1, len(columns)))
    return [Heading(tell.say("appraisal.heading.by_team")), Table(columns, rows, numeric=numeric)]


def _people(report: CycleReport, tell: Teller) -> list[Block]:
    name = tell.say("appraisal.sheet.people")
    who = [tell.say(f"form.column.{code}") for code in ("name", "number", "team")]
    if report.cycle.kind == Cycle.Kind.MONTH:
        codes = [group.code for group in report.groups]
        columns = [*who, *(str(group.name.read(tell.language)) for group in report.groups)]
        columns += [tell.say("form.column.total"), tell.say("form.column.grade")]
        rows = [month_scores(one, codes, tell) for one in report.results]
        note = Paragraph(tell.say("form.month-sheet.note"), is_small=True)
        return [Heading(name), note, Table(columns, rows, numeric=tuple(range(3, len(columns) - 1)), name=name)]
    if report.cycle.kind == Cycle.Kind.YEAR:
        return _year_people(report, [*who], tell)
    columns = [*who, *(tell.say(f"form.column.{code}") for code in ("post", *SOURCES, "final", "band"))]
    rows = [skill_scores(one, tell, sees_peers=report.sees_peers) for one in report.results]
    note = Paragraph(tell.say("form.skill-summary.note"), is_small=True)
    return [Heading(name), note, Table(columns, rows, numeric=tuple(range(4, len(columns) - 1)), name=name)]


def _year_people(report: CycleReport, who: Sequence[str], tell: Teller) -> list[Block]:
    name = tell.say("appraisal.sheet.people")
    own = [tell.say(f"appraisal.column.{code}") for code in ("months_mean", "quarters_mean", "service")]
    columns = [*who, *own, tell.say("form.column.total"), tell.say("form.column.grade")]
    rows = [year_scores(one, tell) for one in report.results]
    note = Paragraph(tell.say("appraisal.year.note"), is_small=True)
    return [Heading(name), note, Table(columns, rows, numeric=(3, 4, 5, 6), name=name)]
