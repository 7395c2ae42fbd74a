"""The list of tickets that are to be inspected, or were: with what is known of each ticket."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hengcai.quality.models import Assignment
from hengcai.quality.queries.tickets import TICKET_ORDERS, inspected
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment, short_day

ROWS = 30


def ticket_list(user):
    columns = [
        Column("key", _("Ticket no."), lambda one: one.contact.key, lambda one: _linked(one, user), is_head=True, css="nowrap"),
        Column("agent", _("Agent"), lambda one: one.contact.agent.name, css="nowrap"),
        Column("number", _("Number"), lambda one: one.contact.agent.number, where=Where.FILE),
        Column("queue", _("Queue"), lambda one: one.contact.queue, is_rare=True),
        Column("opened", _("Opened"), lambda one: one.contact.started_at, lambda one: moment(one.contact.started_at), css="nowrap"),
        Column("closed", _("Closed"), lambda one: one.contact.ended_at, _closed, css="nowrap"),
        Column("hours", _("Service hours in hand"), lambda one: one.hours, lambda one: _hours(one.hours), css="num"),
        Column("analyst", _("Analyst"), lambda one: one.assignment.analyst.name, css="wide"),
        Column("due", _("Due date"), lambda one: one.assignment.due_on, lambda one: short_day(one.assignment.due_on), css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"quality.assignment.state.{one.assignment.state}")),
    ]  # fmt: skip
    return Listing("tickets", _("Ticket inspection"), columns, TICKET_ORDERS, size=ROWS, prepared=inspected)


def _linked(one, user):
    """To the desk while it is the reader's to score, to the evaluation once there is one to see."""
    key = one.contact.key
    if one.evaluation:
        return link(reverse("see-evaluation", args=[one.evaluation]), key)
    is_own = one.assignment.state == Assignment.State.OPEN and one.assignment.analyst_id == user.pk
    return link(reverse("score-contact", args=[one.assignment.pk]), key) if is_own else key


def _closed(one):
    return moment(one.contact.ended_at) if one.contact.ended_at else _("not closed yet")


def _hours(hours):
    return "" if hours is None else f"{hours:.1f}"
