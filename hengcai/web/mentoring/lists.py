"""The lists of pairs, mentors, permits, and of people without a permit."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hengcai.base.sorting import Orders
from hengcai.mentoring.queries import pairs, permits
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import percent, short_day


def pair_list():
    columns = [
        Column("newcomer", _("Newcomer"), lambda one: one.newcomer.name, _pair_link, is_head=True),
        Column("mentor", _("Mentor"), lambda one: one.mentor.name),
        Column("days", _("Period"), lambda one: f"{short_day(one.first_on)} – {short_day(one.last_on)}", css="nowrap"),
        Column("calls", _("Accompanied contacts"), lambda one: one.n_calls or 0, css="num"),
        Column("state", _("Status"), lambda one: word(f"mentoring.pair.state.{one.state}")),
    ]
    return Listing("pairs", _("Mentoring"), columns, pairs.ORDERS)


def _pair_link(one):
    return link(reverse("see-pair", args=[one.pk]), one.newcomer.name)


def mentor_list():
    columns = [
        Column("person", _("Mentor"), lambda one: one.person.name, _mentor_link, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number),
        Column("now", _("Newcomers now"), lambda one: one.now, css="num"),
        Column("n", _("Newcomers examined"), lambda one: one.result.n, css="num"),
        Column("first", _("Permit at first try"), lambda one: _told(one.result.first_share, percent), css="num"),
        Column("range", _("95%% interval") % {}, _range, css="num nowrap"),
        Column("days", _("Median days to the permit"), lambda one: _told(one.result.days, _days), css="num"),
    ]
    return Listing("mentors", _("Mentors"), columns, Orders({}))


def _mentor_link(one):
    return link(reverse("see-mentor", args=[one.person.pk]), one.person.name)


def _range(one):
    """The 95 % interval; nothing where nothing can be told."""
    return "" if one.result.low is None else f"{percent(one.result.low)} – {percent(one.result.high)}"


def _told(value, said):
    return _("cannot tell") if value is None else said(value)


def _days(value):
    return f"{value:.0f}"


def permit_list():
    columns = [
        Column("person", _("Name"), lambda one: one.person.name, _permit_link, is_head=True),
        Column("post", _("Role"), role_of),
        Column("attempt", _("Try"), lambda one: one.attempt, css="num"),
        Column("state", _("Status"), lambda one: word(f"mentoring.permit.state.{one.state}")),
        Column("until", _("Valid until"), lambda one: short_day(one.valid_until) if one.valid_until else ""),
        Column("decider", _("Decided by"), lambda one: one.decider.name),
    ]
    return Listing("permits", _("Permits"), columns, permits.ORDERS)


def _permit_link(one):
    return link(reverse("see-permit", args=[one.pk]), one.person.name)


def role_of(one):
    return f"{one.post.name} {one.skill_group}".strip()


def without_list():
    columns = [
        Column("person", _("Name"), lambda one: one.person.name, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number),
        Column("post", _("Role"), role_of),
        Column("team", _("Team"), lambda one: one.team),
    ]
    return Listing("without-permit", _("On shift today without a permit"), columns, Orders({}))
