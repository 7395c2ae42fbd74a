"""The list of records: who has answered, whose interview is due."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.records.models import Record
from hengcai.records.queries.records import RECORD_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day


def record_list(*, today):
    columns = [
        Column("person", _("Name"), lambda one: one.person.name, _name, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number, where=Where.FILE),
        Column(
            "team", _("Team"), lambda one: one.placement.team.name if one.placement and one.placement.team else None
        ),
        Column("cycle", _("Cycle"), lambda one: one.cycle.code, css="nowrap"),
        Column("state", _("Status"), state_told, _state),
        Column("interview", _("Meeting by"), _interview_by, partial(_due, today), css="nowrap"),
        Column("sign", _("Respond by"), lambda one: one.sign_by, lambda one: short_day(one.sign_by), css="nowrap"),
        Column("answered", _("Responded on"), lambda one: one.answered_at, _answered, css="nowrap"),
    ]
    return Listing("records", _("Result confirmations"), columns, RECORD_ORDERS)


def state_told(one):
    """An archived one says how it was answered, and each whether that was on paper."""
    told = word(f"records.state.{one.outcome or one.state}")
    if one.on_paper:
        told = f"{told} · {_('on paper')}"
    return f"{told} · {word('records.state.archived')}" if one.state == Record.State.ARCHIVED else told


def _state(one):
    held = format_html(' <span class="badge">{}</span>', _("not archived yet")) if one.held_because else ""
    return format_html("{}{}", state_told(one), held)


def _name(one):
    return link(reverse("see-record", args=[one.pk]), one.person.name, one.cycle.code)


def _interview_by(one):
    return one.interview_by if one.needs_interview and one.state == Record.State.NOTIFIED else None


def _due(today, one):
    day = _interview_by(one)
    if day is None:
        return "–"
    late = format_html(' <span class="badge">{}</span>', _("overdue")) if day < today else ""
    return format_html("{}{}", short_day(day), late)


def _answered(one):
    return short_day(one.answered_at) if one.answered_at else "–"
