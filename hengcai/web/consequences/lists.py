"""The lists of pay runs, of their lines, of bases and of what waits for a person."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.consequences.models import PayRun
from hengcai.consequences.queries.bases import BASE_ORDERS
from hengcai.consequences.queries.pay import LINE_ORDERS, RUN_ORDERS, period_of
from hengcai.consequences.queries.reviews import REVIEW_ORDERS
from hengcai.web.consequences.templatetags.consequences import coefficient, money
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import band, percent, points, short_day


def run_list():
    columns = [
        Column("period", _("Period"), period_of, _run_link, is_head=True),
        Column("kind", _("Kind"), lambda one: word(f"consequences.run.kind.{one.kind}")),
        Column("people", _("Headcount"), lambda one: one.people, css="num"),
        Column("sum", _("Total pay"), lambda one: one.sum, lambda one: money(one.sum), css="num"),
        Column("budget", _("Budget"), lambda one: one.budget, lambda one: money(one.budget), css="num"),
        Column("state", _("Status"), lambda one: word(f"consequences.run.state.{one.state}")),
        Column("by", _("Signed off by"), lambda one: one.decided_by.name if one.decided_by else None, css="wide"),
        Column(
            "at", _("Signed off on"), lambda one: one.decided_at, lambda one: short_day(one.decided_at), css="nowrap"
        ),
    ]
    return Listing("pay-runs", _("Pay runs"), columns, RUN_ORDERS)


def _run_link(one):
    return link(reverse("see-pay-run", args=[one.pk]), period_of(one), word(f"consequences.run.kind.{one.kind}"))


def line_list(run):
    """As payroll imports it: a number a column, nothing put together. Of a bonus the columns of a month stay away."""
    is_month = run.kind == PayRun.Kind.MONTH
    month = [
        Column("grade", _("Band"), lambda one: one.grade, _grade),
        Column("base", _("Base"), lambda one: one.base, lambda one: money(one.base), css="num"),
        Column("coefficient", _("Coefficient"), lambda one: one.coefficient, _coefficient, css="num"),
    ]
    year = [
        Column("points", _("Score"), lambda one: one.score, lambda one: points(one.score, 2), css="num"),
        Column("base", _("Base"), lambda one: one.base, lambda one: money(one.base), css="num"),
    ]
    rest = [
        Column("fixed", _("Fixed pay"), lambda one: one.fixed, lambda one: money(one.fixed), css="num"),
        Column("topped_up", _("Top-up"), lambda one: one.topped_up, _topped, css="num", is_rare=True),
        Column("total", _("Total pay"), lambda one: one.total, lambda one: money(one.total), css="num"),
    ]
    columns = [
        Column("person", _("Person"), lambda one: one.person.name, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number, css="nowrap"),
        Column("period", _("Period"), lambda _one: period_of(run), where=Where.FILE),
        Column("kind", _("Kind"), lambda one: word(f"consequences.line.kind.{one.kind}"), css="nowrap"),
        *(month if is_month else year),
        Column("earned", _("Performance pay") if is_month else _("Year-end bonus"), lambda one: one.earned,
               lambda one: money(one.earned), css="num"),
        *(rest if is_month else []),
        Column("why", _("Note"), lambda one: line_note(one, run), where=Where.FILE),
        Column("held", _("Note"), lambda one: line_note(one, run) if one.held_by else "", css="wide", where=Where.PAGE, is_rare=True),
    ]  # fmt: skip
    return Listing("pay-lines", _("Pay sheet"), columns, LINE_ORDERS)


def _coefficient(one):
    """With the one the grade stands for beside it, where a person still has to look."""
    if one.coefficient is None:
        return "–"
    shown = coefficient(one.coefficient)
    if not one.why or one.by_grade in (None, one.coefficient):
        return shown
    return format_html(
        '{} <span class="badge">{}</span>', shown, _("on hold: %(at)s") % {"at": coefficient(one.by_grade)}
    )


def _grade(one):
    """With the way to the evidence."""
    if not one.grade:
        return "–"
    return (
        link(reverse("see-result", args=[one.result_id]), band(one.grade), one.person.name)
        if one.result_id
        else band(one.grade)
    )


def line_note(one, run):
    """Why the coefficient is not simply the grade's own."""
    if one.held_by:
        return word("consequences.why.appeal_open", number=one.held_by.number, due=short_day(one.held_by.due_on))
    return why_told(one, bar=run.bar) if one.why else ""


def _topped(one):
    return money(one.topped_up) if one.topped_up else ""


def base_list():
    columns = [
        Column("person", _("Person"), lambda one: one.person.name, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number),
        Column("since", _("In force from"), lambda one: one.since, css="nowrap"),
        Column("base", _("Base"), lambda one: one.base, lambda one: money(one.base), css="num"),
        Column("fixed", _("Fixed pay"), lambda one: one.fixed, lambda one: money(one.fixed), css="num"),
        Column("by", _("Imported by"), lambda one: one.brought_by.name, css="wide"),
    ]
    return Listing("pay-bases", _("Pay bases"), columns, BASE_ORDERS)


def review_list():
    columns = [
        Column("person", _("Person"), lambda one: one.person.name, _review_link, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number, where=Where.FILE),
        Column("cycle", _("Cycle"), lambda one: str(one.result.participant.cycle.name)),
        Column("grade", _("Band"), lambda one: word(f"band.{one.grade}"), lambda one: band(one.grade)),
        Column("why", _("Why it is on hold"), why_told, css="wide"),
        Column("state", _("Status"), lambda one: word(f"consequences.review.state.{one.state}")),
        Column("by", _("Reviewer"), lambda one: one.decided_by.name if one.decided_by else None, is_rare=True),
    ]
    return Listing("reviews", _("Pay reductions awaiting review"), columns, REVIEW_ORDERS)


def _review_link(one):
    return link(reverse("see-review", args=[one.pk]), one.person.name, str(one.result.participant.cycle.name))


def why_told(one, prefix="consequences.why", *, bar=None):
    """`consequences.move.why` of a move, which costs nobody pay meanwhile. `bar`: where the row holds none itself."""
    chance = "" if one.chance is None else percent(one.chance)
    return word(f"{prefix}.{one.why}", chance=chance, bar=percent(one.bar if bar is None else bar))
