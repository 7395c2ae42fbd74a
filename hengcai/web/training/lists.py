"""The list of training needs analyses."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.training.models import Project
from hengcai.training.queries.projects import ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day


def project_list():
    columns = [
        Column("name", _("Training needs analysis"), lambda one: one.name, _link, is_head=True),
        Column("days", _("Figures for"), _days, css="nowrap"),
        Column("state", _("State"), lambda one: word(f"training.needs.state.{one.state}")),
        Column("report", _("Report"), lambda one: "", _report),
    ]
    return Listing("needs-surveys", _("Training needs analyses"), columns, ORDERS)


def _link(one):
    return link(reverse("see-needs-survey", args=[one.pk]), one.name)


def _days(one):
    return f"{short_day(one.first_on)} – {short_day(one.last_on)}"


def _report(one):
    if one.state != Project.State.ISSUED:
        return ""
    return format_html('<a href="{}?project={}">{}</a>', reverse("see-form", args=["status-report"]), one.pk, _("Read"))
