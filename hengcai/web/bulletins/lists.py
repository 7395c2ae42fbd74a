"""The lists of notices, of readers, of corrections."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.bulletins.queries import corrections, notices, readers, spots
from hengcai.bulletins.queries.corrections import is_overdue
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import covered, moment, short_day


def bulletin_list(*, user, watches):
    columns = [
        Column("title", _("Business notice"), lambda one: str(one.title), _title, is_head=True),
        Column("kind", _("Kind of notice"), lambda one: word(f"bulletins.kind.{one.kind}")),
        Column("from", _("In force"), _days, css="nowrap"),
        Column("published", _("Published"), lambda one: one.published_at, lambda one: moment(one.published_at)),
        Column("own", _("Signed by you"), _own, is_rare=True),
        *([Column("read", _("Signed by"), _read, css="num")] if watches else []),
        Column("state", _("Status"), lambda one: word(f"bulletins.state.{one.state}")),
    ]
    prepared = partial(notices.counted, user=user) if watches else list
    return Listing("bulletins", _("Business notices"), columns, notices.ORDERS, prepared=prepared)


def _title(one):
    badge = ""
    if one.urgency != "normal":
        badge = format_html(
            ' <span class="badge bulletin-{}">{}</span>', one.urgency, word(f"bulletins.urgency.{one.urgency}")
        )
    code = f"{one.code} v{one.number}" if one.number > 1 else one.code
    return format_html(
        "{}{} <small>{}</small>", link(reverse("see-bulletin", args=[one.pk]), str(one.title)), badge, code
    )


def _days(one):
    until = short_day(one.effective_until) if one.effective_until else _("until further notice")
    return f"{short_day(one.effective_from)} – {until}"


def _own(one):
    if one.own is None or not one.must_read:
        return ""
    if one.own_read:
        return _("signed %(at)s") % {"at": moment(one.own_read)}
    return _("to be signed by %(at)s") % {"at": moment(one.own_due)} if one.state == "published" else ""


def _read(one):
    return f"{one.n_read} / {one.n_readers}" if one.n_readers else ""


def unread_list():
    columns = [
        Column("person", _("Name"), lambda one: one.reader.person.name, is_head=True),
        Column("number", _("Number"), lambda one: one.reader.person.number),
        Column("team", _("Team"), _team),
        Column("notice", _("Business notice"), lambda one: str(one.reader.bulletin.title), _notice),
        *_waited(),
    ]
    return Listing("unread", _("Not signed yet"), columns, readers.ORDERS, prepared=readers.waiting)


def reader_list():
    columns = [
        Column("person", _("Name"), lambda one: one.reader.person.name, is_head=True),
        Column("number", _("Number"), lambda one: one.reader.person.number),
        Column("team", _("Team"), _team),
        Column("read", _("Signature given"), lambda one: one.reader.first_read_at, _signed),
        *_waited(),
    ]
    return Listing("bulletin-readers", _("Readers"), columns, readers.ORDERS, prepared=readers.waiting)


def _waited():
    return [
        Column("due", _("Due"), lambda one: one.reader.due_at, _due),
        Column("hours", _("Hours since publication"), lambda one: round(one.hours, 1), lambda one: f"{one.hours:.0f}", css="num"),
        Column("shift", _("of these on shift"), lambda one: round(one.shift_hours, 1), lambda one: f"{one.shift_hours:.0f}", css="num"),
        Column("now", _("Now"), _now),
    ]  # fmt: skip


def _team(one):
    return one.reader.team.name if one.reader.team else ""


def _notice(one):
    return link(reverse("see-bulletin", args=[one.reader.bulletin_id]), str(one.reader.bulletin.title))


def _due(one):
    if one.reader.due_at is None:
        return ""
    late = format_html(' <span class="badge hc-critical">{}</span>', _("overdue")) if one.is_late else ""
    return format_html("{}{}", moment(one.reader.due_at), late)


def _signed(one):
    if one.reader.first_read_at is None:
        return ""
    if one.reader.read_at is None:
        return _("%(at)s, to be read again") % {"at": moment(one.reader.first_read_at)}
    return _("in the version before") if one.reader.is_carried else moment(one.reader.first_read_at)


def _now(one):
    if one.reader.read_at:
        return ""
    return _("on leave") if one.is_away else _("on shift") if one.on_shift else _("off shift")


def correction_list(today):
    columns = [
        Column("entry", _("Entry of the knowledge base"), lambda one: covered(one.entry), _entry, is_head=True),
        Column("topic", _("Topic"), lambda one: str(one.topic or "")),
        Column("owner", _("Owner"), lambda one: one.owner.name if one.owner else ""),
        Column("reported", _("Reported on"), lambda one: one.reported_at, lambda one: moment(one.reported_at)),
        Column("due", _("Due"), _day, partial(_day_said, today=today)),
        Column("state", _("Status"), lambda one: word(f"knowledge.state.{one.state}")),
    ]
    return Listing("knowledge", _("Corrections of the knowledge base"), columns, corrections.ORDERS)


def _entry(one):
    source = format_html(" <small>{}</small>", word("knowledge.source.quality")) if one.source == "quality" else ""
    return format_html("{}{}", link(reverse("see-correction-of-knowledge", args=[one.pk]), covered(one.entry)), source)


def _day(one):
    return (one.mend_by or one.due_on) if one.state in ("reported", "accepted") else None


def _day_said(one, *, today):
    if _day(one) is None:
        return ""
    late = format_html(' <span class="badge hc-critical">{}</span>', _("overdue")) if is_overdue(one, today) else ""
    return format_html("{}{}", short_day(_day(one)), late)


def paper_list():
    columns = [
        Column("person", _("Name"), lambda one: one.person.name, is_head=True),
        Column("team", _("Team"), lambda one: one.team.name if one.team else ""),
        Column("answered", _("Answered on"), lambda one: one.answered_at, _answered),
        Column("right", _("Questions right"), _right, css="num"),
        Column("passed", _("Result"), _passed),
    ]  # fmt: skip
    return Listing("spot-papers", _("Spot test"), columns, spots.ORDERS)


def _answered(one):
    return moment(one.answered_at) if one.answered_at else ""


def _right(one):
    return f"{len(one.right)} / {len(one.test.items)}" if one.answered_at else ""


def _passed(one):
    return "" if one.is_passed is None else _("test passed") if one.is_passed else _("reads it again")
