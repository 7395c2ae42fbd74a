from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.appraisal.actions import Dates
from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.appraisal.rules.raters import Given
from hengcai.base.bilingual import Bilingual
from hengcai.web.shell.fields import LightSelect
from hengcai.web.shell.says import word

NOT_OBSERVED = "na"
LEVELS = ("1", "2", "3", "4", "5")


class Day(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date", "class": "form-control"}, format="%Y-%m-%d")


def text_box(**more: Any) -> forms.TextInput:
    return forms.TextInput(attrs={"class": "form-control", **more})


def purposes():
    return [(code, word(f"purpose.{code}")) for code in Cycle.Purpose.values]


class CycleForm(forms.Form):
    code = forms.CharField(
        label=_("Code"), max_length=20, widget=text_box(), help_text=_("A short code used in files, such as 2026-Q1.")
    )
    name_zh = forms.CharField(label=_("Name in Chinese"), max_length=80, widget=text_box())
    name_en = forms.CharField(label=_("Name in English"), max_length=80, required=False, widget=text_box())
    purpose = forms.ChoiceField(
        label=_("Purpose"), choices=purposes, widget=LightSelect(attrs={"class": "form-select"})
    )
    period_start = Day(label=_("Period from"))
    period_end = Day(
        label=_("Period to"),
        help_text=_("Everyone employed on this day is included, with their team and role on this day."),
    )
    self_due_on = Day(label=_("Self-assessments until"), required=False)
    others_due_on = Day(label=_("Peers and practical tests until"), required=False)
    superior_due_on = Day(label=_("Line managers until"), required=False)
    publish_due_on = Day(label=_("Publish by"), required=False)
    DUE = ("self_due_on", "others_due_on", "superior_due_on", "publish_due_on")
    PLACES = {
        "appraisal.cycle_exists": "code",
        "appraisal.purpose": "purpose",
        "appraisal.period_reversed": "period_end",
    }

    def __init__(self, kind, data=None, initial=None):
        super().__init__(data, initial=initial)
        if kind not in Cycle.WITH_FORMS:
            for name in self.DUE[:3]:
                del self.fields[name]
        if kind != Cycle.Kind.SPECIAL:
            del self.fields["purpose"]

    def facts(self):
        """The arguments of the action."""
        found = self.cleaned_data
        return {
            "code": found["code"].strip(),
            "purpose": found.get("purpose", ""),
            "name": Bilingual(found["name_zh"], found["name_en"]),
            "period": (found["period_start"], found["period_end"]),
            "dates": Dates(**{name: found.get(name) for name in self.DUE}),
        }


class PolicyForm(forms.Form):
    text = forms.CharField(
        label=_("Text of the policy"),
        strip=False,
        widget=forms.Textarea(attrs={"class": "form-control", "rows": 24, "spellcheck": "false", "lang": "en"}),
    )
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)


def sources():
    return [(code, word(f"source.{code}")) for code in RatingTask.Source.values]


class RaterForm(forms.Form):
    source = forms.ChoiceField(
        label=_("Rating as"), choices=sources, widget=LightSelect(attrs={"class": "form-select"})
    )
    rater = forms.CharField(label=_("Employee number or full name"), max_length=120, widget=text_box())


class PersonForm(forms.Form):
    person = forms.CharField(label=_("Employee number or full name"), max_length=120, widget=text_box())


def given_in(data, codes):
    """The lines of a rating form as they were sent in; what was left wholly blank is not there."""
    found = {}
    for code in codes:
        level = data.get(f"level_{code}", "")
        comment, reason = data.get(f"comment_{code}", ""), data.get(f"reason_{code}", "")
        if level == NOT_OBSERVED:
            found[code] = Given(None, comment, reason)
        elif level in LEVELS:
            found[code] = Given(Fraction(level), comment, reason)
        elif comment.strip() or reason.strip():
            found[code] = Given(None, comment, reason, is_answered=False)
    return found
