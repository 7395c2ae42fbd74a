from django import forms

from hengcai.base.bilingual import Bilingual
from hengcai.base.say import knows
from hengcai.paper.forms.form import Choice
from hengcai.paper.forms.settling import fields_of, signature_lines


class ChoiceForm(forms.Form):
    """What a form is laid out for; everything may stay open, then it is blank."""

    def __init__(self, form, user, tell, data):
        super().__init__(data or None)
        self.form = form
        self.offered = {ask.name: list(ask.offers(user)) for ask in form.asks if ask.offers}
        for ask in form.asks:
            field = self._field_of(ask, user, tell)
            field.label = tell.say(f"form.ask.{ask.name}")
            if knows(f"form.ask.{ask.name}.hint"):
                field.help_text = tell.say(f"form.ask.{ask.name}.hint")
            self.fields[ask.name] = field

    def _field_of(self, ask, user, tell):
        if ask.offers:
            choices = [(one.code, one.name) for one in self.offered[ask.name]]
            blank = [("", tell.say(f"form.ask.{ask.name}.blank"))] if ask.may_be_blank else []
            select = forms.Select(attrs={"class": "form-select"})
            return forms.ChoiceField(choices=[*blank, *choices], required=False, widget=select)
        hint = {"placeholder": ask.suggests(user)} if ask.suggests else {}
        if ask.is_number:
            number = forms.NumberInput(attrs={"class": "form-control", **hint})
            return forms.IntegerField(min_value=1, required=False, widget=number)
        text = forms.TextInput(attrs={"class": "form-control", **hint})
        return forms.CharField(max_length=40, required=False, widget=text)

    def choice(self, *, most=0):
        """Whatever is wrong in it counts as not chosen."""
        if self.is_bound:
            self.full_clean()
        found = self.cleaned_data if self.is_bound else {}
        chosen = {ask.name: self._chosen(ask, found.get(ask.name)) for ask in self.form.asks}
        return Choice(chosen, most)

    def _chosen(self, ask, value):
        if ask.offers:
            return next((one for one in self.offered[ask.name] if one.code == value), None)
        return value or None


class HeadsForm(forms.Form):
    """Title, note, column labels and signature lines in both languages."""

    def __init__(self, form, heads, data=None):
        super().__init__(data)
        self.form = form
        self.texts = fields_of(form, heads)
        for one in self.texts:
            self._add(one.name, one.text, is_long=one.name == "note")
        zh, en = signature_lines(form, heads)
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
