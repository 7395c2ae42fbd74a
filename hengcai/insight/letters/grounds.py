"""What stands behind the levels, in sentences: raters' words, and the figures that stood beside the superior's form."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengcai.appraisal.queries.grounds import Given
from hengcai.insight.queries.person import PersonReport
from hengcai.paper.telling import Teller


@dataclass(frozen=True)
class GroundsLetter:
    """`general`: source and its words. `figures`: label and text."""

    general_heading: str
    general: Sequence[tuple[str, str]]
    heading: str
    why: str
    figures: Sequence[tuple[str, str]]
    more: str
    peers_heading: str
    peers_why: str
    of_peers: Sequence[str]


def grounds(report: PersonReport, tell: Teller) -> GroundsLetter:
    return GroundsLetter(
        general_heading=tell.say("insight.heading.general"),
        general=[(tell.called("appraisal.source.short", source), text) for source, text in report.grounds.general],
        heading=tell.say("insight.heading.figures"),
        why=tell.say("insight.figures.why"),
        figures=_figures(report, tell),
        more=_more(report, tell),
        peers_heading=tell.say("insight.heading.of_peers"),
        peers_why=tell.say("insight.of_peers.why"),
        of_peers=report.grounds.of_peers,
    )


def said_on(report: PersonReport, code: str, tell: Teller) -> list[str]:
    """The level each rater gave, then the reason and the remark."""
    return [text for one in report.grounds.on(code) for text in _said(one, tell)]


def _said(one: Given, tell: Teller) -> list[str]:
    source = tell.called("appraisal.source.short", one.source)
    level = None if one.level is None else tell.plain(Fraction(one.level), 2)
    said = [
        tell.say("insight.given", source=source, level=level)
        if level
        else tell.say("insight.given.none", source=source)
    ]
    said += [tell.say("insight.given.reason", text=one.reason)] if one.reason else []
    return said + ([tell.say("insight.given.comment", text=one.comment)] if one.comment else [])


def _figures(report: PersonReport, tell: Teller) -> list[tuple[str, str]]:
    found = report.figures
    if found is None:
        return []
    customers = tell.say("insight.figures.nobody")
    if found.customers:
        customers = tell.say("insight.figures.customers.of", score=tell.points(found.csat), n=found.customers)
    lines = {
        "contacts": str(found.contacts), "customers": customers, "upheld": str(found.upheld),
        "evaluations": str(found.evaluations),
    }  # fmt: skip
    return [(tell.say(f"insight.figures.{name}"), text) for name, text in lines.items()]


def _more(report: PersonReport, tell: Teller) -> str:
    """The person is told that the superior could read more than they can."""
    hidden = report.drawn.evaluated - report.drawn.published
    return tell.say("insight.figures.more", n=hidden) if report.to_rated and hidden > 0 else ""
