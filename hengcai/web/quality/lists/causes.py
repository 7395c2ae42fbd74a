"""The list of causes put to their owners."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.quality.queries.orders import CAUSE_ORDERS
from hengcai.quality.rules.causes import is_late
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day


def cause_list(*, today):
    columns = [
        Column("cause", _("Cause"), lambda one: word(f"quality.cause.{one.cause}"), _link, is_head=True),
        Column("month", _("Month"), lambda one: f"{one.month:%Y-%m}", css="nowrap"),
        Column("owner", _("Owner"), put_to),
        Column("errors", _("Errors"), lambda one: one.errors, css="num"),
        Column("contacts", _("Contacts"), lambda one: one.contacts, css="num"),
        Column("state", _("Status"), lambda one: word(f"quality.causereport.state.{one.state}")),
        Column("due", _("Due date"), _day, partial(_due, today), css="nowrap"),
    ]
    return Listing("causes", _("Causes of errors"), columns, CAUSE_ORDERS)


def put_to(one):
    """A person's name, or that of a role."""
    return one.owner.name if one.owner else word(f"role.{one.role}")


def _link(one):
    return link(reverse("see-cause", args=[one.pk]), word(f"quality.cause.{one.cause}"), f"{one.month:%Y-%m}")


def _day(one):
    """To answer, or to have it done."""
    return one.due_on if one.state == one.State.OPEN else one.measure_on


def _due(today, one):
    late = is_late(one.state, one.due_on, one.measure_on, today)
    badge = format_html(' <span class="badge">{}</span>', _("overdue")) if late else ""
    return format_html("{}{}", short_day(_day(one)), badge)
