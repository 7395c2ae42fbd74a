"""The lists of check-lists, of practical examinations and of panels."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.assessment.queries import panels, practicals
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import percent, points, short_day


def checklist_list(*, is_writer):
    kept = [
        Column("code", _("Code"), lambda one: one.code),
        Column("number", _("Version"), lambda one: one.number, css="num"),
        Column("state", _("Status"), lambda one: word(f"assessment.checklist.state.{one.state}")),
    ]
    columns = [
        Column("title", _("Examination check-list"), lambda one: str(one.title), _checklist_link, is_head=True),
        Column("kind", _("Kind of examination"), lambda one: word(f"assessment.checklist.kind.{one.kind}")),
        Column("minutes", _("Time limit in minutes"), lambda one: one.minutes, css="num"),
        *(kept if is_writer else []),
        Column("finished", _("People examined"), lambda one: one.n_finished, css="num"),
    ]
    return Listing("checklists", _("Check-lists"), columns, practicals.CHECKLIST_ORDERS)


def _checklist_link(one):
    return link(reverse("see-checklist", args=[one.pk]), str(one.title))


def practical_list():
    columns = [
        Column("person", _("Person"), lambda one: one.person.name, _practical_link, is_head=True),
        Column("checklist", _("Examination check-list"), lambda one: str(one.checklist.title), css="wide"),
        Column("opened", _("Day"), lambda one: one.opened_on, lambda one: short_day(one.opened_on), css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"assessment.practical.state.{one.state}"), _state),
        Column("percent", _("Result"), _percent, css="num"),
        Column("passed", _("Passed or not"), _passed),
    ]
    return Listing("practicals", _("Practical examinations"), columns, practicals.ORDERS)


def _practical_link(one):
    return link(reverse("see-practical", args=[one.pk]), one.person.name)


def _percent(one):
    return "" if one.percent is None else percent(one.percent / 100)


def _passed(one):
    if one.is_passed is None:
        return ""
    return word(f"assessment.practical.outcome.{'passed' if one.is_passed else 'failed'}")


def _state(one):
    said = word(f"assessment.practical.state.{one.state}")
    if one.objected_at and not one.answered_at:
        return format_html('{} <span class="badge">{}</span>', said, _("objection"))
    return said


def panel_list():
    columns = [
        Column("name", _("Panel"), lambda one: one.name, _panel_link, is_head=True),
        Column("opened", _("Set up on"), lambda one: one.opened_at, lambda one: short_day(one.opened_at), css="nowrap"),
        Column("judges", _("Judges"), lambda one: one.n_judges, css="num"),
        Column("questions", _("Questions"), lambda one: one.n_questions, css="num"),
        Column("state", _("Status"), lambda one: word(f"assessment.panel.state.{one.state}")),
        Column("cut", _("Cut score"), _cut, css="num"),
    ]
    return Listing("panels", _("Panels for cut scores"), columns, panels.ORDERS)


def _panel_link(one):
    return link(reverse("see-cut-panel", args=[one.pk]), one.name)


def _cut(one):
    cut = getattr(one, "adopted", None)
    return _("not adopted yet") if cut is None else f"{points(cut.points, 1)} / {points(cut.total, 0)}"
