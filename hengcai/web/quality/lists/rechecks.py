"""The list of rechecks; nothing in it tells of either score."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.quality.queries.orders import RECHECK_ORDERS
from hengcai.quality.recheck_models import Recheck
from hengcai.web.quality.lists.parts import contact_words
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day


def recheck_list(*, shows_names, today):
    columns = [
        Column("agent", _("Agent"), lambda one: one.evaluation.agent.name, _link, is_head=True),
        Column("number", _("Number"), lambda one: one.evaluation.agent.number, where=Where.FILE),
        Column("contact", _("Contact"), lambda one: _contact(one).started_at, lambda one: contact_words(_contact(one))),
        *([Column("analyst", _("Scored by"), lambda one: one.evaluation.evaluator.name, css="wide"),
           Column("rechecker", _("Rechecked by"), _second, css="wide")]
          if shows_names else []),
        Column("due", _("Due date"), lambda one: one.due_on, partial(_due, today), css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"quality.recheck.state.{one.state}")),
        Column("outcome", _("Outcome"), _outcome, css="wide"),
    ]  # fmt: skip
    return Listing("rechecks", _("Rechecks"), columns, RECHECK_ORDERS)


def _second(one):
    """Of a second hearing, whoever heard it."""
    who = one.double.evaluator if one.double else one.rechecker
    return who.name if who else None


def _contact(one):
    return one.evaluation.assignment.contact


def _link(one):
    return link(reverse("see-recheck", args=[one.pk]), one.evaluation.agent.name, short_day(one.evaluation.contact_on))


def _due(today, one):
    is_late = one.state != Recheck.State.SETTLED and one.due_on < today
    late = format_html(' <span class="badge">{}</span>', _("overdue")) if is_late else ""
    return format_html("{}{}", short_day(one.due_on), late)


def _outcome(one):
    return word(f"quality.recheck.outcome.{one.outcome}") if one.outcome else None
