"""The lists of nominations and of requests to look again."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hengcai.consequences.queries.awards import NOMINATION_ORDERS
from hengcai.consequences.queries.looking import LOOK_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day


def nomination_list():
    columns = [
        Column("person", _("Person"), lambda one: one.person.name, _nomination_link, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number, where=Where.FILE),
        Column("kind", _("Award"), lambda one: word(f"consequences.award.kind.{one.kind}")),
        Column("by", _("Nominated by"), lambda one: one.nominated_by.name),
        Column("until", _("Notice ends"), lambda one: one.notice_until, _until, css="nowrap"),
        Column("waiting", _("Objections to answer"), lambda one: one.waiting or None, css="num", is_rare=True),
        Column("state", _("Status"), lambda one: word(f"consequences.award.state.{one.state}")),
    ]
    return Listing("nominations", _("Awards"), columns, NOMINATION_ORDERS)


def _until(one):
    return short_day(one.notice_until) if one.notice_until else "–"


def _nomination_link(one):
    kind = word(f"consequences.award.kind.{one.kind}")
    return link(reverse("see-nomination", args=[one.pk]), one.person.name, kind)


def look_list():
    columns = [
        Column("person", _("Person"), lambda one: one.person.name, _look_link, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number, where=Where.FILE),
        Column("cycle", _("Cycle"), lambda one: str(one.result.participant.cycle.name)),
        Column("matter", _("What to review"), lambda one: word(f"consequences.look.matter.{one.matter}")),
        Column("handler", _("Handled by"), lambda one: one.handler.name),
        Column("due", _("Due date"), lambda one: one.due_on, lambda one: short_day(one.due_on), css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"consequences.look.state.{one.state}")),
    ]
    return Listing("looks-again", _("Human review requests"), columns, LOOK_ORDERS)


def _look_link(one):
    return link(reverse("see-look-again", args=[one.pk]), one.person.name, str(one.result.participant.cycle.name))
