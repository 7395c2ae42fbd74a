from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.base.bilingual import Bilingual
from hengcai.insight.forms.choice import Choice
from hengcai.insight.forms.kinds import CARD, CYCLE, EVALUATION, NUMBER, POST, SOURCE
from hengcai.insight.forms.settling import fields_of, signature_lines

NUMBER_HINT = _("Filled in from what is stored; left empty, the form is blank.")
LABELS = {
    POST: _("Post"), CYCLE: _("Cycle"), NUMBER: _("Person's number"), SOURCE: _("Rated as"), CARD: _("Scorecard"),
    EVALUATION: _("Evaluation number"),
}  # fmt: skip


class ChoiceForm(forms.Form):
    """What a form is laid out for; everything may stay open, then it is blank."""

    def __init__(self, kind, options, data, *, own_number=""):
        super().__init__(data or None)
        self.kind, self.options = kind, options
        made = {
            POST: lambda: _select(options.posts, lambda one: one.code, None),
            CYCLE: lambda: _select(options.cycles, lambda one: one.code, _("Blank, for no cycle")),
            CARD: lambda: _select(options.cards, lambda one: one.code, None),
            SOURCE: lambda: forms.ChoiceField(
                choices=[("superior", _("Superior")), ("peer", _("Peer"))], required=False
            ),
            NUMBER: lambda: forms.CharField(
                max_length=40,
                required=False,
                help_text=NUMBER_HINT,
            ),
            EVALUATION: lambda: forms.IntegerField(min_value=1, required=False),
        }
        for name in kind.asks:
            self.fields[name] = made[name]()
            self.fields[name].label = LABELS[name]
            self.fields[name].widget.attrs["class"] = (
                "form-select" if isinstance(self.fields[name], forms.ChoiceField) else "form-control"
            )
        if kind.code == "self-assessment" and own_number:
            self.fields[NUMBER].widget.attrs["placeholder"] = own_number

    def choice(self):
        """Whatever is wrong in it counts as not chosen."""
        if self.is_bound:
            self.full_clean()
        found = self.cleaned_data if self.is_bound else {}
        by_code = {name: {one.code: one for one in getattr(self.options, f"{name}s")} for name in (POST, CYCLE, CARD)}
        chosen: dict[str, Any] = {name: by_code[name].get(found.get(name, "")) for name in by_code}
        return Choice(
            number=(found.get(NUMBER) or "").strip(), source=found.get(SOURCE) or "superior",
            evaluation=found.get(EVALUATION), **chosen,
        )  # fmt: skip


def _select(rows, key, empty):
    choices = [(key(one), one.name) for one in rows]
    return forms.ChoiceField(choices=[("", empty), *choices] if empty else choices, required=False)


class HeadsForm(forms.Form):
    """Title, note, column labels and signature lines in both languages."""

    def __init__(self, kind, heads, data=None):
        super().__init__(data)
        self.kind = kind
        self.texts = fields_of(kind, heads)
        for one in self.texts:
            self._add(one.name, one.text, is_long=one.name == "note")
        zh, en = signature_lines(kind, heads)
        for side, text in (("zh", zh), ("en", en)):
            self._field(f"signatures.{side}", text, is_long=True)

    def _add(self, name, text, *, is_long):
        for side in ("zh", "en"):
            self._field(f"{name}.{side}", getattr(text, side), is_long=is_long)

    def _field(self, name, text, *, is_long):
        widget = (
            forms.Textarea(attrs={"rows": 4, "class": "form-control"})
            if is_long
            else forms.TextInput(attrs={"class": "form-control"})
        )
        self.fields[name] = forms.CharField(initial=text, required=False, widget=widget, max_length=2000)

    def rows(self):
        """(what it is now called, Chinese field, English field) for the template."""
        return [(one, self[f"{one.name}.zh"], self[f"{one.name}.en"]) for one in self.texts]

    def signature_fields(self):
        return self["signatures.zh"], self["signatures.en"]

    def bilingual(self):
        found = self.cleaned_data
        return {
            one.name: Bilingual(found[f"{one.name}.zh"].strip(), found[f"{one.name}.en"].strip()) for one in self.texts
        }

    def signatures(self):
        return self.cleaned_data["signatures.zh"], self.cleaned_data["signatures.en"]
