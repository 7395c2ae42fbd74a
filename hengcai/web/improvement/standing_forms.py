"""Which report, of which place, and when."""

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from hengcai.improvement.models import Span
from hengcai.web.quality.forms import Day, drop_down, text_box, words_of
from hengcai.web.shell.says import word


class PlaceForm(forms.Form):
    """Both begin with what and where."""

    code = ""

    span = forms.ChoiceField(label=_("Which report"), widget=drop_down())
    place = forms.ChoiceField(label=_("Scope"), widget=drop_down())

    def __init__(self, offers, data=None, initial=None):
        super().__init__(data, initial=initial, auto_id=f"{self.code}-%s")
        fields: Any = self.fields
        fields["span"].choices = words_of("improvement.span", Span.values)
        fields["place"].choices = [(one.scope, one.name or word("improvement.centre")) for one in offers]


class MakeForm(PlaceForm):
    code = "make"
    day = Day(label=_("Any day in the period"), required=False)


class SubscribeForm(PlaceForm):
    code = "subscribe"
    weekday = forms.TypedChoiceField(
        label=_("Weekday (for the weekly report)"),
        coerce=int,
        required=False,
        choices=list(WEEKDAYS.items()),
        widget=drop_down(),
    )
    hour = forms.TypedChoiceField(
        label=_("Time"), coerce=int, choices=[(hour, f"{hour:02d}:00") for hour in range(24)], initial=8, widget=drop_down(),
        help_text=_("Delivered on working days, in the local time of the site. On other days it is delivered on the next working day."),
    )  # fmt: skip
    reader = forms.CharField(
        label=_("Subscribe for"), required=False, max_length=150, widget=text_box(),
        help_text=_("Account name or employee number of someone who may see this report; leave empty for yourself."),
    )  # fmt: skip

    def __init__(self, offers, data=None, *, reads):
        super().__init__(offers, data)
        if not reads:
            del self.fields["reader"]
