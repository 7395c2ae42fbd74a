"""The audit log as a list. Its order is the chain's; it is read forwards or backwards."""

from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.audit import queries
from hengcai.audit.reading import any_text
from hengcai.base.say import knows
from hengcai.web.shell.lists.columns import Column, Listing
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment, short_day


def entry_list():
    columns = [
        Column("number", _("Entry"), lambda one: one.number, css="num", is_head=True),
        Column("moment", _("Time"), _when, _when_said, css="nowrap"),
        Column("who", _("By"), _who, _who_said),
        Column("did", _("Action"), lambda one: did_said(one.action)),
        Column("thing", _("Object"), thing_said, css="text-secondary"),
        Column("seal", _("Seal"), lambda one: one.seal, lambda one: format_html("<code>{}</code>", one.seal)),
        Column("erased", _("Erased by entry no."), lambda one: one.erased_by, css="num", is_rare=True),
    ]
    return Listing(
        "audit",
        _("Audit log"),
        columns,
        queries.ENTRY_ORDERS,
        first="-number",
        prepared=queries.lines_of,
        within=any_text,
    )


def _when(line):
    """Of what is confidential the day alone."""
    return line.moment.date() if line.moment and line.is_confidential else line.moment


def _when_said(line):
    if not line.moment:
        return _("Time cannot be read")
    return short_day(line.moment) if line.is_confidential else moment(line.moment)


def _who(line):
    """What the machine did by itself stands under a user nobody signs in as."""
    return _("The system") if line.who == "system" else line.who


def _who_said(line):
    if line.is_confidential:
        return format_html('<span class="text-secondary">{}</span>', _("Who rated whom is not shown"))
    return format_html("<b>{}</b>", _who(line))


def did_said(action):
    """An act this build does not know, of an earlier one, keeps its code."""
    code = f"audit.did.{action}"
    return word(code) if knows(code) else action


def thing_said(line):
    """A kind of thing in words, with its number; of a batch how many rows."""
    if line.thing == "batch":
        return word("audit.rows", count=line.key)
    known = knows(f"audit.thing.{line.thing}")
    noun = word(f"audit.thing.{line.thing}") if known else line.thing
    return word("audit.one", noun=noun, key=line.key) if line.key else noun
