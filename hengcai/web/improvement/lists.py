"""The lists of corrective actions and of scheduled reports."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.improvement.queries.months import MONTH_ORDERS
from hengcai.improvement.queries.remedies import OVER, REMEDY_ORDERS
from hengcai.improvement.queries.standing import REPORT_ORDERS, name_of
from hengcai.improvement.rules.remedies import is_late
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import covered, short_day

SHOWN_SIGNS = 60


def remedy_list(*, today):
    columns = [
        Column("number", _("Ref."), lambda one: one.pk, css="num"),
        Column("finding", _("Finding"), lambda one: covered(one.finding), _link, is_head=True, css="wide"),
        Column("about", _("Concerns"), about),
        Column("action", _("Corrective action to take"), lambda one: covered(one.action), where=Where.FILE),
        Column("owner", _("Owner"), lambda one: one.owner.name),
        Column("due", _("Due date"), lambda one: one.due_on, partial(_due, today), css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"improvement.remedy.state.{one.state}")),
        Column("verdict", _("Effect"), _verdict),
    ]
    return Listing("remedies", _("Corrective actions"), columns, REMEDY_ORDERS)


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


def report_list():
    columns = [
        Column("span", _("Which report"), lambda one: word(f"improvement.span.{one.span}"), _report_link, is_head=True),
        Column("place", _("Scope"), _place),
        Column("period", _("From"), lambda one: one.first, lambda one: short_day(one.first), css="nowrap"),
        Column("last", _("To"), lambda one: one.last, lambda one: short_day(one.last), css="nowrap"),
        Column("made", _("Generated on"), lambda one: one.made_at, lambda one: short_day(one.made_at), css="nowrap"),
    ]
    return Listing("standing-reports", _("Scheduled reports"), columns, REPORT_ORDERS)


def _place(one):
    return str(name_of(one) or word("improvement.centre"))


def _report_link(one):
    return link(
        reverse("see-standing-report", args=[one.pk]), word(f"improvement.span.{one.span}"), f"{one.first:%Y-%m-%d}"
    )


def month_list():
    columns = [
        Column("month", _("Month"), lambda one: f"{one.month:%Y-%m}", _month_link, is_head=True),
        Column("number", _("Ref."), lambda one: one.number or "–"),
        Column("state", _("Status"), lambda one: word(f"improvement.month.state.{one.state}")),
        Column("issued_by", _("Issued by"), lambda one: one.issued_by.name if one.issued_by else ""),
        Column("issued", _("Issued on"), lambda one: one.issued_at, _issued, css="nowrap"),
    ]
    return Listing("month-reports", _("Monthly quality analysis"), columns, MONTH_ORDERS)


def _month_link(one):
    return link(reverse("see-month-report", args=[one.pk]), f"{one.month:%Y-%m}", str(one.revision))


def _issued(one):
    return short_day(one.issued_at) if one.issued_at else "–"
