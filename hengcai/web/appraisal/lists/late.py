"""Who has not rated."""

from functools import partial

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hengcai.appraisal.queries.late_raters import LATE_ORDERS, lines_of
from hengcai.web.shell.lists.columns import Column, Listing
from hengcai.web.shell.templatetags.hc import short_day


def late_list(cycle, *, today):
    columns = [
        Column("rater", _("Rater"), lambda one: one.rater.name, _rater, is_head=True),
        Column("number", _("Employee number"), lambda one: one.rater.number, css="wide"),
        Column("team", _("Team"), lambda one: one.team),
        Column("open", _("People to rate"), lambda one: one.open, css="num"),
        Column("late", _("Overdue"), lambda one: one.late, lambda one: one.late or "", css="num"),
        Column("due", _("Working days late"), lambda one: one.days or None, _days, css="nowrap"),
        Column(
            "nudged", _("Last reminded"), lambda one: one.nudged_on, lambda one: short_day(one.nudged_on), css="nowrap"
        ),
    ]
    name = _("Outstanding ratings in %(cycle)s") % {"cycle": cycle.name}
    return Listing(
        "late-raters", name, columns, LATE_ORDERS, first="-late", prepared=partial(lines_of, cycle, today=today)
    )


def _rater(one):
    if one.has_login:
        return one.rater.name
    return format_html('{} <small class="text-secondary">{}</small>', one.rater.name, _("no account"))


def _days(one):
    if not one.late:
        return ""
    said = ngettext("%(count)s day", "%(count)s days", one.days) % {"count": one.days}
    return format_html('<span class="ap-late">{}</span> <small>{}</small>', said, short_day(one.oldest))
