"""Shapes of what the pages of training plans take."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.programme.actions import Frame
from hengcai.programme.models import TrainingPlan
from hengcai.training.queries.catalogue import competency_names
from hengcai.web.quality.forms import Day, FilterForm, drop_down, text_box, words_of
from hengcai.web.training.forms import offer


class LackFilterForm(FilterForm):
    competency = forms.ChoiceField(label=_("Competency"), required=False, widget=drop_down())
    only_certain = forms.BooleanField(label=_("Certain gaps only"), required=False)

    def __init__(self, data):
        super().__init__(data)
        named = sorted(((code, str(name)) for code, name in competency_names().items()), key=lambda row: row[1])
        self._offer("competency", [("", _("All")), *named])


class PlanForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120, widget=text_box())
    kind = forms.ChoiceField(label=_("Type"), widget=drop_down())
    first_on = Day(label=_("From"))
    last_on = Day(label=_("Until"))
    because = forms.CharField(
        label=_("What makes it necessary (for an intensive)"), required=False, max_length=400, widget=text_box()
    )
    budget = forms.DecimalField(
        label=_("Budget"), required=False, min_value=0, max_digits=12, decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "form-control", "step": "0.01"}),
    )  # fmt: skip
    away_percent = forms.IntegerField(
        label=_("Of a team’s people on shift, at most in training at once (%)"), min_value=1, max_value=100, initial=10,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )  # fmt: skip

    def __init__(self, data, *, initial=None):
        super().__init__(data, initial=initial)
        offer(self, "kind", words_of("programme.plan.kind", TrainingPlan.Kind.values))

    def frame(self):
        return Frame(**self.cleaned_data)
