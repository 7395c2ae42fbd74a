"""Shapes of what the pages of mentoring and permits take."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.mentoring.actions import Heard, Terms
from hengcai.mentoring.queries.permits import able_deciders, demands
from hengcai.mentoring.rules.permits import Asked
from hengcai.people.queries import posts
from hengcai.web.assessment.forms import area
from hengcai.web.quality.forms import Day, drop_down, text_box
from hengcai.web.training.forms import offer


def number(label, *, most, initial, least=0):
    widget = forms.NumberInput(attrs={"class": "form-control"})
    return forms.IntegerField(label=label, min_value=least, max_value=most, initial=initial, widget=widget)


class PairForm(forms.Form):
    newcomer = forms.CharField(label=_("Newcomer (name or number)"), max_length=120, widget=text_box())
    mentor = forms.CharField(label=_("Mentor (name or number)"), max_length=120, widget=text_box())
    first_on = Day(label=_("From"))
    last_on = Day(label=_("Until"))


class HeardForm(forms.Form):
    held_on = Day(label=_("Day"))
    calls = number(_("Number of contacts"), most=200, initial=1, least=1)
    contact = forms.CharField(label=_("Contact number"), required=False, max_length=80, widget=text_box())
    seen = forms.CharField(label=_("What was seen"), max_length=4000, widget=area(4))
    next_step = forms.CharField(label=_("Agreed next step"), max_length=400, widget=area(2))
    has_critical = forms.BooleanField(label=_("With a critical fault"), required=False)

    def heard(self):
        return Heard(**self.cleaned_data)


class PermitForm(forms.Form):
    person = forms.CharField(label=_("Person (name or number)"), max_length=120, widget=text_box())
    demand = forms.TypedChoiceField(label=_("Role"), coerce=int, widget=drop_down())
    decider = forms.TypedChoiceField(label=_("Decided by"), coerce=int, widget=drop_down())

    def __init__(self, data):
        super().__init__(data)
        named = [(one.pk, f"{one.post.name} {one.skill_group}".strip()) for one in demands()]
        offer(self, "demand", named)
        offer(self, "decider", [(one.pk, one.name) for one in able_deciders()])


class DemandForm(forms.Form):
    post = forms.TypedChoiceField(label=_("Role"), coerce=int, widget=drop_down())
    skill_group = forms.CharField(label=_("Skill group (empty: all)"), required=False, max_length=80, widget=text_box())
    since = Day(label=_("For people hired from"))
    written_pass = number(_("Pass mark of the written test"), most=100, initial=60)
    paper = forms.CharField(
        label=_("Written test: code of a test or course (empty: entered by hand)"),
        required=False,
        max_length=80,
        widget=text_box(),
    )
    run_percent = number(_("Simulation: least score in percent"), most=100, initial=60)
    scenario = forms.CharField(
        label=_("Code of the simulation (empty: any)"), required=False, max_length=40, widget=text_box()
    )
    calls = number(_("Accompanied contacts"), most=1000, initial=20)
    sheets = number(_("Signed sheets without a critical fault"), most=100, initial=2)
    valid_months = number(_("Valid for (months)"), most=60, initial=12, least=1)

    def __init__(self, data):
        super().__init__(data)
        offer(self, "post", [(one.pk, str(one.name)) for one in posts()])

    def terms(self):
        facts = dict(self.cleaned_data)
        del facts["post"]
        return Terms(facts.pop("since"), facts.pop("skill_group"), Asked(**facts))
