"""Shapes of what the pages of tests take; what is right is the domain's to say."""

from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import gettext_lazy as _

from hengcai.assessment.actions.blueprints import Plan
from hengcai.assessment.actions.exams import Announcement
from hengcai.assessment.audience import Audience
from hengcai.assessment.models import BankQuestion, Blueprint, CutScore, Exam, Sitting
from hengcai.assessment.queries.blueprints import BlueprintFilter
from hengcai.assessment.queries.exams import ExamFilter
from hengcai.assessment.queries.questionnaires import competency_choices
from hengcai.assessment.queries.sittings import SittingFilter
from hengcai.assessment.rules.drawing import Part
from hengcai.assessment.rules.questions import KINDS
from hengcai.assessment.rules.sitting_time import Window
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.base.ids import folded
from hengcai.people.models import Person
from hengcai.web.assessment.forms import area
from hengcai.web.quality.forms import Day, FilterForm, drop_down, text_box, words_of
from hengcai.web.shell.numbers import whole

LEVELS = ("1", "2", "3")
SPARE_LINES = 4
LONGEST = 120


def offer(form: forms.Form, name: str, choices: Any) -> None:
    field: Any = form.fields[name]
    field.choices = list(choices)


class Hour(forms.TimeField):
    widget = forms.TimeInput(attrs={"type": "time", "class": "form-control"}, format="%H:%M")


def number(label, least, most, **more):
    widget = forms.NumberInput(attrs={"class": "form-control", "min": least, "max": most})
    return forms.IntegerField(label=label, min_value=least, max_value=most, widget=widget, **more)


def mark(label, **more):
    """A mark out of 100, exact."""
    widget = forms.NumberInput(attrs={"class": "form-control", "min": 0, "max": 100, "step": "any"})
    return forms.DecimalField(
        label=label, min_value=0, max_value=100, max_digits=7, decimal_places=4, widget=widget, **more
    )


class BlueprintFilterForm(FilterForm):
    text = forms.CharField(label=_("Search"), required=False, widget=text_box(placeholder=_("name or code")))
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data):
        super().__init__(data)
        self._offer("state", [("", _("All")), *words_of("assessment.blueprint.state", Blueprint.State.values)])

    def filters(self):
        return BlueprintFilter(**self.chosen())


class ExamFilterForm(FilterForm):
    text = forms.CharField(label=_("Name of the test"), required=False, widget=text_box())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data):
        super().__init__(data)
        self._offer("state", [("", _("All")), *words_of("assessment.exam.state", Exam.State.values)])

    def filters(self):
        return ExamFilter(**self.chosen())


class SittingFilterForm(FilterForm):
    text = forms.CharField(label=_("Name or number"), required=False, widget=text_box())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data):
        super().__init__(data)
        self._offer("state", [("", _("All")), *words_of("assessment.sitting.state", Sitting.State.values)])

    def filters(self):
        return SittingFilter(**self.chosen())


class BlueprintForm(forms.Form):
    """Texts, time and pass mark; the lines of questions to be drawn stand beside it (`Lines`)."""

    code = forms.CharField(
        label=_("Code"), max_length=40, required=False, widget=text_box(), help_text=_("Lower-case letters, digits, - and _.")
    )  # fmt: skip
    title_zh = forms.CharField(label=_("Title in Chinese"), max_length=LONGEST, required=False, widget=text_box())
    title_en = forms.CharField(label=_("Title in English"), max_length=LONGEST, required=False, widget=text_box())
    intro_zh = forms.CharField(label=_("Introduction in Chinese"), max_length=2000, required=False, widget=area(2))
    intro_en = forms.CharField(label=_("Introduction in English"), max_length=2000, required=False, widget=area(2))
    minutes = number(_("Time in minutes"), 1, 480)
    pass_percent = mark(_("Pass mark (out of 100)"))
    course = forms.ChoiceField(
        label=_("Course whose certificate requires this test"), required=False, widget=drop_down()
    )
    cut = forms.TypedChoiceField(
        label=_("Cut score of a panel; sets the pass mark instead"), required=False, coerce=int, empty_value=None, widget=drop_down()
    )  # fmt: skip
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, data, *, initial=None, with_code=False):
        super().__init__(data, initial=initial)
        self.cuts = {one.pk: one for one in CutScore.objects.select_related("panel").order_by("-adopted_at")[:100]}
        offer(
            self,
            "cut",
            [("", _("none")), *((pk, f"{one.panel} · {one.points} / {one.total}") for pk, one in self.cuts.items())],
        )
        offer(self, "course", [("", _("none")), *((code, code) for code in courses_named())])
        if not with_code:
            del self.fields["code"]

    def plan(self, parts):
        given = self.cleaned_data
        title, intro = (
            Bilingual(given[f"{name}_zh"].strip(), given[f"{name}_en"].strip()) for name in ("title", "intro")
        )
        return Plan(
            title, parts, given["minutes"], given["pass_percent"], intro, given["course"], self.cuts.get(given["cut"])
        )


def courses_named():
    """Courses with questions in the bank."""
    rows = BankQuestion.objects.filter(state=BankQuestion.State.PUBLISHED).exclude(course="")
    return sorted(set(rows.values_list("course", flat=True)))


def blueprint_initial(found):
    return {
        "title_zh": found.title.zh, "title_en": found.title.en, "intro_zh": found.intro.zh, "intro_en": found.intro.en,
        "minutes": found.minutes, "pass_percent": found.pass_percent.normalize(), "course": found.course, "cut": found.cut_id,
        "edit_count": found.edit_count,
    }  # fmt: skip


class Lines:
    """The lines of a blueprint as fields: `count-0`, `competency-0` … Lines without a number of questions are left aside."""

    def __init__(self, post=None, parts=()):
        self.rows = self._typed(post) if post is not None else [self._row(one) for one in parts]
        self.rows += [self._row(Part(0)) for _spare in range(SPARE_LINES)]
        self.competencies = [("", _("any")), *competency_choices()]
        self.levels = [("", _("any")), *words_of("assessment.bank.level", LEVELS)]
        self.kinds = [("", _("any")), *words_of("assessment.bank.kind", KINDS)]
        self.courses = [("", _("any")), *((code, code) for code in courses_named())]

    def _typed(self, post):
        places = sorted(whole(name[6:]) for name in post if name.startswith("count-") and whole(name[6:]) is not None)
        rows = [self._row_typed(post, place) for place in places[:60]]
        return [one for one in rows if one["count"].strip()]

    def _row_typed(self, post, place):
        names = ("count", "competency", "level", "kind", "course", "tag")
        return {name: post.get(f"{name}-{place}", "").strip() for name in names}

    def _row(self, part):
        return {"count": str(part.count or ""), "competency": part.competency, "level": str(part.level or ""),
                "kind": part.kind, "course": part.course, "tag": part.tag}  # fmt: skip

    def parts(self):
        """What is no number becomes 0, which the domain refuses with its line."""
        some = [one for one in self.rows if one["count"]]
        return [
            Part(
                min(whole(one["count"]) or 0, 9999), one["competency"][:60], whole(one["level"]) or None, one["kind"],
                one["course"][:60], one["tag"][:60],
            )
            for one in some
        ]  # fmt: skip


class WindowForm(forms.Form):
    """When one can begin."""

    opens_on = Day(label=_("Opens on"))
    opens_at = Hour(label=_("at"))
    closes_on = Day(label=_("Last day to start"))
    closes_at = Hour(label=_("Last start at"))

    def __init__(self, data, *, initial=None):
        tomorrow = localtime(clock.now()).date() + timedelta(days=1)
        usual = {
            "opens_on": tomorrow,
            "opens_at": time(9),
            "closes_on": tomorrow + timedelta(days=2),
            "closes_at": time(18),
        }
        super().__init__(data, initial={**usual, **(initial or {})})

    def window(self):
        given, zone = self.cleaned_data, get_current_timezone()
        first, last = (
            datetime.combine(given[f"{name}_on"], given[f"{name}_at"], tzinfo=zone) for name in ("opens", "closes")
        )
        return Window(first, last)


class AnnounceForm(WindowForm):
    name = forms.CharField(label=_("Name of the test"), max_length=LONGEST, required=False, widget=text_box())
    numbers = forms.CharField(
        label=_("Staff numbers"), required=False, widget=area(2),
        help_text=_("Separated by spaces or lines. Leave empty to choose by team and role below; "
            "if nothing is ticked there either, all agents sit the test."),
    )  # fmt: skip
    teams = forms.MultipleChoiceField(label=_("Teams"), required=False, widget=forms.CheckboxSelectMultiple)
    posts = forms.MultipleChoiceField(label=_("Roles"), required=False, widget=forms.CheckboxSelectMultiple)
    most_attempts = number(_("Attempts, resits included"), 1, 5)
    resit_cap = mark(_("A resit counts at most (out of 100)"))
    shows = forms.ChoiceField(label=_("What people can see of their result"), widget=drop_down())
    is_instant = forms.BooleanField(label=_("Show each result right after the test is submitted"), required=False)
    field_order = ("name", "opens_on", "opens_at", "closes_on", "closes_at")

    def __init__(self, data, *, blueprint, teams, posts):
        initial = {"name": str(blueprint.title), "most_attempts": 2, "resit_cap": Decimal(60), "shows": Exam.Shows.MARK}
        super().__init__(data, initial=initial)
        self._offer("shows", words_of("assessment.exam.shows", Exam.Shows.values))
        self._offer("teams", [(str(one.pk), one.name) for one in teams])
        self._offer("posts", [(str(one.pk), str(one.name)) for one in posts])

    def _offer(self, name, choices):
        offer(self, name, choices)

    def unknown(self):
        """Numbers nobody has."""
        known = set(self._people().values_list("number", flat=True))
        return [one for one in self._numbers() if one not in known]

    def _numbers(self):
        return [folded(one) for one in self.cleaned_data["numbers"].replace(",", " ").replace("，", " ").split()]

    def _people(self):
        return Person.objects.filter(number__in=self._numbers()[:5000])

    def announcement(self):
        given = self.cleaned_data
        audience = Audience(*(tuple(int(pk) for pk in given[name]) for name in ("teams", "posts")))
        return Announcement(
            given["name"], self.window(), people=list(self._people().values_list("pk", flat=True)), audience=audience,
            most_attempts=given["most_attempts"], resit_cap=given["resit_cap"], shows=given["shows"],
            is_instant=given["is_instant"],
        )  # fmt: skip
