"""Shapes of what these pages take; what is right is the domain's to say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.appeals.models import Appeal
from hengcai.appeals.queries.appeals import AppealFilter
from hengcai.web.quality.forms import FilterForm, drop_down, text_box, words_of


class AppealFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    outcome = forms.ChoiceField(label=_("Appeal decision"), required=False, widget=drop_down())
    person = forms.CharField(label=_("Appellant"), required=False, widget=text_box(placeholder=_("name or number")))
    late = forms.BooleanField(label=_("Overdue only"), required=False)

    def __init__(self, data):
        super().__init__(data)
        every = [("", _("All"))]
        self._offer("state", [*every, ("open", _("Not closed")), *words_of("appeals.state", Appeal.State.values)])
        self._offer("outcome", [*every, *words_of("appeals.outcome", Appeal.Outcome.values)])

    def filters(self):
        return AppealFilter(**self.chosen())
