"""Who works when, a week at a time."""

from datetime import timedelta

from django import forms
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengcai.mentoring.permissions import SEE_WITHOUT
from hengcai.mentoring.queries.roster import not_counted, roster_rule, staffing
from hengcai.people import permissions, queries
from hengcai.people.models import Shift, Team
from hengcai.people.queries import Filters, people_orders
from hengcai.people.queries.roster import on_days, roster, week_of, work_hours
from hengcai.web.people.doors import open_page
from hengcai.web.people.forms import PlainForm, TeamField, day_field
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import week_day

A_WEEK = timedelta(days=7)
KINDS = ("annual", "sick", "personal", "in_lieu", "maternity", "paternity", "marriage", "bereavement", "injury", "unexcused")  # fmt: skip


def starts():
    return {"day": localdate().isoformat()}


class RosterForm(PlainForm):
    q = forms.CharField(label=gettext_lazy("Name or number"), required=False, max_length=120)
    team = TeamField(
        label=gettext_lazy("Team"), queryset=Team.objects.none(), required=False, empty_label=gettext_lazy("All teams")
    )
    day = day_field(gettext_lazy("Week of"), required=False)

    def __init__(self, user, data):
        super().__init__({**starts(), **data.dict()}, auto_id="filter_%s")
        self.offer("team", queries.teams_seen_by(user))
        if not permissions.SEE_TEAMS.is_held_by(user):
            del self.fields["team"], self.fields["q"]

    def wanted(self):
        """A filter that is not understood is left out."""
        self.is_valid()
        said = self.cleaned_data
        team = said.get("team")
        return said.get("day") or localdate(), (said.get("q") or "").strip(), team.pk if team else None


@remembers("roster", starts=starts, passing=("day",))
def see_roster(request):
    open_page(permissions.SEE_ROSTER, request.user)
    form = RosterForm(request.user, request.GET)
    day, name, team = form.wanted()
    days = week_of(day)
    asked = Asked(request, roster_list(days), form=form, starts=starts())
    found = roster(request.user, day, word=name, team=team)
    facts = {
        "days": days,
        "staffing": staffing(found, days),
        "rule": roster_rule(),
        "may_see_without": SEE_WITHOUT.is_held_by(request.user),
        "before": days[0] - A_WEEK,
        "after": days[0] + A_WEEK,
        "may_time": permissions.SEE_TIME.is_held_by(request.user),
    }
    rows = asked.sorted(found)
    return asked.file(rows) or asked.show("people/roster.html", rows, facts)


def roster_list(days):
    """A column a day."""
    columns = [
        Column("name", _("Full name"), lambda one: one[0].name, _linked, is_head=True),
        Column("number", _("Employee number"), lambda one: one[0].number, where=Where.FILE),
        Column("team", _("Team"), _team, css="team"),
        *(_column(day, at) for at, day in enumerate(days)),
        Column("hours", _("Hours"), lambda one: float(work_hours(one[1])) or None, _hours, css="num"),
    ]
    orders = people_orders(Filters(day=days[-1]))
    return Listing("roster", _("Roster"), columns, orders, first="name", prepared=lambda rows: _prepared(rows, days))


def _prepared(rows, days):
    """Each with the shifts that are not counted for want of a permit."""
    people = list(rows)
    without = {one.pk for one in not_counted([shift for person in people for shift in person.week_shifts])}
    return [(person, on_days(person, days), without) for person in people]


def _column(day, at):
    return Column(
        f"day{at}",
        week_day(day),
        lambda one: "; ".join(_said(one[1][day], one[2])),
        lambda one: _shown(one[1][day], one[2]),
    )


def _linked(one):
    person = one[0]
    return format_html(
        "{} <small>{}</small>", link(reverse("see-person", args=[person.pk]), person.name), person.number
    )


def _team(one):
    place = one[0].stands[0] if one[0].stands else None
    return place.team.name if place and place.team else None


def _hours(one):
    hours = work_hours(one[1])
    return f"{float(round(hours, 1)):g}" if hours else ""


def _shown(on, without):
    """A line each; beside a time, what is more of it wraps below."""
    absences = format_html_join("", "<div>{}</div>", ((_kind(one),) for one in on.absences))
    shifts = (("text-secondary" if on.is_away else "", _span(one), _more(one, without)) for one in on.shifts)
    return absences + format_html_join("", '<div class="{}"><span class="nowrap">{}</span> {}</div>', shifts)


def _said(on, without):
    """Absences first, then the times: `14:00–15:00 training`, `22:00–06:00 Billing`."""
    return [*map(_kind, on.absences), *(f"{_span(one)} {_more(one, without)}".rstrip() for one in on.shifts)]


def _kind(one):
    return word(f"people.absence.{one.kind}") if one.kind in KINDS else one.kind


def _span(one):
    return f"{localtime(one.starts_at):%H:%M}–{localtime(one.ends_at):%H:%M}"


def _more(one, without):
    """What else it is, for which skill group, and whether the permit for it is missing."""
    kind = "" if one.kind == Shift.Kind.WORK else word(f"people.shift.{one.kind}")
    return " · ".join(filter(None, (kind, one.skill_group, _("no permit") if one.pk in without else "")))
