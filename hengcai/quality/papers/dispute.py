"""质检申诉单: blank, to be filled by hand, or one dispute from what was asked for to what was decided."""

from collections.abc import Sequence

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.quality.models import Dispute
from hengcai.quality.papers.scorecard import told_mark
from hengcai.quality.queries.disputes import Disputed, Sight, dispute_to_print

COLUMNS = ("item", "first", "wished", "words", "blind", "outcome", "decided", "reasons")
SIGNATURES = ("person", "lead", "decider", "day")
FACTS = ("paper.fact.name", "form.fact.contact", "form.fact.contact_on", "form.fact.raised_on", "form.fact.due_on")
BLANK_ROWS = 4


def dispute(making: Making) -> Body:
    wanted = making.chosen("dispute")
    sight = _sight(making, wanted) if wanted is not None else None
    rows = [_row(making, sight, one) for one in sight.items] if sight else [("",) * len(COLUMNS)] * BLANK_ROWS
    table = Table(
        making.head.columns(*making.form.columns),
        rows,
        widths=(3, 1.6, 1.6, 5, 1.6, 1.8, 1.6, 5),
        row_height=0 if sight else LINE * 2,
    )
    blocks: list[Block] = [table, *_opinion(making, sight)]
    return Body(blocks, _facts(making, sight), is_filled=sight is not None)


def _sight(making: Making, number: int) -> Sight:
    """Whoever could still decide it has nothing to read yet."""
    found = dispute_to_print(making.user, number)
    if found is None or found.is_veiled:
        raise NotNow("form.no_dispute", number=number)
    return found


def _row(making: Making, sight: Sight, one: Disputed) -> Sequence[str]:
    row, tell = one.row, making.tell
    words = mask(row.words)
    if row.turn is not None:
        words = tell.say("form.card.comment", text=words, turn=row.turn + 1)
    return (
        str(row.item.name.read(tell.language)),
        told_mark(making, row.item, row.first),
        told_mark(making, row.item, row.wished),
        words,
        told_mark(making, row.item, row.blind) if row.blind and sight.shows_blind else "",
        tell.say(f"quality.outcome.{row.outcome}") if row.outcome else "",
        told_mark(making, row.item, row.decided) if row.decided else "",
        mask(row.reasons),
    )


def _opinion(making: Making, sight: Sight | None) -> list[Block]:
    heading = Heading(making.tell.say("form.opinion"), level=3)
    if sight is None:
        return [heading, Lines(2)]
    return [heading, Paragraph(mask(sight.dispute.opinion))] if sight.dispute.opinion else []


def _facts(making: Making, sight: Sight | None) -> list[tuple[str, str]]:
    tell = making.tell
    if sight is None:
        return [(tell.say(code), "") for code in FACTS]
    one: Dispute = sight.dispute
    evaluation = one.evaluation
    told = (
        evaluation.agent.name, evaluation.assignment.contact.key, tell.day(evaluation.contact_on),
        tell.day(day_of(one.raised_at, settings.TIME_ZONE)), tell.day(one.due_on),
    )  # fmt: skip
    facts = [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]
    return [*facts, (tell.say("form.fact.state"), tell.say(f"quality.dispute.state.{one.state}"))]


FORM = Form("dispute", 85, dispute, (Ask("dispute", is_number=True),), COLUMNS, SIGNATURES, is_landscape=True)
