from typing import cast

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hengcai.people import queries
from hengcai.people.models import Team
from hengcai.people.queries import Filters, Staying
from hengcai.web.shell.fields import LightSelect
from hengcai.web.shell.says import sentence

FIELD_OF = {
    "people.since_before_hired": "since",
    "people.since_after_left": "since",
    "people.never_employed": "since",
    "people.lead_oneself": "lead",
    "people.lead_loop": "lead",
    "people.number_taken": "number",
    "people.left_before_hired": "left_on",
    "people.still_employed": "hired_on",
    "people.hired_before_left": "hired_on",
    "people.site_taken": "name",
    "people.team_taken": "name",
    "people.group_elsewhere": "parent",
    "people.zone_unknown": "time_zone",
    "people.user_taken": "username",
    "workday.out_of_range": "day",
}


def refuse(form, refusal):
    """Shows a refusal of the domain beside the field it is about."""
    field = FIELD_OF.get(refusal.code)
    form.add_error(field if field in form.fields else None, sentence(refusal))


class PlainForm(forms.Form):
    """Every field drawn with the house's classes."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            is_select = isinstance(field.widget, forms.Select)
            field.widget.attrs.setdefault("class", "form-select" if is_select else "form-control")
            field.error_messages["required"] = _("This field is required.")

    def offer(self, name, rows):
        cast(forms.ModelChoiceField, self.fields[name]).queryset = rows


def day_field(label, *, required=True, help_text=""):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    found = forms.DateField(label=label, required=required, help_text=help_text, widget=widget)
    found.input_formats = ["%Y-%m-%d"]
    found.error_messages["invalid"] = _("Write the date as year-month-day, such as 2026-03-31.")
    return found


class TeamField(forms.ModelChoiceField):
    widget = LightSelect

    def label_from_instance(self, obj):
        return f"{obj.site.name} · {obj.name}"


class LeadField(forms.CharField):
    """By number or unmistakable name; the page offers everybody who leads today."""

    def __init__(self):
        attrs = {"list": "leads", "autocomplete": "off"}
        super().__init__(label=_("Line manager"), required=False, max_length=120, widget=forms.TextInput(attrs=attrs))
        self.help_text = _("Employee number or name. Leave empty for none.")

    def clean(self, value):
        text = super().clean(value)
        found = queries.person_meant(text) if text else None
        if text and found is None:
            raise forms.ValidationError(
                gettext("No one has this number, and the name does not match exactly one person.")
            )
        return found


def starts():
    """What the list of people shows until something else is asked for."""
    return {"day": localdate().isoformat(), "staying": Staying.STAFF.value}


class FilterForm(PlainForm):
    q = forms.CharField(label=_("Name or number"), required=False, max_length=120)
    team = TeamField(label=_("Team"), queryset=Team.objects.none(), required=False, empty_label=_("All teams"))
    post = forms.ModelChoiceField(label=_("Role"), queryset=queries.posts(), required=False, empty_label=_("All roles"))
    site = forms.ModelChoiceField(label=_("Site"), queryset=queries.sites(), required=False, empty_label=_("All sites"))
    staying = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[(Staying.STAFF, _("Employed")), (Staying.LEFT, _("Left")), (Staying.ALL, _("Everyone"))],
    )
    day = day_field(_("As at"), required=False)

    def __init__(self, user, data):
        super().__init__({**starts(), **data.dict()}, auto_id="filter_%s")
        self.offer("team", queries.teams_seen_by(user))

    def filters(self):
        """A filter that is not understood is left out."""
        self.is_valid()
        said = self.cleaned_data
        places = {name: said[name].pk for name in ("team", "post", "site") if said.get(name)}
        staying = said.get("staying") or Staying.STAFF
        return Filters(
            day=said.get("day") or localdate(), word=(said.get("q") or "").strip(), staying=staying, **places
        )


class PlaceForm(PlainForm):
    since = day_field(
        _("Effective from"),
        help_text=_("The first day in this team and role. The previous team and role end the day before."),
    )
    team = TeamField(label=_("Team"), queryset=Team.objects.none(), required=False, empty_label=_("Not set"))
    post = forms.ModelChoiceField(label=_("Role"), queryset=queries.posts(), required=False, empty_label=_("Not set"))
    lead = LeadField()

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("team", queries.teams_seen_by(user))


class PersonForm(PlainForm):
    name = forms.CharField(label=_("Full name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), required=False)
    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=[("", _("Not set")), ("zh-hans", "中文"), ("en", "English")]
    )


class NewPersonForm(PersonForm):
    number = forms.CharField(label=_("Employee number"), max_length=40, help_text=_("The number your centre uses."))
    hired_on = day_field(_("Hire date"), help_text=_("Probation runs for a month from this day."))
    team = TeamField(label=_("Team"), queryset=Team.objects.none(), required=False, empty_label=_("Not set"))
    post = forms.ModelChoiceField(label=_("Role"), queryset=queries.posts(), required=False, empty_label=_("Not set"))
    lead = LeadField()
    field_order = ("number", "name", "hired_on", "team", "post", "lead", "email", "language")

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("team", queries.teams_seen_by(user))


class LeavingForm(PlainForm):
    left_on = day_field(_("Last day"), help_text=_("The person's place in the team and their role end on this day."))
    reason = forms.CharField(label=_("Reason for leaving"), required=False, max_length=200)


class RehireForm(PlainForm):
    hired_on = day_field(_("Rehired on"))
    probation_ends_on = day_field(_("Probation until"), required=False, help_text=_("If left empty, one month."))


class LinkForm(PlainForm):
    username = forms.CharField(
        label=_("Sign-in name"), required=False, max_length=60, help_text=_("Leave empty to unlink the account.")
    )

    def clean_username(self):
        text = self.cleaned_data["username"].strip()
        self.account = queries.account_named(text) if text else None
        if text and self.account is None:
            raise forms.ValidationError(gettext("There is no account with this sign-in name."))
        return text


class TeamForm(PlainForm):
    name = forms.CharField(label=_("Team name"), max_length=80)
    site = forms.ModelChoiceField(label=_("Site"), queryset=queries.sites())
    parent = TeamField(
        label=_("Belongs to"),
        queryset=Team.objects.none(),
        required=False,
        empty_label=_("No group above"),
        help_text=_("A group of several teams under one supervisor."),
    )

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("parent", queries.teams_seen_by(user))


class SiteForm(PlainForm):
    name = forms.CharField(label=_("Site name"), max_length=80)
    time_zone = forms.CharField(
        label=_("Time zone"), required=False, max_length=40, help_text=_("If left empty, the centre's time zone.")
    )


def hours_field(label, help_text=""):
    return forms.CharField(label=label, required=False, max_length=120, help_text=help_text)


class HoursForm(PlainForm):
    """A line a weekday, Monday first, as people write service hours."""

    day0 = hours_field(
        WEEKDAYS[0], _("For example 8:30-12:00, 13:30-18:00. Enter 0:00-24:00 for all day; leave empty if closed.")
    )
    day1 = hours_field(WEEKDAYS[1])
    day2 = hours_field(WEEKDAYS[2])
    day3 = hours_field(WEEKDAYS[3])
    day4 = hours_field(WEEKDAYS[4])
    day5 = hours_field(WEEKDAYS[5])
    day6 = hours_field(WEEKDAYS[6])
    is_closed_on_holidays = forms.BooleanField(
        label=_("Closed on public holidays"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
        help_text=_("Follows the working calendar, including days set by the centre."),
    )


class DayForm(PlainForm):
    day = day_field(_("Day"))
    kind = forms.ChoiceField(
        label=_("Kind of day"),
        choices=(
            ("holiday", _("Holiday")),
            ("made_up", _("Weekend day worked in exchange for a holiday")),
            ("working", _("Working day")),
            ("weekend", _("Day off")),
        ),
    )
    name = forms.CharField(label=_("Occasion"), required=False, max_length=80)
