"""The lists of training needs analyses, of courses, of who learns what, of sessions."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.base.masking.text import mask
from hengcai.training.models import Project
from hengcai.training.queries.catalogue import ORDERS as CATALOGUE_ORDERS
from hengcai.training.queries.certificates import ORDERS as CERTIFICATE_ORDERS
from hengcai.training.queries.certificates import told_state
from hengcai.training.queries.learning import ORDERS as LEARNING_ORDERS
from hengcai.training.queries.projects import ORDERS
from hengcai.training.queries.reflections import ORDERS as REFLECTION_ORDERS
from hengcai.training.queries.sessions import ORDERS as SESSION_ORDERS
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment, short_day


def project_list():
    columns = [
        Column("name", _("Training needs analysis"), lambda one: one.name, _link, is_head=True),
        Column("days", _("Figures for"), _days, css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"training.needs.state.{one.state}")),
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


def course_list(*, writes):
    columns = [
        Column("title", _("Course"), lambda one: str(one.title), _course_link, is_head=True),
        Column("module", _("Module"), lambda one: word(f"training.module.{one.module}")),
        Column("tier", _("Tier"), lambda one: word(f"training.tier.{one.tier}")),
        Column("hours", _("Training hours"), lambda one: one.hours, lambda one: hours_said(one.hours), css="num"),
        Column("lessons", _("Lessons online"), lambda one: one.n_lessons, css="num"),
        *(
            [
                Column("learning", _("Learning now"), lambda one: one.n_learning, css="num"),
                Column("state", _("Status"), lambda one: word(f"training.course.state.{one.state}")),
            ]
            if writes
            else []
        ),
    ]
    return Listing("courses", _("Course catalogue"), columns, CATALOGUE_ORDERS)


def _course_link(one):
    return link(reverse("see-course", args=[one.pk]), str(one.title))


def hours_said(hours):
    return f"{hours.normalize():f}"


def enrolment_list():
    columns = [
        Column("person", _("Name"), lambda one: one.person.name, _enrolment_link, is_head=True),
        Column("course", _("Course"), lambda one: str(one.course.title), css="wide"),
        Column("progress", _("Lessons done"), lambda one: f"{one.n_done} / {one.n_lessons}", css="num"),
        Column("due", _("Due on"), lambda one: one.due_on, lambda one: short_day(one.due_on), css="nowrap"),
        Column("state", _("Status"), lambda one: word(f"training.enrolment.state.{one.state}")),
        Column("ended", _("Ended on"), lambda one: one.ended_on, lambda one: short_day(one.ended_on), css="nowrap"),
    ]
    return Listing("enrolments", _("Who is learning what"), columns, LEARNING_ORDERS)


def _enrolment_link(one):
    return link(reverse("see-enrolment", args=[one.pk]), one.person.name)


def session_list():
    columns = [
        Column("when", _("When"), lambda one: one.starts_at, _when, css="nowrap", is_head=True),
        Column("course", _("Course"), lambda one: str(one.course.title), css="wide"),
        Column("where", _("Where"), _where),
        Column("trainers", _("Trainers"), lambda one: ", ".join(_trainers(one))),
        Column("places", _("Places taken"), lambda one: f"{one.n_taken} / {one.places}", css="num"),
        Column("waiting", _("Waiting"), lambda one: one.n_waiting or None, css="num", is_rare=True),
        Column("state", _("Status"), lambda one: word(f"training.session.state.{one.state}")),
    ]
    return Listing("sessions", _("Training sessions"), columns, SESSION_ORDERS)


def _when(one):
    return link(reverse("see-session", args=[one.pk]), moment(one.starts_at))


def _where(one):
    return f"{one.room.site.name} · {one.room.name}" if one.room else one.place


def _trainers(one):
    return [trainer.person.name for trainer in one.trainers.all()]


def certificate_list(today):
    columns = [
        Column("course", _("Course"), lambda one: str(one.enrolment.course.title), is_head=True),
        Column("person", _("Name"), lambda one: one.enrolment.person.name),
        Column("number", _("Employee number"), lambda one: one.enrolment.person.number),
        Column("certificate", _("Certificate"), lambda one: one.number),
        Column("issued", _("Issued on"), lambda one: one.issued_on),
        Column("until", _("Valid until"), lambda one: one.expires_on),
        Column("state", _("Status"), lambda one: word(f"training.certificate.state.{told_state(one, today)}")),
    ]
    return Listing("course-certificates", _("Course certificates"), columns, CERTIFICATE_ORDERS, size=24)


def reflection_list():
    columns = [
        Column("about", _("What it is about"), lambda one: mask(one.about), _reflection_link, is_head=True),
        Column("person", _("Name"), lambda one: one.person.name),
        Column("made", _("Written on"), lambda one: moment(one.made_at), css="nowrap"),
        Column("next", _("Next step by"), lambda one: short_day(one.next_on) if one.next_on else "", css="nowrap"),
        Column("done", _("Done on"), lambda one: short_day(one.done_on) if one.done_on else "", css="nowrap"),
        Column("reply", _("Replied by"), lambda one: one.replied_by.name if one.replied_by else ""),
    ]
    return Listing("reflections", _("Reflections"), columns, REFLECTION_ORDERS)


def _reflection_link(one):
    return link(reverse("see-reflection", args=[one.pk]), mask(one.about))
