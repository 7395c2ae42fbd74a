"""What both papers of an appeal share: the appeal as its reader may see it, and the figures it changed."""

from hengcai.appeals.queries.appeals import AppealSight, appeal_to_print
from hengcai.appraisal.rules.corrections import BAND, TOTAL, Difference
from hengcai.base.errors import NotNow
from hengcai.paper.blocks import Block, Heading, Table
from hengcai.paper.forms.making import Making


def of_appeal(making: Making) -> AppealSight | None:
    """None where none was chosen. Only for whoever reads all of it."""
    number = making.chosen("appeal")
    if number is None:
        return None
    sight = appeal_to_print(making.user, number)
    if sight is None:
        raise NotNow("form.no_appeal", number=number)
    return sight


def changed(making: Making, sight: AppealSight) -> list[Block]:
    if sight.appeal.fresh is None:
        return []
    say = making.tell.say
    heads = [say(f"form.appeal.{name}") for name in ("figure", "before", "after")]
    rows = [(_what(making, one), _said(making, one, one.old), _said(making, one, one.new)) for one in sight.lines]
    return [Heading(say("form.appeal.changed"), level=3), Table(heads, rows, widths=(5, 3, 3))]


def _what(making: Making, one: Difference) -> str:
    if one.kind in (TOTAL, BAND):
        return making.tell.say(f"appeals.figure.{one.kind}")
    return making.tell.called("appraisal.source", one.code) if one.kind == "sources" else one.code


def _said(making: Making, one: Difference, value: str | None) -> str:
    if value is None:
        return "–"
    if one.kind == BAND:
        return making.tell.called("band", value)
    return value if one.kind == TOTAL else making.tell.plain(value, 2)
