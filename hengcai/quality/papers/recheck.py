"""复核记录: blank, to be filled by hand, or one recheck with both scores, what they differ on and what was settled."""

from collections.abc import Sequence

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.quality.papers.scorecard import told_mark
from hengcai.quality.queries.rechecks import Compared, RecheckSight, recheck_to_print
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.score import Score

COLUMNS = ("item", "first_mark", "first_words", "second", "second_words", "settled")
SIGNATURES = ("rechecker", "supervisor", "day")
FACTS = (
    "paper.fact.name", "form.fact.contact", "form.fact.contact_on", "form.fact.why_rechecked", "form.fact.rechecked_by",
    "form.fact.recheck_due_on", "form.fact.first_total", "form.fact.second_total",
)  # fmt: skip
BLANK_ROWS = 8
DASH = "–"


def recheck(making: Making) -> Body:
    wanted = making.chosen("recheck")
    sight = _sight(making, wanted) if wanted is not None else None
    rows = [_row(making, one) for one in sight.items] if sight else [("",) * len(COLUMNS)] * BLANK_ROWS
    table = Table(
        making.head.columns(*making.form.columns),
        rows,
        widths=(3, 1.5, 4.5, 1.5, 4.5, 1.5),
        row_height=0 if sight else LINE * 1.5,
    )
    return Body([table, *_ruling(making, sight)], _facts(making, sight), is_filled=sight is not None)


def _sight(making: Making, number: int) -> RecheckSight:
    """Before the second score is in there is nothing to read: it is blind."""
    found = recheck_to_print(making.user, number)
    if found is None or found.is_veiled:
        raise NotNow("form.no_recheck", number=number)
    return found


def _row(making: Making, one: Compared) -> Sequence[str]:
    def told(mark: Mark | None) -> str:
        return told_mark(making, one.item, mark.value) if mark else DASH

    def words(mark: Mark | None) -> str:
        return mask(mark.comment) if mark else ""

    settled = told(one.settled) if one.is_apart and one.settled else ""
    name = str(one.item.name.read(making.tell.language))
    return name, told(one.first), words(one.first), told(one.second), words(one.second), settled


def _ruling(making: Making, sight: RecheckSight | None) -> list[Block]:
    heading = Heading(making.tell.say("form.recheck.ruling"), level=3)
    if sight is None:
        return [heading, Lines(3)]
    one, tell = sight.recheck, making.tell
    said = f"quality.recheck.outcome.{one.outcome}" if one.outcome else f"quality.recheck.state.{one.state}"
    reason = [Paragraph(mask(one.reason))] if one.reason else []
    return [heading, Paragraph(tell.say(said)), *reason]


def _facts(making: Making, sight: RecheckSight | None) -> list[tuple[str, str]]:
    tell = making.tell
    if sight is None:
        return [(tell.say(code), "") for code in FACTS]
    one, evaluation = sight.recheck, sight.recheck.evaluation
    told = (
        evaluation.agent.name, evaluation.assignment.contact.key, tell.day(evaluation.contact_on),
        tell.say(f"quality.recheck.why.{one.why}"), _by(sight), tell.day(one.due_on),
        _total(making, sight.first), _total(making, sight.second),
    )  # fmt: skip
    facts = [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]
    if one.settled_at:
        facts.append((tell.say("form.fact.settled_on"), tell.day(day_of(one.settled_at, settings.TIME_ZONE))))
    return facts


def _by(sight: RecheckSight) -> str:
    """Named only to those who watch over the work."""
    one = sight.recheck
    who = one.double.evaluator if one.double else one.rechecker
    return who.name if who and sight.shows_names else DASH


def _total(making: Making, score: Score | None) -> str:
    return DASH if score is None or score.total is None else making.tell.points(score.total)


FORM = Form("recheck", 86, recheck, (Ask("recheck", is_number=True),), COLUMNS, SIGNATURES, is_landscape=True)
