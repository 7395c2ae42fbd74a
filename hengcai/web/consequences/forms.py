"""What is typed into these pages, read exactly."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.base.dates import written_day
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.consequences.models import Difference
from hengcai.consequences.queries.decisions import KINDS, DecisionFilter
from hengcai.consequences.queries.differences import DifferenceFilter
from hengcai.consequences.queries.pay import period_of, runs_listed
from hengcai.web.coaching.forms import LONGEST, area
from hengcai.web.quality.forms import Day, FilterForm, drop_down, text_box, words_of

RUNS = 60


def amount_typed(text):
    """None where nothing is typed; thousands may be set apart by commas, as they are shown."""
    bare = text.strip().replace(",", "").replace("，", "")
    return exact(bare) if bare else None


def amount_needed(text):
    found = amount_typed(text)
    if found is None:
        raise NotValid("consequences.cell_missing", column="amount")
    return found


def day_needed(text):
    try:
        return written_day(text)
    except ValueError:
        raise NotValid("consequences.day_unreadable", value=text) from None


def table_typed(typed, coefficients):
    """The table as text and as exact numbers; where nothing is typed it is the run's own."""
    table = {grade: (typed.get(f"at-{grade}", "").strip() or text) for grade, text in coefficients.items()}
    return table, {grade: exact(text) for grade, text in table.items()}


def day_or_none(text):
    try:
        return written_day(text)
    except ValueError:
        return None


class DifferenceFilterForm(FilterForm):
    person = forms.CharField(label=_("Person"), required=False, widget=text_box(placeholder=_("name or number")))
    cause = forms.ChoiceField(label=_("Why it changed"), required=False, widget=drop_down())
    run = forms.TypedChoiceField(label=_("Pay run"), required=False, coerce=int, empty_value=None, widget=drop_down())

    def __init__(self, data, user):
        super().__init__(data)
        every = [("", _("All"))]
        self._offer("cause", every + words_of("consequences.cause", Difference.Cause.values))
        self._offer("run", every + [(one.pk, period_of(one)) for one in runs_listed(user)[:RUNS]])

    def filters(self):
        return DifferenceFilter(**self.chosen())


class DecisionFilterForm(FilterForm):
    kind = forms.ChoiceField(label=_("Decision taken"), required=False, widget=drop_down())
    person = forms.CharField(label=_("Person"), required=False, widget=text_box(placeholder=_("name or number")))
    first_day = Day(label=_("From"), required=False)
    last_day = Day(label=_("To"), required=False)

    def __init__(self, data):
        super().__init__(data)
        self._offer("kind", [("", _("All")), *words_of("consequences.log.kind", KINDS)])

    def filters(self):
        return DecisionFilter(**self.chosen())


class PlanForm(forms.Form):
    """The plan as whoever answers for it writes it; the person reads all of it."""

    gap = forms.CharField(
        label=_("Gap and evidence"), max_length=LONGEST, widget=area(3),
        help_text=_("Describe what was seen or heard, and on how many contacts, not what the person is like."),
    )  # fmt: skip
    goals = forms.CharField(
        label=_("Goals"), max_length=LONGEST, widget=area(3),
        help_text=_("Describe what will be seen or heard at the reassessment, clearly enough that anyone would judge it the same way."),
    )  # fmt: skip
    support = forms.CharField(
        label=_("Support"), max_length=LONGEST, widget=area(3), help_text=_("Who helps, with what and how often."),
    )  # fmt: skip
    other_post = forms.CharField(
        label=_("Temporary change of role (optional)"), required=False, max_length=200, widget=text_box()
    )
    starts_on = Day(label=_("Starts on"))
    ends_on = Day(label=_("Ends on"), help_text=_("The reassessment follows after this date."))
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)
