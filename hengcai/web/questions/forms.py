"""Shapes of what these pages take; what is right is the domain's to say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.assessment.bank_rows import MOST_PLAYS
from hengcai.assessment.formats.known import FORMATS
from hengcai.assessment.models import BankQuestion
from hengcai.assessment.queries.bank import BankFilter
from hengcai.assessment.rules.questions import KINDS
from hengcai.web.quality.forms import FilterForm, drop_down, text_box, words_of

FORMAT_NAMES = {
    "gift": "GIFT", "moodle": "Moodle XML", "qti21": "QTI 2.1", "qti30": "QTI 3.0", "xlsx": "Excel (.xlsx)", "jsonl": "JSONL",
}  # fmt: skip


class QuestionFilterForm(FilterForm):
    text = forms.CharField(
        label=_("Search"), required=False, max_length=200, widget=text_box(placeholder=_("words or code"))
    )
    kind = forms.ChoiceField(label=_("Question type"), required=False, widget=drop_down())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    competency = forms.ChoiceField(label=_("Competency"), required=False, widget=drop_down())
    level = forms.TypedChoiceField(
        label=_("Cognitive level"), required=False, coerce=int, empty_value=None, widget=drop_down()
    )
    course = forms.ChoiceField(label=_("Course"), required=False, widget=drop_down())
    tag = forms.ChoiceField(label=_("Tag"), required=False, widget=drop_down())
    language = forms.ChoiceField(label=_("Language"), required=False, widget=drop_down())

    def __init__(self, data, *, competencies, courses, tags):
        super().__init__(data)
        every = [("", _("All"))]
        self._offer("kind", every + words_of("assessment.bank.kind", KINDS))
        self._offer("state", every + words_of("assessment.bank.state", BankQuestion.State.values))
        self._offer("competency", every + competencies)
        self._offer("level", every + words_of("assessment.bank.level", (1, 2, 3)))
        self._offer("course", every + courses)
        self._offer("tag", every + [(one, one) for one in tags])
        self._offer("language", [*every, ("zh", _("Chinese")), ("en", _("English"))])

    def filters(self):
        return BankFilter(**self.chosen())


class ExportForm(QuestionFilterForm):
    """What to export, and as what."""

    form = forms.ChoiceField(label=_("Format"), choices=list(FORMAT_NAMES.items()), widget=drop_down())
    spoken = forms.ChoiceField(
        label=_("Language of the file"), required=False, widget=drop_down(),
        choices=[("zh", _("Chinese")), ("en", _("English"))],
    )  # fmt: skip

    def filters(self):
        own = {"form", "spoken"}
        return BankFilter(**{name: value for name, value in self.chosen().items() if name not in own})


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        help_text=_("GIFT, Moodle XML, QTI 2.1 or 3.0 (.zip or .xml), Excel or JSONL. The format is recognised."),
    )
    form = forms.ChoiceField(label=_("Format"), required=False, widget=drop_down())

    def __init__(self, *args):
        super().__init__(*args)
        field = self.fields["form"]
        field.choices = [("", _("Recognise it")), *((one, FORMAT_NAMES[one]) for one in FORMATS)]  # type: ignore[attr-defined]


class SoundForm(forms.Form):
    file = forms.FileField(
        label=_("Recording"), required=False, allow_empty_file=True, help_text=_("WAV, MP3 or Ogg, up to 5 minutes.")
    )
    most_plays = forms.IntegerField(
        label=_("Can be played this often"), required=False, min_value=1, max_value=MOST_PLAYS,
        widget=forms.NumberInput(attrs={"class": "form-control"}), help_text=_("Leave empty for no limit."),
    )  # fmt: skip
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)
