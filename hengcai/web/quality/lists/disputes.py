"""The list of disputes."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.quality.models import Dispute
from hengcai.quality.queries.orders import DISPUTE_ORDERS
from hengcai.web.quality.lists.parts import contact_words
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day


def dispute_list(user, *, today):
    columns = [
        Column("agent", _("Agent"), lambda one: _agent(one).name, _link, is_head=True),
        Column("number", _("Number"), lambda one: _agent(one).number, where=Where.FILE),
        Column("contact", _("Contact"), lambda one: _contact(one).started_at, lambda one: contact_words(_contact(one))),
        Column("items", _("Items"), lambda one: one.item_count, css="num"),
        Column("raised", _("Raised"), lambda one: one.raised_at, lambda one: short_day(one.raised_at), css="nowrap"),
        Column("due", _("Due date"), lambda one: one.due_on, partial(_due, today), css="nowrap"),
        Column("state", _("Status"), _state),
        Column("decider", _("Decided by"), partial(_decider, user), css="wide"),
    ]
    return Listing("disputes", _("Disputes"), columns, DISPUTE_ORDERS)


def _agent(dispute):
    return dispute.evaluation.agent


def _contact(dispute):
    return dispute.evaluation.assignment.contact


def _link(dispute):
    return link(reverse("see-dispute", args=[dispute.pk]), _agent(dispute).name, short_day(dispute.raised_at))


def _due(today, dispute):
    is_late = dispute.state not in Dispute.ENDED and dispute.due_on < today
    late = format_html(' <span class="badge">{}</span>', _("overdue")) if is_late else ""
    return format_html("{}{}", short_day(dispute.due_on), late)


def _state(dispute):
    return word(f"quality.dispute.state.{dispute.state}")


def _decider(user, dispute):
    """Not told to the one it is about."""
    return dispute.decider.name if dispute.decider and _agent(dispute).user_id != user.pk else None
