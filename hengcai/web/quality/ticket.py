"""What a ticket's fields say, beside its log: only what came in with it."""

from django.utils.translation import gettext as _

from hengcai.base.masking.text import mask
from hengcai.interactions.models import Contact
from hengcai.quality.queries.tickets import steps_of
from hengcai.web.quality.summary import length
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import decimal, moment


def ticket_of(desk):
    """Nothing for other channels."""
    contact = desk.assignment.contact
    if contact.channel != Contact.Channel.TICKET:
        return None
    steps = [
        (one, length(one.seconds) if one.seconds is not None else _("still in progress")) for one in steps_of(contact)
    ]
    return {"fields": [(label, text) for label, text in _fields(contact, desk) if text], "steps": steps}


def _fields(contact, desk):
    yield _("Ticket no."), contact.key
    yield _("Queue"), mask(contact.queue or desk.told.get("queue", ""))
    yield _("Opened"), moment(contact.started_at)
    yield _("Closed"), moment(contact.ended_at) if contact.ended_at else _("not closed yet")
    yield _("Satisfaction"), f"{decimal(contact.csat)} / 5" if contact.csat is not None else ""
    yield _("Complaint"), word(f"complaint.{contact.complaint}") if contact.complaint != "none" else ""
    solved = contact.is_resolved_first
    yield _("Resolved at first contact"), "" if solved is None else _("yes") if solved else _("no")
