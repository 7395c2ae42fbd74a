"""A person's result, top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.appraisal.papers.month import Month, month
from hengcai.appraisal.papers.year import Year, year
from hengcai.appraisal.queries.printed import MonthFacts
from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy
from hengcai.base.decimals import round_half_up
from hengcai.insight.letters.abilities import Abilities, Sayings, abilities, sayings
from hengcai.insight.letters.fair import Fair, fair
from hengcai.insight.letters.grounds import GroundsLetter, grounds
from hengcai.insight.letters.head import Head, head
from hengcai.insight.letters.sources import Sources, sources
from hengcai.insight.queries.moments import Drawn
from hengcai.insight.queries.person import PersonReport
from hengcai.paper.drawing.charts import trend
from hengcai.paper.telling import Teller

LEAST_HISTORY = 2


@dataclass(frozen=True)
class PersonLetter:
    """A quarter has sources and abilities, a month its points, a year what it is made of; `None` is the part it does
    without."""

    title: str
    head: Head
    sources: Sources | None
    abilities: Abilities | None
    grounds: GroundsLetter | None
    sayings: Sayings | None
    fair: Fair | None
    month: Month | None
    year: Year | None
    drawn: Sequence[tuple[str, str]]
    drawn_link: str
    history: str


def person_letter(report: PersonReport, language: str) -> PersonLetter:
    tell, policy = Teller(language), report.policy
    is_skill = isinstance(policy, SkillPolicy)
    return PersonLetter(
        title=tell.say(f"appraisal.kind.{report.cycle.kind}"),
        head=head(report, tell),
        sources=sources(report, policy, tell) if isinstance(policy, SkillPolicy) else None,
        abilities=abilities(report, tell) if is_skill else None,
        grounds=grounds(report, tell) if is_skill else None,
        sayings=None if report.is_year else sayings(report, tell),
        fair=fair(report, tell),
        month=_month(report, policy, tell) if isinstance(policy, MonthPolicy) and not report.is_year else None,
        year=year(report.result, report.detail, tell) if report.is_year else None,
        drawn=[] if report.is_year else _drawn(report, tell),
        drawn_link=_link(report, tell),
        history=_history(report, tell),
    )


def _month(report: PersonReport, policy: MonthPolicy, tell: Teller) -> Month:
    return month(MonthFacts(report.result, policy, report.detail, report.groups, report.remarks), tell)


def _drawn(report: PersonReport, tell: Teller) -> list[tuple[str, str]]:
    drawn, cycle = report.drawn, report.cycle
    facts = {"contacts": drawn.contacts, "evaluated": drawn.evaluated, "published": drawn.published}
    first, last = tell.short_day(cycle.period_start), tell.short_day(cycle.period_end)
    who = (
        tell.say("insight.drawn.who.analysts", n=drawn.analysts)
        if drawn.analysts
        else tell.say("insight.drawn.who.nobody")
    )
    return [
        (tell.say("insight.drawn.how"), _how(drawn, tell)),
        (tell.say("insight.drawn.count"), tell.say("insight.drawn.count.of", first=first, last=last, **facts)),
        (tell.say("insight.drawn.who"), who),
    ]


def _how(drawn: Drawn, tell: Teller) -> str:
    facts = {"drawn": drawn.drawn, "hand": drawn.by_hand, "share": round_half_up(drawn.share, 1)}
    if drawn.drawn:
        return tell.say(f"insight.drawn.how.{'both' if drawn.by_hand else 'drawn'}", **facts)
    return tell.say("insight.drawn.how.by_hand" if drawn.by_hand else "insight.drawn.how.none")


def _link(report: PersonReport, tell: Teller) -> str:
    if not report.drawn.published:
        return tell.say("insight.drawn.check.none")
    return tell.say("insight.drawn.check.link", n=report.drawn.published)


def _history(report: PersonReport, tell: Teller) -> str:
    """A chart from two periods on."""
    known = [final for _code, final in report.history if final is not None]
    if len(known) < LEAST_HISTORY:
        return ""
    low, high = (0.0, 100.0) if report.is_of_points else (1.0, 5.0)
    points = [(code, None if final is None else float(final)) for code, final in report.history]
    name = report.result.participant.person.name
    return trend(points, label=tell.say("insight.history.chart", name=name), low=low, high=high)
