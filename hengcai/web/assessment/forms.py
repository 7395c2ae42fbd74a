"""Shapes of what these pages take; what is right is the domain's to say."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.assessment.models import Questionnaire, Survey
from hengcai.assessment.queries.questionnaires import QuestionnaireFilter
from hengcai.assessment.queries.surveys import SurveyFilter
from hengcai.assessment.rules.kinds import KINDS
from hengcai.web.quality.forms import Day, FilterForm, drop_down, text_box, words_of

LONGEST = 500


def area(rows, **more):
    return forms.Textarea(attrs={"class": "form-control", "rows": rows, "maxlength": 4000, **more})


class QuestionnaireFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data):
        super().__init__(data)
        self._offer("state", [("", _("All")), *words_of("assessment.questionnaire.state", Questionnaire.State.values)])

    def filters(self):
        return QuestionnaireFilter(**self.chosen())


class SurveyFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data):
        super().__init__(data)
        self._offer("state", [("", _("All")), *words_of("assessment.survey.state", Survey.State.values)])

    def filters(self):
        return SurveyFilter(**self.chosen())


class HeadForm(forms.Form):
    """Title and introduction in both languages; the code only while there is none yet."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        required=False,
        widget=text_box(),
        help_text=_("Lower-case letters, digits, - and _."),
    )
    title_zh = forms.CharField(label=_("Title in Chinese"), max_length=LONGEST, required=False, widget=text_box())
    title_en = forms.CharField(label=_("Title in English"), max_length=LONGEST, required=False, widget=text_box())
    intro_zh = forms.CharField(label=_("Introduction in Chinese"), max_length=2000, required=False, widget=area(3))
    intro_en = forms.CharField(label=_("Introduction in English"), max_length=2000, required=False, widget=area(3))
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, data, *, initial=None, with_code=False):
        super().__init__(data, initial=initial)
        if not with_code:
            del self.fields["code"]

    def head(self):
        chosen = self.cleaned_data
        return {name: {"zh": chosen[f"{name}_zh"], "en": chosen[f"{name}_en"]} for name in ("title", "intro")}


class QuestionForm(forms.Form):
    """One question; options and rows stand one a line, in both languages alike."""

    kind = forms.ChoiceField(label=_("Kind"), widget=drop_down())
    text_zh = forms.CharField(label=_("Question in Chinese"), max_length=LONGEST, required=False, widget=area(2))
    text_en = forms.CharField(label=_("Question in English"), max_length=LONGEST, required=False, widget=area(2))
    hint_zh = forms.CharField(label=_("Note in Chinese"), max_length=LONGEST, required=False, widget=text_box())
    hint_en = forms.CharField(label=_("Note in English"), max_length=LONGEST, required=False, widget=text_box())
    options_zh = forms.CharField(
        label=_("Options in Chinese, one per line"), required=False, widget=area(4),
        help_text=_(
            "For a scale or grid, enter the labels from the lowest to the highest point. "
            "Leave a line empty for points without a label."
        ),
    )  # fmt: skip
    options_en = forms.CharField(label=_("Options in English, one per line"), required=False, widget=area(4))
    rows_zh = forms.CharField(label=_("Rows of the grid in Chinese, one per line"), required=False, widget=area(4))
    rows_en = forms.CharField(label=_("Rows of the grid in English, one per line"), required=False, widget=area(4))
    row_competencies = forms.CharField(
        label=_("Competency for each row, one code per line"), required=False, widget=area(4),
        help_text=_("Use the codes from the competencies page, such as listening. Leave empty if none fits."),
    )  # fmt: skip
    competency = forms.ChoiceField(label=_("Competency"), required=False, widget=drop_down())
    required = forms.BooleanField(label=_("Answer required"), required=False)
    shows_if = forms.MultipleChoiceField(
        label=_("Only show if an earlier question was answered with"), required=False,
        widget=forms.SelectMultiple(attrs={"class": "form-select", "size": 6}),
        help_text=_("Choose answers to one question. Leave empty to show this question to everyone."),
    )  # fmt: skip
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, data, *, initial=None, competencies=(), branches=()):
        super().__init__(data, initial=initial)
        self._offer("kind", words_of("assessment.kind", KINDS))
        self._offer("competency", [("", _("no competency")), *competencies])
        self._offer("shows_if", branches)

    def _offer(self, name, choices):
        field: Any = self.fields[name]
        field.choices = list(choices)


class OpenForm(forms.Form):
    questionnaire = forms.TypedChoiceField(label=_("Questionnaire"), coerce=int, widget=drop_down())
    name = forms.CharField(label=_("Name of the survey"), max_length=120, required=False, widget=text_box())
    closes_on = Day(label=_("Open until"))
    is_anonymous = forms.ChoiceField(label=_("Who can see who answered what"), widget=forms.RadioSelect)
    teams = forms.MultipleChoiceField(label=_("Teams"), required=False, widget=forms.CheckboxSelectMultiple)
    posts = forms.MultipleChoiceField(label=_("Roles"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data, *, initial, questionnaires, teams, posts):
        super().__init__(data, initial=initial)
        self._offer("questionnaire", [(one.pk, f"{one.title} · {one.number}") for one in questionnaires])
        self._offer("is_anonymous", [
            ("yes", _("No one: the survey is anonymous. Answers are stored without name, team or time.")),
            ("no", _("The people who run the survey: each response has a name on it.")),
        ])  # fmt: skip
        self._offer("teams", [(str(one.pk), one.name) for one in teams])
        self._offer("posts", [(str(one.pk), str(one.name)) for one in posts])

    def _offer(self, name, choices):
        field: Any = self.fields[name]
        field.choices = list(choices)
