"""Operational measures: counted from contacts, with what hours and queues explain; and those that were imported."""

from datetime import date
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengcai.base.days import months_back
from hengcai.base.quantities import Unit
from hengcai.base.roles import AGENT
from hengcai.interactions import operation_queries as queries
from hengcai.interactions import permissions
from hengcai.interactions.operation_queries import AGENTS, TEAMS, FigureFilter, ImportedFilter
from hengcai.interactions.rules import operations as rules
from hengcai.interactions.rules.units import unit_of
from hengcai.web.interactions.forms import PlainForm, day_field
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.columns import Column, Listing, Where
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import decimal, short_day


class FigureForm(PlainForm):
    """What does not fit is left aside."""

    month = forms.ChoiceField(label=gettext_lazy("Month"), required=False)
    code = forms.ChoiceField(label=gettext_lazy("Measure"), required=False)
    level = forms.ChoiceField(label=gettext_lazy("Shown by"), required=False)
    team = forms.TypedChoiceField(label=gettext_lazy("Team"), required=False, coerce=int, empty_value=None)
    agent = forms.CharField(label=gettext_lazy("Employee number or name"), required=False, max_length=80)

    def __init__(self, user, data):
        self.months = queries.months_counted() or [months_back(localdate(), 1)]
        self.starts = {"month": f"{self.usual_month():%Y-%m}", "code": rules.TIME, "level": AGENTS}
        super().__init__({**self.starts, **{name: value for name, value in data.items() if value}})
        self._offer("month", [*((f"{one:%Y-%m}", f"{one:%Y-%m}") for one in self.months), *map(_three, self.months)])
        self._offer("code", [(code, word(f"operation.{code}")) for code in rules.CODES])
        self._offer("level", [(AGENTS, _("Agent")), (TEAMS, _("Team"))])
        teams = [(one.pk, one.name) for one in queries.teams_with_figures(user)]
        self._offer("team", [("", _("All teams")), *teams])
        if user.roles <= {AGENT}:
            del self.fields["level"], self.fields["team"], self.fields["agent"]
        self.is_valid()

    def _offer(self, name, choices):
        field: Any = self.fields[name]
        field.choices = choices

    def filters(self):
        """What nobody offered is as it starts."""
        found = {**self.starts, **{name: value for name, value in self.cleaned_data.items() if value}}
        month, _sign, months = found.pop("month").partition("/")
        return FigureFilter(**found, month=date.fromisoformat(f"{month}-01"), months=int(months or 1))

    def usual_month(self):
        """The newest that is over."""
        first = localdate().replace(day=1)
        return next((one for one in self.months if one < first), self.months[0])


def _three(month):
    first = months_back(month, 3)
    said = _("%(first)s to %(last)s, three months") % {"first": f"{first:%Y-%m}", "last": f"{month:%Y-%m}"}
    return f"{month:%Y-%m}/3", said


class ImportedForm(PlainForm):
    code = forms.ChoiceField(label=gettext_lazy("Measure"), required=False)
    agent = forms.CharField(label=gettext_lazy("Employee number or name"), required=False, max_length=80)
    first_day = day_field(gettext_lazy("From day"))
    last_day = day_field(gettext_lazy("To day"))

    def __init__(self, user, data, *, names):
        super().__init__(data)
        codes = [(code, names.get(code, code)) for code in queries.imported_codes(user)]
        code: Any = self.fields["code"]
        code.choices = [("", _("All measures")), *codes]
        if user.roles <= {AGENT}:
            del self.fields["agent"]
        self.is_valid()

    def filters(self):
        return ImportedFilter(**{name: value for name, value in self.cleaned_data.items() if value})


def figure_list(wanted):
    code = wanted.code
    columns = [
        Column("who", _("Team") if wanted.level == TEAMS else _("Agent"), _who, is_head=True, css="nowrap"),
        Column("number", _("Employee number"), lambda one: one.agent.number if one.agent else None, where=Where.FILE),
        Column("of_team", _("Team"), lambda one: one.team_name, css="nowrap", is_rare=True),
        Column("value", _("Value"), lambda one: one.value, lambda one: told(code, one.value), css="num"),
        Column("numerator", _("Numerator"), lambda one: one.numerator, where=Where.FILE),
        Column("n", _("Numerator / denominator"), lambda one: one.denominator, _counts, css="num nowrap"),
        Column("expected", _("Expected with this mix"), lambda one: one.expected, lambda one: told(code, one.expected), css="num"),
        Column("difference", _("Difference"), lambda one: one.difference, _difference, css="num nowrap"),
        Column("low", _("Lower limit of the difference"), lambda one: one.low, where=Where.FILE),
        Column("high", _("Upper limit of the difference"), lambda one: one.high, where=Where.FILE),
        Column("adjusted", _("With the same mix for everyone"), lambda one: one.adjusted, lambda one: told(code, one.adjusted), css="num"),
        Column("verdict", _("Verdict"), lambda one: word(f"operation.verdict.{one.verdict}")),
        Column("compared", _("Contacts compared"), lambda one: one.compared, _compared, css="num"),
    ]  # fmt: skip
    return Listing("operations", _("Operational measures"), columns, queries.FIGURE_ORDERS)


def told(code, value):
    """Seconds as they are, shares as per cent."""
    if value is None:
        return ""
    return f"{value * 100:.1f}%" if code in rules.SHARES else _("%(n)s s") % {"n": f"{value:.0f}"}


def _who(one):
    return one.agent.name if one.agent else one.team.name


def _counts(one):
    return f"{one.numerator:.0f} / {one.denominator}"


def _difference(one):
    if one.difference is None:
        return ""
    scale, places = (100, 1) if one.code in rules.SHARES else (1, 0)
    mid, low, high = (_signed(value * scale, places) for value in (one.difference, one.low, one.high))
    return format_html('{} <span class="small text-secondary">[{}, {}]</span>', mid, low, high)


def _signed(value, places):
    """With its sign; what is rounded to nothing has none."""
    said = f"{value:+.{places}f}"
    return said if float(said) else said[1:]


def _compared(one):
    return _("%(n)s of %(of)s") % {"n": one.compared, "of": one.denominator}


@remembers("operations")
def operations(request):
    permissions.SEE_OPERATIONS.enter([], request.user)
    form = FigureForm(request.user, request.GET)
    wanted = form.filters()
    asked = Asked(request, figure_list(wanted), form=form, starts=form.starts)
    rows = queries.figures_seen_by(request.user, wanted)
    if answer := asked.file(asked.sorted(rows)):
        return answer
    centre = queries.figure_of_centre(wanted)
    parts = ("numerator", "denominator", "exclusions", "source")
    facts = {
        "wanted": wanted, "period": _period(wanted), "name": word(f"operation.{wanted.code}"), "counted_at": queries.counted_at(),
        "definition": word(f"operation.{wanted.code}.definition"),
        "parts": [(_part(part), word(f"operation.{wanted.code}.{part}")) for part in parts],
        "centre": centre, "centre_value": told(wanted.code, centre.value) if centre else "",
        "centre_counts": _counts(centre) if centre else "",
    }  # fmt: skip
    return asked.show("interactions/operations.html", asked.sorted(rows), facts)


def _period(wanted):
    return _three(wanted.month)[1] if wanted.months > 1 else f"{wanted.month:%Y-%m}"


def _part(code):
    return {
        "numerator": _("Numerator"), "denominator": _("Denominator"), "exclusions": _("Excluded"), "source": _("Source"),
    }[code]  # fmt: skip


def imported_list(names):
    columns = [
        Column("agent", _("Agent"), lambda one: one.agent.name, is_head=True, css="nowrap"),
        Column("number", _("Employee number"), lambda one: one.agent.number, where=Where.FILE),
        Column("measure", _("Measure"), lambda one: str(names.get(one.code, one.code))),
        Column("from", _("From day"), lambda one: one.period_start, lambda one: short_day(one.period_start), css="nowrap"),
        Column("to", _("To day"), lambda one: one.period_end, lambda one: short_day(one.period_end), css="nowrap"),
        Column("value", _("Value"), lambda one: one.value, _imported, css="num nowrap"),
        Column("numerator", _("Numerator"), lambda one: one.numerator, lambda one: decimal(one.numerator), css="num", is_rare=True),
        Column("denominator", _("Denominator"), lambda one: one.denominator, lambda one: decimal(one.denominator), css="num", is_rare=True),
    ]  # fmt: skip
    return Listing("imported-measures", _("Imported measures"), columns, queries.IMPORTED_ORDERS)


def _imported(one):
    unit = unit_of(one.code)
    if unit is Unit.SHARE:
        return f"{float(one.value) * 100:.1f}%"
    if unit is Unit.SECONDS:
        return _("%(n)s s") % {"n": decimal(one.value)}
    return _("%(n)s h") % {"n": decimal(one.value)} if unit is Unit.HOURS else decimal(one.value)


@remembers("imported-measures")
def imported(request):
    permissions.SEE_IMPORTED.enter([], request.user)
    defined = queries.defined()
    names = {code: one.name for code, one in defined.items()}
    form = ImportedForm(request.user, request.GET, names=names)
    wanted = form.filters()
    asked = Asked(request, imported_list(names), form=form)
    rows = asked.sorted(queries.imported_seen_by(request.user).filter(wanted.condition()))
    if answer := asked.file(rows):
        return answer
    one = defined.get(wanted.code)
    parts = [(_part(part), one.detail[part]) for part in queries.PARTS if part in one.detail] if one else []
    facts = {"one": one, "parts": parts, "is_narrowed": asked.is_narrowed}
    return asked.show("interactions/imported_measures.html", rows, facts)
