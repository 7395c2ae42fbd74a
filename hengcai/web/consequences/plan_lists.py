"""The lists of improvement plans and of moves of people: by name, never by score."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.consequences.models import Plan
from hengcai.consequences.queries.plans import MOVE_ORDERS, PLAN_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day


def plan_list(*, today):
    columns = [
        Column("person", _("Person"), lambda one: one.person.name, _plan_link, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number, where=Where.FILE),
        Column("lead", _("Supported by"), lambda one: one.lead.name),
        Column("starts", _("Starts on"), lambda one: one.starts_on, lambda one: short_day(one.starts_on), css="nowrap"),
        Column("ends", _("Ends on"), lambda one: one.ends_on, partial(_ends, today), css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"consequences.plan.state.{one.state}")),
    ]
    return Listing("improvement-plans", _("Improvement plans"), columns, PLAN_ORDERS)


def _plan_link(one):
    return link(reverse("see-improvement-plan", args=[one.pk]), one.person.name, short_day(one.starts_on))


def _ends(today, one):
    is_late = one.state == Plan.State.RUNNING and one.ends_on < today
    late = format_html(' <span class="badge">{}</span>', _("reassessment due")) if is_late else ""
    return format_html("{}{}", short_day(one.ends_on), late)


def move_list():
    columns = [
        Column("person", _("Person"), lambda one: one.person.name, _move_link, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number, where=Where.FILE),
        Column("kind", _("Job change"), lambda one: word(f"consequences.move.kind.{one.kind}")),
        Column("where", _("New role or team"), lambda one: one.where, css="wide"),
        Column("by", _("Put forward by"), lambda one: one.proposed_by.name),
        Column(
            "at", _("Proposed on"), lambda one: one.proposed_at, lambda one: short_day(one.proposed_at), css="nowrap"
        ),
        Column("state", _("Status"), lambda one: word(f"consequences.move.state.{one.state}")),
        Column("decider", _("Decision by"), lambda one: one.decided_by.name if one.decided_by else None, is_rare=True),
    ]
    return Listing("moves", _("Job changes"), columns, MOVE_ORDERS)


def _move_link(one):
    return link(reverse("see-move", args=[one.pk]), one.person.name, word(f"consequences.move.kind.{one.kind}"))
