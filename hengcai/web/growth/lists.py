"""The lists of next steps and of development plans."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hengcai.base.sorting import Orders
from hengcai.growth.queries.people import OUTLOOK_ORDERS, RE_RATING_ORDERS
from hengcai.growth.queries.plans import PLAN_ORDERS
from hengcai.web.growth.showing import missing_of
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word


def outlook_list(names):
    """`names`: competency code → its name."""
    columns = [
        Column("person", _("Name"), lambda one: one.person.name, _person_link, css="nowrap", is_head=True),
        Column("number", _("Number"), lambda one: one.person.number, where=Where.FILE),
        Column("ladder", _("Ladder"), lambda one: str(one.ladder.name), css="nowrap"),
        Column("step", _("Next step"), lambda one: str(one.step.name) if one.step else "–", css="nowrap"),
        Column("verdict", _("Progress to next step"), lambda one: word(f"growth.verdict.{one.verdict}"), css="nowrap"),
        Column("missing", _("Still missing"), lambda one: missing_of(one, names), css="wide"),
    ]
    return Listing("growth", _("Progression"), columns, OUTLOOK_ORDERS)


def _person_link(one):
    return link(reverse("see-growth", args=[one.person_id]), one.person.name, str(one.ladder.name))


def group_list():
    columns = [
        Column("person", _("Name"), lambda one: one.name, _member_link, is_head=True),
        Column("number", _("Number"), lambda one: one.number, where=Where.FILE),
        Column("group", _("Skill group"), lambda one: one.group),
        Column(
            "may", _("According to step"), lambda one: _("may take it") if one.may else _("not allowed at their step")
        ),
        Column("in", _("In the group today"), lambda one: _("yes") if one.is_in else _("no")),
        Column("differs", _("To check"), _differs),
    ]
    return Listing("skill-groups", _("Who may take which skill group"), columns, Orders({}))


def _differs(one):
    if one.may == one.is_in:
        return ""
    return _("could join the group") if one.may else _("in the group, but below the step required")


def _member_link(one):
    return link(reverse("see-growth", args=[one.person]), one.name, one.group)


def re_rating_list():
    columns = [
        Column("person", _("Name"), lambda one: one.person.name, _standing_link, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number, where=Where.FILE),
        Column("step", _("Current step"), lambda one: str(one.step.name)),
        Column("since", _("On this step since"), lambda one: one.since, css="nowrap"),
        Column("day", _("Review due"), lambda one: one.re_rate_on, css="nowrap"),
        Column("verdict", _("Next step"), _verdict, css="nowrap"),
    ]
    return Listing("re-ratings", _("Step reviews"), columns, RE_RATING_ORDERS)


def _verdict(one):
    return word(f"growth.verdict.{one.verdict}") if one.verdict else "–"


def _standing_link(one):
    return link(reverse("see-growth", args=[one.person_id]), one.person.name, str(one.step.name))


def plan_list():
    columns = [
        Column("person", _("Name"), lambda one: one.person.name, _plan_link, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number, where=Where.FILE),
        Column("year", _("Year"), lambda one: one.year),
        Column("superior", _("Line manager"), lambda one: one.superior.name),
        Column("state", _("Status"), lambda one: word(f"growth.plan.state.{one.state}"), css="nowrap"),
    ]
    return Listing("growth-plans", _("Development plans"), columns, PLAN_ORDERS)


def _plan_link(one):
    return link(reverse("see-growth-plan", args=[one.pk]), one.person.name, str(one.year))
