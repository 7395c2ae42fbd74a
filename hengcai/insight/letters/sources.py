"""What each source gave and how the parts add up to the final score, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengcai.appraisal.rules import veil
from hengcai.appraisal.rules.policy import CUSTOMER, PEER, SkillPolicy
from hengcai.base.days import months, months_back
from hengcai.insight.letters.fair import final_fair
from hengcai.insight.queries.person import PersonReport, SourceLine
from hengcai.insight.rules import sums
from hengcai.paper.drawing.levels import weights_bar
from hengcai.paper.telling import Teller

CUSTOMER_MONTHS = 3


@dataclass(frozen=True)
class Source:
    name: str
    note: str
    weight: str
    score: str


@dataclass(frozen=True)
class Line:
    name: str
    note: str
    score: str
    weight: str
    part: str


@dataclass(frozen=True)
class Sources:
    """The bar, the list beneath it, and the sum with its notes."""

    heading: str
    bar: str
    sources: Sequence[Source]
    how_heading: str
    how_why: str
    lines: Sequence[Line]
    total: str
    final: str
    notes: Sequence[str]


def sources(report: PersonReport, policy: SkillPolicy, tell: Teller) -> Sources:
    final = tell.points(report.final, report.places)
    given = _given(report, policy)
    return Sources(
        heading=_heading(report, tell), bar=_bar(report, tell),
        sources=[_source(line, report, policy, tell) for line in report.sources],
        how_heading=tell.say("insight.heading.how", score=final) if final else tell.say("insight.heading.how.plain"),
        how_why=tell.say("insight.how.why", policy=tell.called("appraisal.policy", policy.name), number=report.cycle.policy.number),
        lines=[_line(line, given, tell) for line in report.sources if line.part is not None and line.part > 0],
        total=_total(report, tell) if final else "", final=final, notes=_notes(report, policy, given, tell),
    )  # fmt: skip


def _heading(report: PersonReport, tell: Teller) -> str:
    count = sum(line.score is not None for line in report.sources) + report.is_veiled
    if report.final is None:
        return tell.say("insight.heading.sources.plain")
    return tell.say(
        "insight.heading.sources", count=tell.numeral(count), score=tell.points(report.final, report.places)
    )


def _bar(report: PersonReport, tell: Teller) -> str:
    """The policy's own weights; a source that weighs nothing has no part of the bar."""
    shown = [line for line in report.sources if Fraction(line.weight)]
    parts = [
        (float(Fraction(line.weight)), tell.called("appraisal.source.short", line.source), tell.percent(line.weight))
        for line in shown
    ]
    said = [tell.say("insight.sources.weight", name=name, weight=weight) for _share, name, weight in parts]
    return weights_bar(parts, label=tell.say("insight.sources.label", weights=tell.join(said)))


def _source(line: SourceLine, report: PersonReport, policy: SkillPolicy, tell: Teller) -> Source:
    score = tell.points(Fraction(line.score)) if line.score is not None else "–"
    note = _note(line, report, policy, tell)
    return Source(tell.called("appraisal.source", line.source), note, tell.percent(line.weight), score)


def _note(line: SourceLine, report: PersonReport, policy: SkillPolicy, tell: Teller) -> str:
    if line.source == veil.POOLED:
        return tell.say("insight.note.superior_and_peer")
    if line.score is None:
        return _missing(line, report, policy, tell)
    if line.source == "practical":
        return _practical_note(line, report, policy, tell)
    if line.source == CUSTOMER:
        return _customer_note(line, report, tell)
    return tell.say(f"insight.note.{line.source}", n=line.n_raters, ratings=line.n_ratings)


def _customer_note(line: SourceLine, report: PersonReport, tell: Teller) -> str:
    """Satisfaction and recommendation are one source; of a quarter, whose months are the customers', with how many answered."""
    facts = {"ratings": line.n_ratings, "months": _months(report, tell)}
    figures = report.figures
    if figures is None or report.cycle.kind != "quarter" or not figures.response_share:
        return tell.say("insight.note.customer", **facts)
    share = tell.percent(figures.response_share, 1)
    return tell.say("insight.note.customer.rate", contacts=figures.contacts, share=share, **facts)


def _missing(line: SourceLine, report: PersonReport, policy: SkillPolicy, tell: Teller) -> str:
    kind = "few" if f"few:{line.source}" in report.detail.get("reasons", []) else "missing"
    moved = ".moved" if report.final is not None and Fraction(line.weight) else ""
    kind = f"{kind}.peer" if kind == "few" and line.source == PEER else kind
    facts = {"least": policy.least_heard(line.source), "weight": tell.percent(line.weight)}
    return tell.say(f"insight.note.{kind}{moved}", **facts)


def _months(report: PersonReport, tell: Teller) -> str:
    end = report.cycle.period_end
    first = next(months(months_back(end, CUSTOMER_MONTHS), end))[0]
    return tell.say("insight.note.months", first=first.month, last=end.month)


def _practical_note(line: SourceLine, report: PersonReport, policy: SkillPolicy, tell: Teller) -> str:
    found = _given(report, policy).practical
    facts = {name: tell.plain(getattr(found, name), 2) for name in ("scenario", "mark", "level")}
    if found.scenario is not None and found.mark is not None:
        return tell.say("insight.note.practical.both", **facts)
    if found.mark is not None:
        return tell.say("insight.note.practical.mark", **facts)
    return tell.say("insight.note.practical.rating", **facts)


def _given(report: PersonReport, policy: SkillPolicy) -> "Given":
    inputs = report.result.inputs
    ratings = inputs.get("ratings", [])
    found = sums.practical(ratings, inputs.get("marks", []), policy.written_mark)
    return Given(ratings, inputs.get("customers", []), found, bool(policy.item_weights))


@dataclass(frozen=True)
class Given:
    """The stored inputs; read for the sources this reader sees apart, and for no other."""

    ratings: sums.Given
    customers: Sequence[Sequence[str | int]]
    practical: sums.Practical
    is_weighted: bool


def _line(line: SourceLine, given: Given, tell: Teller) -> Line:
    weight = tell.percent(line.used_weight, 2)
    part = tell.plain(line.part)
    score = tell.plain(Fraction(line.score or 0))
    return Line(tell.called("appraisal.source", line.source), _sum_note(line, given, tell), score, f"× {weight}", part)


def _sum_note(line: SourceLine, given: Given, tell: Teller) -> str:
    if line.source == veil.POOLED:
        return ""
    if line.source == "customer" and (found := sums.of_customers(given.customers)):
        return tell.say("insight.how.customers", count=found.count, sum=tell.plain(found.total))
    test = given.practical
    if line.source == "practical" and test.scenario is not None and test.mark is not None:
        facts = {"scenario": test.scenario, "mark": test.mark, "level": test.level}
        return tell.say("insight.how.both", **{name: tell.plain(value) for name, value in facts.items()})
    found = sums.of_source(given.ratings, line.source, is_weighted=given.is_weighted)
    if found is None or given.is_weighted:
        return ""
    code = "insight.how.items" if not found.is_plain else "insight.how.sum"
    code = "insight.how.sum.peer" if found.is_plain and line.source == "peer" else code
    return tell.say(code, count=found.count, sum=tell.plain(found.total), ratings=found.ratings)


def _total(report: PersonReport, tell: Teller) -> str:
    exact = report.detail.get("exact")
    if exact is None:
        return tell.say("insight.how.total.veiled")
    return tell.say("insight.how.total", exact=tell.plain(exact))


def _notes(report: PersonReport, policy: SkillPolicy, given: Given, tell: Teller) -> list[str]:
    if report.final is None:
        return [_least(policy, tell), tell.say("insight.how.quality")]
    absent = [line.source for line in report.sources if line.score is None and Fraction(line.weight)]
    found = (
        [tell.say("insight.how.moved", names=tell.join(tell.called("appraisal.source", one) for one in absent))]
        if absent
        else []
    )
    found += [_written(policy, tell)] if given.practical.mark is not None else []
    found += [tell.say("insight.how.resit")] if given.practical.has_resit else []
    found += [tell.say("insight.how.veiled")] if report.is_veiled else []
    otherwise = [str(one.name.read(tell.language)) for one in report.seen_otherwise]
    found += [tell.say("insight.how.otherwise", names=tell.join(otherwise))] if otherwise else []
    severity = "insight.how.severity.known" if final_fair(report.fair) else "insight.how.severity"
    return [*found, tell.say(severity), tell.say("insight.how.quality")]


def _least(policy: SkillPolicy, tell: Teller) -> str:
    required = tell.join(tell.called("appraisal.source", source) for source in policy.required)
    return tell.say("insight.how.least", required=required, weight=tell.percent(policy.minimum_weight.value))


def _written(policy: SkillPolicy, tell: Teller) -> str:
    said = [
        tell.say("insight.how.written.point", mark=tell.plain(mark.value), level=tell.plain(level.value))
        for mark, level in policy.written_mark
    ]
    return tell.say("insight.how.written", points=tell.join(said))
