"""The lists of training plans, of a plan's needs, of who still lacks what, of revisions and surges."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.base.sorting import Orders
from hengcai.programme.queries import revisions, surges
from hengcai.programme.queries.plans import NEED_ORDERS, ORDERS
from hengcai.web.programme.telling import reasons_told, surge_title
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment, points, short_day


def plan_list():
    columns = [
        Column("name", _("Training plan"), lambda one: one.name, _plan_link, is_head=True),
        Column("kind", _("Type"), lambda one: word(f"programme.plan.kind.{one.kind}")),
        Column("days", _("Period"), lambda one: f"{short_day(one.first_on)} – {short_day(one.last_on)}", css="nowrap"),
        Column("needs", _("Needs"), lambda one: one.n_needs, css="num"),
        Column("seated", _("With a place"), lambda one: one.n_seated, css="num"),
        Column("state", _("Status"), lambda one: word(f"programme.plan.state.{one.state}")),
    ]
    return Listing("training-plans", _("Training plans"), columns, ORDERS)


def _plan_link(one):
    return link(reverse("see-training-plan", args=[one.pk]), one.name)


def need_list(names):
    columns = [
        Column("person", _("Name"), lambda one: one.person.name, _need_link, is_head=True),
        Column("competency", _("Competency"), lambda one: str(names.get(one.competency, one.competency))),
        Column(
            "level", _("Level"), lambda one: one.level, lambda one: level_said(one.level, one.low, one.high), css="num"
        ),
        Column("required", _("Required"), lambda one: one.required, lambda one: points(one.required), css="num"),
        Column("weight", _("Gap"), lambda one: _certain(one.is_certain)),
        Column("course", _("Course"), lambda one: str(one.course.title) if one.course else one.dropped, css="wide"),
        Column("session", _("Place"), _seat),
    ]
    return Listing("training-needs", _("Needs"), columns, NEED_ORDERS)


def _need_link(one):
    return link(reverse("settle-training-need", args=[one.plan_id, one.pk]), one.person.name)


def _seat(one):
    if one.session:
        return moment(one.session.starts_at)
    return word(f"programme.left_out.{one.left_out}") if one.left_out else ""


def lack_list(names):
    columns = [
        Column("person", _("Name"), lambda one: one.person.name, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number),
        Column("competency", _("Competency"), lambda one: str(names.get(one.gap.competency, one.gap.competency))),
        Column("level", _("Level"), lambda one: str(one.gap.level), _lack_level, css="num"),
        Column("required", _("Required"), lambda one: str(one.gap.required), lambda one: points(one.gap.required), css="num"),
        Column("certain", _("Gap"), lambda one: _certain(one.gap.is_certain)),
        Column("course", _("Recommended course"), _lack_title, _lack_course, css="wide"),
        Column("way", _("Training"), lambda one: word(f"programme.way.{one.way}")),
    ]  # fmt: skip
    return Listing("lacks", _("Who still lacks what"), columns, Orders({}))


def _lack_level(one):
    return level_said(one.gap.level, one.gap.low, one.gap.high)


def _lack_title(one):
    return str(one.course.title) if one.course else _("no course yet")


def _lack_course(one):
    if one.course is None:
        return _lack_title(one)
    return link(reverse("see-course", args=[one.course.pk]), str(one.course.title))


def level_said(level, low, high):
    """`2.7 [2.3–3.1]`; the level alone where no interval can be told."""
    if low is None or high is None:
        return points(level)
    return format_html('{} <span class="small text-secondary">[{}–{}]</span>', points(level), points(low), points(high))


def _certain(is_certain):
    return _("certain") if is_certain else _("possible")


def revision_list():
    columns = [
        Column("course", _("Course"), lambda one: str(one.course.title), _revision_link, is_head=True),
        Column("why", _("Why"), lambda one: " ".join(reasons_told(one.reasons)), css="wide"),
        Column("owner", _("Owner"), lambda one: one.owner.name),
        Column("state", _("Status"), lambda one: word(f"programme.revision.state.{one.state}")),
        Column("due", _("Due"), lambda one: short_day(one.due_on), css="nowrap"),
        Column("opened", _("Asked for on"), lambda one: moment(one.opened_at), css="nowrap"),
    ]
    return Listing("revisions", _("Course revisions"), columns, revisions.ORDERS)


def _revision_link(one):
    return link(reverse("see-revision", args=[one.pk]), str(one.course.title))


def surge_list():
    columns = [
        Column("what", _("What rose"), surge_title, _surge_link, is_head=True),
        Column("kind", _("Type"), lambda one: word(f"programme.surge.kind.{one.kind}")),
        Column("month", _("Month"), lambda one: f"{one.month:%Y-%m}", css="nowrap"),
        Column("people", _("People"), lambda one: one.n_people, css="num"),
        Column("course", _("Course"), lambda one: str(one.course.title) if one.course else "", css="wide"),
        Column("state", _("Status"), lambda one: word(f"programme.surge.state.{one.state}")),
    ]
    return Listing("surges", _("Surges"), columns, surges.ORDERS)


def _surge_link(one):
    return link(reverse("see-surge", args=[one.pk]), surge_title(one))
