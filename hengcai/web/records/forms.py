"""Shapes of what these pages take; what is right is the domain's to say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.appraisal.queries.results import published_cycles
from hengcai.people.queries.seen import teams_seen_by
from hengcai.records.models import Record
from hengcai.records.queries.records import LATE, PAPER, TALK_DUE, RecordFilter
from hengcai.web.quality.forms import FilterForm, drop_down, text_box, words_of

MOST_CYCLES = 40


class RecordFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    agent = forms.CharField(label=_("Person"), required=False, widget=text_box(placeholder=_("name or number")))
    cycle = forms.TypedChoiceField(label=_("Cycle"), required=False, coerce=int, empty_value=None, widget=drop_down())
    team = forms.TypedChoiceField(label=_("Team"), required=False, coerce=int, empty_value=None, widget=drop_down())

    def __init__(self, user, data):
        super().__init__(data)
        every = [("", _("All"))]
        talks = [
            (TALK_DUE, _("Meeting due")),
            (LATE, _("Meeting overdue")),
            (PAPER, _("On paper: to be collected or checked")),
        ]
        self._offer("state", [*every, *talks, *words_of("records.state", Record.State.values)])
        self._offer("cycle", every + [(one.pk, one.code) for one in published_cycles()[:MOST_CYCLES]])
        self._offer("team", every + [(one.pk, one.name) for one in teams_seen_by(user)])

    def filters(self):
        return RecordFilter(**self.chosen())
