"""Shapes of what the pages take; what is right is the domain's to say."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.base.days import within_reach
from hengcai.framework.models import Post
from hengcai.interactions.models import Contact
from hengcai.interactions.queries import ContactFilter
from hengcai.people.models import Team
from hengcai.people.permissions import SEE_TEAMS
from hengcai.quality.analysts import able_analysts
from hengcai.quality.holding import scorecards_in_force
from hengcai.quality.models import Assignment, Dispute, DisputedItem, Evaluation, Scorecard
from hengcai.quality.queries.assigning import GivenFilter, analysts_given_work, contacts_to_assign
from hengcai.quality.queries.cases import red_lines
from hengcai.quality.queries.disputes import DisputeFilter
from hengcai.quality.queries.lists import VERDICTS
from hengcai.quality.queries.pages import EvaluationFilter, analysts_with_load
from hengcai.quality.queries.rechecks import RecheckFilter
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.rules.holding import Holding
from hengcai.web.shell.fields import LightSelect
from hengcai.web.shell.lists.asking import PASSING
from hengcai.web.shell.says import word


class Day(forms.DateField):
    """Of this and the next century."""

    widget = forms.DateInput(attrs={"type": "date", "class": "form-control"}, format="%Y-%m-%d")

    def to_python(self, value):
        day = super().to_python(value)
        if day and day != within_reach(day):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day


def text_box(**more):
    return forms.TextInput(attrs={"class": "form-control", **more})


def drop_down():
    return LightSelect(attrs={"class": "form-select"})


def words_of(prefix, codes):
    return [(code, word(f"{prefix}.{code}")) for code in codes]


class FilterForm(forms.Form):
    """A filter that does not fit is left aside; the list then shows as if it had not been set."""

    def chosen(self):
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}

    def _offer(self, name, choices):
        field: Any = self.fields[name]
        field.choices = choices


class EvaluationFilterForm(FilterForm):
    agent = forms.CharField(label=_("Agent"), required=False, widget=text_box(placeholder=_("name or number")))
    team = forms.TypedChoiceField(label=_("Team"), required=False, coerce=int, empty_value=None, widget=drop_down())
    card = forms.ChoiceField(label=_("Scorecard"), required=False, widget=drop_down())
    analyst = forms.TypedChoiceField(
        label=_("Analyst"), required=False, coerce=int, empty_value=None, widget=drop_down()
    )
    first_day = Day(label=_("From"), required=False)
    last_day = Day(label=_("To"), required=False)
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    verdict = forms.ChoiceField(label=_("Result"), required=False, widget=drop_down())
    fatal = forms.BooleanField(label=_("Fatal errors only"), required=False)

    def __init__(self, user, data, *, tells_analysts=True):
        super().__init__(data)
        self.tells_analysts = tells_analysts
        every = [("", _("All"))]
        teams = SEE_TEAMS.rows(Team.objects.order_by("name"), user)
        self._offer("team", every + list(teams.values_list("pk", "name")))
        cards = Scorecard.objects.filter(state=Scorecard.State.PUBLISHED).order_by("channel", "code")
        self._offer("card", every + [(card.code, str(card.name)) for card in cards])
        self._offer("analyst", every + [(one.pk, one.name) for one in able_analysts()])
        states = (Evaluation.State.SUBMITTED, Evaluation.State.PUBLISHED)
        self._offer("state", every + words_of("quality.evaluation.state", states))
        self._offer("verdict", every + words_of("band", VERDICTS))
        self._keep_to(user.roles)

    def _keep_to(self, roles):
        """Somebody who sees only their own asks nothing about whose; who is scored cannot find out by whom."""
        closed = ["analyst", "team"] if roles <= {"analyst", "agent"} else [] if self.tells_analysts else ["analyst"]
        for name in ["agent", "team", "analyst", "state"] if roles <= {"agent"} else closed:
            del self.fields[name]

    def filters(self):
        return EvaluationFilter(**self.chosen())


class DisputeFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    agent = forms.CharField(label=_("Agent"), required=False, widget=text_box(placeholder=_("name or number")))
    outcome = forms.ChoiceField(label=_("Ruling"), required=False, widget=drop_down())
    late = forms.BooleanField(label=_("Overdue only"), required=False)

    def __init__(self, user, data):
        super().__init__(data)
        every = [("", _("All"))]
        self._offer("state", every + words_of("quality.dispute.state", Dispute.State.values))
        self._offer("outcome", every + words_of("quality.outcome", DisputedItem.Outcome.values))
        if user.roles <= {"agent"}:
            del self.fields["agent"]

    def filters(self):
        return DisputeFilter(**self.chosen())


class RecheckFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    agent = forms.CharField(label=_("Agent"), required=False, widget=text_box(placeholder=_("name or number")))
    outcome = forms.ChoiceField(label=_("Outcome"), required=False, widget=drop_down())
    late = forms.BooleanField(label=_("Overdue only"), required=False)

    def __init__(self, _user, data):
        super().__init__(data)
        every = [("", _("All"))]
        self._offer("state", every + words_of("quality.recheck.state", ["open", *Recheck.State.values]))
        self._offer("outcome", every + words_of("quality.recheck.outcome", Recheck.Outcome.values))

    def filters(self):
        return RecheckFilter(**self.chosen())


class RedLineForm(forms.Form):
    red_line = forms.ModelChoiceField(
        label=_("Which red line"), queryset=red_lines(), empty_label=None, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("What was seen or heard"),
        widget=forms.Textarea(attrs={"class": "form-control", "rows": 4}),
        max_length=4000,
        required=False,
    )
    line = forms.CharField(required=False, max_length=9, widget=text_box(size=8))

    def __init__(self, moments, data=None):
        super().__init__(data)
        self._moments = moments
        if moments.are_times:
            self.fields["line"].label = _("Time")
            self.fields["line"].help_text = _("Enter the time shown beside the conversation, such as 0:31.")
        else:
            self.fields["line"].label = _("Line number")
            self.fields["line"].help_text = _("The line where the breach happens, if there is one.")

    def clean_line(self):
        """The turn, counted from 0; a line that is not there is the action's to refuse."""
        text = self.cleaned_data["line"].strip()
        return self._moments.place(text) if text else None


class JudgementForm(forms.Form):
    judgement = forms.CharField(
        label=_("Evidence"),
        widget=forms.Textarea(attrs={"class": "form-control", "rows": 4}),
        max_length=4000,
        required=False,
    )


class CardForm(forms.Form):
    text = forms.CharField(
        label=_("The card as text (YAML)"),
        strip=False,
        widget=forms.Textarea(
            attrs={"class": "form-control card-text", "rows": 30, "spellcheck": "false", "wrap": "off"}
        ),
    )
    edit_count = forms.IntegerField(required=False, min_value=0, max_value=2**31, widget=forms.HiddenInput)


class NewCardForm(forms.Form):
    """A name, a code, a channel, and what to start from: nothing, a shipped card, any card there is."""

    name = forms.CharField(label=_("Name of the card"), max_length=200, widget=text_box())
    code = forms.RegexField(
        label=_("Code"),
        regex=r"^[a-z0-9][a-z0-9_]{0,39}$",
        help_text=_(
            "Use lower-case letters, digits and underscores; the code cannot be changed later. An existing code makes the next "
            "version of its scorecard."
        ),
        widget=text_box(spellcheck="false"),
    )
    channel = forms.ChoiceField(label=_("Channel"), widget=drop_down())
    start = forms.ChoiceField(label=_("Start from"), required=False, widget=drop_down())

    def __init__(self, data, cards, shipped):
        super().__init__(data)
        channel: Any = self.fields["channel"]
        start: Any = self.fields["start"]
        channel.choices = words_of("quality.channel", Contact.Channel.values)
        copies = [
            (f"card:{one.pk}", _("a copy of %(name)s, version %(number)s") % {"name": one.name, "number": one.number})
            for one in cards
        ]
        ships = [(f"shipped:{name}", _("the built-in card “%(name)s”") % {"name": name}) for name in shipped]
        start.choices = [("", _("an empty card")), *copies, *ships]


class PublishingForm(forms.Form):
    """Whether each other card of the channel stays beside or makes way, from which day, for which posts."""

    since = Day(label=_("In force from"), required=False)
    edit_count = forms.IntegerField(required=False, widget=forms.HiddenInput)
    posts = forms.MultipleChoiceField(
        label=_("Only for these roles"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data, scorecard, others, today):
        super().__init__(data, initial={"since": today, "posts": scorecard.posts})
        posts: Any = self.fields["posts"]
        posts.choices = [(one.code, str(one.name)) for one in Post.objects.order_by("order")]
        self.codes = list(dict.fromkeys(one.code for one in others))
        ways = [
            ("replace", _("retires: this card takes over from that day")),
            ("beside", _("stays, for its own roles")),
        ]
        for one in others:
            label = _("%(name)s, version %(number)s") % {"name": one.name, "number": one.number}
            self.fields[f"other_{one.code}"] = forms.ChoiceField(
                label=label, choices=ways, required=False, widget=forms.RadioSelect
            )

    def holding(self):
        """Nothing said of one of the others is nothing decided."""
        chosen = self.cleaned_data
        ways = {code: chosen.get(f"other_{code}") for code in self.codes}
        replaces = frozenset(code for code, way in ways.items() if way == "replace") if all(ways.values()) else None
        return Holding(since=chosen["since"], posts=tuple(chosen["posts"]), replaces=replaces)

    def others(self):
        return [self[f"other_{code}"] for code in self.codes]


COMPLAINTS = {"any": ("open", "upheld", "not_upheld"), "upheld": ("upheld",)}


def assign_starts():
    return {"only_new": "on"}


class ContactFilterForm(FilterForm):
    """What to pick contacts by. Days are those of the centre's zone."""

    first_day = Day(label=_("From"), required=False)
    last_day = Day(label=_("To"), required=False)
    team = forms.TypedChoiceField(label=_("Team"), required=False, coerce=int, empty_value=None, widget=drop_down())
    agent = forms.CharField(label=_("Agent"), required=False, widget=text_box(placeholder=_("name or number")))
    channel = forms.ChoiceField(label=_("Channel"), required=False, widget=drop_down())
    satisfaction = forms.ChoiceField(label=_("Satisfaction"), required=False, widget=drop_down())
    complaint = forms.ChoiceField(label=_("Complaint"), required=False, widget=drop_down())
    only_new = forms.BooleanField(label=_("Not assigned yet"), required=False)

    def __init__(self, user, data):
        super().__init__(data if data.keys() - {*PASSING, "sort"} else assign_starts())
        every = [("", _("All"))]
        teams = SEE_TEAMS.rows(Team.objects.order_by("name"), user)
        self._offer("team", every + list(teams.values_list("pk", "name")))
        self._offer("channel", every + words_of("quality.channel", Contact.Channel.values))
        self._offer("satisfaction", [*every, ("low", _("low (1–2)")), ("none", _("not rated"))])
        self._offer("complaint", [*every, ("any", _("with a complaint")), ("upheld", _("upheld complaint"))])

    def rows(self, user):
        chosen = self.chosen()
        complaint = COMPLAINTS.get(chosen.pop("complaint", ""))
        only_new = chosen.pop("only_new", False)
        rows = contacts_to_assign(user, ContactFilter(**chosen), only_new=only_new)
        return rows.filter(complaint__in=complaint) if complaint else rows


def given_starts():
    return {"state": Assignment.State.OPEN.value}


class GivenFilterForm(FilterForm):
    """What is still to score, until something else is asked for."""

    analyst = forms.TypedChoiceField(
        label=_("Analyst"), required=False, coerce=int, empty_value=None, widget=drop_down()
    )
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())

    def __init__(self, data):
        super().__init__({**given_starts(), **data.dict()})
        every = [("", _("All"))]
        self._offer("analyst", every + [(one.pk, one.name) for one in analysts_given_work()])
        self._offer("state", every + words_of("quality.assignment.state", Assignment.State.values))

    def filters(self):
        return GivenFilter(**self.chosen())


class TicketFilterForm(FilterForm):
    state = forms.ChoiceField(label=_("Status"), required=False, widget=drop_down())
    agent = forms.CharField(label=_("Agent"), required=False, widget=text_box(placeholder=_("name or number")))

    def __init__(self, data):
        super().__init__(data)
        states = [Assignment.State.OPEN, Assignment.State.DONE]
        self._offer("state", [("", _("All")), *words_of("quality.assignment.state", states)])


class GivingForm(forms.Form):
    analyst: Any = forms.ModelChoiceField(label=_("Analyst"), queryset=None, empty_label=None, widget=drop_down())
    due_on = Day(label=_("Due date"))
    card: Any = forms.ModelChoiceField(
        label=_("Scorecard"), queryset=None, required=False, empty_label=_("selected by channel"), widget=drop_down()
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        analyst: Any = self.fields["analyst"]
        card: Any = self.fields["card"]
        analyst.queryset, card.queryset = analysts_with_load(), scorecards_in_force()
        analyst.label_from_instance = _with_load


def _with_load(user):
    return _("%(name)s · %(count)s to score") % {"name": user.name, "count": user.open_count}
