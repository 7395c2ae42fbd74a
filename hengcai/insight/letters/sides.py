"""The cards beside what is due."""

from collections.abc import Callable, Sequence
from typing import Any

from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules import bands
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.insight.letters.cards import Card, Verdict
from hengcai.insight.letters.own import own_card
from hengcai.insight.letters.team import team_letter
from hengcai.insight.queries.sides import CycleCounts, OwnWork, PlaceCounts, QualityCounts, Side, Stand
from hengcai.insight.queries.team import TeamGaps
from hengcai.paper.telling import Teller

DATES = ("self_due_on", "others_due_on", "superior_due_on", "publish_due_on")


def cards(sides: Sequence[Side], language: str) -> list[Card]:
    tell = Teller(language)
    return [WRITERS[side.kind](side.found, tell) for side in sides]


def _agent(results: Sequence[Result], tell: Teller) -> Card:
    said = [_verdict(result, tell) for result in results]
    return Card(tell.say("home.side.agent"), tell.say("home.side.agent.link"), "see-my-results", verdicts=said)


def _verdict(result: Result, tell: Teller) -> Verdict:
    cycle, policy = result.participant.cycle, parsed(result.participant.cycle.policy)
    known = policy.grades if isinstance(policy, MonthPolicy) else policy.bands
    tone = bands.tone(result.band, [band.code for band in known])
    score = result.detail.get("total") or result.detail.get("final") or ""
    band = tell.called("band", result.band) if result.final is not None else tell.say("appraisal.no_score")
    return Verdict(str(cycle.name.read(tell.language)), band, tone, str(score), result.pk)


def _lead(gaps: TeamGaps, tell: Teller) -> Card:
    letter = team_letter(gaps, tell.language)
    said = [letter.title, *(finding.text for finding in letter.findings[:2])]
    return Card(
        tell.say("home.side.lead", team=gaps.team.name), tell.say("home.side.lead.link"), "see-team-gaps", gaps.team.pk,
        sentences=[f"{said[0]}{'。' if tell.tongue == 'zh' else '.'}", *said[1:]],
    )  # fmt: skip


def _analyst(work: OwnWork, tell: Teller) -> Card:
    facts = [
        (tell.say(f"home.side.analyst.{name}"), tell.say("home.side.contacts", n=getattr(work, name)))
        for name in ("sent", "published", "open", "late")
    ]
    title, link = tell.say("home.side.analyst"), tell.say("home.side.analyst.link")
    return Card(title, link, "list-evaluations", facts=facts)


def _quality(counts: QualityCounts, tell: Teller) -> Card:
    facts = [
        (tell.say("home.side.quality.evaluated"), tell.say("home.side.contacts", n=counts.evaluated)),
        (tell.say("home.side.quality.published"), tell.say("home.side.contacts", n=counts.published)),
        (tell.say("home.side.quality.waiting"), tell.say("home.side.pieces", n=counts.waiting)),
        (tell.say("home.side.quality.cases"), tell.say("home.side.cases", n=counts.open_cases)),
    ]
    title, link = tell.say("home.side.quality"), tell.say("home.side.quality.link")
    return Card(title, link, "list-evaluations", facts=facts)


def _centre(counts: Sequence[CycleCounts], tell: Teller) -> Card:
    parts = [_cycle_counts(one, tell) for one in counts]
    return Card(tell.say("home.side.centre"), tell.say("home.side.centre.link"), "list-teams", parts=parts)


def _cycle_counts(one: CycleCounts, tell: Teller) -> Card:
    policy = parsed(one.cycle.policy)
    known = policy.grades if isinstance(policy, MonthPolicy) else policy.bands
    found = dict(one.bands)
    facts = [
        (tell.called("band", band.code), tell.say("home.side.centre.band", n=found.get(band.code, 0),
                                        share=tell.percent(found.get(band.code, 0) / one.n if one.n else 0)))
        for band in known
    ]  # fmt: skip
    line = tell.say("home.side.centre.line", cycle=one.cycle.name, people=one.people, n=one.n)
    return Card(line, "", "", facts=facts)


def _cycle(stand: Stand, tell: Teller) -> Card:
    cycle = stand.cycle
    days = [(name, getattr(cycle, name)) for name in DATES]
    facts = [(tell.say(f"home.side.cycle.{name}"), tell.day(day)) for name, day in days if day]
    said = tell.say(f"home.side.cycle.state.{cycle.state}", cycle=cycle.name)
    link, page = (tell.say("home.side.cycle.link"), "see-cycle") if stand.has_page else ("", "")
    return Card(tell.say("home.side.cycle"), link, page, cycle.pk, sentences=[said], facts=facts)


def _place(counts: PlaceCounts, tell: Teller) -> Card:
    facts = [
        (tell.say("home.side.place.staff"), tell.say("home.side.people", n=counts.staff)),
        (tell.say("home.side.place.accounts"), tell.say("home.side.accounts", n=counts.accounts)),
        (tell.say("home.side.place.without_account"), tell.say("home.side.people", n=counts.without_account)),
    ]
    return Card(tell.say("home.side.place"), tell.say("home.side.place.link"), "list-users", facts=facts)


WRITERS: dict[str, Callable[[Any, Teller], Card]] = {
    "agent": _agent, "lead": _lead, "own": own_card, "analyst": _analyst, "quality": _quality, "centre": _centre, "cycle": _cycle,
    "place": _place,
}  # fmt: skip


def coming(cycle: Cycle | None, *, is_analyst: bool, language: str) -> str:
    """What comes next, where nothing is due."""
    tell = Teller(language)
    if is_analyst:
        return tell.say("home.next.analyst")
    if cycle is None:
        return tell.say("home.next.nothing")
    if cycle.state == Cycle.State.DRAFT:
        return tell.say("home.next.draft", cycle=cycle.name, day=cycle.period_end)
    if cycle.publish_due_on is None:
        return tell.say("home.next.open", cycle=cycle.name)
    return tell.say("home.next.collecting", cycle=cycle.name, day=cycle.publish_due_on)
