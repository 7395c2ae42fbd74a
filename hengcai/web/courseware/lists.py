"""The lists of packages and of how far people are in one."""

from fractions import Fraction

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from hengcai.courseware.queries import packages, runs
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import percent


def package_list():
    columns = [
        Column("title", _("Package"), lambda one: one.title, _package_link, is_head=True),
        Column("edition", "SCORM", lambda one: one.edition, css="nowrap"),
        Column("parts", _("Sections"), lambda one: len(one.parts), css="num"),
        Column("people", _("Opened by"), lambda one: one.n_people, css="num"),
        Column("done", _("Done by"), lambda one: one.n_done, css="num"),
        Column("size", _("Size"), lambda one: one.byte_count, lambda one: filesizeformat(one.byte_count), css="num"),
        Column("added", _("Uploaded"), lambda one: one.added_at, css="nowrap"),
        Column("by", _("Uploaded by"), lambda one: one.added_by.name),
    ]
    return Listing("packages", _("SCORM packages"), columns, packages.ORDERS)


def _package_link(one):
    return link(reverse("see-package", args=[one.pk]), one.title)


def people_list(package):
    titles = {one.id: one.title for one in package.played}
    columns = [
        Column("person", _("Name"), lambda one: one.enrolment.person.name, _way_link, is_head=True),
        Column("number", _("Number"), lambda one: one.enrolment.person.number),
        Column("course", _("Course"), lambda one: str(one.enrolment.course.title)),
        Column("part", _("Section"), lambda one: titles.get(one.part, one.part)),
        Column("state", _("Reported by the package"), reported),
        Column("score", _("Its score"), lambda one: one.share, _share, css="num"),
        Column("tries", _("Tries"), lambda one: one.tries, css="num"),
        Column("seconds", _("Time spent"), lambda one: round(one.seconds / 60), _minutes, css="num"),
        Column("seen", _("Last opened"), lambda one: one.seen_at, css="nowrap"),
        Column("done", _("Done"), lambda one: one.done_at, css="nowrap", where=Where.FILE),
    ]
    return Listing("package-people", _("Progress in a SCORM package"), columns, runs.ORDERS)


def _way_link(one):
    return link(reverse("see-enrolment", args=[one.enrolment_id]), one.enrolment.person.name)


def reported(one):
    told = word(f"courseware.completion.{one.completion}")
    return told if one.success == "unknown" else f"{told} · {word(f'courseware.success.{one.success}')}"


def _minutes(one):
    return _("%(n)s min") % {"n": round(one.seconds / 60)}


def _share(one):
    return percent(Fraction(one.share)) if one.share else "–"
