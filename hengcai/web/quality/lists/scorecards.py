"""The list of scorecards, all versions."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.quality.models import Scorecard
from hengcai.quality.queries.orders import SCORECARD_ORDERS
from hengcai.quality.rules.holding import standing
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word


def scorecard_list():
    columns = [
        Column("card", _("Scorecard"), lambda one: str(one.name), _linked, is_head=True),
        Column("channel", _("Channel"), lambda one: word(f"quality.channel.{one.channel}")),
        Column("kind", _("Scoring method"), lambda one: word(f"quality.scorecard.kind.{one.kind}")),
        Column("version", _("Version"), lambda one: one.number, css="num"),
        Column("state", _("Status"), _state, _state_said),
        Column("since", _("In force since"), lambda one: one.holds_from or one.published_on, css="nowrap"),
    ]
    return Listing("scorecards", _("Scorecards"), columns, SCORECARD_ORDERS, size=100)


def _linked(card):
    return link(reverse("see-scorecard", args=[card.pk]), card.name, card.number)


def _state(card):
    return word(f"quality.scorecard.state.{standing(card, localdate())}")


def _state_said(card):
    bold = standing(card, localdate()) == Scorecard.State.PUBLISHED
    return format_html("<b>{}</b>" if bold else '<span class="text-secondary">{}</span>', _state(card))
