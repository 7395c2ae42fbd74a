"""Shapes of what these pages take; what is right is the domain's to say."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from hengcai.people.queries.seen import teams_seen_by
from hengcai.training.actions.learning import Order
from hengcai.training.actions.projects import Found, Plan
from hengcai.training.models import Course, Enrolment
from hengcai.training.queries.catalogue import Filters as CourseFilters
from hengcai.training.queries.catalogue import competency_names
from hengcai.training.queries.learning import Filters as LearningFilters
from hengcai.training.queries.learning import in_team
from hengcai.training.rules.certificates import STATES
from hengcai.training.rules.course_shape import MODULES, TIERS
from hengcai.web.assessment.forms import area
from hengcai.web.quality.forms import Day, FilterForm, drop_down, text_box, words_of

THEMES = 8  # rows offered at a time
KINDS = ("gap", "strength", "wish")


def offer(form, name, choices):
    field: Any = form.fields[name]
    field.choices = list(choices)


class ProjectForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the training needs analysis"), max_length=120, required=False, widget=text_box()
    )
    members = forms.TypedMultipleChoiceField(
        label=_("Working group"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    survey = forms.TypedChoiceField(label=_("Survey"), required=False, coerce=int, empty_value=None, widget=drop_down())
    first_on = Day(label=_("Complaints, praise and live listening from"))
    last_on = Day(label=_("until"))
    levels_from = Day(label=_("Rated levels from"), required=False, help_text=_("Leave empty for the latest quarter."))
    levels_to = Day(label=_("Rated levels until"), required=False)

    def __init__(self, data, *, initial, members, surveys):
        super().__init__(data, initial=initial)
        offer(self, "members", [(one.pk, one.name) for one in members])
        offer(self, "survey", [("", _("none yet")), *((one.pk, one.name) for one in surveys)])

    def plan(self):
        return Plan(**self.cleaned_data)


class TaskForm(forms.Form):
    what = forms.CharField(label=_("Task"), max_length=200, required=False, widget=text_box())
    owner = forms.TypedChoiceField(label=_("Owner"), coerce=int, widget=drop_down())
    due_on = Day(label=_("Due on"))

    def __init__(self, data, members):
        super().__init__(data)
        offer(self, "owner", [(one.pk, one.name) for one in members])


class BenchmarkForm(forms.Form):
    measure = forms.CharField(label=_("Measure"), max_length=120, required=False, widget=text_box())
    own = forms.CharField(label=_("Our figure"), max_length=40, required=False, widget=text_box())
    value = forms.CharField(label=_("Benchmark"), max_length=40, required=False, widget=text_box())
    source = forms.CharField(label=_("Source"), max_length=120, required=False, widget=text_box())
    on = Day(label=_("Date of the source"))

    def found(self):
        return Found(**self.cleaned_data)


class InterviewForm(forms.Form):
    held_on = Day(label=_("Interviewed on"))
    notes = forms.CharField(label=_("Interview notes"), max_length=4000, required=False, widget=area(8))
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, data, *, initial, competencies):
        super().__init__(data, initial=initial)
        for place in range(THEMES):
            self.fields[f"competency-{place}"] = forms.ChoiceField(
                label=_("Competency"), required=False, choices=[("", "–"), *competencies], widget=drop_down()
            )
            self.fields[f"kind-{place}"] = forms.ChoiceField(
                label=_("Kind"), required=False, choices=words_of("training.theme", KINDS), widget=drop_down()
            )
            self.fields[f"words-{place}"] = forms.CharField(
                label=_("Quote or example"), max_length=500, required=False, widget=text_box()
            )

    def theme_rows(self):
        return [tuple(self[f"{name}-{place}"] for name in ("competency", "kind", "words")) for place in range(THEMES)]

    def themes(self):
        rows = [
            {name: self.cleaned_data[f"{name}-{place}"] for name in ("competency", "kind", "words")}
            for place in range(THEMES)
        ]
        return [row for row in rows if row["competency"]]


class ReportForm(forms.Form):
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, data, *, sections, initial):
        super().__init__(data, initial=initial)
        self.sections = sections
        for name in sections:
            for tongue in ("zh", "en"):
                self.fields[f"{name}_{tongue}"] = forms.CharField(max_length=4000, required=False, widget=area(4))

    def rows(self):
        return [(name, self[f"{name}_zh"], self[f"{name}_en"]) for name in self.sections]


class CourseFilterForm(FilterForm):
    word = forms.CharField(label=_("Search"), required=False, widget=text_box(placeholder=_("title or topic")))
    module = forms.ChoiceField(label=_("Module"), required=False, widget=drop_down())
    tier = forms.ChoiceField(label=_("Tier"), required=False, widget=drop_down())
    competency = forms.ChoiceField(label=_("Competency"), required=False, widget=drop_down())
    is_worked = forms.BooleanField(label=_("With lessons online"), required=False)
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data, *, writes):
        super().__init__(data)
        every = [("", _("All"))]
        self._offer("module", [*every, *words_of("training.module", MODULES)])
        self._offer("tier", [*every, *words_of("training.tier", TIERS)])
        named = sorted(((code, str(name)) for code, name in competency_names().items()), key=lambda row: row[1])
        self._offer("competency", [*every, *named])
        self._offer("state", [("", _("In use and drafts")), *words_of("training.course.state", Course.State.values)])
        if not writes:
            del self.fields["state"]

    def filters(self):
        return CourseFilters(**self.chosen())


class CertificateFilterForm(FilterForm):
    word = forms.CharField(label=_("Search"), required=False, widget=text_box(placeholder=_("name, number or course")))
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data):
        super().__init__(data)
        self._offer("state", [("", _("All")), *words_of("training.certificate.state", STATES)])


class EnrolmentFilterForm(FilterForm):
    word = forms.CharField(label=_("Search"), required=False, widget=text_box(placeholder=_("name or course")))
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    is_late = forms.BooleanField(label=_("Past the due date"), required=False)

    def __init__(self, data):
        super().__init__(data)
        self._offer("state", [("", _("All")), *words_of("training.enrolment.state", Enrolment.State.values)])

    def filters(self):
        return LearningFilters(**self.chosen())


class PeopleForm(FilterForm):
    word = forms.CharField(label=_("Name or number"), required=False, widget=text_box())
    team = forms.TypedChoiceField(label=_("Team"), required=False, coerce=int, empty_value=None, widget=drop_down())

    def __init__(self, data, user):
        super().__init__(data)
        self._offer("team", [("", _("All")), *teams_seen_by(user).order_by("name").values_list("pk", "name")])

    def condition(self):
        chosen = self.chosen()
        word, team = chosen.get("word", "").strip(), chosen.get("team")
        found = Q(name__icontains=word) | Q(number__icontains=word) if word else Q()
        return found & in_team(team, localdate()) if team else found


class AssignForm(forms.Form):
    people = forms.TypedMultipleChoiceField(
        label=_("People"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    due_on = Day(label=_("Finish by"), required=False)
    because = forms.CharField(
        label=_("Reason, as the learner reads it"), max_length=400, required=False, widget=text_box()
    )

    def __init__(self, data, people):
        super().__init__(data)
        self.rows = list(people)
        offer(self, "people", [(one.pk, f"{one.name} {one.number}") for one in self.rows])

    def chosen_people(self):
        wanted = set(self.cleaned_data["people"])
        return [one for one in self.rows if one.pk in wanted]

    def order(self):
        return Order(due_on=self.cleaned_data["due_on"], because=self.cleaned_data["because"])
