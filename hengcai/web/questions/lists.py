"""The lists of questions and of files of questions."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.assessment.queries.bank import ORDERS
from hengcai.assessment.queries.question_files import ORDERS as FILE_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment, short_day


def question_list(*, competencies):
    columns = [
        Column(
            "title", _("Question"), lambda one: str(one.title) or one.code, _question_link, is_head=True, css="wide"
        ),
        Column("code", _("Code"), lambda one: one.code),
        Column("kind", _("Question type"), lambda one: word(f"assessment.bank.kind.{one.kind}"), css="nowrap"),
        Column("competency", _("Competency"), lambda one: str(competencies.get(one.competency, one.competency))),
        Column("level", _("Cognitive level"), _level),
        Column("state", _("Status"), _state, _state_shown, css="nowrap"),
        Column("number", _("Version"), lambda one: one.number, css="num"),
        Column("made", _("Last changed"), lambda one: one.made_at, lambda one: short_day(one.made_at), css="nowrap"),
    ]
    return Listing("questions", _("Question bank"), columns, ORDERS)


def _question_link(one):
    return link(reverse("see-bank-question", args=[one.pk]), str(one.title) or one.code)


def _level(one):
    return word(f"assessment.bank.level.{one.level}") if one.level else ""


def _state(one):
    return word(f"assessment.bank.state.{one.state}")


def _state_shown(one):
    if one.state == one.State.DRAFT and one.sent_back_for:
        return format_html('{} <span class="badge">{}</span>', _state(one), _("sent back"))
    return _state(one)


def file_list():
    columns = [
        Column("name", _("File"), lambda one: one.name, _file_link, is_head=True),
        Column("form", _("Format"), lambda one: one.form),
        Column("state", _("Status"), lambda one: word(f"assessment.file.state.{one.state}")),
        Column("taken", _("Imported questions"), lambda one: one.counts.get("taken", 0), css="num"),
        Column("by", _("By"), lambda one: one.by.name),
        Column("at", _("Checked at"), lambda one: one.at, lambda one: moment(one.at), css="nowrap"),
    ]
    return Listing("question_files", _("Imported files of questions"), columns, FILE_ORDERS)


def _file_link(one):
    return link(reverse("see-question-file", args=[one.pk]), one.name, moment(one.at))
