"""The lists of blueprints, of tests, of who sat one, and of one's own."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.assessment.queries.blueprints import ORDERS as BLUEPRINTS
from hengcai.assessment.queries.exams import ORDERS as EXAMS
from hengcai.assessment.queries.sittings import ORDERS as SITTINGS
from hengcai.assessment.queries.sittings import counted_percent, shows_result
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment, points


def blueprint_list():
    columns = [
        Column("title", _("Blueprint"), lambda one: str(one.title), _to_blueprint, is_head=True),
        Column("code", _("Code"), lambda one: one.code),
        Column("number", _("Version"), lambda one: one.number, css="num"),
        Column("questions", _("Questions"), lambda one: sum(part["count"] for part in one.parts), css="num"),
        Column("minutes", _("Time in minutes"), lambda one: one.minutes, css="num"),
        Column("exams", _("Tests"), lambda one: one.n_exams, css="num"),
        Column("state", _("Status"), lambda one: word(f"assessment.blueprint.state.{one.state}")),
    ]
    return Listing("blueprints", _("Test blueprints"), columns, BLUEPRINTS)


def _to_blueprint(one):
    return link(reverse("see-blueprint", args=[one.pk]), str(one.title))


def exam_list():
    columns = [
        Column("name", _("Test"), lambda one: one.name, lambda one: link(reverse("see-exam", args=[one.pk]), one.name), is_head=True),
        Column("opens", _("Opens"), lambda one: one.opens_at, css="nowrap"),
        Column("closes", _("Closes"), lambda one: one.closes_at, css="nowrap"),
        Column("sat", _("Submitted"), lambda one: f"{one.n_ended} / {one.n_sittings}", css="num"),
        Column("passed", _("Passed"), lambda one: one.n_passed, css="num"),
        Column("state", _("Status"), lambda one: word(f"assessment.exam.state.{one.state}")),
    ]  # fmt: skip
    return Listing("exams", _("Tests"), columns, EXAMS)


def sitting_list(user):
    """`percent` only where this reader may see it."""

    def mark(one):
        return one.percent if shows_result(one, user) else None

    def counts(one):
        return counted_percent(one) if shows_result(one, user) else None

    columns = [
        Column("person", _("Name"), lambda one: one.person.name, _to_sitting, is_head=True),
        Column("staff_number", _("Number"), lambda one: one.person.number),
        Column("attempt", _("Attempt"), lambda one: one.attempt, css="num"),
        Column("state", _("Status"), lambda one: word(f"assessment.sitting.state.{one.state}"), _state),
        Column("started", _("Started at"), lambda one: one.started_at, css="nowrap"),
        Column("submitted", _("Submitted at"), lambda one: one.submitted_at, css="nowrap"),
        Column("percent", _("Mark out of 100"), mark, lambda one: points(mark(one)), css="num"),
        Column("counted", _("Counts in the appraisal"), counts, lambda one: points(counts(one)), css="num"),
        Column("passed", _("Passed"), lambda one: _passed(one) if shows_result(one, user) else None),
    ]  # fmt: skip
    return Listing("exam_sittings", _("People"), columns, SITTINGS)


def _to_sitting(one):
    return link(reverse("see-sitting", args=[one.pk]), one.person.name)


def _passed(one):
    return _("yes") if one.is_passed else _("no")


def _state(one):
    said = word(f"assessment.sitting.state.{one.state}")
    if one.state == "running":
        return format_html('{} <span class="small text-secondary">{}</span>', said, moment(one.ends_at))
    return said
