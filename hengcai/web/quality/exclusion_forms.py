"""What the page of exclusions takes."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hengcai.people.queries.seen import person_meant
from hengcai.quality.analysts import able_analysts
from hengcai.quality.assigning_models import Exclusion
from hengcai.web.quality.forms import drop_down, text_box, words_of


class ExclusionForm(forms.Form):
    analyst = forms.TypedChoiceField(label=_("Analyst"), coerce=int, widget=drop_down())
    agent = forms.CharField(label=_("Does not score"), max_length=120, widget=text_box(placeholder=_("name or number")))
    reason = forms.ChoiceField(label=_("Reason"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Note"), required=False, max_length=200, widget=text_box(),
        help_text=_("Only people who may see exclusions can read this. Required if the reason is “Other”."),
    )  # fmt: skip

    def __init__(self, data=None):
        super().__init__(data)
        self.users = {user.pk: user for user in able_analysts()}
        fields: Any = self.fields
        fields["analyst"].choices = [("", "")] + [(key, user.name) for key, user in self.users.items()]
        fields["reason"].choices = words_of("quality.exclusion.reason", Exclusion.Reason.values)

    def clean_agent(self):
        found = person_meant(self.cleaned_data["agent"])
        if found is None:
            raise forms.ValidationError(
                gettext("No one has this number, and the name does not match exactly one person.")
            )
        return found

    def facts(self):
        chosen = self.cleaned_data
        return {
            "analyst": self.users[chosen["analyst"]], "person": chosen["agent"], "reason": chosen["reason"],
            "note": chosen["note"],
        }  # fmt: skip
