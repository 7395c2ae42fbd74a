"""Cells that several lists of scoring share."""

from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment, points


def tick_all():
    return format_html('<input class="hc-tick" type="checkbox" data-all aria-label="{}">', _("Choose all on this page"))


def tick(name, key, label):
    return format_html('<input class="hc-tick" type="checkbox" name="{}" value="{}" aria-label="{}">', name, key, label)


def contact_words(contact):
    """Channel and when it began."""
    channel = word(f"quality.channel.{contact.channel}")
    return format_html('{} · <span class="nowrap">{}</span>', channel, moment(contact.started_at))


def fatal_badge(without):
    """With what the contact came to but for the error."""
    told = _("%(total)s without the fatal error") % {"total": points(without)} if without else ""
    return format_html(' <span class="badge hc-critical">{}</span> <span class="small">{}</span>', _("fatal"), told)


def hidden(text):
    """For those who listen."""
    return format_html('<span class="visually-hidden">{}</span>', text)
