"""What an analyst has to score, by its due day; and what may be given out."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.quality.models import Assignment
from hengcai.quality.queries import pages
from hengcai.quality.queries.orders import TO_ASSIGN_ORDERS, WORK_ORDERS
from hengcai.quality.queries.work import work_rows
from hengcai.web.quality.lists.parts import contact_words, hidden, tick, tick_all
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import decimal, meter, moment, short_day, weekday

ROWS = 30


def work_list(*, today, next_key):
    """In its own order the list stands in groups, one a due day; `next_key` is the piece to go on with."""
    columns = [
        Column("agent", _("Agent"), lambda one: _contact(one).agent.name, _desk, is_head=True),
        Column("number", _("Number"), lambda one: _contact(one).agent.number, where=Where.FILE),
        Column("contact", _("Contact"), lambda one: _contact(one).started_at, lambda one: contact_words(_contact(one))),
        Column("channel", _("Channel"), lambda one: word(f"quality.channel.{_contact(one).channel}"), where=Where.FILE),
        Column("card", _("Scorecard"), lambda one: str(one.assignment.scorecard.name), css="who"),
        Column("due", _("Due date"), lambda one: one.assignment.due_on, lambda one: short_day(one.assignment.due_on), css="due"),
        Column("state", _("Status"), _state, _state_said),
        Column("do", hidden(_("Open it")), lambda one: "", _go, css="go", where=Where.PAGE),
    ]  # fmt: skip
    return Listing(
        "work", _("Scoring"), columns, WORK_ORDERS, size=ROWS, prepared=partial(_prepared, today=today),
        row_css=lambda one: "next" if one.assignment.pk == next_key else "",
        group=partial(_group, today=today),
    )  # fmt: skip


def _prepared(rows, *, today):
    """Of open work, or of assignments where another order was asked for."""
    keys = [getattr(one, "key", None) or one.pk for one in rows]
    found = pages.pieces_of(keys)
    return work_rows([found[key] for key in keys], today=today)


def _contact(row):
    return row.assignment.contact


def _desk(row):
    return link(reverse("score-contact", args=[row.assignment.pk]), _contact(row).agent.name)


def _state(row):
    if not row.saved_at:
        return _("not started yet")
    if row.assignment.state == Assignment.State.DONE:
        return _("being changed")
    return _("%(done)s of %(total)s scored") % {"done": row.answered_count, "total": row.item_count}


def _state_said(row):
    if not row.saved_at:
        return format_html('<span class="text-secondary">{}</span>', _state(row))
    return _state(row) if row.assignment.state == Assignment.State.DONE else meter(row.answered_count, row.item_count)


def _go(row):
    named = hidden(f" {_contact(row).agent.name} {moment(_contact(row).started_at)}")
    said = _("Continue") if row.saved_at else _("Start scoring")
    address = reverse("score-contact", args=[row.assignment.pk])
    return format_html('<a class="btn btn-sm" href="{}">{}{}</a>', address, said, named)


def _group(row, *, today):
    day = row.assignment.due_on
    facts = {"day": short_day(day), "weekday": weekday(day)}
    if day < today:
        return format_html('<span class="overdue">{}</span>', _("Overdue: was due %(day)s (%(weekday)s)") % facts)
    return _("Due today") if day == today else _("Due %(day)s (%(weekday)s)") % facts


def to_assign_list():
    columns = [
        Column("tick", tick_all(), lambda one: "", _tick, css="tick", where=Where.PAGE),
        Column("agent", _("Agent"), lambda one: one.agent.name, is_head=True),
        Column("number", _("Number"), lambda one: one.agent.number, where=Where.FILE),
        Column("contact", _("Contact"), lambda one: one.started_at, contact_words),
        Column("channel", _("Channel"), lambda one: word(f"quality.channel.{one.channel}"), where=Where.FILE),
        Column("satisfaction", _("Flags"), lambda one: one.csat, _signs),
        Column("complaint", _("Complaint"), _complaint, where=Where.FILE),
        Column("given", _("Analysts assigned"), lambda one: one.given_count, _given, css="num"),
    ]
    return Listing("to-assign", _("Assign"), columns, TO_ASSIGN_ORDERS, first="-contact")


def _tick(contact):
    return tick("contact", contact.pk, f"{contact.agent.name}, {moment(contact.started_at)}")


def _complaint(contact):
    return word(f"complaint.{contact.complaint}")


def _signs(contact):
    badge = format_html('<span class="badge">{}</span> ', _("complaint")) if contact.complaint != "none" else ""
    if contact.csat is None:
        return badge
    return format_html(
        '{}<span class="small">{}</span>', badge, _("satisfaction %(value)s") % {"value": decimal(contact.csat)}
    )


def _given(contact):
    return contact.given_count or format_html('<span class="text-secondary">{}</span>', _("not assigned"))
