"""The list of red-line cases."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.quality.models import Case
from hengcai.quality.queries.cases import may_know_names
from hengcai.quality.queries.orders import CASE_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment

CONFIRMED = '<span class="hc-band hc-critical"><svg viewBox="0 0 12 12" aria-hidden="true"><path d="M1 1h10v10H1z"/></svg>{}</span>'


def case_list(user):
    reporter = partial(_reporter, user)
    columns = [
        Column("agent", _("Agent"), lambda one: one.agent.name, _agent, is_head=True),
        Column("number", _("Number"), lambda one: one.agent.number, where=Where.FILE),
        Column("red_line", _("Red line"), lambda one: str(one.red_line.name)),
        Column("contact", _("Contact"), lambda one: one.evaluation.assignment.contact.started_at, css="nowrap"),
        Column("reported", _("Reported"), lambda one: one.reported_at, lambda one: _reported(one, reporter(one)), css="nowrap"),
        Column("reporter", _("Reported by"), reporter, where=Where.FILE),
        Column("state", _("Status"), _state, _state_said),
    ]  # fmt: skip
    return Listing("cases", _("Red-line cases"), columns, CASE_ORDERS)


def _agent(case):
    return link(reverse("judge-case", args=[case.pk]), case.agent.name, case.red_line.name)


def _reporter(user, case):
    return case.reported_by.name if may_know_names(case, user) else None


def _reported(case, reporter):
    return f"{moment(case.reported_at)} · {reporter}" if reporter else moment(case.reported_at)


def _state(case):
    return word(f"quality.case.state.{case.state}")


def _state_said(case):
    return format_html(CONFIRMED, _state(case)) if case.state == Case.State.CONFIRMED else _state(case)
