"""What the page of planning a calibration takes."""

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from hengcai.base.workdays import Calendar
from hengcai.coaching.queries.library import cases_to_calibrate
from hengcai.quality.analysts import able_analysts
from hengcai.quality.holding import scorecards_in_force
from hengcai.quality.queries.calibrations import keys_of
from hengcai.web.quality.forms import Day, drop_down, text_box
from hengcai.web.shell.says import word

WORKING_DAYS, DRAWN = 3, 5
MOST_DRAWN = 30


class CalibrationForm(forms.Form):
    name = forms.CharField(label=_("Name of the session"), max_length=200, widget=text_box())
    scorecard = forms.TypedChoiceField(label=_("Scorecard"), coerce=int, widget=drop_down())
    due_on = Day(label=_("Blind scoring due"))
    analysts = forms.MultipleChoiceField(label=_("Analysts"), widget=forms.CheckboxSelectMultiple)
    contacts = forms.CharField(
        label=_("Contact numbers"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"class": "form-control", "rows": 4, "spellcheck": "false"}),
        help_text=_("One per line. If left empty, contacts of the last 30 days that have not been assigned are drawn at random."),
    )  # fmt: skip
    cases = forms.MultipleChoiceField(
        label=_("From the case library"), required=False, widget=forms.CheckboxSelectMultiple
    )
    draw = forms.IntegerField(
        label=_("How many to draw"), required=False, min_value=1, max_value=MOST_DRAWN,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )  # fmt: skip

    def __init__(self, data, user, calibration=None, *, contact=""):
        super().__init__(data, initial={"contacts": contact, **_initial(calibration)})
        self.cards = {one.pk: one for one in scorecards_in_force()}
        self.people = {one.pk: one for one in able_analysts() if one.pk != user.pk}
        self.offered = {str(one.pk): one for one in cases_to_calibrate(user)}
        cases: Any = self.fields["cases"]
        cases.choices = [(pk, _told(one)) for pk, one in self.offered.items()]
        scorecard: Any = self.fields["scorecard"]
        analysts: Any = self.fields["analysts"]
        scorecard.choices = [(pk, str(one.name)) for pk, one in self.cards.items()]
        analysts.choices = [(str(pk), one.name) for pk, one in self.people.items()]

    def facts(self):
        chosen = self.cleaned_data
        return {
            "name": chosen["name"], "scorecard": self.cards[chosen["scorecard"]], "due_on": chosen["due_on"],
            "analysts": [self.people[int(pk)] for pk in chosen["analysts"]],
        }  # fmt: skip

    def keys(self):
        """Typed ones first, then those of the chosen cases."""
        chosen = (self.offered[pk].evaluation.assignment.contact.key for pk in self.cleaned_data["cases"])
        return list(dict.fromkeys([*self.cleaned_data["contacts"].split(), *chosen]))


def _told(case):
    return f"{case.title} · {word(f'quality.channel.{case.channel}')}"


def _initial(calibration):
    if calibration is None:
        due = Calendar().add(localdate(), WORKING_DAYS).date
        return {"due_on": due, "draw": DRAWN}
    return {
        "name": calibration.name, "scorecard": calibration.scorecard_id, "due_on": calibration.due_on,
        "analysts": [str(pk) for pk in calibration.seats.values_list("analyst", flat=True)],
        "contacts": "\n".join(keys_of(calibration)),
    }  # fmt: skip
