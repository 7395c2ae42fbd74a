"""Texts in two languages, side by side."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.framework.rules import LEVELS, STANDARD_MOVED, points_said
from hengcai.web.shell.says import sentence, word

LANGUAGES = ("zh", "en")
BEHAVIOURS = range(1, 6)


class PairedForm(forms.Form):
    """Each text is a pair of fields; `groups` lists them under their headings."""

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        self.row = row
        self.groups = []

    def group(self, legend, pairs, hint=""):
        """`pairs`: (name, label, text as it stands, lines)."""
        rows = [self._pair(*pair) for pair in pairs]
        self.groups.append({"legend": legend, "hint": hint, "rows": rows})

    def _pair(self, name, label, text, lines):
        for language in LANGUAGES:
            widget = forms.Textarea(attrs={"rows": lines, "class": "form-control", "lang": _tag(language)})
            start = getattr(text, language) if text else ""
            field = forms.CharField(label=label, required=False, widget=widget, initial=start, max_length=2000)
            self.fields[f"{name}_{language}"] = field
        return {"label": label, "zh": self[f"{name}_zh"], "en": self[f"{name}_en"]}

    def pair(self, name):
        return {language: " ".join(self.cleaned_data[f"{name}_{language}"].split()) for language in LANGUAGES}

    def filled(self, name, numbers):
        """Number → pair, without those left empty on both sides."""
        found = {number: self.pair(f"{name}_{number}") for number in numbers}
        return {number: pair for number, pair in found.items() if any(pair.values())}

    def listed(self, name):
        return list(self.filled(name, BEHAVIOURS).values())

    def levels(self):
        return self.filled("anchors", LEVELS)

    def refuse(self, refusal):
        """Beside the text it speaks of, or above the form."""
        self.add_error(self._field(refusal.facts), sentence(refusal))

    def _field(self, facts):
        place = re.search(r"\.(name|definition|look_for|good|poor|anchors)(?:[.\[](\d))?", str(facts.get("where", "")))
        if not place:
            return None
        number = str(facts.get("upper", "")) or self._number(place[1], place[2])
        name = "_".join(filter(None, (place[1], number)))
        found = [f"{name}_{facts.get('language', 'zh')}", f"{place[1]}_1_zh"]
        return next((field for field in found if field in self.fields), None)

    def _number(self, name, place):
        """A behaviour is counted by the rules among those written, on the page among all five."""
        if not place or name not in ("good", "poor"):
            return place
        return str([*self.filled(name, BEHAVIOURS)][int(place) - 1])

    def anchor_group(self, anchors, hint):
        pairs = [
            (f"anchors_{level}", f"{level} · {word(f'level.{level}')}", anchors.get(str(level)), 3) for level in LEVELS
        ]
        self.group(_("Behavioural anchors"), pairs, hint)


def _tag(language):
    return "zh-Hans" if language == "zh" else "en"


def _numbered(name, texts):
    filled = [*texts, *[None] * len(BEHAVIOURS)]
    return [(f"{name}_{number}", str(number), filled[number - 1], 2) for number in BEHAVIOURS]


ANCHOR_HINT = _("Levels 1, 3, 4 and 5 are required; 2 is optional. 4 is what is expected every time; 3 names the part "
            "that is missing. Describe what can be heard, seen or looked up."
        )  # fmt: skip


class CompetencyForm(PairedForm):
    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        self.group("", [("name", _("Displayed name"), row.name, 1), ("definition", _("Definition"), row.definition, 3)])
        self.group(
            _("Good behaviours"),
            _numbered("good", row.good),
            _("Write three to five, each something that can be heard or seen."),
        )
        self.group(
            _("Poor behaviours"),
            _numbered("poor", row.poor),
            _("Write three to five, each something that can be heard or seen."),
        )
        if row.anchors:
            self.anchor_group(row.anchors, ANCHOR_HINT)

    def texts(self):
        found = {name: self.pair(name) for name in ("name", "definition")}
        lists = {name: self.listed(name) for name in ("good", "poor")}
        return {**found, **lists, **({"anchors": self.levels()} if self.row.anchors else {})}


class IndicatorForm(PairedForm):
    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        look_for = _("What to look for")
        self.group("", [("name", _("Displayed name"), row.name, 1), ("look_for", look_for, row.look_for, 4)])
        self.anchor_group(row.anchors, ANCHOR_HINT)

    def texts(self):
        return {"name": self.pair("name"), "look_for": self.pair("look_for"), "anchors": self.levels()}


def _lines(label, hint, rows, **options):
    widget = forms.Textarea(attrs={"rows": rows, "class": "form-control"})
    return forms.CharField(label=label, help_text=hint, widget=widget, max_length=4000, **options)


class ReasonForm(forms.Form):
    reason = _lines(
        _("Reason for the revision"), _("For example annual review, business change, attrition, validity."), 3
    )


KEPT, MOVED, AS_WRITTEN = "kept", "moved", "written"


class PublishForm(forms.Form):
    reason = _lines(
        _("Reason for this version"), _("For example annual review, business change, attrition, validity."), 3
    )
    changes = _lines(_("What has changed?"), _("Write two or three sentences for raters."), 4, required=False)
    reviewed_by = forms.CharField(
        label=_("Who reviewed it?"), max_length=200, widget=forms.TextInput(attrs={"class": "form-control"})
    )

    def __init__(self, *args, needs_changes, level_map=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["changes"].required = needs_changes
        self.maps = {KEPT: {}, MOVED: STANDARD_MOVED}
        if level_map not in (None, *self.maps.values()):
            self.maps[AS_WRITTEN] = level_map
        if needs_changes:
            self.fields["levels"] = self._levels(level_map or {})

    def _levels(self, level_map):
        chosen = next(name for name, points in self.maps.items() if points == level_map)
        names = {
            KEPT: _("the level numbers stay the same (no conversion)"),
            MOVED: _("old level 3 becomes new level 4 (4 is the standard), the others in proportion"),
            AS_WRITTEN: _("as given in the file: %(levels)s") % {"levels": points_said(level_map)},
        }
        return forms.ChoiceField(
            label=_("How levels of the previous version are converted"), choices=[(name, names[name]) for name in self.maps],
            initial=chosen, required=False, widget=forms.Select(attrs={"class": "form-select"}),
            help_text=_("Role requirements, and earlier levels shown beside new ones, are converted accordingly."),
        )  # fmt: skip

    def clean(self):
        """What the action takes."""
        said = dict(super().clean() or {})
        chosen = said.pop("levels", "")
        return {**said, "level_map": self.maps[chosen]} if chosen else said


class BringForm(forms.Form):
    file = forms.FileField(
        label=_("File"), help_text=_("YAML, JSON or XLSX as exported: a whole library, or roles with their profiles.")
    )
    reason = forms.CharField(
        label=_("Why?"), required=False, max_length=400, widget=forms.TextInput(attrs={"class": "form-control"})
    )
