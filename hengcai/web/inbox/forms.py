"""Forms of notices."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.inbox.channels.robots import ROBOTS
from hengcai.inbox.channels.texts import STAGES
from hengcai.web.shell.fields import LightSelect
from hengcai.web.shell.says import word


def text_box(**more: Any) -> forms.TextInput:
    return forms.TextInput(attrs={"class": "form-control", **more})


def stages():
    return [(code, word(f"notice.stage.{code}")) for code in STAGES]


def stage_field():
    return forms.MultipleChoiceField(
        label=_("Notify me about"), choices=stages, required=False, widget=forms.CheckboxSelectMultiple
    )


def time_field(label):
    return forms.TimeField(
        label=label, widget=forms.TimeInput(attrs={"class": "form-control", "type": "time"}, format="%H:%M")
    )


def tick(label):
    return forms.BooleanField(
        label=label, required=False, widget=forms.CheckboxInput(attrs={"class": "form-check-input"})
    )


class MailForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"), required=False, max_length=254,
        widget=forms.EmailInput(attrs={"class": "form-control", "autocomplete": "email"}),
    )  # fmt: skip
    stages = stage_field()


class RobotForm(forms.Form):
    hook = forms.ChoiceField(label=_("Group chat"), required=False, widget=LightSelect(attrs={"class": "form-select"}))
    handle = forms.CharField(
        label=_("My mobile number or user ID in that group"), required=False, max_length=64, widget=text_box(),
        help_text=_("The robot uses this to mention you. Messages in a group never say what a task is about."),
    )  # fmt: skip
    stages = stage_field()

    def __init__(self, hooks, data=None, initial=None):
        super().__init__(data, initial=initial, prefix="robot")
        field: Any = self.fields["hook"]
        field.choices = [("", _("none")), *((str(one.pk), one.name) for one in hooks)]


class HoursForm(forms.Form):
    quiet_from = time_field(_("Quiet from"))
    quiet_to = time_field(_("Quiet until"))
    only_working_days = tick(_("Send on working days only"))
    mails_everybody = tick(_("Also e-mail people who have an address but have not chosen any notices"))


class HookForm(forms.Form):
    name = forms.CharField(label=_("Name of the group"), max_length=60, widget=text_box())
    robot = forms.ChoiceField(
        label=_("Robot"), choices=lambda: [(code, word(f"notice.robot.{code}")) for code in ROBOTS],
        widget=LightSelect(attrs={"class": "form-select"}),
    )  # fmt: skip
    url = forms.CharField(
        label=_("Webhook address"), max_length=400, widget=text_box(autocomplete="off"),
        help_text=_("Copy this from the robot's settings or from your own SMS gateway. It is not shown again after saving."),
    )  # fmt: skip
    secret = forms.CharField(
        label=_("Signing secret"), required=False, max_length=200,
        widget=forms.PasswordInput(attrs={"class": "form-control", "autocomplete": "new-password"}),
        help_text=_("For DingTalk and Feishu if signing is on, and for an SMS gateway. It is not shown again after saving."),
    )  # fmt: skip
