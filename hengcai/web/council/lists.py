"""The lists of minutes, tasks and suggestions."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.council.queries.group import MEETING_ORDERS, TASK_ORDERS
from hengcai.council.queries.suggestions import SUGGESTION_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day


def meeting_list():
    columns = [
        Column("title", _("Meeting"), lambda one: one.title, partial(_link, "see-meeting"), is_head=True),
        Column("held", _("Date of meeting"), lambda one: one.held_on, css="nowrap"),
        Column("writer", _("Minutes by"), lambda one: one.written_by.name),
        Column("state", _("Status"), lambda one: word(f"council.meeting.state.{one.state}")),
        Column("by", _("Approved by"), lambda one: one.approved_by.name if one.approved_by else None),
    ]
    return Listing("minutes", _("Minutes"), columns, MEETING_ORDERS)


def task_list(*, today):
    columns = [
        Column(
            "title", _("What has to be done"), lambda one: one.title, partial(_link, "see-council-task"), is_head=True
        ),
        Column("owner", _("Owner"), lambda one: one.owner.name),
        Column("due", _("Due date"), lambda one: one.due_on, partial(_due, today, ("open",)), css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"council.task.state.{one.state}")),
        Column("of", _("Origin"), _origin, css="wide"),
    ]
    return Listing("council-tasks", _("Panel tasks"), columns, TASK_ORDERS)


def suggestion_list(*, today):
    columns = [
        Column("title", _("Suggestion"), lambda one: one.title, partial(_link, "see-suggestion"), is_head=True),
        Column("received", _("Received on"), lambda one: one.received_on, css="nowrap"),
        Column(
            "due",
            _("Decision due"),
            lambda one: one.due_on,
            partial(_due, today, ("received", "taken_up")),
            css="nowrap",
        ),
        Column("state", _("Status"), lambda one: word(f"council.suggestion.state.{one.state}")),
        Column(
            "outcome", _("Answer given"), lambda one: word(f"council.outcome.{one.outcome}") if one.outcome else None
        ),
        Column("writer", _("Suggested by"), lambda one: one.writer.name if one.writer else _("anonymous")),
    ]
    return Listing("suggestions", _("Suggestions"), columns, SUGGESTION_ORDERS)


def _link(page, one):
    return link(reverse(page, args=[one.pk]), one.title)


def _due(today, open_states, one):
    is_late = one.state in open_states and one.due_on < today
    late = format_html(' <span class="badge hc-critical">{}</span>', _("overdue")) if is_late else ""
    return format_html("{}{}", short_day(one.due_on), late)


def _origin(one):
    return one.project.name if one.project else one.meeting.title if one.meeting else None
