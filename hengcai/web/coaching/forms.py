"""Shapes of what these pages take; what is right is the domain's to say."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.coaching.library_models import LibraryCase
from hengcai.coaching.models import Coaching
from hengcai.coaching.queries.library import CaseFilter, competencies_shown, tags_shown
from hengcai.coaching.queries.sessions import SessionFilter
from hengcai.interactions.models import Contact
from hengcai.web.quality.forms import Day, FilterForm, drop_down, text_box, words_of

LONGEST = 4000


def area(rows):
    return forms.Textarea(attrs={"class": "form-control", "rows": rows, "maxlength": LONGEST})


class SessionFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    agent = forms.CharField(label=_("Agent"), required=False, widget=text_box(placeholder=_("name or number")))
    late = forms.BooleanField(label=_("Overdue only"), required=False)

    def __init__(self, user, data):
        super().__init__(data)
        states = words_of("coaching.session.state", Coaching.State.values)
        self._offer("state", [("", _("All")), ("open", _("Not closed")), *states])
        if user.roles <= {"agent"}:
            del self.fields["agent"]

    def filters(self):
        return SessionFilter(**self.chosen())


class SessionForm(forms.Form):
    """The record as its coach writes it; which evaluations, and which lines of them, stand beside it."""

    item = forms.TypedChoiceField(label=_("Item"), coerce=int, empty_value=None, required=False, widget=drop_down())
    strengths = forms.CharField(label=_("Strengths"), required=False, max_length=LONGEST, widget=area(2))
    gap = forms.CharField(label=_("The gap"), required=False, max_length=LONGEST, widget=area(2))
    agreed = forms.CharField(
        label=_("Agreed behaviour"), required=False, max_length=LONGEST, widget=area(3),
        help_text=_("What the agent will say or do, described so precisely that someone else could hear whether it was done."),
    )  # fmt: skip
    look_on = Day(
        label=_("Follow-up check on"),
        required=False,
        help_text=_("If this is not a working day, the next working day is used."),
    )
    notes = forms.CharField(
        label=_("Notes"),
        required=False,
        max_length=LONGEST,
        widget=area(2),
        help_text=_("The agent can read these too."),
    )
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, data, items, initial):
        super().__init__(data, initial=initial)
        item: Any = self.fields["item"]
        item.choices = [("", _("choose an item")), *items]


class CaseFilterForm(FilterForm):
    text = forms.CharField(
        label=_("Search words"), required=False, widget=text_box(placeholder=_("title, lesson, what was said"))
    )
    tag = forms.ChoiceField(label=_("Tag"), required=False, widget=drop_down())
    kind = forms.ChoiceField(label=_("Kind"), required=False, widget=drop_down())
    competency = forms.TypedChoiceField(
        label=_("Competency"), required=False, coerce=int, empty_value=None, widget=drop_down()
    )
    channel = forms.ChoiceField(label=_("Channel"), required=False, widget=drop_down())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, user, data, *, keeps):
        super().__init__(data)
        every = [("", _("All"))]
        self._offer("tag", every + [(tag, tag) for tag in tags_shown(user)])
        self._offer("kind", every + words_of("coaching.case.kind", LibraryCase.Kind.values))
        self._offer("competency", every + [(one.pk, str(one.name)) for one in competencies_shown(user)])
        self._offer("channel", every + words_of("quality.channel", Contact.Channel.values))
        self._offer("state", every + words_of("coaching.case.state", LibraryCase.State.values))
        if not keeps:
            del self.fields["state"]

    def filters(self):
        return CaseFilter(**self.chosen())


class CaseForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), required=False, widget=forms.RadioSelect)
    title = forms.CharField(label=_("Title"), required=False, max_length=200, widget=text_box())
    lesson = forms.CharField(
        label=_("What to learn from this case"), required=False, max_length=LONGEST, widget=area(3),
        help_text=_("What to listen for, and how it affected the customer."),
    )  # fmt: skip
    tags = forms.CharField(
        label=_("Tags"), required=False, max_length=200, widget=text_box(), help_text=_("Separate tags with spaces.")
    )
    competency = forms.TypedChoiceField(
        label=_("Competency"), required=False, coerce=int, empty_value=None, widget=drop_down()
    )
    first = forms.CharField(label=_("Part starts at"), required=False, max_length=9, widget=text_box(size=8))
    last = forms.CharField(label=_("Part ends at"), required=False, max_length=9, widget=text_box(size=8))
    has_sound = forms.BooleanField(label=_("Include the recording"), required=False)

    def __init__(self, data, competencies, initial):
        super().__init__(data, initial=initial)
        kind: Any = self.fields["kind"]
        competency: Any = self.fields["competency"]
        kind.choices = words_of("coaching.case.kind", LibraryCase.Kind.values)
        competency.choices = [("", _("no competency")), *competencies]
