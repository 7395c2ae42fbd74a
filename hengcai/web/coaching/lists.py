"""The lists of coaching sessions and of cases."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from hengcai.coaching.models import Coaching
from hengcai.coaching.queries.briefings import BRIEFING_ORDERS, watches
from hengcai.coaching.queries.library import CASE_ORDERS
from hengcai.coaching.queries.sessions import SESSION_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day

WAITING = (Coaching.State.SIGNED, Coaching.State.REFUSED)


def session_list(*, today):
    columns = [
        Column("agent", _("Agent"), lambda one: one.agent.name, _session_link, is_head=True),
        Column("number", _("Number"), lambda one: one.agent.number, where=Where.FILE),
        Column("item", _("Item"), lambda one: str(one.item.name), css="wide"),
        Column("coach", _("Coach"), lambda one: one.coach.name),
        Column("held", _("Held on"), lambda one: one.held_on, lambda one: _day(one.held_on), css="nowrap"),
        Column("look", _("Follow-up check on"), lambda one: one.look_on, partial(_look, today), css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"coaching.session.state.{one.state}")),
    ]
    return Listing("coachings", _("Coaching"), columns, SESSION_ORDERS)


def _session_link(one):
    return link(reverse("see-coaching", args=[one.pk]), one.agent.name, str(one.item.name))


def _day(day):
    return short_day(day) if day else "–"


def _look(today, one):
    is_late = one.state in WAITING and one.look_on < today
    late = format_html(' <span class="badge">{}</span>', _("overdue")) if is_late else ""
    return format_html("{}{}", short_day(one.look_on), late)


def briefing_list(user):
    """Who has read it is for whoever holds or watches it; of everybody else the own signature."""
    columns = [
        Column("on", _("Day"), lambda one: one.on, _sheet_link, is_head=True, css="nowrap"),
        Column("team", _("Team"), lambda one: one.team.name if one.team else None),
        Column("by", _("Held by"), lambda one: one.by.name),
        Column("cases", _("Cases"), lambda one: one.case_count, css="num"),
        Column("held", _("Status"), lambda one: one.held_at, partial(_briefing_state, user)),
        Column("read", _("Signed as read"), partial(_readers, user), css="num nowrap"),
    ]
    return Listing("briefings", _("Briefings"), columns, BRIEFING_ORDERS)


def _sheet_link(one):
    return link(reverse("see-briefing-sheet", args=[one.pk]), short_day(one.on), one.by.name)


def _briefing_state(user, one):
    if one.waits:
        return format_html('<span class="badge">{}</span>', _("for you to sign"))
    return _("held") if one.held_at else _("being prepared")


def _readers(user, one):
    return f"{one.readers} / {one.people}" if one.held_at and watches(one, user) else None


def case_list(*, keeps):
    columns = [
        Column("case", _("Case"), lambda one: one.title, _case_link, is_head=True),
        Column("kind", _("Kind"), lambda one: word(f"coaching.case.kind.{one.kind}")),
        Column("channel", _("Channel"), lambda one: word(f"quality.channel.{one.channel}")),
        Column(
            "competency", _("Competency"), lambda one: str(one.competency.name) if one.competency else None, css="wide"
        ),
        Column("tags", _("Tags"), lambda one: " ".join(one.tags), _tags),
        *([Column("state", _("Status"), lambda one: word(f"coaching.case.state.{one.state}"))] if keeps else []),
        Column("made", _("Created on"), lambda one: one.made_at, lambda one: short_day(one.made_at), css="nowrap"),
    ]
    return Listing("library", _("Case library"), columns, CASE_ORDERS)


def _case_link(one):
    return link(reverse("see-library-case", args=[one.pk]), one.title)


def _tags(one):
    return format_html_join(" ", '<span class="badge">{}</span>', ((tag,) for tag in one.tags))
