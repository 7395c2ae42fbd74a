"""A whole profile on one page: a line for each competency the post could be asked for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.framework.queries import competency_map, model_competencies
from hengcai.framework.rules import ASSESSED_BY, NEEDS
from hengcai.web.shell.fields import LightSelect
from hengcai.web.shell.says import sentence, word


def _control(kind, **attrs):
    return kind(attrs={"class": "form-control", **attrs})


def _needs():
    return [(need, word(f"need.{need}")) for need in NEEDS]


def _ways():
    return [(way, word(f"assessed_by.{way}")) for way in ASSESSED_BY]


class LineForm(forms.Form):
    """Left without a rank, the competency is not asked for."""

    rank = forms.IntegerField(label=_("Rank"), required=False, min_value=1, widget=_control(forms.NumberInput))
    required = forms.CharField(
        label=_("Required level"), required=False, widget=_control(forms.TextInput, inputmode="decimal")
    )
    weight = forms.CharField(label=_("Weight"), required=False, widget=_control(forms.TextInput, inputmode="decimal"))
    need = forms.ChoiceField(
        label=_("Required on entry"), choices=_needs, required=False, widget=LightSelect(attrs={"class": "form-select"})
    )
    assessed_by = forms.MultipleChoiceField(
        label=_("Assessed by"), choices=_ways, required=False, widget=forms.CheckboxSelectMultiple
    )
    why_zh = forms.CharField(
        label=_("Reason (Chinese)"), required=False, max_length=400, widget=_control(forms.Textarea, rows=2)
    )
    why_en = forms.CharField(
        label=_("Reason (English)"), required=False, max_length=400, widget=_control(forms.Textarea, rows=2)
    )

    def __init__(self, data, *, competency, initial):
        super().__init__(data, prefix=competency.code, initial=initial)
        self.competency = competency

    def line(self):
        told = self.cleaned_data
        why = {"zh": told["why_zh"].strip(), "en": told["why_en"].strip()}
        kept = {name: told[name] for name in ("rank", "need", "assessed_by")}
        numbers = {name: told[name].strip() for name in ("required", "weight")}
        return {"competency": self.competency.code, **kept, **numbers, **({"why": why} if any(why.values()) else {})}


class ProfileForm:
    """The lines together; refusals go to the line they speak of."""

    def __init__(self, data, *, profile):
        self.is_bound = data is not None
        rows = {row.competency.code: row for row in profile.requirements.select_related("competency").order_by("rank")}
        known = competency_map(profile.framework)
        asked = [one.code for one in model_competencies(profile.framework, profile.post)]
        codes = [*rows, *[code for code in asked if code not in rows]]
        self.forms = [LineForm(data, competency=known[code], initial=_start(rows.get(code))) for code in codes]
        self.refusal = ""

    @property
    def errors(self):
        return bool(self.refusal) or (self.is_bound and any(form.errors for form in self.forms))

    def is_valid(self):
        found = [form.is_valid() for form in self.forms]  # every line says what is wrong with it
        return self.is_bound and all(found)

    def lines(self):
        ranked = [form.line() for form in self.forms if form.cleaned_data["rank"]]
        return sorted(ranked, key=lambda line: line["rank"])

    def refuse(self, refusal):
        code = str(refusal.facts.get("where", "")).split(".")[1:2]
        for form in self.forms:
            if [form.competency.code] == code:
                return form.add_error(None, sentence(refusal))
        self.refusal = sentence(refusal)
        return None


def _start(row):
    if row is None:
        return {}
    why = {"why_zh": row.why.zh, "why_en": row.why.en} if row.why else {}
    return {
        "rank": row.rank,
        "required": format(row.required_level.normalize(), "f"),
        "weight": format(row.weight.normalize(), "f"),
        "need": row.need,
        "assessed_by": row.assessed_by,
        **why,
    }
