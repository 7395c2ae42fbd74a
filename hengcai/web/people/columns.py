"""The list of people: what stands in it, on the page and in a file."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.people.queries import people_orders
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.templatetags.hc import day


def people_list(filters):
    """As they stood on a day."""
    on = filters.day
    columns = [
        Column("name", _("Full name"), _name, _linked, is_head=True),
        Column("number", _("Employee number"), lambda one: one.number, css="number"),
        Column("team", _("Team"), lambda one: _of(one, "team"), _team, css="team"),
        Column("site", _("Site"), _site, where=Where.FILE),
        Column("post", _("Role"), lambda one: _of(one, "post"), css="post"),
        Column("lead", _("Line manager"), lambda one: _of(one, "lead"), css="lead"),
        Column("since", _("Since"), lambda one: _of(one, "since"), lambda one: _since(one, on), css="nowrap"),
        Column("until", _("Until"), lambda one: _of(one, "until"), where=Where.FILE),
    ]
    return Listing("people", _("People"), columns, people_orders(filters), first="name")


def _stand(person):
    return person.stands[0] if person.stands else None


def _of(person, what):
    return getattr(_stand(person), what, None)


def _name(person):
    return person.name


def _linked(person):
    return link(reverse("see-person", args=[person.pk]), person.name)


def _team(person):
    team = _of(person, "team")
    if team is None:
        return format_html('<span class="text-secondary">{}</span>', _("no team"))
    return format_html("{} <small>{}</small>", team.name, team.site.name)


def _site(person):
    team = _of(person, "team")
    return team.site.name if team else None


def _since(person, on):
    stand = _stand(person)
    if stand is None or stand.until is None or stand.until >= on:
        return day(stand.since) if stand else ""
    return f"{day(stand.since)} – {day(stand.until)}"
