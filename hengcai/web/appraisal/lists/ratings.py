"""What a rater is to fill, and what they have sent."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hengcai.appraisal.models import RatingTask
from hengcai.appraisal.queries.orders import RATING_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment, short_day, week_day


def rating_list(*, today, is_sent):
    when = [
        Column("until", _("Until"), lambda one: one.due_on, partial(_until, today), css="nowrap"),
        Column("filled", _("Completed so far"), lambda one: one.answered, _filled),
    ]
    columns = [
        Column("person", _("Person rated"), _person, _linked, is_head=True),
        Column("as", _("Rating as"), lambda one: word(f"source.{one.source}")),
        Column("cycle", _("Cycle"), lambda one: str(one.participant.cycle.name)),
        *([Column("sent", _("Submitted on"), lambda one: one.sent_at, css="nowrap")] if is_sent else when),
    ]
    return Listing("ratings", _("Ratings"), columns, RATING_ORDERS)


def _person(task):
    return _("Self") if task.source == RatingTask.Source.SELF else task.participant.person.name


def _linked(task):
    said = link(reverse("fill-rating", args=[task.pk]), _person(task))
    return format_html("{} <small>{}</small>", said, task.participant.post.name)


def _until(today, task):
    if not task.due_on:
        return _("no date set")
    if task.due_on < today:
        return format_html('<span class="ap-late">{} · {}</span>', short_day(task.due_on), _("overdue"))
    return week_day(task.due_on)


def _filled(task):
    back = format_html('<span class="ap-late">{}</span> ', _("returned")) if task.returned_because else ""
    if not task.edit_count:
        return format_html('{}<span class="text-secondary">{}</span>', back, _("not started yet"))
    count = ngettext("%(count)s item answered", "%(count)s items answered", task.answered) % {"count": task.answered}
    saved = _("saved %(at)s") % {"at": moment(task.saved_at)}
    return format_html('{}{} · <span class="nowrap">{}</span>', back, count, saved)
