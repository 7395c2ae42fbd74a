"""The list of who does not score whom."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from hengcai.quality.queries.exclusions import EXCLUSION_ORDERS
from hengcai.web.quality.lists.parts import hidden
from hengcai.web.shell.lists.columns import Column, Listing, Where
from hengcai.web.shell.says import word


def exclusion_list(request, *, may_end):
    columns = [
        Column("analyst", _("Analyst"), lambda one: one.analyst.name, is_head=True),
        Column("agent", _("Agent"), lambda one: one.person.name, lambda one: f"{one.person.name} {one.person.number}"),
        Column("number", _("Number"), lambda one: one.person.number, where=Where.FILE),
        Column("reason", _("Reason"), _reason),
        Column("entered", _("Entered"), lambda one: one.entered_at, css="wide nowrap"),
        Column("by", _("Entered by"), lambda one: one.entered_by.name, css="wide"),
        *([Column("do", hidden(_("End")), lambda one: "", lambda one: _end(request, one), css="text-end", where=Where.PAGE)]
          if may_end else []),
    ]  # fmt: skip
    return Listing("exclusions", _("Exclusions"), columns, EXCLUSION_ORDERS)


def _reason(one):
    said = word(f"quality.exclusion.reason.{one.reason}")
    return f"{said} · {one.note}" if one.note else said


def _end(request, one):
    return render_to_string("quality/end_exclusion.html", {"one": one}, request=request)
