"""Shapes of what the pages of practical examinations take."""

import secrets

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.assessment.models import Checklist, Practical
from hengcai.assessment.queries.practicals import ChecklistFilter, PracticalFilter
from hengcai.assessment.rules.checklist_files import LONGEST, MOST_MINUTES
from hengcai.assessment.rules.checklists import ANCHORED, ITEM_KINDS, KINDS, LEVEL, LEVELS, TICK
from hengcai.web.assessment.forms import area
from hengcai.web.quality.forms import FilterForm, drop_down, text_box, words_of

SIDES = ("zh", "en")


def offer(form, name, choices):
    form.fields[name].choices = choices


def counted():
    return forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)


class ChecklistFilterForm(FilterForm):
    kind = forms.ChoiceField(label=_("Kind of examination"), required=False, widget=drop_down())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data, *, with_states):
        super().__init__(data)
        self._offer("kind", [("", _("All")), *words_of("assessment.checklist.kind", KINDS)])
        self._offer("state", [("", _("All")), *words_of("assessment.checklist.state", Checklist.State.values)])
        if not with_states:
            del self.fields["state"]

    def filters(self):
        return ChecklistFilter(**self.chosen())


class PracticalFilterForm(FilterForm):
    code = forms.ChoiceField(label=_("Examination check-list"), required=False, widget=drop_down())
    kind = forms.ChoiceField(label=_("Kind of examination"), required=False, widget=drop_down())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data, *, checklists):
        super().__init__(data)
        self._offer("code", [("", _("All")), *checklists])
        self._offer("kind", [("", _("All")), *words_of("assessment.checklist.kind", KINDS)])
        self._offer("state", [("", _("All")), *words_of("assessment.practical.state", Practical.State.values)])

    def filters(self):
        return PracticalFilter(**self.chosen())


class HeadForm(forms.Form):
    """What stands above the items; the code only while there is none yet."""

    code = forms.CharField(
        label=_("Code"), max_length=40, widget=text_box(), help_text=_("Lower-case letters, digits and _.")
    )
    title_zh = forms.CharField(label=_("Title in Chinese"), max_length=200, required=False, widget=text_box())
    title_en = forms.CharField(label=_("Title in English"), max_length=200, required=False, widget=text_box())
    kind = forms.ChoiceField(label=_("Kind of examination"), widget=drop_down())
    minutes = forms.IntegerField(
        label=_("Time limit in minutes"), min_value=1, max_value=MOST_MINUTES,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )  # fmt: skip
    time_binds = forms.BooleanField(label=_("Going over the time limit fails the whole"), required=False)
    pass_percent = forms.CharField(
        label=_("Pass line in percent"), max_length=8, initial="60", widget=text_box(inputmode="decimal")
    )
    task_zh = forms.CharField(
        label=_("What the person is told, in Chinese"), max_length=LONGEST, required=False, widget=area(4)
    )
    task_en = forms.CharField(
        label=_("What the person is told, in English"), max_length=LONGEST, required=False, widget=area(4)
    )
    setup_zh = forms.CharField(
        label=_("What the examiner gets ready, in Chinese"), max_length=LONGEST, required=False, widget=area(4)
    )
    setup_en = forms.CharField(
        label=_("What the examiner gets ready, in English"), max_length=LONGEST, required=False, widget=area(4)
    )
    edit_count = counted()

    def __init__(self, data, *, initial=None, is_new):
        super().__init__(data, initial=initial)
        offer(self, "kind", words_of("assessment.checklist.kind", KINDS))
        if not is_new:
            del self.fields["code"]

    def head(self):
        chosen = self.cleaned_data
        texts = {
            name: {side: chosen[f"{name}_{side}"].strip() for side in SIDES} for name in ("title", "task", "setup")
        }
        return {**texts, **{name: chosen[name] for name in ("kind", "minutes", "pass_percent", "time_binds")}}


def head_initial(content, edit_count):
    texts = {f"{name}_{side}": content[name].get(side, "") for name in ("title", "task", "setup") for side in SIDES}
    kept = {name: content[name] for name in ("kind", "minutes", "pass_percent", "time_binds")}
    return {**texts, **kept, "edit_count": edit_count}


class ItemForm(forms.Form):
    """One item with what one sees when it is done, not done, or at a level."""

    id = forms.CharField(
        label=_("Code of the item"), max_length=40, widget=text_box(), help_text=_("Lower-case letters, digits and _.")
    )
    text_zh = forms.CharField(label=_("Item in Chinese"), max_length=300, required=False, widget=text_box())
    text_en = forms.CharField(label=_("Item in English"), max_length=300, required=False, widget=text_box())
    kind = forms.ChoiceField(label=_("How it is marked"), widget=drop_down())
    weight = forms.CharField(label=_("Weight"), max_length=8, initial="1", widget=text_box(inputmode="decimal"))
    critical = forms.BooleanField(label=_("Critical: if it is not done, the whole is failed"), required=False)
    may_skip = forms.BooleanField(label=_("May be not applicable"), required=False)
    competency = forms.ChoiceField(label=_("Competency"), required=False, widget=drop_down())
    edit_count = counted()

    def __init__(self, data, *, initial=None, competencies, is_new):
        super().__init__(data, initial=initial)
        offer(self, "kind", words_of("assessment.checklist.item", ITEM_KINDS))
        offer(self, "competency", [("", _("none")), *competencies])
        for value, name in words_of("assessment.checklist.value", (*ANCHORED[TICK], *LEVELS)):
            for side, label in (("zh", _("in Chinese")), ("en", _("in English"))):
                box = area(2)
                self.fields[f"seen_{value}_{side}"] = forms.CharField(
                    label=f"{name} · {label}", max_length=LONGEST, required=False, widget=box
                )
        if not is_new:
            del self.fields["id"]

    def item(self, code):
        chosen = self.cleaned_data
        anchors = {value: self._sides(f"seen_{value}") for value in ANCHORED[chosen["kind"]]}
        kept = {name: chosen[name] for name in ("kind", "weight", "critical", "may_skip", "competency")}
        found = {value: text for value, text in anchors.items() if any(text.values())}
        return {"id": code or chosen["id"].strip(), "text": self._sides("text"), "anchors": found, **kept}

    def _sides(self, name):
        return {side: self.cleaned_data[f"{name}_{side}"].strip() for side in SIDES}

    @property
    def top(self):
        return [one for one in self.visible_fields() if not one.name.startswith("seen_")]

    def of(self, kind):
        return [self[f"seen_{value}_{side}"] for value in ANCHORED[kind] for side in SIDES]

    @property
    def ticked(self):
        return self.of(TICK)

    @property
    def levelled(self):
        return self.of(LEVEL)


def item_initial(item, edit_count):
    texts = {f"text_{side}": item["text"].get(side, "") for side in SIDES}
    seen = {
        f"seen_{value}_{side}": text.get(side, "") for value, text in item.get("anchors", {}).items() for side in SIDES
    }
    kept = {name: item[name] for name in ("kind", "weight", "critical", "may_skip", "competency")}
    return {**texts, **seen, **kept, "edit_count": edit_count}


class OpenForm(forms.Form):
    checklist = forms.TypedChoiceField(label=_("Examination check-list"), coerce=int, widget=drop_down())
    person = forms.CharField(label=_("Person (name or number)"), max_length=120, widget=text_box(list="people"))
    occasion = forms.CharField(
        label=_("Why examined"), max_length=200, required=False, widget=text_box(),
        help_text=_("For example: permit to take contacts alone, second quarter, after the course on tickets."),
    )  # fmt: skip
    second = forms.TypedChoiceField(
        label=_("Second examiner"), coerce=int, empty_value=None, required=False, widget=drop_down(),
        help_text=_("Both mark on their own; critical items on which they differ are settled between them."),
    )  # fmt: skip

    def __init__(self, data, *, checklists, seconds, initial=None):
        super().__init__(data, initial=initial)
        offer(self, "checklist", [(one.pk, str(one.title)) for one in checklists])
        offer(self, "second", [("", _("none")), *((one.pk, one.name) for one in seconds)])


def form_key():
    """Names the ticks of one page that sends them without a script."""
    return secrets.token_hex(8)
