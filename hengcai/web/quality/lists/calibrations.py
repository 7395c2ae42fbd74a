"""The list of calibration sessions, and of certificates."""

from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.quality.calibration_models import Calibration
from hengcai.quality.queries.orders import CALIBRATION_ORDERS, CERTIFICATE_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day

OPEN = (Calibration.State.PLANNED, Calibration.State.SCORING)


def calibration_list(*, today):
    columns = [
        Column("session", _("Session"), lambda one: one.name, _session, is_head=True),
        Column("card", _("Scorecard"), lambda one: str(one.scorecard.name), css="wide"),
        Column("contacts", _("Contacts"), lambda one: one.contact_count, css="num"),
        Column("analysts", _("Analysts"), lambda one: one.seat_count, css="num"),
        Column("due", _("Due date"), lambda one: one.due_on, partial(_due, today), css="nowrap"),
        Column("chair", _("Chair"), lambda one: one.chair.name, css="wide"),
        Column("state", _("Status"), lambda one: word(f"quality.calibration.state.{one.state}")),
    ]
    return Listing("calibrations", _("Calibration sessions"), columns, CALIBRATION_ORDERS)


def _session(one):
    return link(reverse("see-calibration", args=[one.pk]), one.name)


def _due(today, one):
    is_late = one.state in OPEN and one.due_on < today
    late = format_html(' <span class="badge">{}</span>', _("overdue")) if is_late else ""
    return format_html("{}{}", short_day(one.due_on), late)


def certificate_list(*, today):
    columns = [
        Column("analyst", _("Analyst"), lambda one: one.analyst.name, is_head=True),
        Column("outcome", _("Outcome"), partial(outcome_of, today)),
        Column("issued", _("Issued"), lambda one: one.issued_on, lambda one: short_day(one.issued_on), css="nowrap"),
        Column("expires", _("Valid until"), lambda one: one.expires_on, _expires, css="nowrap"),
        Column("session", _("Session"), lambda one: one.calibration.name, css="wide"),
        Column("reasons", _("Reasons"), lambda one: one.reasons, css="wide"),
    ]
    return Listing("certificates", _("Calibration certificates"), columns, CERTIFICATE_ORDERS)


def outcome_of(today, seat):
    is_expired = seat.expires_on is not None and seat.expires_on < today
    return word(f"quality.certificate.{'expired' if is_expired else seat.outcome}")


def _expires(seat):
    return short_day(seat.expires_on) if seat.expires_on else ""
