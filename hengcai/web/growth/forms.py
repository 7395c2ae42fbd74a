"""Shapes of what these pages take."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.growth.models import Ladder, Plan
from hengcai.growth.queries.people import GroupFilter, OutlookFilter
from hengcai.growth.queries.plans import PlanFilter
from hengcai.growth.rules.readiness import VERDICTS
from hengcai.web.quality.forms import FilterForm, drop_down, text_box, words_of


class OutlookFilterForm(FilterForm):
    ladder = forms.ChoiceField(label=_("Ladder"), required=False, widget=drop_down())
    verdict = forms.ChoiceField(label=_("Progress to next step"), required=False, widget=drop_down())
    person = forms.CharField(label=_("Person"), required=False, widget=text_box(placeholder=_("name or number")))

    def __init__(self, data):
        super().__init__(data)
        ladders = Ladder.objects.filter(state=Ladder.State.PUBLISHED).order_by("track", "code")
        self._offer("ladder", [("", _("All")), *((one.code, str(one.name)) for one in ladders)])
        self._offer("verdict", [("", _("All")), *words_of("growth.verdict", VERDICTS)])

    def filters(self):
        return OutlookFilter(**self.chosen())


class GroupFilterForm(FilterForm):
    group = forms.ChoiceField(label=_("Skill group"), required=False, widget=drop_down())
    person = forms.CharField(label=_("Person"), required=False, widget=text_box(placeholder=_("name or number")))
    differs = forms.BooleanField(label=_("Only where the two differ"), required=False)

    def __init__(self, data, groups):
        super().__init__(data)
        self._offer("group", [("", _("All")), *((one, one) for one in groups)])

    def filters(self):
        return GroupFilter(**self.chosen())


class PlanFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    person = forms.CharField(label=_("Person"), required=False, widget=text_box(placeholder=_("name or number")))

    def __init__(self, data):
        super().__init__(data)
        self._offer("state", [("", _("All")), *words_of("growth.plan.state", Plan.State.values)])

    def filters(self):
        return PlanFilter(**self.chosen())
