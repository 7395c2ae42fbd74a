"""Shapes of what the pages of panels take."""

from decimal import Decimal, InvalidOperation

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.assessment.actions import Put
from hengcai.assessment.queries.panels import questions_meant
from hengcai.base.errors import NotValid
from hengcai.web.assessment.check_forms import offer
from hengcai.web.assessment.forms import area
from hengcai.web.quality.forms import text_box

ROWS = 10


class PanelForm(forms.Form):
    name = forms.CharField(label=_("Name of the panel"), max_length=200, widget=text_box())
    borderline = forms.CharField(
        label=_("The borderline candidate"), max_length=4000, widget=area(4),
        help_text=_("What a borderline candidate can do and what they still get wrong. Agree on this before estimating."),
    )  # fmt: skip
    questions = forms.CharField(
        label=_("Questions, one code per line"), max_length=20000,
        widget=forms.Textarea(attrs={"class": "form-control", "rows": ROWS, "maxlength": 20000, "spellcheck": "false"}),
        help_text=_("In the order of the test, one code per line, with its points after it (1 if left out): billing_3 2"),
    )  # fmt: skip
    judges = forms.TypedMultipleChoiceField(
        label=_("Judges"), coerce=int, widget=forms.SelectMultiple(attrs={"class": "form-select", "size": ROWS}),
        help_text=_("Five or more who know the work; each estimates alone."),
    )  # fmt: skip

    def __init__(self, data, *, judges, initial=None):
        super().__init__(data, initial=initial)
        offer(self, "judges", [(one.pk, one.name) for one in judges])

    def put(self):
        """The questions meant, or a refusal that names the first that is none."""
        rows = [line.split() for line in self.cleaned_data["questions"].splitlines() if line.strip()]
        known = questions_meant([row[0] for row in rows])
        for row in rows:
            if row[0] not in known:
                raise NotValid("panel.question_unknown", code=row[0][:60])
        return [Put(known[row[0]], _points(row)) for row in rows]


def _points(row):
    try:
        found = Decimal(row[1]) if len(row) > 1 else Decimal(1)
    except InvalidOperation:
        return Decimal(0)
    return found if found.is_finite() and len(row) < 3 and -8 < found.adjusted() < 8 else Decimal(0)
