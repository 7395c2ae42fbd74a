"""Shapes of what the pages of training plans, revisions and surges take."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.programme.actions import Frame
from hengcai.programme.models import Revision, Surge, TrainingPlan
from hengcai.programme.queries import revisions, surges
from hengcai.training.models import Course
from hengcai.training.queries.catalogue import competency_names
from hengcai.web.assessment.forms import area
from hengcai.web.programme.telling import surge_title, surge_told
from hengcai.web.quality.forms import Day, FilterForm, drop_down, text_box, words_of
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import word
from hengcai.web.training.forms import offer


class LackFilterForm(FilterForm):
    competency = forms.ChoiceField(label=_("Competency"), required=False, widget=drop_down())
    only_certain = forms.BooleanField(label=_("Certain gaps only"), required=False)

    def __init__(self, data):
        super().__init__(data)
        named = sorted(((code, str(name)) for code, name in competency_names().items()), key=lambda row: row[1])
        self._offer("competency", [("", _("All")), *named])


class PlanForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120, widget=text_box())
    kind = forms.ChoiceField(label=_("Type"), widget=drop_down())
    first_on = Day(label=_("From"))
    last_on = Day(label=_("Until"))
    because = forms.CharField(
        label=_("What makes it necessary (for an intensive)"), required=False, max_length=400, widget=text_box()
    )
    budget = forms.DecimalField(
        label=_("Budget"), required=False, min_value=0, max_digits=12, decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "form-control", "step": "0.01"}),
    )  # fmt: skip
    away_percent = forms.IntegerField(
        label=_("Of a team’s people on shift, at most in training at once (%)"), min_value=1, max_value=100, initial=10,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )  # fmt: skip

    def __init__(self, data, *, initial=None):
        super().__init__(data, initial=initial)
        offer(self, "kind", words_of("programme.plan.kind", TrainingPlan.Kind.values))

    def frame(self):
        return Frame(**self.cleaned_data)


class RevisionFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    is_running = forms.BooleanField(label=_("Not finished"), required=False)
    is_mine = forms.BooleanField(label=_("Mine"), required=False)

    def __init__(self, data):
        super().__init__(data)
        self._offer("state", [("", _("All")), *words_of("programme.revision.state", Revision.State.values)])

    def filters(self):
        return revisions.Filters(**self.chosen())


class RevisionForm(forms.Form):
    content = forms.CharField(label=_("What changes in the content"), max_length=2000, widget=area(4, maxlength=2000))
    method = forms.CharField(label=_("What changes in the method"), max_length=2000, widget=area(4, maxlength=2000))
    due_on = Day(label=_("New version ready by"))

    def __init__(self, data, *, revision):
        super().__init__(data, initial={name: getattr(revision, name) for name in ("content", "method", "due_on")})


class SurgeFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    kind = forms.ChoiceField(label=_("What rose"), required=False, widget=drop_down())

    def __init__(self, data):
        super().__init__(data)
        self._offer("state", [("", _("All")), *words_of("programme.surge.state", Surge.State.values)])
        self._offer("kind", [("", _("All")), *words_of("programme.surge.kind", Surge.Kind.values)])

    def filters(self):
        return surges.Filters(**self.chosen())


class IntensiveForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120, widget=text_box())
    course = forms.TypedChoiceField(label=_("Course"), coerce=int, widget=drop_down())
    first_on = Day(label=_("From"))
    last_on = Day(label=_("Until"))
    because = forms.CharField(label=_("What makes it necessary"), max_length=400, widget=area(3, maxlength=400))
    people = forms.TypedMultipleChoiceField(label=_("People"), coerce=int, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data, *, surge, people, today):
        self.known = {one.pk: one for one in people}
        self.offered = {one.pk: one for one in Course.objects.filter(state="published").order_by("tier", "code")}
        initial = {
            "name": word("programme.surge.plan_name", what=surge_title(surge))[:120], "course": surge.course_id,
            "first_on": today, "last_on": today + timedelta(days=14), "because": surge_told(surge), "people": list(self.known),
        }  # fmt: skip
        super().__init__(data, initial=initial)
        offer(self, "course", [("", "–"), *((key, str(one.title)) for key, one in self.offered.items())])
        offer(self, "people", [(key, f"{one.name} {one.number}") for key, one in self.known.items()])

    def chosen(self):
        return {whole(str(one)) for one in self["people"].value() or ()}

    def opened(self):
        given = self.cleaned_data
        frame = Frame(given["name"], "intensive", given["first_on"], given["last_on"], given["because"])
        people = [self.known[key] for key in given["people"]]
        return {"course": self.offered[given["course"]], "people": people, "frame": frame}
