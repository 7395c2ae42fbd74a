from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.base.bilingual import Bilingual
from hengcai.base.roles import ROLES
from hengcai.web.shell.says import word


def role_choices():
    return [(role, word(f"role.{role}")) for role in ROLES]


class RolesForm(forms.Form):
    roles = forms.MultipleChoiceField(
        label=_("Access roles"), choices=role_choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class NewUserForm(RolesForm):
    username = forms.CharField(label=_("Sign-in name"), max_length=60, help_text=_("Usually the employee number."))
    name = forms.CharField(label=_("Name"), max_length=120)
    password = forms.CharField(
        label=_("First password"),
        min_length=10,
        help_text=_("At least ten characters. The person must change the password at first sign-in."),
    )
    field_order = ("username", "name", "password", "roles")


class PasswordForm(forms.Form):
    password = forms.CharField(label=_("New password"), min_length=10)


class CentreForm(forms.Form):
    name_zh = forms.CharField(label=_("Name in Chinese"), max_length=80)
    name_en = forms.CharField(label=_("Name in English"), max_length=80, required=False)
    agent_word = forms.ChoiceField(
        label=_("What agents are called in this centre"),
        choices=[("客服代表", "客服代表"), ("坐席", "坐席"), ("客服专员", "客服专员"), ("话务员", "话务员")],
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    def bilingual_name(self):
        return Bilingual(self.cleaned_data["name_zh"], self.cleaned_data["name_en"])
