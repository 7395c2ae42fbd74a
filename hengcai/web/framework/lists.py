"""The list of what each post asks for."""

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from hengcai.web.shell.lists.at_hand import by_columns
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import decimal


def profile_list():
    columns = [
        Column("post", _("Role"), lambda one: str(one.profile.post.name), _post, is_head=True),
        Column("version", _("Version"), lambda one: one.profile.number),
        Column("published", _("Published"), lambda one: one.profile.published_on, css="nowrap"),
        Column("count", _("Number of competencies"), lambda one: one.count, css="num"),
        Column("first", _("Most important"), _first_told, _first),
    ]
    orders = by_columns("post", "version", "published", "count")
    return Listing("profiles", _("Role profiles"), columns, orders, size=200)


def _post(card):
    profile = card.profile
    if profile.state != "draft":
        return link(reverse("see-profile", args=[profile.post.code]), profile.post.name)
    there = link(reverse("see-profile", args=[profile.post.code, profile.number]), profile.post.name)
    return format_html('{} <span class="badge">{}</span>', there, word("framework.state.draft"))


def _said(row):
    return f"{row.competency.name} {decimal(row.required_level)}"


def _first_told(card):
    return _(", ").join(_said(row) for row in card.first)


def _first(card):
    return format_html_join("", '<span class="fw-kbi">{}</span>', ((_said(row),) for row in card.first))
