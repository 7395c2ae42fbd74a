"""The month's points: every indicator with what it was counted from, and where points went that had no data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hengcai.appraisal.queries.printed import MonthFacts
from hengcai.appraisal.queries.results import cases_of
from hengcai.appraisal.rules.month import TOTAL_PLACES
from hengcai.appraisal.rules.moved import Moved, moved
from hengcai.appraisal.rules.policy import Linear, MonthPolicy, PerEvent, Rule, Steps
from hengcai.framework.models import ServiceGroup
from hengcai.interactions.rules.units import FIRST_CONTACT as FIRST
from hengcai.interactions.rules.units import SHARES
from hengcai.paper.telling import Teller

UPHELD, HOURS = "upheld_complaints", "time_to_resolution"


@dataclass(frozen=True)
class Line:
    """`basis` says what it was counted from, `rule` how a count becomes points."""

    name: str
    basis: str
    rule: str
    share: str
    points: str
    earned: str


@dataclass(frozen=True)
class Group:
    name: str
    points: str
    earned: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class Month:
    heading: str
    why: str
    groups: Sequence[Group]
    columns: Sequence[str]
    total: str
    final: str
    notes: Sequence[str]
    remarks_heading: str
    remarks_why: str
    remarks: Sequence[tuple[str, str]]
    remarks_note: str


COLUMNS = ("indicator", "basis", "share", "points", "earned")


def month(facts: MonthFacts, tell: Teller) -> Month:
    names, policy, cycle = names_in(facts.groups, tell), facts.policy, facts.result.participant.cycle
    exact_final = facts.result.final
    final = tell.points(None if exact_final is None else Fraction(exact_final), TOTAL_PLACES)
    heading = tell.say("appraisal.heading.month", score=final) if final else tell.say("appraisal.heading.month.plain")
    exact = facts.detail.get("exact")
    return Month(
        heading=heading,
        why=tell.say("appraisal.month.why", policy=tell.called("appraisal.policy", policy.name), number=cycle.policy.number),
        groups=[_group(code, facts, names, tell) for code in policy.groups],
        columns=[tell.say(f"appraisal.column.{column}") for column in COLUMNS],
        total=tell.say("appraisal.month.total", exact=tell.plain(exact)) if exact else "", final=final,
        notes=_notes(facts, names, tell), remarks_heading=tell.say("appraisal.heading.remarks"),
        remarks_why=tell.say("appraisal.remarks.why"),
        remarks=[(tell.called("appraisal.source", source), text) for source, text in facts.remarks],
        remarks_note="" if facts.remarks else tell.say("appraisal.remarks.none"),
    )  # fmt: skip


def names_in(groups: Sequence[ServiceGroup], tell: Teller) -> dict[str, str]:
    """Groups by code, indicators by group and code; what a centre made up is called by its code."""
    found = {group.code: str(group.name.read(tell.language)) for group in groups}
    for group in groups:
        for indicator in group.indicators.all():
            found[f"{group.code}.{indicator.code}"] = str(indicator.name.read(tell.language))
    return found


def _group(code: str, facts: MonthFacts, names: Mapping[str, str], tell: Teller) -> Group:
    found = facts.detail.get("groups", {}).get(code, {})
    lines = [_line((code, one), facts, names, tell) for one in facts.policy.groups[code].indicators]
    return Group(names.get(code, code), _read(found.get("points"), tell), _read(found.get("earned"), tell), lines)


def _read(value: str | None, tell: Teller) -> str:
    return "–" if value is None else tell.plain(value, 2)


def _line(place: tuple[str, str], facts: MonthFacts, names: Mapping[str, str], tell: Teller) -> Line:
    group, code = place
    found = facts.detail.get("indicators", {}).get(code, {})
    rule = facts.policy.rules.get(code)
    return Line(
        name=names.get(f"{group}.{code}", code), basis=_told_basis(code, facts, rule, tell),
        rule=rule_told(rule, code, tell), share=tell.percent(found.get("share"), 1) or "–",
        points=_read(found.get("points"), tell), earned=_read(found.get("earned"), tell),
    )  # fmt: skip


def _told_basis(code: str, facts: MonthFacts, rule: Rule | None, tell: Teller) -> str:
    basis = _basis(code, facts, rule, tell)
    if rule is None or f"few:{code}" not in facts.detail.get("reasons", []):
        return basis
    return tell.say("appraisal.basis.few", basis=basis, least=rule.minimum_n or 0)


def _basis(code: str, facts: MonthFacts, rule: Rule | None, tell: Teller) -> str:
    """What an indicator was counted from, in the words of its kind."""
    inputs: Mapping[str, Any] = facts.result.inputs
    made_of, rated = inputs.get("made_of", {}).get(code, []), inputs.get("rated", {}).get(code)
    if rule is None and rated is not None:
        return tell.say("appraisal.basis.rated", n=made_of[0] if made_of else 0, value=tell.plain(rated, 1))
    value = inputs.get("counted", {}).get(code)
    if value is None:
        return tell.say("appraisal.basis.none")
    if code == FIRST and len(made_of) > 1:
        return _first_contacts(made_of, value, facts, tell)
    if code in SHARES and len(made_of) > 1:
        return tell.say(f"appraisal.basis.{code}", part=made_of[0], whole=made_of[1], value=tell.percent(value, 1))
    if code == UPHELD:
        return tell.say("appraisal.basis.upheld_complaints", part=tell.plain(value))
    if code == HOURS and len(made_of) > 1:
        return tell.say("appraisal.basis.resolved", value=tell.plain(value, 2), whole=made_of[1])
    known = "appraisal.basis.time_to_resolution" if code == HOURS else "appraisal.basis.counted"
    return tell.say(known, value=tell.percent(value, 1) if code in SHARES else tell.plain(value, 2))


def _first_contacts(made_of: Sequence[int], value: str, facts: MonthFacts, tell: Teller) -> str:
    """By the record, by the mark that came with the file, or some of each; results of before went by the mark."""
    part, whole, recorded = (*made_of, 0)[:3]
    way = "recorded" if recorded == whole else "both" if recorded else "marked"
    return tell.say(
        f"appraisal.basis.first_contact_resolution.{way}", part=part, whole=whole, recorded=recorded,
        days=facts.policy.repeat_days, value=tell.percent(value, 1),
    )  # fmt: skip


def rule_told(rule: Rule | None, code: str, tell: Teller) -> str:
    """How a counted figure becomes points."""
    if rule is None:
        return ""
    told = _way(rule, code, tell)
    return tell.say("appraisal.rule.least", rule=told, least=rule.minimum_n) if rule.minimum_n else told


def _way(rule: Rule, code: str, tell: Teller) -> str:
    show = shown_as(code, tell)
    if isinstance(rule, Linear):
        way = "more" if rule.target.value > rule.floor.value else "less"
        return tell.say(f"appraisal.rule.{way}", floor=show(rule.floor.value), target=show(rule.target.value))
    if isinstance(rule, Steps):
        steps = [
            tell.say("appraisal.rule.step", from_value=show(start.value), share=tell.percent(share.value))
            for start, share in rule.steps
        ]
        return tell.join(steps)
    return _per_event(rule, tell)


def shown_as(code: str, tell: Teller) -> Callable[[Fraction], str]:
    """Shares as per cent, times in hours, anything else as it is."""
    if code in SHARES:
        return lambda value: tell.percent(value, 2)
    if code == HOURS:
        return lambda value: tell.say("appraisal.rule.hours", value=tell.plain(value))
    return tell.plain


def _per_event(rule: PerEvent, tell: Teller) -> str:
    return tell.say("appraisal.rule.per_event", off=tell.percent(rule.off.value))


def _notes(facts: MonthFacts, names: Mapping[str, str], tell: Teller) -> list[str]:
    policy = facts.policy
    shares = facts.detail.get("indicators", {})
    known = {code for code, one in shares.items() if one.get("share") is not None}
    found = [_moved_said(one, facts, names, tell) for one in moved(_points(policy), known)]
    if known - policy.rules.keys():
        found.insert(0, tell.say("appraisal.month.levels"))
    return [*found, tell.say("appraisal.month.complaints")] if UPHELD in policy.indicators else found


def _points(policy: MonthPolicy) -> dict[str, dict[str, Fraction]]:
    return {
        name: {code: points.value for code, points in group.indicators.items()} for name, group in policy.groups.items()
    }


def _moved_said(one: Moved, facts: MonthFacts, names: Mapping[str, str], tell: Teller) -> str:
    """What there was too little of is told apart from what there was none of."""
    if one.is_group:
        return tell.say(
            "appraisal.month.moved.group", name=names.get(one.code, one.code), points=tell.plain(one.points)
        )
    group = next(name for name, group in facts.policy.groups.items() if one.code in group.indicators)
    name, points = names.get(f"{group}.{one.code}", one.code), tell.plain(one.points)
    count = cases_of(facts.result).get(one.code)
    if count is not None and f"few:{one.code}" in facts.detail.get("reasons", []):
        return tell.say("appraisal.month.moved.few", name=name, points=points, count=count)
    return tell.say("appraisal.month.moved", name=name, points=points)
