"""The list of decisions, in the order they were taken; no heading sorts it."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.base.masking.text import mask
from hengcai.base.sorting import Orders
from hengcai.consequences.queries.decisions import AWARD, MOVE, PAY, PLAN, REVIEW
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import band, short_day

PAGES = {
    PAY: "see-pay-run", REVIEW: "see-review", PLAN: "see-improvement-plan", MOVE: "see-move", AWARD: "see-nomination",
}  # fmt: skip
SHOWN = 80


def decision_list():
    columns = [
        Column("at", _("Decided on"), lambda one: one.at, lambda one: short_day(one.at), css="nowrap"),
        Column("what", _("Decision taken"), lambda one: word(one.what), _link, is_head=True),
        Column("person", _("Person"), lambda one: one.person.name if one.person else _("everyone in the run")),
        Column("number", _("Number"), lambda one: one.person.number if one.person else None, where=Where.FILE),
        Column("outcome", _("Outcome"), lambda one: word(one.outcome)),
        Column("rule", _("Rule"), lambda one: _rule_told(one.policy) if one.policy else None, _rule),
        Column("evidence", _("Evidence"), _evidence_told, _evidence),
        Column("by", _("Decision by"), lambda one: one.by),
        Column("reason", _("Reason"), lambda one: mask(one.reason), lambda one: _short(mask(one.reason)), css="wide"),
    ]
    return Listing("decisions", _("Log of decisions"), columns, Orders({}), size=30)


def _link(one):
    return link(
        reverse(PAGES[one.kind], args=[one.pk]), word(one.what), one.person.name if one.person else short_day(one.at)
    )


def _rule(one):
    return link(reverse("see-policy", args=[one.policy.pk]), _rule_told(one.policy)) if one.policy else "–"


def _rule_told(policy):
    """By its kind: the name a policy was given stands in whatever language its writer used."""
    return f"{word(f'policy_kind.{policy.kind}')} {policy.number}"


def _evidence_told(one):
    return str(one.result.participant.cycle.name) if one.result else None


def _evidence(one):
    if one.result is None:
        return "–"
    told = link(reverse("see-result", args=[one.result.pk]), str(one.result.participant.cycle.name))
    return format_html("{} {}", told, band(one.result.band)) if one.result.band else told


def _short(text):
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
