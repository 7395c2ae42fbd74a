"""What the pages of mystery shopping and live listening take."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from hengcai.interactions.models import Contact
from hengcai.quality.actions.observations import LARGEST_SEED, Brief
from hengcai.quality.observation_models import Observation
from hengcai.quality.queries import observations as queries
from hengcai.quality.queries.observations import ObservationFilter
from hengcai.quality.rules.observations import MOST_VISITS, Span
from hengcai.web.quality.forms import Day, FilterForm, drop_down, text_box, words_of

CHANNELS = (Contact.Channel.CALL, Contact.Channel.CHAT, Contact.Channel.VIDEO, Contact.Channel.VISIT)
DAYS, VISITS, HOURS = 14, 12, (9, 18)


def area(rows):
    return forms.Textarea(attrs={"class": "form-control", "rows": rows})


def counter(low, high):
    return forms.NumberInput(attrs={"class": "form-control", "min": low, "max": high})


class CardField(forms.ModelChoiceField):
    widget = drop_down()

    def __init__(self, **how):
        told = {"empty_label": None, **how}
        super().__init__(label=_("Scorecard"), queryset=queries.scorecards_to_observe(), **told)

    def label_from_instance(self, obj):
        return str(obj.name)


class RoundForm(forms.Form):
    name = forms.CharField(label=_("Name of the round"), max_length=200, widget=text_box())
    channel = forms.ChoiceField(label=_("Channel"), widget=drop_down())
    scorecard = CardField(required=False, empty_label=_("The one in force for the channel"))
    scenario = forms.CharField(
        label=_("Scenario"), max_length=4000, widget=area(3),
        help_text=_("Who the shopper plays and what they want, in enough detail for two shoppers to act alike."),
    )  # fmt: skip
    asks = forms.CharField(label=_("What to ask"), max_length=4000, widget=area(3))
    looks_for = forms.CharField(label=_("What the shopper looks for"), max_length=4000, widget=area(3))
    first_on = Day(label=_("First day of visits"))
    last_on = Day(label=_("Last day of visits"))
    from_hour = forms.IntegerField(label=_("From hour"), widget=counter(0, 23))
    to_hour = forms.IntegerField(label=_("To hour"), widget=counter(1, 24))
    visits = forms.IntegerField(label=_("Visits"), widget=counter(1, MOST_VISITS))
    seed = forms.IntegerField(
        label=_("Seed"), required=False, min_value=0, max_value=LARGEST_SEED, widget=counter(0, LARGEST_SEED),
        help_text=_("If left empty, a seed is chosen at random. The same seed gives the same days, hours and shoppers."),
    )  # fmt: skip
    shoppers = forms.ModelMultipleChoiceField(
        label=_("Shoppers"), queryset=queries.able_shoppers(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data=None):
        today = localdate()
        start = {"first_on": today, "last_on": today + timedelta(days=DAYS), "visits": VISITS}
        super().__init__(data, initial={**start, "from_hour": HOURS[0], "to_hour": HOURS[1]})
        channel: Any = self.fields["channel"]
        channel.choices = words_of("quality.channel", CHANNELS)

    def clean(self):
        """Left empty, the card in force for the channel: of visits the one for branch visits."""
        super().clean()
        chosen = self.cleaned_data
        if "channel" in chosen and "scorecard" in chosen and chosen["scorecard"] is None:
            chosen["scorecard"] = queries.card_of_channel(chosen["channel"])
            if chosen["scorecard"] is None:
                self.add_error("scorecard", _("No scorecard is in force for this channel. Choose one."))
        return chosen

    def brief(self):
        chosen = self.cleaned_data
        span = Span(*(chosen[name] for name in ("first_on", "last_on", "from_hour", "to_hour")))
        names = ("name", "channel", "scorecard", "scenario", "asks", "looks_for", "visits")
        return Brief(span=span, **{name: chosen[name] for name in names})


class ObservationFilterForm(FilterForm):
    kind = forms.ChoiceField(label=_("Kind"), required=False, widget=drop_down())
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    agent = forms.CharField(label=_("Agent"), required=False, widget=text_box(placeholder=_("name or number")))

    def __init__(self, user, data):
        super().__init__(data)
        every = [("", _("All"))]
        self._offer("kind", every + words_of("quality.observation.kind", Observation.Kind.values))
        self._offer("state", every + words_of("quality.observation.state", ["open", *Observation.State.values]))
        if user.roles <= {"agent"}:
            del self.fields["agent"], self.fields["state"]

    def filters(self):
        return ObservationFilter(**self.chosen())


class SurveyForm(FilterForm):
    first_day = Day(label=_("From"), required=False)
    last_day = Day(label=_("To"), required=False)

    def period(self):
        """Until something else is asked for, the month that goes on."""
        today = localdate()
        chosen = self.chosen()
        return chosen.get("first_day", today.replace(day=1)), chosen.get("last_day", today)


class ListenForm(forms.Form):
    agent = forms.CharField(
        label=_("Agent’s number"), max_length=40, widget=text_box(inputmode="text", autocomplete="off")
    )
    scorecard = CardField()


class VisitForm(forms.Form):
    agent = forms.CharField(
        label=_("Agent’s number"), max_length=40, widget=text_box(autocomplete="off"),
        help_text=_("As given by the agent, or as shown on the badge or in the chat."),
    )  # fmt: skip
    at = forms.DateTimeField(
        label=_("When"),
        widget=forms.DateTimeInput(attrs={"class": "form-control", "type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    notes = forms.CharField(label=_("What was said and done"), required=False, max_length=4000, widget=area(4))
