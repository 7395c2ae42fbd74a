"""Shapes of what these pages take; what is right is the domain's to say."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.simulation.models import Run, Scenario
from hengcai.simulation.queries.runs import RunFilter
from hengcai.simulation.queries.scenarios import ScenarioFilter
from hengcai.simulation.rules.scenario import CHANNELS, ENDS, KINDS
from hengcai.simulation.rules.values import LONGEST
from hengcai.web.quality.forms import FilterForm, drop_down, text_box, words_of
from hengcai.web.simulation.writing import LETTERS

SHARES = ("0", "1/4", "1/3", "1/2", "2/3", "3/4", "1")


def area(rows, **more):
    return forms.Textarea(attrs={"class": "form-control", "rows": rows, "maxlength": LONGEST, **more})


def counted():
    return forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)


def _offered(form, name) -> Any:
    return form.fields[name]


class ScenarioFilterForm(FilterForm):
    channel = forms.ChoiceField(label=_("Channel"), required=False, widget=drop_down())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data, *, with_states):
        super().__init__(data)
        self._offer("channel", [("", _("All")), *words_of("simulation.channel", CHANNELS)])
        self._offer("state", [("", _("All")), *words_of("simulation.scenario.state", Scenario.State.values)])
        if not with_states:
            del self.fields["state"]

    def filters(self):
        return ScenarioFilter(**self.chosen())


class RunFilterForm(FilterForm):
    code = forms.ChoiceField(label=_("Scenario"), required=False, widget=drop_down())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data, *, scenarios):
        super().__init__(data)
        self._offer("code", [("", _("All")), *scenarios])
        self._offer("state", [("", _("All")), *words_of("simulation.run.state", Run.State.values)])

    def filters(self):
        return RunFilter(**self.chosen())


class BringScenarioForm(forms.Form):
    file = forms.FileField(
        label=_("File"), max_length=200,
        help_text=_("YAML or JSON as exported here, Twee 3 (.twee), ink source (.ink) or a compiled ink story (.json); up to 1 MB."),
        widget=forms.FileInput(attrs={"class": "form-control", "accept": ".yaml,.yml,.json,.twee,.tw,.ink,.txt"}),
    )  # fmt: skip
    code = forms.CharField(
        label=_("Code"), max_length=40, required=False, widget=text_box(),
        help_text=_("Only needed when the file holds none and its name cannot serve as one. A known code gets a new version."),
    )  # fmt: skip


class HeadForm(forms.Form):
    """What stands above the story; the code only while there is none yet."""

    code = forms.CharField(
        label=_("Code"), max_length=40, widget=text_box(), help_text=_("Lower-case letters, digits and _.")
    )
    title_zh = forms.CharField(label=_("Title in Chinese"), max_length=200, required=False, widget=text_box())
    title_en = forms.CharField(label=_("Title in English"), max_length=200, required=False, widget=text_box())
    channel = forms.ChoiceField(label=_("Channel"), widget=drop_down())
    minutes = forms.IntegerField(
        label=_("Length in minutes"),
        min_value=1,
        max_value=120,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )
    brief_zh = forms.CharField(label=_("Before you start, in Chinese"), required=False, widget=area(4))
    brief_en = forms.CharField(label=_("Before you start, in English"), required=False, widget=area(4))
    competencies = forms.MultipleChoiceField(
        label=_("Competencies scored"), required=False,
        widget=forms.SelectMultiple(attrs={"class": "form-select", "size": 8}),
        help_text=_("Two or three are enough: every path has to give a mark for each of them."),
    )  # fmt: skip
    start = forms.ChoiceField(label=_("Begins with"), required=False, widget=drop_down())
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, widget=drop_down(),
        help_text=_("Choices at each step, written here node by node; or a story in ink; or a role card for a conversation."),
    )  # fmt: skip
    edit_count = counted()

    def __init__(self, data, *, initial=None, competencies, nodes=(), is_new=False):
        super().__init__(data, initial=initial)
        _offered(self, "channel").choices = words_of("simulation.channel", CHANNELS)
        _offered(self, "competencies").choices = competencies
        _offered(self, "start").choices = [(one, one) for one in nodes]
        _offered(self, "kind").choices = words_of("simulation.kind", KINDS)
        gone = {"start"} if is_new else {"code", "kind", *(() if nodes else ("start",))}
        for name in gone:
            del self.fields[name]

    def head(self):
        chosen = self.cleaned_data
        texts = {name: {side: chosen[f"{name}_{side}"].strip() for side in ("zh", "en")} for name in ("title", "brief")}
        return {**texts, **{name: chosen[name] for name in ("channel", "minutes", "competencies")}}


class NodeForm(forms.Form):
    """One node: what is said, and either what may be chosen, or how it goes on by itself, or how it ends."""

    name = forms.CharField(
        label=_("Name of the node"), max_length=40, widget=text_box(), help_text=_("Lower-case letters, digits and _.")
    )
    says_zh = forms.CharField(
        label=_("What is said, in Chinese"), required=False, widget=area(4),
        help_text=_("One line each, with the speaker in front: customer, agent, system or colleague."),
    )  # fmt: skip
    says_en = forms.CharField(label=_("What is said, in English"), required=False, widget=area(4))
    kind = forms.ChoiceField(label=_("What comes next"), widget=drop_down())
    goes = forms.CharField(
        label=_("Automatic ways, one per line"), required=False, widget=area(3),
        help_text=_("For example: flag trust >= 1 > calm. The last line has no condition: > neutral"),
    )  # fmt: skip
    end_kind = forms.ChoiceField(label=_("How it ends"), required=False, widget=drop_down())
    end_zh = forms.CharField(label=_("What happened and why, in Chinese"), required=False, widget=area(3))
    end_en = forms.CharField(label=_("What happened and why, in English"), required=False, widget=area(3))
    edit_count = counted()

    def __init__(self, data, *, initial=None, competencies, is_new):
        super().__init__(data, initial=initial)
        kinds = [("choices", _("Somebody chooses")), ("goes", _("It goes on by itself")), ("end", _("It is over"))]
        _offered(self, "kind").choices = kinds
        _offered(self, "end_kind").choices = words_of("simulation.end", ENDS)
        if not is_new:
            del self.fields["name"]
        self.competencies = competencies
        for letter in LETTERS:
            self._offer_choice(letter)

    def _offer_choice(self, letter):
        texts = {
            "text_zh": (_("In Chinese"), area(2)), "text_en": (_("In English"), area(2)),
            "to": (_("Leads to"), text_box(list="nodes")), "sets": (_("Flags, such as trust 1"), text_box()),
            "feedback_zh": (_("Feedback in Chinese"), area(2)), "feedback_en": (_("Feedback in English"), area(2)),
        }  # fmt: skip
        for name, (label, widget) in texts.items():
            self.fields[f"{letter}_{name}"] = forms.CharField(
                label=label, required=False, max_length=LONGEST, widget=widget
            )
        for code, name in self.competencies:
            choices = [("", _("not marked")), *((one, one) for one in SHARES)]
            self.fields[f"{letter}_mark_{code}"] = forms.ChoiceField(
                label=name, required=False, choices=choices, widget=drop_down()
            )

    @property
    def blocks(self):
        """The fields of each choice together."""
        names = [
            "text_zh",
            "text_en",
            "feedback_zh",
            "feedback_en",
            "to",
            "sets",
            *(f"mark_{code}" for code, _name in self.competencies),
        ]
        return [(letter, [self[f"{letter}_{name}"] for name in names]) for letter in LETTERS]

    def of(self, *names):
        return [self[name] for name in names if name in self.fields]

    @property
    def top(self):
        return self.of("name", "says_zh", "says_en", "kind")

    @property
    def ways(self):
        return self.of("goes")

    @property
    def ending(self):
        return self.of("end_kind", "end_zh", "end_en")
