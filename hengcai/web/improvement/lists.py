"""The list of corrective measures."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.improvement.queries.remedies import OVER, REMEDY_ORDERS
from hengcai.improvement.rules.remedies import is_late
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import covered, short_day

SHOWN_SIGNS = 60


def remedy_list(*, today):
    columns = [
        Column("number", _("No."), lambda one: one.pk, css="num"),
        Column("finding", _("Finding"), lambda one: covered(one.finding), _link, is_head=True, css="wide"),
        Column("about", _("About"), about),
        Column("action", _("What is to be done"), lambda one: covered(one.action), where=Where.FILE),
        Column("owner", _("Owner"), lambda one: one.owner.name),
        Column("due", _("Due date"), lambda one: one.due_on, partial(_due, today), css="nowrap"),
        Column("state", _("State"), lambda one: word(f"improvement.remedy.state.{one.state}")),
        Column("verdict", _("Effect"), _verdict),
    ]
    return Listing("remedies", _("Corrective measures"), columns, REMEDY_ORDERS)


def about(one):
    """Whose name it is, or what kind of thing."""
    if one.person:
        return one.person.name
    return one.team.name if one.team else word(f"improvement.about.{one.about}")


def _link(one):
    text = str(covered(one.finding))
    short = text if len(text) <= SHOWN_SIGNS else f"{text[:SHOWN_SIGNS]}…"
    return link(reverse("see-remedy", args=[one.pk]), short, f"#{one.pk}")


def _due(today, one):
    day = one.check_on if one.state == "done" else one.due_on
    late = is_late(one.state, one.due_on, one.check_on, today)
    badge = format_html(' <span class="badge">{}</span>', _("overdue")) if late else ""
    return format_html("{}{}", short_day(day), badge)


def _verdict(one):
    return word(f"improvement.verdict.{one.verdict}") if one.state in OVER and one.verdict else ""
