from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.base.roles import AGENT, ROLES
from hengcai.interactions import permissions
from hengcai.interactions.models import Contact
from hengcai.interactions.queries import ContactFilter
from hengcai.people.models import Team
from hengcai.people.queries import teams_seen_by
from hengcai.web.interactions.shown import kind_word
from hengcai.web.shell.fields import LightSelect
from hengcai.web.shell.says import word


class PlainForm(forms.Form):
    """Every field drawn with the house's classes."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, forms.CheckboxInput):
                continue
            is_select = isinstance(field.widget, forms.Select)
            field.widget.attrs.setdefault("class", "form-select" if is_select else "form-control")
            field.error_messages["required"] = _("This field is required.")


def channels():
    return [("", _("All channels")), *((code, word(f"channel.{code}")) for code in Contact.Channel.values)]


SATISFACTION = [
    ("", _("Any satisfaction")),
    ("low", _("1 to 2")),
    ("middle", _("Between 2 and 4")),
    ("high", _("4 to 5")),
    ("none", _("Not rated")),
]


def day_field(label):
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class FilterForm(PlainForm):
    """What cannot be understood is left out of the filter rather than refused."""

    agent = forms.CharField(label=_("Employee number or name"), required=False, max_length=80)
    team = forms.ModelChoiceField(
        label=_("Team"), queryset=Team.objects.none(), required=False, empty_label=_("All teams"), widget=LightSelect
    )
    channel = forms.ChoiceField(label=_("Channel"), choices=channels, required=False)
    first_day = day_field(_("From day"))
    last_day = day_field(_("To day"))
    satisfaction = forms.ChoiceField(label=_("Satisfaction"), choices=SATISFACTION, required=False)

    def __init__(self, user, data):
        super().__init__(data)
        if set(permissions.SEE.reach) & user.roles <= {AGENT}:
            del self.fields["agent"], self.fields["team"]
        else:
            cast(forms.ModelChoiceField, self.fields["team"]).queryset = teams_seen_by(user)
        self.is_valid()

    def filter(self):
        kept = {name: value for name, value in self.cleaned_data.items() if value}
        team = kept.pop("team", None)
        return ContactFilter(**kept, team=team.pk if team else None)

    def is_narrowed(self):
        return any(self.cleaned_data.values())


class AccountsForm(forms.Form):
    roles = forms.MultipleChoiceField(
        label=_("Access roles"), choices=lambda: [(role, word(f"role.{role}")) for role in ROLES],
        widget=forms.CheckboxSelectMultiple, error_messages={"required": _("Choose at least one role.")},
    )  # fmt: skip
    prefix = forms.CharField(  # type: ignore[assignment]  # a field's name; Django takes it off the class
        label=_("Prefix before each number"),
        required=False,
        max_length=12,
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"}),
        help_text=_("Sign-in names are employee numbers. With the prefix cc-, 2001 signs in as cc-2001."),
    )


class StartForm(PlainForm):
    kind = forms.ChoiceField(label=_("What is in the file"))
    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV, Excel (.xlsx), JSONL or Parquet. Compress large files as .csv.gz or .jsonl.gz."),
    )
    mapping = forms.FileField(
        label=_("Column mapping"),
        required=False,
        help_text=_("A YAML file, only when your column names differ from ours."),
    )
    people = forms.BooleanField(
        label=_("Create people with unknown employee numbers"),
        required=False,
        help_text=_(
            "For contacts only. People created this way have no team. If you leave this unticked, such rows are rejected."
        ),
    )
    update = forms.BooleanField(
        label=_("Update existing rows"),
        required=False,
        help_text=_(
            "A row with an existing id and different content replaces the old row. If you leave this unticked, it is rejected."
        ),
    )

    def __init__(self, user, *args):
        super().__init__(*args)
        kind = cast(forms.ChoiceField, self.fields["kind"])
        kind.choices = [(code, kind_word(code)) for code in permissions.kinds_open_to(user)]

    def options(self):
        """Only contacts can make people."""
        wants_people = self.cleaned_data["people"] and self.cleaned_data["kind"] == "contacts"
        return {"people": "create" if wants_people else None, "update": self.cleaned_data["update"]}
