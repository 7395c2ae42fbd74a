"""Who has signed for a policy and who has not."""

from django.utils.translation import gettext as _

from hengcai.appraisal.queries.procedure import SIGNER_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing
from hengcai.web.shell.templatetags.hc import day, moment


def signer_list():
    columns = [
        Column("person", _("Name"), lambda one: one.name, is_head=True),
        Column("number", _("Employee number"), lambda one: one.number),
        Column("team", _("Team"), lambda one: one.team_name or ""),
        Column("signed", _("Signed on"), lambda one: one.signed_at, _signed, css="nowrap"),
        Column("asked", _("Asked"), lambda one: one.asked_at, css="nowrap"),
        Column("reminded", _("Reminded"), lambda one: one.reminded_at, css="nowrap"),
    ]
    return Listing("signers", _("Acknowledgements"), columns, SIGNER_ORDERS, first="person", size=50)


def _signed(one):
    if one.paper_on:
        return _("on paper, %(day)s") % {"day": day(one.paper_on)}
    if one.signed_at:
        return moment(one.signed_at)
    return _("not acknowledged yet") if one.user_id else _("no account: on paper")
