"""Shapes of what these pages take; what is right is the domain's to say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.simulation.models import Run, Scenario
from hengcai.simulation.queries.runs import RunFilter
from hengcai.simulation.queries.scenarios import ScenarioFilter
from hengcai.simulation.rules.scenario import CHANNELS
from hengcai.web.quality.forms import FilterForm, drop_down, words_of


class ScenarioFilterForm(FilterForm):
    channel = forms.ChoiceField(label=_("Channel"), required=False, widget=drop_down())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data, *, with_states):
        super().__init__(data)
        self._offer("channel", [("", _("All")), *words_of("simulation.channel", CHANNELS)])
        self._offer("state", [("", _("All")), *words_of("simulation.scenario.state", Scenario.State.values)])
        if not with_states:
            del self.fields["state"]

    def filters(self):
        return ScenarioFilter(**self.chosen())


class RunFilterForm(FilterForm):
    code = forms.ChoiceField(label=_("Scenario"), required=False, widget=drop_down())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data, *, scenarios):
        super().__init__(data)
        self._offer("code", [("", _("All")), *scenarios])
        self._offer("state", [("", _("All")), *words_of("simulation.run.state", Run.State.values)])

    def filters(self):
        return RunFilter(**self.chosen())
