"""Next steps: the list, one person's own page, skill groups, the reserve."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.growth import actions, permissions
from hengcai.growth.models import Step
from hengcai.growth.queries import people as queries
from hengcai.people.models import Person
from hengcai.web.growth.forms import GroupFilterForm, OutlookFilterForm
from hengcai.web.growth.lists import group_list, outlook_list, re_rating_list
from hengcai.web.growth.showing import asked_of, competency_names
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence


@remembers("growth")
def outlooks(request):
    permissions.WATCH.enter([], request.user)
    form = OutlookFilterForm(request.GET)
    asked = Asked(request, outlook_list(competency_names()), form=form)
    rows = asked.sorted(queries.outlooks_listed(request.user).filter(form.filters().condition()))
    facts = {"is_narrowed": asked.is_narrowed, "may_keep": permissions.KEEP_RESERVE.is_held_by(request.user)}
    return asked.file(rows) or asked.show("growth/outlooks.html", rows, facts)


@remembers("re-ratings")
def re_ratings(request, pk):
    """Who stands on which step of one ladder, by the day of the next re-rating."""
    permissions.WATCH.enter([], request.user)
    found = get_object_or_404(queries.ladders_seen_by(request.user), pk=pk)
    asked = Asked(request, re_rating_list())
    rows = asked.sorted(queries.re_ratings_listed(found, request.user, today=localdate()))
    return asked.file(rows) or asked.show("growth/re_ratings.html", rows, {"ladder": found})


def mine(request):
    """One's own; without a place on any ladder it says so."""
    permissions.SEE.enter([], request.user)
    found = Person.objects.filter(user=request.user).first()
    return render(request, "growth/person.html", _facts(request, found)) if found else _nobody(request)


def _nobody(request):
    return render(request, "growth/person.html", {"growth": None})


def person(request, pk):
    permissions.SEE.enter([], request.user)
    found = get_object_or_404(queries.people_growing(request.user), pk=pk)
    refusal = ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-growth", pk)
    facts = {**_facts(request, found), "error": refusal}
    return render(request, "growth/person.html", facts, status=422 if refusal else 200)


def _facts(request, found):
    growth = queries.growth_of(found, request.user, today=localdate())
    names = competency_names()
    ways = [(way, asked_of(way.lines, way.step, names), _choices(way)) for way in growth.ways]
    return {"growth": growth, "ways": ways, "today": localdate(), "year": localdate().year}


def _choices(way):
    """Steps of this ladder a person can decide on now: one up, the same, or any below."""
    here = way.standing.step.order if way.standing else 0
    return [one for one in way.ladder.steps.order_by("order") if one.order <= here + 1]


def _step(request):
    found = Step.objects.filter(pk=whole(request.POST.get("step", ""))).select_related("ladder").first()
    if found is None:
        raise Http404
    return found


def _rate(request, found):
    facts = {"step": _step(request), "because": request.POST.get("because", ""), "today": localdate()}
    actions.rate_standing(found, by=request.user, **facts)
    return _("Decision recorded.")


def _note(request, found):
    seen_on = day_typed(request.POST.get("seen_on", "")) or localdate()
    place, words = whole(request.POST.get("place", "")), request.POST.get("words", "")
    actions.note_proof(
        found, by=request.user, step=_step(request), place=-1 if place is None else place, seen_on=seen_on, words=words
    )
    return _("Evidence recorded.")


def _reserve(request, found):
    facts = {"step": _step(request), "because": request.POST.get("because", ""), "today": localdate()}
    actions.keep_in_reserve(found, by=request.user, **facts)
    return _("In the talent pool.")


DOINGS = {"rate": _rate, "note": _note, "reserve": _reserve}


@remembers("skill-groups")
def groups(request):
    permissions.WATCH.enter([], request.user)
    lines = queries.skill_groups(request.user, today=localdate())
    form = GroupFilterForm(request.GET, sorted({one.group for one in lines}))
    asked, wanted = Asked(request, group_list(), form=form), form.filters()
    rows = [one for one in lines if wanted.takes(one)]
    return asked.file(rows) or asked.show("growth/groups.html", rows, {"is_narrowed": asked.is_narrowed})


def reserve(request):
    permissions.END_RESERVE.enter([], request.user)
    rows, refusal = queries.reserve_listed(request.user), ""
    if request.method == "POST":
        member = get_object_or_404(rows, pk=whole(request.POST.get("member", "")) or 0)
        try:
            actions.end_reserve(member, by=request.user, because=request.POST.get("because", ""), today=localdate())
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Removed from the talent pool."))
            return redirect("list-reserve")
    return render(request, "growth/reserve.html", {"rows": rows, "error": refusal}, status=422 if refusal else 200)
