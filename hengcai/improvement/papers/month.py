"""质量分析月报 on paper, and as its page shows it: what stands out, the sentences part by part, drawings, what comes next."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.conf import settings

from hengcai.accounts.queries import the_centre
from hengcai.base.days import day_of
from hengcai.improvement.models import MonthReport
from hengcai.improvement.month_letter import Sentence, said, told_in
from hengcai.improvement.rules.figures import figure_of
from hengcai.improvement.rules.months import PARTS
from hengcai.paper.blocks import Block, Bullets, Chart, Heading, Paper, Paragraph, Signatures, Table
from hengcai.paper.drawing.axis import axis_of
from hengcai.paper.drawing.printed import counts_as_bars, share_over_months
from hengcai.paper.drawing.trends import Dot
from hengcai.paper.telling import Teller
from hengcai.quality.rules.causes import pareto
from hengcai.quality.rules.measures import Count, Mean

DRAWN = (("quality", "passed"), ("quality", "fatal"), ("service", "satisfied"), ("service", "complained"))
SIGNED = ("supervisor", "head", "day")


def month_paper(report: MonthReport, *, language: str, today: date) -> Paper:
    tell = Teller(language)
    month = f"{report.month:%Y-%m}"
    return Paper(
        title=tell.say("improvement.month.title"),
        subtitle=tell.say(
            "improvement.month.subtitle", month=month, number=report.number or tell.say("improvement.month.draft")
        ),
        language=tell.tongue,
        blocks=list(_blocks(report, tell)),
        head=str(the_centre().name.read(language)),
        foot=_foot(report, tell),
    )


def _foot(report: MonthReport, tell: Teller) -> str:
    if report.issued_at is None or report.issued_by is None:
        return tell.say("improvement.month.not_issued")
    day = tell.day(day_of(report.issued_at, settings.TIME_ZONE))
    return tell.say("improvement.month.issued", name=report.issued_by.name, day=day)


def _blocks(report: MonthReport, tell: Teller) -> Iterator[Block]:
    found = said(report, tell)
    if report.because:
        yield Paragraph(tell.say("improvement.month.revised", because=report.because))
    if summary := told_in(report.summary, tell):
        yield from (Heading(tell.say("improvement.month.summary")), Paragraph(summary))
    yield Heading(tell.say("improvement.month.part.beyond"))
    beyond = [one.text for one in found if one.is_beyond_chance]
    yield Bullets(beyond) if beyond else Paragraph(tell.say("improvement.month.nothing_beyond"))
    yield from _drawings(report, tell)
    for part in PARTS:
        yield from _part(part, [one for one in found if one.part == part and not one.is_beyond_chance], tell)
    if focus := told_in(report.focus, tell):
        yield from (Heading(tell.say("improvement.month.focus")), Paragraph(focus))
    yield from _meetings(report, tell)
    yield Paragraph(tell.say("improvement.report.method"), is_small=True)
    yield Signatures([tell.say(f"form.sign.{code}") for code in SIGNED])


def _part(part: str, found: Sequence[Sentence], tell: Teller) -> list[Block]:
    lines = [one.text for one in found]
    return [Heading(tell.say(f"improvement.month.part.{part}")), Bullets(lines)] if lines else []


def _drawings(report: MonthReport, tell: Teller) -> Iterator[Block]:
    """Six months of a few figures with their intervals, and the causes of errors."""
    for part, code in DRAWN:
        dots = _dots(report, part, code)
        if sum(dot.value is not None for dot in dots) > 1:
            name = tell.say(f"improvement.figure.{code}")
            values = [dot.value for dot in dots if dot.value is not None]
            ends = [(dot.low, dot.high) for dot in dots if dot.low is not None and dot.high is not None]
            axis = axis_of(values, ends, step=5, ends=(0, 100))
            label = tell.say("improvement.month.drawn", name=name)
            yield Chart(share_over_months(dots, axis, label=label), caption=label, width_percent=60)
    bars = pareto(report.facts["causes"])
    if bars:
        caption = tell.say("improvement.month.drawn_causes")
        rows = [(tell.say(f"quality.cause.{one.cause or 'none'}"), one.n) for one in bars]
        yield Chart(counts_as_bars(rows, label=caption), caption=caption, width_percent=60)


def _dots(report: MonthReport, part: str, code: str) -> list[Dot]:
    """In per cent; a month without the figure leaves its place empty."""
    found = []
    for month, told in report.facts[part]["months"]:
        one: Count | Mean = Count(*told[code]) if part == "quality" and code in told else figure_of(told, code)
        estimate = one.estimate
        name = f"{int(month[5:])}"
        if estimate is None or estimate.estimate is None:
            found.append(Dot(name))
        else:
            low, high = (None if end is None else end * 100 for end in (estimate.low, estimate.high))
            found.append(Dot(name, estimate.estimate * 100, low, high))
    return found


def _meetings(report: MonthReport, tell: Teller) -> Iterator[Block]:
    for one in report.meetings.prefetch_related("attendees", "decisions").order_by("held_on", "pk"):
        yield Heading(tell.say("improvement.month.meeting", day=tell.day(one.held_on)))
        names = tell.join(user.name for user in one.attendees.all())
        yield Paragraph(tell.say("improvement.month.attendees", names=names))
        if one.minutes:
            yield Paragraph(one.minutes)
        rows = [(number, decision.text) for number, decision in enumerate(one.decisions.all(), start=1)]
        if rows:
            columns = [tell.say("improvement.month.column.number"), tell.say("improvement.month.column.decision")]
            yield Table(columns, rows, widths=(1, 9))
