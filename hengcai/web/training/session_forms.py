"""Shapes of what the pages of sessions, trainers and rooms take."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from hengcai.people.models import Person
from hengcai.people.queries import sites
from hengcai.training.actions import Qualification, When
from hengcai.training.models import Course, Session, Trainer
from hengcai.training.queries.sessions import Filters, rooms
from hengcai.web.quality.forms import Day, FilterForm, drop_down, text_box, words_of
from hengcai.web.training.forms import offer


class Hour(forms.TimeField):
    widget = forms.TimeInput(attrs={"type": "time", "class": "form-control"}, format="%H:%M")


def _number(label, most):
    widget = forms.NumberInput(attrs={"class": "form-control", "min": 1, "max": most})
    return forms.IntegerField(label=label, min_value=1, max_value=most, widget=widget)


class SessionFilterForm(FilterForm):
    course = forms.ChoiceField(label=_("Course"), required=False, widget=drop_down())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    is_coming = forms.BooleanField(label=_("Still to come"), required=False)
    is_mine = forms.BooleanField(label=_("Mine"), required=False)

    def __init__(self, data):
        super().__init__(data)
        every = [("", _("All"))]
        held = Course.objects.filter(sessions__isnull=False).distinct().order_by("code")
        self._offer("course", [*every, *{one.code: str(one.title) for one in held}.items()])
        self._offer("state", [*every, *words_of("training.session.state", Session.State.values)])

    def filters(self):
        return Filters(**self.chosen())


class SessionForm(forms.Form):
    on = Day(label=_("Day"))
    starts = Hour(label=_("Starts at"))
    ends = Hour(label=_("Ends at"))
    room = forms.TypedChoiceField(label=_("Room"), required=False, coerce=int, empty_value=None, widget=drop_down())
    place = forms.CharField(
        label=_("or elsewhere: place or meeting link"), required=False, max_length=200, widget=text_box()
    )
    places = _number(_("Places"), 500)
    trainers = forms.TypedMultipleChoiceField(
        label=_("Trainers"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(label=_("Note for participants"), required=False, max_length=400, widget=text_box())

    def __init__(self, data, *, course, session=None):
        super().__init__(data, initial=_initial(session) if session else None)
        self.rooms = {one.pk: one for one in rooms()}
        able = Trainer.objects.select_related("person").order_by("person__name")
        self.able = {one.pk: one for one in able if not one.courses or course.code in one.courses}
        named = [(key, f"{one.site.name} · {one.name} ({one.places})") for key, one in self.rooms.items()]
        self._offer("room", [("", "–"), *named])
        self._offer("trainers", [(key, one.person.name) for key, one in self.able.items()])

    def _offer(self, name, choices):
        offer(self, name, choices)

    def when(self):
        given, zone = self.cleaned_data, ZoneInfo(settings.TIME_ZONE)
        starts, ends = (datetime.combine(given["on"], given[name], tzinfo=zone) for name in ("starts", "ends"))
        return When(
            starts, ends, places=given["places"], room=self.rooms.get(given["room"]), place=given["place"],
            trainers=[self.able[key] for key in given["trainers"]], note=given["note"],
        )  # fmt: skip


def _initial(session):
    zone = ZoneInfo(settings.TIME_ZONE)
    starts, ends = localtime(session.starts_at, zone), localtime(session.ends_at, zone)
    return {
        "on": starts.date(), "starts": starts.time(), "ends": ends.time(), "room": session.room_id, "place": session.place,
        "places": session.places, "trainers": [one.pk for one in session.trainers.all()], "note": session.note,
    }  # fmt: skip


class QualifyForm(forms.Form):
    number = forms.CharField(label=_("Employee number"), max_length=40, widget=text_box())
    level = forms.ChoiceField(label=_("Level"), widget=drop_down())
    courses = forms.MultipleChoiceField(
        label=_("Courses (none chosen: all)"), required=False, widget=forms.CheckboxSelectMultiple
    )
    since = Day(label=_("From"))
    until = Day(label=_("Until"), required=False)
    proof = forms.CharField(label=_("Evidence"), required=False, max_length=400, widget=text_box())

    def __init__(self, data):
        super().__init__(data)
        used = Course.objects.filter(state="published").order_by("code")
        offer(self, "level", words_of("training.trainer.level", Trainer.Level.values))
        offer(self, "courses", [(one.code, str(one.title)) for one in used])

    def person(self):
        return Person.objects.filter(number=self.cleaned_data["number"].strip()).first()

    def given(self):
        names = ("level", "since", "until", "courses", "proof")
        return Qualification(**{name: self.cleaned_data[name] for name in names})


class RoomForm(forms.Form):
    site = forms.TypedChoiceField(label=_("Site"), coerce=int, widget=drop_down())
    name = forms.CharField(label=_("Name"), max_length=80, widget=text_box())
    places = _number(_("Places"), 500)

    def __init__(self, data):
        super().__init__(data)
        self.sites = {one.pk: one for one in sites()}
        offer(self, "site", [(one.pk, one.name) for one in self.sites.values()])

    def room(self):
        return {**self.cleaned_data, "site": self.sites[self.cleaned_data["site"]]}
