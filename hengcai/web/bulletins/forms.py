"""Shapes of what the pages of notices and of the knowledge base take; what is right is the domain's to say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.bulletins.models import Bulletin, Correction
from hengcai.bulletins.queries.corrections import Filters as CorrectionFilters
from hengcai.bulletins.queries.corrections import able_keepers, topics
from hengcai.bulletins.queries.notices import Filters, skill_groups
from hengcai.bulletins.queries.readers import Filters as ReaderFilters
from hengcai.bulletins.rules.corrections import MOST_MEND_DAYS, Report
from hengcai.bulletins.rules.notices import DUE_KINDS, KINDS, LONGEST_BODY, LONGEST_TITLE, MOST_HOURS, URGENCIES, Text
from hengcai.people.queries import posts
from hengcai.people.queries.seen import teams_seen_by
from hengcai.web.assessment.forms import area
from hengcai.web.quality.forms import Day, FilterForm, drop_down, text_box, words_of
from hengcai.web.training.forms import offer


def ticked(label, *, coerce=int, **more):
    return forms.TypedMultipleChoiceField(
        label=label, required=False, coerce=coerce, widget=forms.CheckboxSelectMultiple, **more
    )


def whole_number(label, *, most, initial=None, least=1, required=True):
    widget = forms.NumberInput(attrs={"class": "form-control"})
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, initial=initial, required=required, widget=widget
    )


class BulletinFilterForm(FilterForm):
    text = forms.CharField(label=_("Search"), max_length=80, required=False, widget=text_box())
    kind = forms.ChoiceField(label=_("Kind of notice"), required=False, widget=drop_down())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    unread = forms.BooleanField(label=_("Not signed yet"), required=False)

    def __init__(self, data):
        super().__init__(data)
        self._offer("kind", [("", _("All")), *words_of("bulletins.kind", KINDS)])
        self._offer("state", [("", _("All")), *words_of("bulletins.state", Bulletin.State.values)])

    def filters(self):
        return Filters(**self.chosen())


class ReaderFilterForm(FilterForm):
    team = forms.TypedChoiceField(label=_("Team"), required=False, coerce=int, empty_value=None, widget=drop_down())
    kind = forms.ChoiceField(label=_("Kind of notice"), required=False, widget=drop_down())
    late = forms.BooleanField(label=_("Overdue only"), required=False)

    def __init__(self, user, data):
        super().__init__(data)
        self._offer("team", [("", _("All")), *((one.pk, str(one)) for one in teams_seen_by(user))])
        self._offer("kind", [("", _("All")), *words_of("bulletins.kind", KINDS)])

    def filters(self):
        return ReaderFilters(**self.chosen())


class BulletinForm(forms.Form):
    title_zh = forms.CharField(label=_("Title in Chinese"), max_length=LONGEST_TITLE, required=False, widget=text_box())
    body_zh = forms.CharField(
        label=_("Text in Chinese"), max_length=LONGEST_BODY, required=False, widget=area(10, maxlength=LONGEST_BODY),
        help_text=_("Markdown: # heading, - list, **bold**."),
    )  # fmt: skip
    title_en = forms.CharField(label=_("Title in English"), max_length=LONGEST_TITLE, required=False, widget=text_box())
    body_en = forms.CharField(
        label=_("Text in English"), max_length=LONGEST_BODY, required=False, widget=area(6, maxlength=LONGEST_BODY)
    )
    kind = forms.ChoiceField(label=_("Kind of notice"), widget=drop_down())
    urgency = forms.ChoiceField(label=_("Urgency"), widget=drop_down())
    effective_from = Day(label=_("In force from"))
    effective_until = Day(label=_("In force until"), required=False, help_text=_("Empty: until further notice."))
    teams = ticked(_("For teams"), help_text=_("None ticked: all."))
    posts = ticked(_("For roles"))
    skills = ticked(_("For skill groups"), coerce=str)
    must_read = forms.BooleanField(label=_("Must be read and signed"), required=False)
    due_kind = forms.ChoiceField(label=_("To be signed"), required=False, widget=drop_down())
    due_hours = whole_number(_("Number of hours"), most=MOST_HOURS, initial=24)
    rereads = forms.BooleanField(label=_("Whoever read the version before reads this one too"), required=False)
    what_changed = forms.CharField(label=_("What changed"), max_length=400, required=False, widget=area(2))
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, data, *, user, day, initial=None, is_revision=False):
        super().__init__(data, initial=initial)
        offer(self, "kind", words_of("bulletins.kind", KINDS))
        offer(self, "urgency", words_of("bulletins.urgency", URGENCIES))
        offer(self, "due_kind", words_of("bulletins.due", DUE_KINDS))
        offer(self, "teams", [(one.pk, str(one)) for one in teams_seen_by(user)])
        offer(self, "posts", [(one.pk, str(one.name)) for one in posts()])
        offer(self, "skills", [(one, one) for one in self._skills(day, initial or {})])
        if not is_revision:
            del self.fields["rereads"], self.fields["what_changed"]

    def _skills(self, day, initial):
        return sorted({*skill_groups(day), *initial.get("skills", [])})

    def text(self):
        return Text(**{name: value for name, value in self.cleaned_data.items() if name != "edit_count"})


class QuestionForm(forms.Form):
    """Written here, or taken from the bank by its code."""

    text = forms.CharField(label=_("Question"), max_length=2000, required=False, widget=area(2))
    options = forms.CharField(
        label=_("Options, one per line; * before the right ones"), max_length=4000, required=False, widget=area(4)
    )
    bank = forms.CharField(
        label=_("Or the code of a question in the bank"), max_length=200, required=False, widget=text_box()
    )
    passage = forms.CharField(
        label=_("Passage of the notice that answers it"), max_length=1000, required=False, widget=area(2)
    )


class DrawForm(forms.Form):
    questions = ticked(_("Questions, up to five"), coerce=str)
    sample = whole_number(_("How many people (empty: all readers)"), most=100_000, required=False)
    pass_percent = whole_number(_("Passed from, in percent of the points"), most=100, initial=100)
    closes_on = Day(label=_("Last day to answer"))
    seed = forms.CharField(
        label=_("Seed of this draw"), max_length=40, required=False, widget=text_box(),
        help_text=_("Empty: one is made. With the same seed the same people are drawn."),
    )  # fmt: skip

    def __init__(self, data, *, items, initial):
        super().__init__(data, initial=initial)
        offer(self, "questions", items)


class CorrectionFilterForm(FilterForm):
    text = forms.CharField(label=_("Search"), max_length=80, required=False, widget=text_box())
    topic = forms.TypedChoiceField(label=_("Topic"), required=False, coerce=int, empty_value=None, widget=drop_down())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    source = forms.ChoiceField(label=_("Where it comes from"), required=False, widget=drop_down())
    late = forms.BooleanField(label=_("Overdue only"), required=False)

    def __init__(self, data):
        super().__init__(data)
        self._offer("topic", [("", _("All")), *((one.pk, str(one)) for one in topics(with_ended=True))])
        self._offer("state", [("", _("All")), *words_of("knowledge.state", Correction.State.values)])
        self._offer("source", [("", _("All")), *words_of("knowledge.source", Correction.Source.values)])

    def filters(self):
        return CorrectionFilters(**self.chosen())


class ReportForm(forms.Form):
    topic = forms.TypedChoiceField(label=_("Topic"), required=False, coerce=int, empty_value=None, widget=drop_down())
    entry = forms.CharField(label=_("Entry, or what you looked for"), max_length=200, widget=text_box())
    link = forms.CharField(label=_("Link to the entry"), max_length=400, required=False, widget=text_box())
    wrong = forms.CharField(label=_("What is wrong or missing"), max_length=4000, widget=area(4))
    better = forms.CharField(label=_("What it should say"), max_length=4000, required=False, widget=area(3))
    contact = forms.CharField(
        label=_("Contact where you noticed it (contact number)"), max_length=80, required=False, widget=text_box()
    )

    def __init__(self, data):
        super().__init__(data)
        offer(self, "topic", [("", _("I do not know")), *((one.pk, str(one)) for one in topics())])

    def report(self):
        return Report(**{name: value for name, value in self.cleaned_data.items() if name != "topic"})


class TopicForm(forms.Form):
    name_zh = forms.CharField(label=_("Name in Chinese"), max_length=60, required=False, widget=text_box())
    name_en = forms.CharField(label=_("Name in English"), max_length=60, required=False, widget=text_box())
    owner = forms.TypedChoiceField(label=_("Owner"), coerce=int, widget=drop_down())
    mend_days = whole_number(_("Working days to correct an entry"), most=MOST_MEND_DAYS, initial=5)

    def __init__(self, data, initial=None):
        super().__init__(data, initial=initial)
        offer(self, "owner", [(one.pk, one.name) for one in able_keepers()])
