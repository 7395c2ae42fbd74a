"""When the centre works: its service hours, and the days that are not what their weekday says."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dates import WEEKDAYS
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotValid
from hengcai.base.workdays import FIRST_YEAR, LAST_YEAR
from hengcai.interactions.actions.hours import settle_service_hours
from hengcai.interactions.hours import service_week
from hengcai.interactions.rules.openings import openings_of, written
from hengcai.people import actions, permissions, queries
from hengcai.people.models import OwnDay
from hengcai.web.people.doors import open_page
from hengcai.web.people.forms import DayForm, HoursForm, refuse
from hengcai.web.shell.says import sentence


def working_time(request):
    """A year's days, the one asked for or this one."""
    open_page(permissions.SEE_TIME, request.user)
    year = _year(request.GET.get("year", ""))
    week, is_closed_on_holidays = service_week()
    facts = {
        "year": year,
        "before": year - 1 if year > FIRST_YEAR else None,
        "after": year + 1 if year < LAST_YEAR else None,
        "days": queries.unusual_days(year, language="en" if get_language() == "en" else "zh"),
        "week": [(WEEKDAYS[day], written(openings)) for day, openings in week.items()],
        "is_closed_on_holidays": is_closed_on_holidays,
        "may_settle": permissions.SETTLE_TIME.is_held_by(request.user),
    }
    return render(request, "people/working_time.html", facts)


def _year(text):
    asked = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0
    return asked if FIRST_YEAR <= asked <= LAST_YEAR else localdate().year


def hours(request):
    open_page(permissions.SETTLE_TIME, request.user)
    week, is_closed = service_week()
    start = {f"day{day}": written(openings) for day, openings in week.items()}
    form = HoursForm(request.POST or None, initial={**start, "is_closed_on_holidays": is_closed})
    if form.is_valid() and _hours_saved(request, form):
        messages.success(request, _("Saved."))
        return redirect("see-working-time")
    return _form(request, form, _("Service hours"), _("Save"))


def _hours_saved(request, form):
    """True when they are; else each refusal stands beside its day."""
    week = {}
    for day in WEEKDAYS:
        try:
            week[day] = openings_of(form.cleaned_data[f"day{day}"])
        except NotValid as refusal:
            form.add_error(f"day{day}", sentence(refusal))
    if form.errors:
        return False
    try:
        is_closed = form.cleaned_data["is_closed_on_holidays"]
        settle_service_hours(the_centre(), by=request.user, week=week, is_closed_on_holidays=is_closed)
    except NotValid as refusal:
        form.add_error(None, sentence(refusal))
    return not form.errors


def settle_day(request):
    open_page(permissions.SETTLE_TIME, request.user)
    form = DayForm(request.POST or None, initial={"day": request.GET.get("day") or localdate()})
    if form.is_valid():
        try:
            actions.settle_day(the_centre(), by=request.user, **form.cleaned_data)
        except NotValid as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("Saved."))
            return _to_year(form.cleaned_data["day"].year)
    return _form(request, form, _("Day set by the centre"), _("Save"))


@require_POST
def remove_day(request, pk):
    open_page(permissions.SETTLE_TIME, request.user)
    found = get_object_or_404(OwnDay, pk=pk)
    actions.remove_day(found, by=request.user)
    messages.success(request, _("Removed. The day follows the calendar again."))
    return _to_year(found.date.year)


def _to_year(year):
    answer = redirect("see-working-time")
    answer["Location"] += f"?year={year}"
    return answer


def _form(request, form, title, button):
    facts = {"form": form, "title": title, "button": button, "back": "see-working-time"}
    return render(request, "people/form.html", facts, status=422 if form.errors else 200)
