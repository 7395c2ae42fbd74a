"""The list of what recomputations changed: on the page before → after in one cell, in a file each in a column of its own."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.base.masking.text import mask
from hengcai.consequences.queries.differences import DIFFERENCE_ORDERS, told_of
from hengcai.web.consequences.templatetags.consequences import coefficient, money
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import band, points, short_day

PAGE, FILE = Where.PAGE, Where.FILE
SHOWN = 80


def difference_list():
    columns = [
        Column("person", _("Person"), lambda one: one.row.person.name, _link, is_head=True),
        Column("number", _("Number"), lambda one: one.row.person.number, where=FILE),
        Column("cycle", _("Cycle"), lambda one: str(one.row.fresh.participant.cycle.name)),
        Column("cause", _("Why it changed"), lambda one: word(f"consequences.cause.{one.row.cause}")),
        Column("score", _("Score"), _score, where=PAGE, css="nowrap"),
        Column("band", _("Band"), _band, where=PAGE, css="nowrap"),
        Column("pay", _("Pay of the month"), _pay, where=PAGE, css="nowrap"),
        *_in_file(),
        Column("paid", _("Paid in run"), _paid_in, css="nowrap"),
        Column("award", _("Award"), _awards, is_rare=True),
        Column("by", _("Decision by"), lambda one: "、".join(one.deciders) or word("consequences.by.system")),
        Column("reason", _("Reason"), reason_of, lambda one: _short(reason_of(one)), css="wide"),
        Column("at", _("Changed on"), lambda one: one.row.at, lambda one: short_day(one.row.at), css="nowrap"),
    ]  # fmt: skip
    return Listing(
        "differences", _("Changes after recalculation"), columns, DIFFERENCE_ORDERS, size=25, prepared=told_of
    )


def _in_file():
    return [
        Column("score_before", _("Score before"), lambda one: one.row.old.final, where=FILE),
        Column("score_after", _("Score after"), lambda one: one.row.fresh.final, where=FILE),
        Column("band_before", _("Band before"), lambda one: _named(one.row.old.band), where=FILE),
        Column("band_after", _("Band after"), lambda one: _named(one.row.fresh.band), where=FILE),
        Column("coefficient_before", _("Coefficient before"), lambda one: one.at_before, where=FILE),
        Column("coefficient_after", _("Coefficient after"), lambda one: one.at_after, where=FILE),
        Column("pay_before", _("Pay before"), lambda one: one.money_before, where=FILE),
        Column("pay_after", _("Pay after"), lambda one: one.money_after, where=FILE),
        Column("difference", _("Difference"), lambda one: one.row.total if one.row.line else None, where=FILE),
    ]  # fmt: skip


def _named(code):
    return word(f"band.{code}") if code else ""


def _link(one):
    cycle = one.row.fresh.participant.cycle
    return link(reverse("see-result", args=[one.row.fresh_id]), one.row.person.name, str(cycle.name))


def _arrow(old, new):
    return new if old == new else format_html("{} → {}", old, new)


def _score(one):
    old, new = (points(row.final) if row.final is not None else "–" for row in (one.row.old, one.row.fresh))
    return _arrow(old, new)


def _band(one):
    old, new = (band(row.band) if row.band else "–" for row in (one.row.old, one.row.fresh))
    return _arrow(old, new)


def _pay(one):
    """The coefficient, then the money; nothing where no pay hangs on it."""
    if one.money_before is None:
        return "–"
    by = _arrow(coefficient(one.at_before), coefficient(one.at_after))
    return format_html("{}<br>{}", by, _arrow(money(one.money_before), money(one.money_after)))


def _paid_in(one):
    row = one.row
    if row.paid_in:
        return f"{row.paid_in.run.last_on:%Y-%m}"
    return _("next run") if row.line and row.total else ""


def _awards(one):
    return "；".join(award_told(award) for award in one.awards)


def award_told(award):
    told = word(f"consequences.award.kind.{award.kind}"), word(f"consequences.award.state.{award.state}")
    facts = {"award": told[0], "state": told[1]}
    if award.unsettled:
        return _("%(award)s: %(state)s, to be reviewed") % facts
    return _("%(award)s: %(state)s") % facts


def reason_of(one):
    """An appeal that changed nothing says so; its reasons stand in its own letter."""
    appeal = one.row.line.held_by if one.row.line else None
    if one.row.cause == one.row.Cause.RELEASED and appeal:
        code = "rejected" if appeal.outcome == appeal.Outcome.REJECTED else "withdrawn"
        return word(f"consequences.appeal.{code}") if not appeal.fresh_id else mask(one.reason)
    return mask(one.reason)


def _short(text):
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
