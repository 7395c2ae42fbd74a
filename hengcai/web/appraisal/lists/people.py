"""The list of who takes part in a cycle: how far their forms are, and their result with its interval."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengcai.appraisal.models import Cycle, FairScore, Finding
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.queries.board import PersonForms, people_forms, places_of
from hengcai.appraisal.queries.fair import finals_of
from hengcai.appraisal.queries.orders import participant_orders
from hengcai.web.appraisal.marks import band_marks
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import icon, points

WAITING = "waiting"


class ParticipantFilterForm(forms.Form):
    q = forms.CharField(
        label=gettext_lazy("Name or number"), required=False, widget=forms.TextInput(attrs={"class": "form-control"})
    )
    show = forms.ChoiceField(
        label=gettext_lazy("Show"), required=False, widget=forms.Select(attrs={"class": "form-select"})
    )

    def __init__(self, data, cycle, *, may_see_forms):
        super().__init__(data)
        choices = [("", _("everyone")), *([(WAITING, _("with forms outstanding"))] if may_see_forms else [])]
        if cycle.state not in (Cycle.State.DRAFT, Cycle.State.COLLECTING):
            choices += [(kind, word(f"finding.{kind}")) for kind in Finding.Kind.values]
        show: Any = self.fields["show"]
        show.choices = choices

    def chosen(self):
        """What is not understood is left out."""
        self.is_valid()
        return self.cleaned_data.get("q", "").strip(), self.cleaned_data.get("show", "")


@dataclass(frozen=True)
class Line:
    member: PersonForms
    fair: FairScore | None

    @property
    def one(self):
        return self.member.participant

    @property
    def result(self):
        return self.member.result


class Cells:
    """How one cycle's people are shown."""

    def __init__(self, cycle, user, *, today, may_see_forms):
        self.cycle, self.user, self.today, self.may_see_forms = cycle, user, today, may_see_forms
        self.places, self.bands = places_of(cycle), band_marks(parsed(cycle.policy))

    def prepared(self, rows):
        members = people_forms(list(rows), self.user)
        known = finals_of([one.result.pk for one in members if one.result])
        return [Line(one, known.get(one.result.pk) if one.result else None) for one in members]

    def name(self, line):
        person = line.one.person
        said = link(reverse("see-participant", args=[line.one.pk]), person.name) if self.may_see_forms else person.name
        return format_html("{} <small>{}</small>", said, person.number)

    def place(self, line):
        team = line.one.placement and line.one.placement.team
        return f"{line.one.post.name} · {team.name}" if team else str(line.one.post.name)

    def forms(self, line):
        done = f"{line.member.sent_count} / {line.member.wanted_count}"
        if not line.member.open_tasks:
            return format_html('<span class="hc-meter done">{}{}</span>', icon("tick", 1), done)
        out = format_html_join(_(", "), '<span class="nowrap{}">{} {}</span>', map(self._out, line.member.open_tasks))
        there = '<span class="nowrap">{}</span> <span class="small text-secondary">{} {}</span>'
        return format_html(there, done, _("not submitted:"), out)

    def _out(self, task):
        is_late = task.due_on and task.due_on < self.today and self.cycle.state == Cycle.State.COLLECTING
        return " ap-late" if is_late else "", word(f"source.{task.source}"), task.rater.name

    def final(self, line):
        result = line.result
        return float(points(result.final, self.places)) if result and result.final is not None else None

    def band(self, line):
        mark = self.bands.get(line.result.band) if line.result else None
        return mark.name if mark else None

    def fair(self, line, which):
        return round(float(getattr(line.fair, which)), self.places + 1) if line.fair else None

    def result(self, line):
        result = line.result
        if result is None:
            return ""
        address = reverse("see-result", args=[result.pk])
        if result.final is None:
            return link(address, word(f"status.{result.status}"))
        return format_html(
            "{} {}{}", link(address, points(result.final, self.places)), self._mark(result), self._fair(line)
        )

    def _fair(self, line):
        """The interval is that of the fair score, so this stands before it."""
        if line.fair is None:
            return ""
        facts = {name: points(getattr(line.fair, name), self.places) for name in ("fair", "low", "high")}
        return format_html(' <small class="nowrap">{}</small>', _("fair %(fair)s [%(low)s–%(high)s]") % facts)

    def _mark(self, result):
        mark = self.bands.get(result.band)
        if mark is None:
            return ""
        shape = '<span class="hc-band hc-{}"><svg viewBox="0 0 12 12" aria-hidden="true"><path d="{}"/></svg>{}</span>'
        return format_html(shape, mark.css, mark.shape, mark.name)


def participant_list(cycle, user, *, today, may_see_forms):
    cells = Cells(cycle, user, today=today, may_see_forms=may_see_forms)
    forms_sent = [
        Column("forms", _("Rating forms"), lambda one: one.member.sent_count, cells.forms),
        Column("wanted", _("Forms required"), lambda one: one.member.wanted_count, where=Where.FILE),
    ]
    columns = [
        Column("name", _("Name"), lambda one: one.one.person.name, cells.name, is_head=True),
        Column("number", _("Employee number"), lambda one: one.one.person.number, where=Where.FILE),
        Column("place", _("Role and team"), cells.place),
        *(forms_sent if may_see_forms else []),
        Column("result", _("Result"), cells.final, cells.result, css="nowrap", is_score=True),
        Column("fair", _("Fair score"), lambda one: cells.fair(one, "fair"), where=Where.FILE),
        Column("low", _("Interval from"), lambda one: cells.fair(one, "low"), where=Where.FILE),
        Column("high", _("Interval to"), lambda one: cells.fair(one, "high"), where=Where.FILE),
        Column("band", _("Band"), cells.band, where=Where.FILE),
    ]
    name = _("People in %(cycle)s") % {"cycle": cycle.name}
    return Listing("participants", name, columns, participant_orders(user), first="name", prepared=cells.prepared)
