"""The lists of questionnaires and of surveys."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.assessment.models import Survey
from hengcai.assessment.queries.questionnaires import ORDERS
from hengcai.assessment.queries.surveys import ORDERS as SURVEY_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day


def questionnaire_list():
    columns = [
        Column("title", _("Questionnaire"), lambda one: str(one.title), _questionnaire_link, is_head=True),
        Column("code", _("Code"), lambda one: one.code),
        Column("number", _("Version"), lambda one: one.number, css="num"),
        Column("questions", _("Questions"), lambda one: one.n_questions, css="num"),
        Column("state", _("Status"), lambda one: word(f"assessment.questionnaire.state.{one.state}")),
        Column("made", _("Created on"), lambda one: one.made_at, lambda one: short_day(one.made_at), css="nowrap"),
    ]
    return Listing("questionnaires", _("Questionnaires"), columns, ORDERS)


def _questionnaire_link(one):
    return link(reverse("see-questionnaire", args=[one.pk]), str(one.title))


def survey_list(*, counts):
    columns = [
        Column("name", _("Survey"), lambda one: one.name, _survey_link, is_head=True),
        Column("questionnaire", _("Questionnaire"), lambda one: str(one.questionnaire.title), css="wide"),
        Column("anonymous", _("Anonymous"), _anonymous),
        *([Column("answered", _("Answered"), lambda one: f"{one.n_answered} / {one.n_asked}", css="num")] if counts else []),
        Column("closes", _("Open until"), lambda one: one.closes_on, lambda one: short_day(one.closes_on), css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"assessment.survey.state.{one.state}"), _state),
    ]  # fmt: skip
    return Listing("surveys", _("Surveys"), columns, SURVEY_ORDERS)


def _survey_link(one):
    name = "answer-survey" if one.is_to_answer and one.state == Survey.State.OPEN else "see-survey"
    return link(reverse(name, args=[one.pk]), one.name)


def _anonymous(one):
    return _("yes") if one.is_anonymous else _("no")


def _state(one):
    said = word(f"assessment.survey.state.{one.state}")
    if one.is_to_answer and one.state == Survey.State.OPEN:
        return format_html('{} <span class="badge">{}</span>', said, _("to answer"))
    return said
