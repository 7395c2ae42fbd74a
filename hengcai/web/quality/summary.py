"""A contact in one line beside its words: what it was, when, how long, whose."""

from django.utils.translation import gettext as _

from hengcai.base.masking.text import mask
from hengcai.interactions.models import Contact
from hengcai.quality.queries.pages import Desk
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import clock, moment

DIRECTIONS = {
    "inbound": {"inbound", "in", "incoming", "呼入", "来电"},
    "outbound": {"outbound", "out", "outgoing", "呼出", "外呼", "去电"},
}


DAYS_FROM = 48  # hours


def summary(desk: Desk) -> list[tuple[str, str]]:
    """Label and text; what is not known is left out."""
    given, told = desk.assignment, desk.told
    where = given.placement
    lines = [
        (_("Contact no."), given.contact.key),
        (_("Direction"), direction(told.get("direction", ""))),
        (_("Skill group"), mask(told.get("skill_group") or told.get("queue") or "")),
        (_("Team"), where.team.name if where and where.team else ""),
        (_("Role"), str(where.post.name) if where and where.post else ""),
    ]
    return [(label, text) for label, text in lines if text]


def direction(text: str) -> str:
    """Centres write it in their own words; the usual ones are said alike, others as they came."""
    plain = text.strip().casefold()
    known = next((name for name, words in DIRECTIONS.items() if plain in words), "")
    return word(f"quality.direction.{known}") if known else mask(text)


def when(contact: Contact, seconds: int | None) -> str:
    """Day and length; a ticket is opened one day and settled another."""
    if contact.channel != Contact.Channel.TICKET:
        return " · ".join(filter(None, [moment(contact.started_at), clock(seconds)]))
    parts = [_("opened %(at)s") % {"at": moment(contact.started_at)}]
    if contact.ended_at:
        parts.append(_("closed %(at)s") % {"at": moment(contact.ended_at)})
    if seconds is not None:
        parts.append(word("quality.took", length=length(seconds)))
    return " · ".join(parts)


def length(seconds: int) -> str:
    """Of what takes hours or days."""
    hours, rest = divmod(seconds, 3600)
    if hours < DAYS_FROM:
        return word(f"quality.length.{'hours' if hours else 'minutes'}", hours=hours, minutes=rest // 60)
    days, hours = divmod(hours, 24)
    return word("quality.length.days", days=days, hours=hours)
