"""The list of evaluations: what stands in it, on the page and in a file."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.quality.models import Evaluation
from hengcai.quality.queries import pages
from hengcai.web.quality.lists.parts import contact_words, fatal_badge, tick, tick_all
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import band, points, short_day

ROWS = 30


def evaluation_list(user, orders, *, is_own):
    """`is_own`: somebody who sees their own alone needs no column that says so."""
    columns = [
        Column("tick", tick_all(), lambda one: "", _tick, css="tick", where=Where.PAGE, is_rare=True),
        *([] if is_own else [Column("agent", _("Agent"), _agent, _agent_linked, is_head=True)]),
        Column("number", _("Number"), lambda one: one.evaluation.agent.number, where=Where.FILE),
        Column("contact", _("Contact"), lambda one: _contact(one).started_at, _contact_linked if is_own else _contact_said,
               is_head=is_own),
        Column("channel", _("Channel"), _channel, where=Where.FILE),
        Column("team", _("Team"), _team, css="wide"),
        Column("card", _("Scorecard"), lambda one: str(one.evaluation.scorecard.name), css="wide"),
        Column("result", _("Result"), _total, _result, css="nowrap", is_score=True),
        Column("band", _("Band"), lambda one: word(f"band.{one.band}") if one.band else "", where=Where.FILE),
        Column("fatal", _("Fatal error"), lambda one: _("yes") if one.evaluation.has_fatal else _("no"), where=Where.FILE),
        Column("without_fatal", _("Excluding fatal errors"), _without_fatal, where=Where.FILE),
        *([] if is_own else [Column("analyst", _("Analyst"), partial(_analyst, user), css="wide")]),
        Column("state", _("Status"), _state, _state_said, css="nowrap"),
        Column("revision", _("Revisions"), lambda one: one.evaluation.revision, where=Where.FILE),
    ]  # fmt: skip
    name = _("My scored contacts") if is_own else _("Evaluations")
    prepared = partial(pages.listed, user=user)
    return Listing("evaluations", name, columns, orders, first="-contact", size=ROWS, prepared=prepared)


def _tick(one):
    row = one.evaluation
    return tick("evaluation", row.pk, f"{row.agent.name}, {short_day(row.contact_on)}") if one.may_publish else ""


def _agent(one):
    return one.evaluation.agent.name


def _agent_linked(one):
    return link(_see(one), _agent(one), short_day(one.evaluation.contact_on))


def _see(one):
    return reverse("see-evaluation", args=[one.evaluation.pk])


def _contact(one):
    return one.evaluation.assignment.contact


def _contact_said(one):
    return contact_words(_contact(one))


def _contact_linked(one):
    return link(_see(one), contact_words(_contact(one)))


def _channel(one):
    return word(f"quality.channel.{_contact(one).channel}")


def _team(one):
    placement = one.evaluation.placement
    return placement.team.name if placement and placement.team else None


def _total(one):
    """As shown: one decimal."""
    exact = one.evaluation.exact
    return float(points(exact)) if exact else None


def _without_fatal(one):
    exact = one.evaluation.exact_without_fatal
    return float(points(exact)) if exact else None


def _result(one):
    row = one.evaluation
    fatal = fatal_badge(row.exact_without_fatal) if row.has_fatal else ""
    if not row.exact:
        return format_html('<span class="text-secondary">{}</span>{}', _("no score"), fatal)
    return format_html("<b>{}</b> {}{}", points(row.exact), band(one.band), fatal)


def _analyst(user, one):
    """The one it is about reads who scored by role only."""
    row = one.evaluation
    return row.evaluator.name if pages.may_know_analyst(row, user) else _("a quality analyst")


def _state(one):
    return word(f"quality.evaluation.state.{one.evaluation.state}")


def _state_said(one):
    row = one.evaluation
    css = "text-secondary" if row.state == Evaluation.State.PUBLISHED else ""
    said = format_html('<span class="{}">{}</span>', css, _state(one)) if css else _state(one)
    if row.revision < 2:
        return said
    return format_html('{} <span class="badge">{}</span>', said, _("version %(number)s") % {"number": row.revision})
