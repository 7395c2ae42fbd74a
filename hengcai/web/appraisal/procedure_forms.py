"""The forms of a policy's procedure: the shape of what is typed, nothing of its rules."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.appraisal.models import Attendee
from hengcai.appraisal.rules.procedure import Meeting, Notice, Present
from hengcai.web.appraisal.forms import Day, text_box
from hengcai.web.shell.says import word

ROWS = 8
LONGEST = 4000
MOST_VOTES = 10_000


def text_area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"class": "form-control", "rows": rows, "maxlength": LONGEST})


class Count(forms.IntegerField):
    def __init__(self, **how: Any) -> None:
        box = forms.NumberInput(attrs={"class": "form-control", "min": 0})
        super().__init__(min_value=0, max_value=MOST_VOTES, widget=box, **how)


class DiscussForm(forms.Form):
    closes_on = Day(label=_("Comments close on"), help_text=_("Up to and including this day."))
    invitation = forms.CharField(
        label=_("Note for everyone (optional)"), required=False, max_length=LONGEST, widget=text_area(3)
    )

    def facts(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class DecideForm(forms.Form):
    """Who was present stands in rows of its own: `present_name`, `present_capacity`, `present_number`."""

    held_on = Day(label=_("Date of the meeting"))
    minutes = forms.CharField(label=_("Minutes"), max_length=LONGEST, widget=text_area(6))
    votes_for = Count(label=_("For"))
    votes_against = Count(label=_("Against"), initial=0)
    votes_abstained = Count(label=_("Abstained"), initial=0)
    alone_because = forms.CharField(
        label=_("Why one person drafts and confirms"), required=False, max_length=LONGEST, widget=text_area(2),
        help_text=_("Only if you wrote part of the draft and no one else can record the decision."),
    )  # fmt: skip

    def present(self) -> list[Present]:
        parts = [self._listed(name) for name in ("name", "capacity", "number")]
        rows = zip(*[[*part, *[""] * ROWS][: max(len(parts[0]), ROWS)] for part in parts], strict=True)
        return [Present(name.strip(), capacity, number.strip()) for name, capacity, number in rows]

    def capacities(self) -> list[tuple[str, str]]:
        return [(code, word(f"policy_capacity.{code}")) for code in Attendee.Capacity.values]

    def facts(self) -> dict[str, Any]:
        found = dict(self.cleaned_data)
        alone = found.pop("alone_because")
        there = tuple(one for one in self.present() if one.name)
        return {"meeting": Meeting(present=there, **found), "alone_because": alone}

    def _listed(self, name: str) -> list[str]:
        return list(self.data.getlist(f"present_{name}")) if hasattr(self.data, "getlist") else []


class AnnounceForm(forms.Form):
    text = forms.CharField(label=_("Text of the announcement"), max_length=LONGEST, widget=text_area(6))
    place = forms.CharField(
        label=_("Where it is published"), max_length=200, widget=text_box(),
        help_text=_("For example: notice board on the first floor, intranet, staff group."),
    )  # fmt: skip
    posted_on = Day(label=_("Announced on"))
    in_force_from = Day(label=_("In force from"))

    def facts(self) -> dict[str, Any]:
        return {"notice": Notice(**self.cleaned_data)}
