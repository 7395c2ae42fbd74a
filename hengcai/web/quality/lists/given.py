"""The list of what was given out for scoring."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.quality.models import Assignment
from hengcai.quality.queries.assigning import given_rows
from hengcai.quality.queries.orders import GIVEN_ORDERS
from hengcai.web.quality.lists.parts import contact_words, hidden
from hengcai.web.shell.lists.columns import Column, Listing, Where
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment, short_day

ROWS = 30


def given_list(user, *, today, query):
    """`query`: the list as it is narrowed, to come back to after taking one back."""
    columns = [
        Column("agent", _("Agent"), lambda one: _contact(one).agent.name, is_head=True),
        Column("number", _("Number"), lambda one: _contact(one).agent.number, where=Where.FILE),
        Column("contact", _("Contact"), lambda one: _contact(one).started_at, lambda one: contact_words(_contact(one))),
        Column("channel", _("Channel"), lambda one: word(f"quality.channel.{_contact(one).channel}"), where=Where.FILE),
        Column("card", _("Scorecard"), lambda one: str(one.assignment.scorecard.name), css="wide"),
        Column("analyst", _("Analyst"), lambda one: one.assignment.analyst.name),
        Column("given", _("Assigned on"), lambda one: one.assignment.assigned_at, _given_on, css="wide nowrap"),
        Column("due", _("Due date"), lambda one: one.assignment.due_on, _due, css="nowrap"),
        Column("state", _("Status"), _state, _state_said),
        Column("do", hidden(_("Withdraw it")), lambda one: "", partial(_withdraw, query), css="text-end", where=Where.PAGE),
    ]  # fmt: skip
    prepared = partial(given_rows, user=user, today=today)
    return Listing("given", _("Assigned"), columns, GIVEN_ORDERS, size=ROWS, prepared=prepared)


def _contact(row):
    return row.assignment.contact


def _given_on(row):
    return short_day(row.assignment.assigned_at)


def _due(row):
    late = format_html(' <span class="badge">{}</span>', _("overdue")) if row.is_late else ""
    return format_html("{}{}", short_day(row.assignment.due_on), late)


def _state(row):
    if row.assignment.state != Assignment.State.OPEN:
        return word(f"quality.assignment.state.{row.assignment.state}")
    return _("started") if row.is_begun else _("not started yet")


def _state_said(row):
    if row.assignment.state == Assignment.State.OPEN:
        return _state(row)
    return format_html('<span class="text-secondary">{}</span>', _state(row))


def _withdraw(query, row):
    if not row.may_withdraw:
        return ""
    contact = _contact(row)
    named = hidden(f" {contact.agent.name} {moment(contact.started_at)}")
    address = reverse("withdraw-assignment", args=[row.assignment.pk]) + query
    button = '<button class="btn btn-sm" type="submit" formaction="{}">{}{}</button>'
    return format_html(button, address, _("Withdraw it"), named)
