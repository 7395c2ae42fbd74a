"""Forms about abilities: the standard, rating forms, the practical test, the end of probation."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from hengcai.appraisal import permissions as appraisal
from hengcai.appraisal.models import Rating, RatingTask, TestMark
from hengcai.appraisal.queries.results import own_results, results_seen_by
from hengcai.appraisal.rules.raters import PEER_ITEM
from hengcai.appraisal.rules.skill import counting_mark
from hengcai.framework.models import Competency, Indicator, Post
from hengcai.framework.queries import FormPart, form_parts
from hengcai.insight.forms.choice import posts_with_forms
from hengcai.insight.forms.making import LINE, Body, Making, framework_for, not_here, person_facts
from hengcai.insight.queries.person import PersonReport, is_about, person_report
from hengcai.insight.queries.posts import required_in_force
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table

TASKS = RatingTask.objects.exclude(state=RatingTask.State.WITHDRAWN)
ANCHORED = ("1", "3", "5")
TESTS = 3  # blank lines for written tests


def standard(making: Making) -> Body:
    post, parts = _asked(making)
    blocks: list[Block] = []
    for part in parts:
        blocks.append(Heading(part.part.name.read(making.tell.language)))
        rows = [row for one in part.competencies for row in _standard_rows(one, making)]
        columns = making.head.columns("competency", "indicator", "look_for", "level1", "level3", "level5")
        blocks.append(Table(columns, rows, widths=(2, 2, 3.6, 3.6, 3.6, 3.6)))
    return Body(blocks, subtitle=str(post.name.read(making.tell.language)))


def _asked(making: Making) -> tuple[Post, list[FormPart]]:
    framework = framework_for(making)
    post = making.choice.post or next(iter(posts_with_forms(framework)), None)
    if post is None:
        raise not_here(making)
    return post, form_parts(framework, post)


def _standard_rows(competency: Competency, making: Making) -> list[list[str]]:
    """The ability is named once; without indicators its own anchors stand."""
    language = making.tell.language
    name = str(competency.name.read(language))
    shown = [one.indicator for one in competency.shown.all()]
    if not shown:
        return [[name, "", competency.definition.read(language), *_anchors(competency, language)]]
    rows = [[one.name.read(language), one.look_for.read(language), *_anchors(one, language)] for one in shown]
    return [[name if number == 0 else "", *row] for number, row in enumerate(rows)]


def _anchors(one: Competency | Indicator, language: str) -> list[str]:
    return [str(one.anchors[level].read(language)) if level in one.anchors else "" for level in ANCHORED]


def self_assessment(making: Making) -> Body:
    return _rating(making, RatingTask.Source.SELF)


def rating(making: Making) -> Body:
    source = making.choice.source
    return _rating(making, source if source == RatingTask.Source.PEER else RatingTask.Source.SUPERIOR)


def practical(making: Making) -> Body:
    """The scenario's levels and, beneath, the written tests."""
    body = _rating(making, RatingTask.Source.PRACTICAL)
    columns = making.head.columns("test", "mark", "resit", "counts")
    rows: list[Sequence[str]] = _marks(making) if body.is_filled else [("",) * 4] * TESTS
    table = Table(columns, rows or [("",) * 4], widths=(4, 2, 2, 2), row_height=0 if rows else LINE)
    heading = Heading(making.tell.say("form.written"))
    return Body([*body.blocks, heading, table], body.facts, body.subtitle, body.is_filled)


def _marks(making: Making) -> list[Sequence[str]]:
    found: dict[str, dict[int, Fraction]] = {}
    rows = TestMark.objects.filter(
        participant__cycle=making.choice.cycle, participant__person__number=making.choice.number
    )
    for test, attempt, mark in rows.order_by("test", "attempt").values_list("test", "attempt", "mark"):
        found.setdefault(test, {})[attempt] = Fraction(mark)
    plain = making.tell.plain
    return [(test, plain(one.get(1)), plain(one.get(2)), plain(counting_mark(one))) for test, one in found.items()]


def _rating(making: Making, source: str) -> Body:
    tasks = _tasks(making, source) if making.choice.number and making.choice.cycle else []
    if not tasks:
        post, parts = _asked(making)
        facts = [*person_facts(making, post=post.name.read(making.tell.language)), *_rater_facts(making, source, "")]
        return Body([_form(making, _items(parts, source), {}), *_overall(making, "")], facts, _source(making, source))
    return _filled(making, tasks, source)


def _tasks(making: Making, source: str) -> list[RatingTask]:
    """One's own forms as they stand, else sent ones for those who may see who gave what."""
    rows = TASKS.filter(
        participant__cycle=making.choice.cycle, participant__person__number=making.choice.number, source=source
    ).select_related("participant__person", "participant__post", "participant__placement__team", "rater")
    rows = rows.order_by("pk")
    own = list(appraisal.FILL_TASK.rows(rows, making.user))
    found = own or list(appraisal.SEE_TASK.rows(rows.filter(state=RatingTask.State.SENT), making.user))
    if not found:
        raise not_here(making)
    return found


def _filled(making: Making, tasks: Sequence[RatingTask], source: str) -> Body:
    participant, language = tasks[0].participant, making.tell.language
    items = _items(form_parts(framework_for(making), participant.post), source)
    blocks: list[Block] = []
    for number, task in enumerate(tasks, start=1):
        given = {one.competency.code: one for one in task.ratings.select_related("competency")}
        if len(tasks) > 1:
            blocks.append(Heading(making.tell.say("form.fact.rater.peer", n=number), level=3))
        blocks += [_form(making, items, given), *_overall(making, task.comment)]
    team = participant.placement.team if participant.placement else None
    facts = person_facts(
        making, name=participant.person.name, number=participant.person.number, team=team.name if team else "",
        post=participant.post.name.read(language),
    )  # fmt: skip
    rater = tasks[0].rater.name if len(tasks) == 1 and source != RatingTask.Source.PEER else ""
    return Body(blocks, [*facts, *_rater_facts(making, source, rater)], _source(making, source), is_filled=True)


def _items(parts: Sequence[FormPart], source: str) -> list[Competency]:
    """Peers rate collaboration only."""
    items = [one for part in parts for one in part.competencies]
    return [one for one in items if one.code == PEER_ITEM] if source == RatingTask.Source.PEER else items


def _source(making: Making, source: str) -> str:
    return making.tell.called("insight.source", source)


def _rater_facts(making: Making, source: str, rater: str) -> list[tuple[str, str]]:
    """A peer's form never carries a name."""
    if source in {RatingTask.Source.SELF, RatingTask.Source.PEER}:
        return []
    return [(making.tell.say("form.fact.rater"), rater)]


def _form(making: Making, items: Sequence[Competency], given: Mapping[str, Rating]) -> Table:
    columns = making.head.columns("competency", "look_for", "level", "grounds")
    rows = [_line(making, item, given.get(item.code), is_blank=not given) for item in items]
    return Table(columns, rows, widths=(2, 3.8, 4.6, 4.6), row_height=0 if given else 1.3)


def _line(making: Making, item: Competency, one: Rating | None, *, is_blank: bool) -> list[str]:
    language = making.tell.language
    names = making.tell.join(shown.indicator.name for shown in item.shown.all())
    head = [str(item.name.read(language)), names or str(item.definition.read(language))]
    if is_blank:
        return [*head, making.tell.say("form.scale"), ""]
    if one is None or not one.is_answered:
        return [*head, "", one.comment if one else ""]
    level = making.tell.plain(Fraction(one.level)) if one.level is not None else making.tell.say("form.not_observed")
    return [*head, level, " ".join(text for text in (one.comment, one.reason) if text)]


def _overall(making: Making, comment: str) -> list[Block]:
    heading = Heading(making.tell.say("form.overall"), level=3)
    if comment:
        return [heading, Paragraph(comment)]
    return [heading, Lines(2)]


def probation(making: Making) -> Body:
    """Filled from a probation cycle's result, as its reader may see it."""
    tell = making.tell
    if making.choice.number and making.choice.cycle:
        report = _report(making)
        participant = report.result.participant
        rows = [
            _reached(making, line.competency, tell.plain(line.required), tell.points(line.rated) or "–")
            for line in report.competencies
        ]
        team = participant.placement.team if participant.placement else None
        facts = person_facts(
            making, name=participant.person.name, number=participant.person.number, team=team.name if team else "",
            post=participant.post.name.read(tell.language),
        )  # fmt: skip
        score = tell.points(report.final, report.places)
        final = f"{score} {tell.called('band', report.result.band)}" if score else tell.say("insight.result.no_score")
        facts.append((tell.say("form.fact.final"), final))
        return Body([*_reached_table(making, rows, filled=True)], facts, is_filled=True)
    post, parts = _asked(making)
    required = required_in_force(post)
    asked = [one for part in parts for one in part.competencies]
    blank = [_reached(making, one, tell.plain(required.get(one.code)), "") for one in asked]
    facts = person_facts(making, post=post.name.read(tell.language))
    return Body(_reached_table(making, blank, filled=False), facts)


def _report(making: Making) -> PersonReport:
    rows = (results_seen_by(making.user), own_results(making.user))
    for found in rows:
        result = found.filter(
            participant__cycle=making.choice.cycle, participant__person__number=making.choice.number
        ).first()
        if result:
            return person_report(result, to_rated=is_about(result, making.user))
    raise not_here(making)


def _reached(making: Making, item: Competency, required: str, level: str) -> list[str]:
    return [str(item.name.read(making.tell.language)), required or "–", level, ""]


def _reached_table(making: Making, rows: Sequence[Sequence[str]], *, filled: bool) -> list[Block]:
    tell = making.tell
    columns = making.head.columns("competency", "required", "reached", "grounds")
    height = 0 if filled else LINE
    return [
        Table(columns, rows, widths=(3, 1.6, 1.6, 7), numeric=(1, 2), row_height=height),
        Heading(tell.say("form.conclusion"), level=3), Paragraph(tell.say("form.conclusion.choices")),
        Paragraph(tell.say("form.conclusion.grounds")), Lines(3),
    ]  # fmt: skip
