"""The lists of mystery visits and live listening, of rounds, and of who is to be listened to next."""

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.quality.queries.observations import LISTENING_ORDERS, OBSERVATION_ORDERS
from hengcai.quality.rules.observations import standing
from hengcai.web.quality.lists.parts import fatal_badge
from hengcai.web.shell.lists.columns import Column, Listing, Where, link, local
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment, points, short_day


def observation_list(*, shows_observers):
    observer = Column("observer", _("Observed by"), lambda one: one.observer.name, css="wide")
    columns = [
        Column("agent", _("Agent"), _who, _link, is_head=True),
        Column("number", _("Number"), lambda one: one.agent.number if one.agent else None, where=Where.FILE),
        Column("kind", _("Kind"), lambda one: word(f"quality.observation.kind.{one.kind}")),
        Column("round", _("Round"), lambda one: one.round.name if one.round else None, css="wide", is_rare=True),
        *([observer] if shows_observers else []),
        Column("planned", _("Planned for"), lambda one: local(one.planned_at), lambda one: _at(one.planned_at), css="nowrap", is_rare=True),
        Column("visited", _("Took place"), lambda one: local(one.visited_at), lambda one: _at(one.visited_at), css="nowrap"),
        Column("result", _("Result"), _total, _result, css="num"),
        Column("state", _("Status"), lambda one: word(f"quality.observation.state.{one.state}")),
    ]  # fmt: skip
    return Listing("observations", _("Mystery shopping and live listening"), columns, OBSERVATION_ORDERS)


def _who(one):
    return one.agent.name if one.agent else ""


def _link(one):
    name = _who(one) or _("agent not known yet")
    told = short_day(one.visited_on) if one.visited_on else _at(one.planned_at)
    return link(reverse("see-observation", args=[one.pk]), name, format_html("{} {}", told, one.number))


def _at(when):
    return moment(when) if when else ""


def _total(one):
    return one.total if one.scored_at else None


def _result(one):
    if not one.scored_at:
        return ""
    return format_html("{}{}", points(one.total) if one.exact else "–", fatal_badge("") if one.has_fatal else "")


def listening_list():
    columns = [
        Column("agent", _("Agent"), lambda one: one.name, is_head=True),
        Column("number", _("Number"), lambda one: one.number),
        Column("team", _("Team"), lambda one: one.team_name, css="wide"),
        Column("heard", _("Listened to"), lambda one: one.heard, css="num"),
        Column("standing", _("Enough contacts?"), _standing),
        Column("last", _("Last"), lambda one: one.last_heard, _last, css="nowrap"),
        Column("start", _("Listen now"), lambda one: None, _start, where=Where.PAGE),
    ]  # fmt: skip
    return Listing("listening", _("Live listening"), columns, LISTENING_ORDERS)


def _last(one):
    return short_day(one.last_heard) if one.last_heard else ""


def _standing(one):
    return word(f"quality.survey.{standing(one.heard, fewest=settings.LISTEN_FEWEST, most=settings.LISTEN_MOST)}")


def _start(one):
    return link(f"?agent={one.number}#start", _("Listen now"), one.name)
