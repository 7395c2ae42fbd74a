"""The shape of a 复盘 note."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.base.errors import NotValid
from hengcai.interactions.queries import contacts_seen_by
from hengcai.training.actions import Thoughts
from hengcai.training.queries.reflections import own_sessions
from hengcai.web.assessment.forms import area
from hengcai.web.quality.forms import Day, drop_down, text_box
from hengcai.web.shell.templatetags.hc import moment
from hengcai.web.training.forms import offer

MOST_SESSIONS = 50


class ReflectionForm(forms.Form):
    about = forms.CharField(label=_("What it is about"), required=False, max_length=120, widget=text_box())
    session = forms.TypedChoiceField(
        label=_("After the session (optional)"), required=False, coerce=int, empty_value=None, widget=drop_down()
    )
    contact = forms.CharField(
        label=_("Contact number (optional)"), required=False, max_length=80, widget=text_box(autocomplete="off")
    )
    happened = forms.CharField(label=_("What happened"), required=False, max_length=4000, widget=area(5))
    otherwise = forms.CharField(label=_("What I would do otherwise"), required=False, max_length=4000, widget=area(4))
    next_step = forms.CharField(label=_("My next step"), required=False, max_length=400, widget=text_box())
    next_on = Day(label=_("By when"), required=False)
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, data, user, *, initial=None):
        super().__init__(data, initial=initial)
        self.user = user
        self.sessions = {one.pk: one for one in own_sessions(user)[:MOST_SESSIONS]}
        named = [(pk, f"{one.course.title} · {moment(one.starts_at)}") for pk, one in self.sessions.items()]
        offer(self, "session", [("", "–"), *named])

    def thoughts(self):
        """Refused where the contact is none of theirs."""
        given = dict(self.cleaned_data)
        del given["edit_count"]
        key = given.pop("contact").strip()
        contact = contacts_seen_by(self.user).filter(key=key).first() if key else None
        if key and contact is None:
            raise NotValid("training.reflection_contact")
        return Thoughts(**{**given, "session": self.sessions.get(given["session"])}, contact=contact)


def initial_of(one):
    names = ("about", "happened", "otherwise", "next_step", "next_on", "edit_count")
    places = {"session": one.session_id, "contact": one.contact.key if one.contact else ""}
    return {name: getattr(one, name) for name in names} | places
