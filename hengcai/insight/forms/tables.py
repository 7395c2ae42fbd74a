"""Forms with a line a person: a quarter's scores, a month's points."""

from collections.abc import Sequence
from fractions import Fraction

from hengcai.appraisal.models import Cycle, Policy, Result
from hengcai.appraisal.queries.results import own_results, parsed, results_seen_by
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.base.errors import NotNow
from hengcai.framework.queries import service_groups
from hengcai.insight.forms.making import BLANK_LINES, LINE, Body, Making, framework_for, not_here, person_facts
from hengcai.insight.letters.month import month, names_in
from hengcai.insight.letters.results import score_of
from hengcai.insight.queries.person import is_about, person_report
from hengcai.paper.blocks import Block, Bullets, Heading, Lines, Paragraph, Table
from hengcai.paper.telling import Teller

SOURCES = ("superior", "self", "peer", "customer", "practical")
PERSON_WIDTHS = (2, 1.6, 2)


def skill_summary(making: Making) -> Body:
    columns = making.head.columns("name", "number", "team", "post", *SOURCES, "final", "band")
    results, more = _visible(making)
    rows: list[Sequence[str]] = [skill_scores(one, making.tell) for one in results]
    blank = [("",) * len(columns)] * BLANK_LINES
    widths = (*PERSON_WIDTHS, 2, *(1.2,) * len(SOURCES), 1.2, 1.4)
    numeric = tuple(range(4, 5 + len(SOURCES)))
    table = Table(columns, rows or blank, widths=widths, numeric=numeric, row_height=0 if rows else LINE)
    return Body([table, *more], subtitle=_cycle_name(making), is_filled=bool(rows))


def _visible(making: Making) -> tuple[list[Result], list[Block]]:
    """The results, and a line that says how many more there are where only some are shown."""
    cycle, most = making.choice.cycle, making.choice.most
    if cycle is None:
        return [], []
    rows = results_seen_by(making.user).filter(participant__cycle=cycle)
    shown = rows.order_by("participant__person__name", "pk")
    left = rows.count() - most if most else 0
    more: list[Block] = [Paragraph(making.tell.say("form.more_lines", n=left), is_small=True)] if left > 0 else []
    return list(shown[:most] if most else shown), more


def _cycle_name(making: Making) -> str:
    cycle = making.choice.cycle
    return str(cycle.name.read(making.tell.language)) if cycle else ""


def skill_scores(result: Result, tell: Teller) -> list[str]:
    """Sources with one decimal, the final as it was rounded."""
    sources = result.detail.get("sources", {})
    scores = [sources.get(code, {}).get("score") for code in SOURCES]
    band = tell.called("band", result.band) if result.final is not None else tell.say("insight.result.no_score")
    post = str(result.participant.post.name.read(tell.language))
    shown = [tell.points(Fraction(one)) if one is not None else "–" for one in scores]
    return [*_who(result), post, *shown, score_of(result) or "–", band]


def _who(result: Result) -> list[str]:
    participant = result.participant
    team = participant.placement.team if participant.placement else None
    return [participant.person.name, participant.person.number, team.name if team else ""]


def month_sheet(making: Making) -> Body:
    """One person's indicators, everybody's groups, or a blank sheet of the policy in force."""
    if making.choice.cycle is None:
        return _blank_month(making)
    return _of_person(making) if making.choice.number else _of_all(making, making.choice.cycle)


def _blank_month(making: Making) -> Body:
    row = Policy.objects.filter(kind=Policy.Kind.MONTHLY, state=Policy.State.PUBLISHED).first()
    policy = parsed(row) if row else None
    if not isinstance(policy, MonthPolicy):
        raise NotNow("insight.form_nothing_to_lay_out")
    tell = making.tell
    names = names_in(service_groups(framework_for(making)), tell)
    rows = [
        (
            names.get(group, group) if place == 0 else "",
            names.get(f"{group}.{code}", code),
            tell.plain(points.value),
            "",
            "",
        )
        for group, one in policy.groups.items()
        for place, (code, points) in enumerate(one.indicators.items())
    ]
    return Body([_sheet(making, rows, LINE), *_remarks(making, [])], person_facts(making))


def _sheet(making: Making, rows: Sequence[Sequence[str]], height: float) -> Table:
    columns = making.head.columns("group", "service_indicator", "points", "basis", "earned")
    return Table(columns, rows, widths=(2, 3, 1.2, 6, 1.2), numeric=(2, 4), row_height=height)


def _remarks(making: Making, texts: Sequence[str]) -> list[Block]:
    heading = Heading(making.tell.say("form.remarks"), level=3)
    return [heading, Bullets(texts) if texts else Lines(2)]


def _of_person(making: Making) -> Body:
    tell, result = making.tell, _result(making)
    report = person_report(result, to_rated=is_about(result, making.user))
    if not isinstance(report.policy, MonthPolicy):
        raise not_here(making)
    letter = month(report, report.policy, tell)
    rows: list[Sequence[str]] = [
        (group.name if place == 0 else "", line.name, line.points, line.basis, line.earned)
        for group in letter.groups
        for place, line in enumerate(group.lines)
    ]
    rows.append((letter.total, "", "", "", letter.final))
    name, number, team = _who(result)
    post = str(result.participant.post.name.read(tell.language))
    facts = person_facts(making, name=name, number=number, team=team, post=post)
    facts.append((tell.say("form.fact.final"), f"{letter.final} {tell.called('band', result.band)}".strip()))
    blocks: list[Block] = [_sheet(making, rows, 0), Bullets(letter.notes)]
    return Body([*blocks, *_remarks(making, [text for _source, text in letter.remarks])], facts, is_filled=True)


def _result(making: Making) -> Result:
    wanted = {"participant__cycle": making.choice.cycle, "participant__person__number": making.choice.number}
    for rows in (results_seen_by(making.user), own_results(making.user)):
        found = rows.filter(**wanted).first()
        if found:
            return found
    raise not_here(making)


def _of_all(making: Making, cycle: Cycle) -> Body:
    (results, more), groups = _visible(making), service_groups(cycle.framework)
    codes = [group.code for group in groups]
    names = [str(group.name.read(making.tell.language)) for group in groups]
    columns = [*making.head.columns("name", "number", "team"), *names, *making.head.columns("total", "grade")]
    rows: list[Sequence[str]] = [month_scores(one, codes, making.tell) for one in results]
    blank = [("",) * len(columns)] * BLANK_LINES
    widths = (*PERSON_WIDTHS, *(1.3 for _code in codes), 1.2, 1.4)
    numeric = tuple(range(3, 4 + len(codes)))
    table = Table(columns, rows or blank, widths=widths, numeric=numeric, row_height=0 if rows else LINE)
    return Body([table, *more], subtitle=_cycle_name(making), is_filled=bool(rows))


def month_scores(result: Result, codes: Sequence[str], tell: Teller) -> list[str]:
    groups = result.detail.get("groups", {})
    earned = [groups.get(code, {}).get("earned") for code in codes]
    band = tell.called("band", result.band) if result.final is not None else tell.say("insight.result.no_score")
    shown = [tell.points(Fraction(one), 1) if one is not None else "–" for one in earned]
    return [*_who(result), *shown, score_of(result) or "–", band]
