"""The list of sampling plans, and of what one of them drew."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.quality.queries.orders import PICK_ORDERS, PLAN_ORDERS
from hengcai.quality.queries.plans import pick_rows
from hengcai.web.quality.lists.parts import contact_words, hidden
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment, short_day

ROWS = 50


def plan_list():
    columns = [
        Column("plan", _("Plan"), lambda one: one.name, _plan, is_head=True),
        Column("since", _("Dates"), _period, css="nowrap"),
        Column("picks", _("Contacts drawn"), lambda one: one.pick_count, css="num"),
        Column("seed", _("Seed"), lambda one: one.seed, css="num wide"),
        Column("by", _("Made by"), lambda one: one.made_by.name, css="wide"),
        Column("state", _("Status"), lambda one: word(f"quality.sampling_plan.state.{one.state}")),
    ]
    return Listing("plans", _("Sampling plans"), columns, PLAN_ORDERS)


def _plan(plan):
    return link(reverse("see-plan", args=[plan.pk]), plan.name)


def _period(plan):
    return f"{short_day(plan.first_on)} – {short_day(plan.last_on)}"


def pick_list(user, *, sees_all):
    """An analyst reads neither who else hears a contact nor what they hear themselves a second time."""
    hearing = [
        Column("analyst", _("Analyst"), lambda one: _name(one.pick.analyst)),
        Column("second", _("Second analyst"), lambda one: _name(one.pick.second), css="wide"),
    ]
    columns = [
        Column("agent", _("Agent"), lambda one: one.pick.contact.agent.name, is_head=True),
        Column("number", _("Number"), lambda one: one.pick.contact.agent.number, where=Where.FILE),
        Column("key", _("Contact number"), lambda one: one.pick.contact.key, where=Where.FILE),
        Column("contact", _("Contact"), lambda one: one.pick.contact.started_at, lambda one: contact_words(one.pick.contact)),
        Column("rule", _("Rule"), lambda one: rule_name(one.pick.stratum.rule), css="wide"),
        Column("chance", _("Chance"), lambda one: f"{one.pick.stratum.k}/{one.pick.stratum.n}", css="num"),
        *(hearing if sees_all else ()),
        Column("state", _("Status"), _state),
        Column("do", hidden(_("Replace")), lambda one: "", _replace, css="text-end", where=Where.PAGE, is_rare=True),
    ]  # fmt: skip
    made = partial(pick_rows, user=user)
    return Listing("picks", _("Contacts drawn"), columns, PICK_ORDERS, size=ROWS, prepared=made, is_by_key=True)


def rule_name(rule):
    return rule or word("quality.plan.ordinary")


def _name(user):
    return user.name if user else ""


def _state(row):
    if row.state == "trouble":
        return trouble(row.pick.trouble)
    reason = word(f"quality.pick.reason.{row.pick.reason}") if row.pick.reason else ""
    return word(f"quality.pick.state.{row.state}", reason=reason)


def trouble(code):
    if code == "quality.contact_in_session":
        return _("the analyst scores this contact in a calibration session")
    if code == "quality.excluded":
        return word("quality.pick.excluded")
    return word(code) if code in ("quality.no_card", "quality.drawn_before") else _("cannot be assigned")


def _replace(row):
    if not row.may_replace:
        return ""
    contact = row.pick.contact
    named = hidden(f" {contact.agent.name} {moment(contact.started_at)}")
    return format_html(
        '<a class="btn btn-sm" href="{}">{}{}</a>', reverse("replace-pick", args=[row.pick.pk]), _("Replace"), named
    )
