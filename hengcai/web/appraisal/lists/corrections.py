"""The list of corrections, and what one of them changed in words."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.appraisal.models import Correction
from hengcai.appraisal.queries.orders import CORRECTION_ORDERS
from hengcai.appraisal.rules.corrections import BAND, TOTAL
from hengcai.paper.telling import Teller
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import called, short_day


def correction_list():
    columns = [
        Column("person", _("Person"), lambda one: one.old.participant.person.name, _person, is_head=True),
        Column("number", _("Number"), lambda one: one.old.participant.person.number, where=Where.FILE),
        Column("cycle", _("Cycle"), lambda one: str(one.old.participant.cycle.name)),
        Column("state", _("Status"), lambda one: word(f"appraisal.correction.state.{one.state}")),
        Column("due", _("Due date"), lambda one: one.due_on, _due, css="nowrap"),
        Column("made", _("Corrected on"), lambda one: one.made_at, lambda one: short_day(one.made_at), css="nowrap"),
        Column("by", _("Corrected by"), lambda one: called(one.by) if one.by else None, css="wide"),
    ]
    return Listing("corrections", _("Corrections"), columns, CORRECTION_ORDERS)


def _person(one):
    return link(reverse("see-correction", args=[one.pk]), one.old.participant.person.name)


def _due(one):
    if one.due_on is None:
        return "–"
    is_late = one.state == Correction.State.OPEN and one.due_on < localdate()
    late = format_html(' <span class="badge">{}</span>', _("overdue")) if is_late else ""
    return format_html("{}{}", short_day(one.due_on), late)


def lines_told(sight, language):
    """(What, as it was, as it is, whether it is another)."""
    tell = Teller(language)
    return [
        (_what(one, sight, tell), _said(one, one.old, tell), _said(one, one.new, tell), one.is_changed)
        for one in sight.lines
    ]


def _what(one, sight, tell):
    if one.kind == TOTAL:
        return _("Score")
    if one.kind == BAND:
        return _("Band")
    return tell.called("appraisal.source", one.code) if one.kind == "sources" else sight.names.get(one.code, one.code)


def _said(one, value, tell):
    if value is None:
        return "–"
    if one.kind == BAND:
        return tell.called("band", value)
    return value if one.kind == TOTAL else tell.plain(value, 2)
