"""The lists of contacts and of imports."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.interactions.queries import CONTACT_ORDERS, RUN_ORDERS
from hengcai.web.interactions.shown import kind_word
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import decimal, moment


def contact_list(*, agent_word):
    columns = [
        Column("began", _("Started"), lambda one: one.started_at, _began, css="nowrap", is_head=True),
        Column("agent", agent_word, lambda one: one.agent.name, _agent, css="nowrap"),
        Column("number", _("Employee number"), lambda one: one.agent.number, where=Where.FILE),
        Column("channel", _("Channel"), lambda one: word(f"channel.{one.channel}"), css="nowrap"),
        Column("turns", _("Turns"), lambda one: one.turn_count, _turns, css="num"),
        Column("satisfaction", _("Satisfaction"), lambda one: one.csat, lambda one: decimal(one.csat), css="num"),
        Column("complaint", _("Complaint"), lambda one: word(f"complaint.{one.complaint}"), _complaint, css="nowrap"),
        Column("key", _("Id"), lambda one: one.key, lambda one: format_html("<small>{}</small>", one.key), css="nowrap"),
    ]  # fmt: skip
    return Listing("contacts", _("Contacts"), columns, CONTACT_ORDERS, first="-began")


def _began(contact):
    return link(reverse("see-contact", args=[contact.pk]), moment(contact.started_at))


def _agent(contact):
    return format_html("{} <small>{}</small>", contact.agent.name, contact.agent.number)


def _turns(contact):
    return contact.turn_count or format_html('<span class="text-secondary">{}</span>', _("no text"))


def _complaint(contact):
    if contact.complaint == contact.Complaint.NONE:
        return ""
    return format_html('<span class="badge">{}</span>', word(f"complaint.{contact.complaint}"))


def run_list():
    columns = [
        Column("file", _("File"), lambda one: one.file_name, _file, is_head=True),
        Column("kind", _("Kind of file"), lambda one: kind_word(one.kind), css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"import.{one.state}"), css="nowrap"),
        Column("begun", _("Started on"), lambda one: one.started_at, css="nowrap"),
        Column("read", _("Rows read"), lambda one: one.read_count, css="num"),
        Column("added", _("Added"), lambda one: one.added_count, css="num"),
        Column("updated", _("Updated"), lambda one: one.updated_count, css="num"),
        Column("complete", _("Already imported"), lambda one: one.passed_over_count, css="num"),
        Column("rejected", _("Rejected"), lambda one: one.rejected_count, css="num"),
    ]
    return Listing("imports", _("Imports"), columns, RUN_ORDERS, first="-begun")


def _file(run):
    return link(reverse("see-import", args=[run.pk]), run.file_name)
