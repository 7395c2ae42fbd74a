"""The list of appeals."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.appeals.models import Appeal
from hengcai.appeals.queries.appeals import APPEAL_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day


def appeal_list(*, today):
    columns = [
        Column("number", _("Appeal no."), lambda one: one.number, _number, is_head=True, css="nowrap"),
        Column("person", _("Appellant"), lambda one: one.appellant.name),
        Column("staff", _("Number"), lambda one: one.appellant.number, where=Where.FILE),
        Column("cycle", _("Cycle"), lambda one: str(one.result.participant.cycle.name), css="wide"),
        Column("filed", _("Filed on"), lambda one: one.filed_on, lambda one: short_day(one.filed_on), css="nowrap"),
        Column("due", _("Decision due"), lambda one: one.due_on, partial(_due, today), css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"appeals.state.{one.state}")),
        Column(
            "outcome", _("Appeal decision"), lambda one: word(f"appeals.outcome.{one.outcome}") if one.outcome else None
        ),
    ]
    return Listing("appeals", _("Appeals"), columns, APPEAL_ORDERS)


def _number(one):
    return link(reverse("see-appeal", args=[one.pk]), one.number, one.appellant.name)


def _due(today, one):
    is_late = one.state in Appeal.OPEN and one.due_on < today
    late = format_html(' <span class="badge hc-critical">{}</span>', _("overdue")) if is_late else ""
    return format_html("{}{}", short_day(one.due_on), late)
