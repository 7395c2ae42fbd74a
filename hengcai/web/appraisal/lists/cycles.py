"""The lists of cycles and of policies."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.appraisal.models import Cycle, Policy
from hengcai.appraisal.queries.orders import CYCLE_ORDERS, POLICY_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import day, short_day


def cycle_list():
    columns = [
        Column("cycle", _("Cycle"), lambda one: str(one.name), _cycle, is_head=True),
        Column("code", _("Code"), lambda one: one.code, where=Where.FILE),
        Column("kind", _("Cycle type"), _kind),
        Column("period", _("Period from"), lambda one: one.period_start, where=Where.FILE),
        Column("period_end", _("Period to"), lambda one: one.period_end, where=Where.FILE),
        Column("people", _("People"), lambda one: one.people, lambda one: one.people or "", css="num"),
        Column("state", _("Status"), lambda one: word(f"cycle.{one.state}"), _cycle_state),
    ]
    columns.insert(
        4, Column("period", _("Period"), lambda one: one.period_start, _period, css="nowrap", where=Where.PAGE)
    )
    return Listing("cycles", _("Cycles"), columns, CYCLE_ORDERS, first="-period")


def _kind(cycle):
    said = word(f"cycle_kind.{cycle.kind}")
    return f"{said} · {word(f'purpose.{cycle.purpose}')}" if cycle.purpose else said


def _cycle(cycle):
    return link(reverse("see-cycle", args=[cycle.pk]), cycle.name)


def _period(cycle):
    return f"{day(cycle.period_start)} – {day(cycle.period_end)}"


def _cycle_state(cycle):
    said = word(f"cycle.{cycle.state}")
    if cycle.state != Cycle.State.PUBLISHED:
        return format_html("<b>{}</b>", said)
    when = f" · {short_day(cycle.published_at)}" if cycle.published_at else ""
    return format_html('<span class="text-secondary">{}{}</span>', said, when)


def policy_list():
    columns = [
        Column("kind", _("Policy type"), lambda one: word(f"policy_kind.{one.kind}"), where=Where.FILE),
        Column("version", _("Version"), lambda one: one.number, _version, is_head=True),
        Column("state", _("Status"), lambda one: word(f"policy.{one.state}"), _policy_state),
        Column("since", _("In force from"), lambda one: one.in_force_from, css="nowrap"),
    ]
    return Listing("policies", _("Policies"), columns, POLICY_ORDERS, first="-version", size=100)


def _version(policy):
    return link(reverse("see-policy", args=[policy.pk]), _("Version %(number)s") % {"number": policy.number})


def _policy_state(policy):
    said = word(f"policy.{policy.state}")
    return format_html("<b>{}</b>", said) if policy.state == Policy.State.PUBLISHED else said
