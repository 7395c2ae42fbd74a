"""Rating forms: one's superior's, peers' and one's own have the same lines."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from hengcai.appraisal.forms import given_of
from hengcai.appraisal.models import Rating, RatingTask
from hengcai.appraisal.papers.asking import NUMBER, QUARTERS, SOURCE, cycle_of, framework_for, not_here, whose
from hengcai.appraisal.papers.lines import person_facts
from hengcai.appraisal.queries.printed import tasks_to_print
from hengcai.appraisal.rules.raters import PEER_ITEM
from hengcai.framework.models import Competency
from hengcai.framework.papers.asking import POST, asked_of
from hengcai.framework.queries import FormPart, form_parts
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Form
from hengcai.paper.forms.making import Body, Making

COLUMNS = ("competency", "look_for", "level", "grounds")


def rating(making: Making) -> Body:
    chosen = making.chosen("source")
    is_peer = chosen is not None and chosen.code == RatingTask.Source.PEER
    return rated(making, RatingTask.Source.PEER if is_peer else RatingTask.Source.SUPERIOR)


def rated(making: Making, source: str) -> Body:
    """Filled from somebody's forms in a cycle, blank where nobody or no cycle is named."""
    cycle, number = whose(making)
    if cycle and number:
        tasks = tasks_to_print(making.user, cycle, number, source)
        if not tasks:
            raise not_here(making)
        return _filled(making, tasks, source)
    post, parts = asked_of(making, framework_for(making))
    facts = [*person_facts(making, post=post.name), *_rater_facts(making, source, "")]
    return Body([_form(making, _items(parts, source), {}), *_overall(making, "")], facts, _source(making, source))


def _filled(making: Making, tasks: Sequence[RatingTask], source: str) -> Body:
    participant = tasks[0].participant
    items = _items(form_parts(framework_for(making), participant.post), source)
    blocks: list[Block] = []
    for number, task in enumerate(tasks, start=1):
        if len(tasks) > 1:
            blocks.append(Heading(making.tell.say("form.fact.rater.peer", n=number), level=3))
        blocks += [_form(making, items, given_of(task)), *_overall(making, task.comment)]
    rater = tasks[0].rater.name if len(tasks) == 1 and source != RatingTask.Source.PEER else ""
    facts = [*person_facts(making, participant), *_rater_facts(making, source, rater)]
    return Body(blocks, facts, _source(making, source), is_filled=True)


def _items(parts: Sequence[FormPart], source: str) -> list[Competency]:
    """Peers rate collaboration only."""
    items = [one for part in parts for one in part.competencies]
    return [one for one in items if one.code == PEER_ITEM] if source == RatingTask.Source.PEER else items


def _source(making: Making, source: str) -> str:
    return making.tell.called("appraisal.source", source)


def _rater_facts(making: Making, source: str, rater: str) -> list[tuple[str, str]]:
    """A peer's form never carries a name."""
    if source in {RatingTask.Source.SELF, RatingTask.Source.PEER}:
        return []
    return [(making.tell.say("form.fact.rater"), rater)]


def _form(making: Making, items: Sequence[Competency], given: Mapping[str, Rating]) -> Table:
    rows = [_line(making, item, given.get(item.code), is_blank=not given) for item in items]
    columns = making.head.columns(*COLUMNS)
    return Table(columns, rows, widths=(2.4, 5.5, 3.8, 3.3), row_height=0 if given else 1.1)


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
    return [heading, Paragraph(comment) if comment else Lines(2)]


FORM = Form("rating", 30, rating, (POST, SOURCE, cycle_of(QUARTERS), NUMBER), COLUMNS, ("rater", "day"))
