"""Shapes of what these pages take; what is right is the domain's to say."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.base.ids import folded
from hengcai.improvement.actions.remedies import FIGURES
from hengcai.improvement.models import Remedy
from hengcai.improvement.queries import remedies as queries
from hengcai.improvement.queries.remedies import RemedyFilter
from hengcai.improvement.rules.outcomes import VERDICTS
from hengcai.improvement.rules.remedies import LONGEST_WORDS
from hengcai.web.quality.forms import Day, FilterForm, drop_down, text_box, words_of


def area(rows):
    return forms.Textarea(attrs={"class": "form-control", "rows": rows, "maxlength": LONGEST_WORDS})


class RemedyFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    about = forms.ChoiceField(label=_("Concerns"), required=False, widget=drop_down())
    verdict = forms.ChoiceField(label=_("Effect"), required=False, widget=drop_down())
    owner = forms.CharField(label=_("Owner"), required=False, widget=text_box())
    late = forms.BooleanField(label=_("Overdue only"), required=False)
    mine = forms.BooleanField(label=_("Mine only"), required=False)

    def __init__(self, data):
        super().__init__(data)
        every = [("", _("All"))]
        states = words_of("improvement.remedy.state", Remedy.State.values)
        self._offer("state", [*every, ("not_closed", _("Not closed")), *states])
        self._offer("about", every + words_of("improvement.about", Remedy.About.values))
        self._offer("verdict", every + words_of("improvement.verdict", VERDICTS))

    def filters(self):
        return RemedyFilter(**self.chosen())


class RemedyForm(forms.Form):
    """One page for every kind of finding; whom it is about and who answers for it are chosen from who may."""

    about = forms.ChoiceField(label=_("The finding concerns"), required=False, widget=drop_down())
    person = forms.CharField(
        label=_("Employee number"), required=False, max_length=40, widget=text_box(size=12),
        help_text=_("Only for findings about a person."),
    )  # fmt: skip
    team = forms.TypedChoiceField(
        label=_("Team"), required=False, coerce=int, empty_value=None, widget=drop_down(),
        help_text=_("Only for findings about a team."),
    )  # fmt: skip
    finding = forms.CharField(
        label=_("What was found"), required=False, max_length=LONGEST_WORDS, widget=area(3),
        help_text=_("Describe what happens, how often, and where it can be seen. If it is about a person, that person can read it."),
    )  # fmt: skip
    action = forms.CharField(
        label=_("Corrective action to take"), required=False, max_length=LONGEST_WORDS, widget=area(3)
    )
    owner = forms.CharField(
        label=_("Owner"), required=False, max_length=150, widget=text_box(),
        help_text=_("Account name or employee number of the person responsible."),
    )  # fmt: skip
    due_on = Day(
        label=_("Due date"), required=False, help_text=_("If this is not a working day, the next working day is used.")
    )
    item = forms.TypedChoiceField(
        label=_("Item to verify by"), required=False, coerce=int, empty_value=None, widget=drop_down(),
        help_text=_("Verified by comparing the marks of randomly sampled contacts before and after."),
    )  # fmt: skip
    figure = forms.ChoiceField(
        label=_("or figure to verify by"), required=False, widget=drop_down(),
        help_text=_("Verified by comparing months; only for a team or the whole centre."),
    )  # fmt: skip
    check_on = Day(
        label=_("Verification due"), required=False,
        help_text=_("If you leave this empty, it is 20 working days after the due date, when the next sample will have been scored."),
    )  # fmt: skip

    def __init__(self, user, data, initial):
        super().__init__(data, initial=initial)
        fields: Any = self.fields
        fields["about"].choices = words_of("improvement.about", Remedy.About.values)
        fields["team"].choices = [("", "–"), *((one.pk, one.name) for one in queries.teams_to_raise_on(user))]
        items = [(one.pk, f"{one.section.scorecard.name} · {one.name}") for one in queries.items_to_look_at()]
        fields["item"].choices = [("", _("none")), *items]
        fields["figure"].choices = [("", _("none")), *words_of("quality.measure", FIGURES)]
        self.user = user

    def chosen_person(self):
        """None where none was typed; one that is not there or out of reach is not found."""
        number = folded(self.cleaned_data.get("person") or "")
        return (queries.people_to_raise_on(self.user).filter(number=number).first() or False) if number else None

    def chosen_owner(self, person):
        typed = (self.cleaned_data.get("owner") or "").strip()
        rows = queries.owners_for(person)
        return rows.filter(username=typed).first() or rows.filter(person__number=folded(typed)).first()
