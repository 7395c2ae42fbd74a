"""What the pages of sampling plans take: the plan as text, and of each analyst how much they take on and whom not."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hengcai.quality.analysts import able_analysts
from hengcai.quality.drawn_models import Pick
from hengcai.web.quality.forms import text_box, words_of

LARGEST_SEED = 2**62
DAYS_TO_SCORE = 5
START = """name: {name}
period: [{first}, {last}]
rules:
  - {{name: {low}, where: {{csat: {{at_most: 2}}}}, per_agent: 1}}
  - {{name: {complaint}, where: {{complaint: [open, upheld]}}, share: "1"}}
per_agent: 4
new_hire: {{months: 3, per_agent: 8}}
double_share: "0.10"
load_within: 1
"""


def start_text():
    """Of the quarter that goes on."""
    today = localdate()
    first = today.replace(month=today.month - (today.month - 1) % 3, day=1)
    last = (first + timedelta(days=93)).replace(day=1) - timedelta(days=1)
    words = {"low": gettext("low satisfaction"), "complaint": gettext("complaint")}
    name = gettext("Contacts from %(first)s to %(last)s") % {"first": first, "last": last}
    return START.format(name=name, first=first, last=last, **words)


class PlanForm(forms.Form):
    text = forms.CharField(
        label=_("The plan as text (YAML)"), strip=False,
        widget=forms.Textarea(attrs={"class": "form-control card-text", "rows": 16, "spellcheck": "false", "wrap": "off"}),
    )  # fmt: skip
    seed = forms.IntegerField(
        label=_("Seed"), required=False, min_value=0, max_value=LARGEST_SEED,
        help_text=_("If left empty, a seed is chosen at random. The plan, the contacts and the seed together decide the draw."),
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )  # fmt: skip
    days_to_score = forms.IntegerField(
        label=_("Working days to score"), min_value=1, max_value=60, widget=forms.NumberInput(attrs={"class": "form-control"})
    )  # fmt: skip
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, data, plan=None):
        super().__init__(data, initial=_initial(plan))
        known = {row["analyst"]: row for row in plan.analysts} if plan else {}
        self.users = list(able_analysts())
        for user in self.users:
            row = known.get(user.username, {"capacity": "0" if plan else "1", "excluded": ""})
            self.fields[f"capacity_{user.pk}"] = forms.CharField(
                label=gettext("Capacity of %(name)s") % {"name": user.name}, required=False, max_length=20,
                initial=row["capacity"], widget=text_box(size=4, inputmode="decimal"),
            )  # fmt: skip
            self.fields[f"excluded_{user.pk}"] = forms.CharField(
                label=gettext("Agents %(name)s does not score") % {"name": user.name}, required=False, max_length=4000,
                initial=row["excluded"], widget=text_box(),
            )  # fmt: skip

    def analysts(self):
        """Rows of an analysts file."""
        return [
            {
                "analyst": user.username,
                "capacity": self.cleaned_data[f"capacity_{user.pk}"] or "0",
                "excluded": self.cleaned_data[f"excluded_{user.pk}"],
            }
            for user in self.users
        ]

    def lines(self):
        return [(user.name, self[f"capacity_{user.pk}"], self[f"excluded_{user.pk}"]) for user in self.users]


def _initial(plan):
    if plan is None:
        return {"text": start_text(), "days_to_score": DAYS_TO_SCORE}
    return {"text": plan.text, "seed": plan.seed, "days_to_score": plan.days_to_score, "edit_count": plan.edit_count}


class ReplaceForm(forms.Form):
    reason = forms.ChoiceField(label=_("Why this contact cannot be scored"), widget=forms.RadioSelect)

    def __init__(self, data=None):
        super().__init__(data)
        reason: Any = self.fields["reason"]
        reason.choices = words_of("quality.pick.reason", Pick.Reason.values)
