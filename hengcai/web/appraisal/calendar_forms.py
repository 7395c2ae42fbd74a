"""Forms of the calendar of cycles."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.appraisal import actions
from hengcai.appraisal.models import Cycle
from hengcai.base.bilingual import Bilingual
from hengcai.web.appraisal.forms import Day, text_box
from hengcai.web.shell.fields import LightSelect

DUE = ("self_due_on", "others_due_on", "superior_due_on", "publish_due_on")
LABELS = {
    "self_due_on": _("Self-assessments until"), "others_due_on": _("Peers and practical tests until"),
    "superior_due_on": _("Line managers until"), "publish_due_on": _("Publish by"),
}  # fmt: skip


def number(label, *, required=True, help_text=""):
    box = forms.NumberInput(attrs={"class": "form-control", "inputmode": "numeric"})
    return forms.IntegerField(
        label=label, min_value=0, max_value=60, required=required, help_text=help_text, widget=box
    )


def tick(label):
    return forms.BooleanField(
        label=label, required=False, widget=forms.CheckboxInput(attrs={"class": "form-check-input"})
    )


class TemplateForm(forms.Form):
    is_on = tick(_("Schedule the next cycle automatically"))
    ahead_days = number(_("Days before the period ends"), help_text=_("The draft can be viewed from that day on."))
    opens_after = number(_("Opens on working day"), help_text=_("Counted from the day after the period ends."))
    opens_at = forms.TimeField(
        label=_("Opens at"), widget=forms.TimeInput(attrs={"class": "form-control", "type": "time"}, format="%H:%M")
    )
    opens_itself = tick(_("Open automatically; otherwise someone opens it"))
    self_after = number(_("Self-assessments until working day"))
    others_after = number(_("Peers and practical tests until working day"))
    superior_after = number(_("Line managers until working day"))
    closes_after = number(
        _("Calculated after working day"),
        required=False,
        help_text=_("Leave empty if someone starts the calculation."),
    )
    publish_after = number(_("Publish by working day"))
    zone = forms.ChoiceField(label=_("Time zone"), required=False, widget=LightSelect(attrs={"class": "form-select"}))

    def __init__(self, kind, zones, data=None, initial=None):
        super().__init__(data, initial=initial)
        zone: Any = self.fields["zone"]
        zone.choices = [("", _("local time of each site")), *((one, one) for one in zones)]
        if kind not in Cycle.WITH_FORMS:
            for name in ("self_after", "others_after", "superior_after"):
                del self.fields[name]

    def terms(self):
        found: dict[str, Any] = dict.fromkeys(("self_after", "others_after", "superior_after")) | self.cleaned_data
        return actions.Terms(**found)


class DatesForm(forms.Form):
    """The days a kind of cycle has."""

    def __init__(self, cycle, data=None, **more):
        super().__init__(data, **more)
        self.cycle = cycle
        for name in self.names():
            self.fields[name] = Day(label=LABELS[name], required=False, initial=getattr(cycle, name))

    def names(self):
        return DUE if self.cycle.has_forms else DUE[-1:]

    def days(self):
        return actions.Dates(**{name: self.cleaned_data.get(name) for name in DUE})

    def place_of(self, refusal):
        """Beside which field it is said; None: above all of them."""
        found = refusal.facts.get("field")
        if refusal.code == "appraisal.reason_missing":
            return "reason"
        return found if found in self.fields else None


class DraftForm(DatesForm):
    name_zh = forms.CharField(label=_("Name in Chinese"), max_length=80, widget=text_box())
    name_en = forms.CharField(label=_("Name in English"), max_length=80, required=False, widget=text_box())
    SAVED = _("Saved.")

    def __init__(self, cycle, data=None):
        super().__init__(cycle, data, initial={"name_zh": cycle.name.zh, "name_en": cycle.name.en})

    def save(self, *, by):
        name = Bilingual(self.cleaned_data["name_zh"], self.cleaned_data["name_en"])
        actions.change_draft(self.cycle, by=by, name=name, dates=self.days())


class LengthenForm(DatesForm):
    SAVED = _("The deadline has been extended and everyone concerned has been notified.")

    def __init__(self, cycle, data=None):
        super().__init__(cycle, data)
        self.fields["reason"] = forms.CharField(
            label=_("Reason (everyone concerned can read it)"), max_length=4000,
            widget=forms.Textarea(attrs={"class": "form-control", "rows": 3}),
        )  # fmt: skip

    def names(self):
        announced = [name for name in super().names() if getattr(self.cycle, name)]
        return (
            announced if self.cycle.state == Cycle.State.COLLECTING else [name for name in announced if name == DUE[-1]]
        )

    def save(self, *, by):
        actions.lengthen_cycle(self.cycle, by=by, reason=self.cleaned_data["reason"], dates=self.days())
