"""What the pages of measures and causes are asked for."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.base.days import months_back
from hengcai.quality.measure_models import Cause, CauseReport
from hengcai.quality.queries import causes, measures
from hengcai.quality.queries.causes import CauseFilter
from hengcai.quality.rules.measures import CODES
from hengcai.web.quality.forms import Day, FilterForm, drop_down, words_of
from hengcai.web.shell.fields import LightSelect


class MeasureForm(FilterForm):
    """Month, team and measure; what does not fit is left aside."""

    month = forms.ChoiceField(label=_("Month"), required=False, widget=drop_down())
    team = forms.TypedChoiceField(label=_("Team"), required=False, coerce=int, empty_value=None, widget=drop_down())

    def __init__(self, user, data, *, today):
        self.months = measures.months_counted(user, today=today) or [months_back(today, 2)]
        self.teams, self.is_whole = measures.teams_measured(user), measures.sees_the_centre(user)
        super().__init__({"month": data.get("month", ""), "team": data.get("team", "")})
        self._offer("month", [(f"{one:%Y-%m}", f"{one:%Y-%m}") for one in self.months])
        whole = [("", _("The whole centre"))] if self.is_whole else []
        self._offer("team", whole + [(one.pk, one.name) for one in self.teams])
        self._take(self.chosen(), today)
        self.measure = data.get("measure", "") if data.get("measure") in CODES else ""
        self.data = {"month": f"{self.of_month:%Y-%m}", "team": self.of_team.pk if self.of_team else ""}

    def _take(self, chosen, today):
        """The newest month that is over until another is asked for; a lead begins with the first of their teams."""
        ended = next((one for one in self.months if one < today.replace(day=1)), self.months[0])
        self.of_month = next((one for one in self.months if f"{one:%Y-%m}" == chosen.get("month")), ended)
        first = None if self.is_whole else next(iter(self.teams), None)
        self.of_team = next((one for one in self.teams if one.pk == chosen.get("team")), first)

    def address(self, **changes):
        told = {**self.data, "measure": self.measure}
        return urlencode({name: value for name, value in {**told, **changes}.items() if value})


class CauseFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    cause = forms.ChoiceField(label=_("Cause"), required=False, widget=drop_down())
    month = forms.ChoiceField(label=_("Month"), required=False, widget=drop_down())
    late = forms.BooleanField(label=_("Overdue only"), required=False)

    def __init__(self, user, data):
        super().__init__(data)
        every = [("", _("All"))]
        self._offer("state", every + words_of("quality.causereport.state", CauseReport.State.values))
        self._offer("cause", every + words_of("quality.cause", Cause.values))
        months = [f"{one:%Y-%m}" for one in causes.months_put(user)]
        self._offer("month", every + [(one, one) for one in months])

    def filters(self):
        chosen = self.chosen()
        month = chosen.pop("month", "")
        return CauseFilter(**chosen, month=date.fromisoformat(f"{month}-01") if month else None)


def box(rows):
    return forms.Textarea(attrs={"class": "form-control", "rows": rows})


class AnswerForm(forms.Form):
    words = forms.CharField(label=_("Why this error happens"), required=False, widget=box(3), max_length=4000)
    measure = forms.CharField(label=_("What will be done"), required=False, widget=box(3), max_length=4000)
    measure_on = Day(label=_("Complete by"), required=False)


class CloseForm(forms.Form):
    note = forms.CharField(label=_("What the check showed"), required=False, widget=box(3), max_length=4000)


class OwnerForm(forms.Form):
    """Who answers for each cause: whoever holds a role, or one person. What stays as it is is not named again."""

    def __init__(self, data=None):
        super().__init__(data)
        people = causes.able_owners().values_list("pk", "name", "username")
        choices = words_of("role", causes.able_roles())
        choices += [(str(pk), f"{name} · {username}") for pk, name, username in people]
        for one in causes.owners():
            self.fields[one.cause] = forms.ChoiceField(
                label=words_of("quality.cause", [one.cause])[0][1], choices=choices, required=False,
                initial=str(one.owner.pk) if one.owner else one.role, widget=LightSelect(attrs={"class": "form-select"}),
            )  # fmt: skip


class CollectForm(forms.Form):
    month = forms.ChoiceField(label=_("Month"), widget=drop_down())

    def __init__(self, *, today: date, data=None):
        super().__init__(data)
        months = causes.months_to_collect(today=today)
        field: Any = self.fields["month"]
        field.choices = [(f"{one:%Y-%m-%d}", f"{one:%Y-%m}") for one in months]
