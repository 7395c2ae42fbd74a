"""The library of cases: found, made, asked for, shown, heard, taken out."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hengcai.accounts.queries import the_centre
from hengcai.audit.action import note
from hengcai.base.errors import NotNow, NotValid
from hengcai.coaching import actions, keeping, permissions
from hengcai.coaching.library_models import LibraryCase
from hengcai.coaching.queries import library as queries
from hengcai.coaching.queries.sessions import evaluations_to_coach
from hengcai.coaching.rules.library import Draft
from hengcai.coaching.states import EDIT_CASE
from hengcai.framework.models import Competency
from hengcai.web.coaching.forms import CaseFilterForm, CaseForm
from hengcai.web.coaching.lists import case_list
from hengcai.web.coaching.showing import placed, turns_of, words_beside
from hengcai.web.interactions.ranged import ranged
from hengcai.web.quality.transcript import Moments
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence
from hengcai.web.shell.templatetags.hc import clock


@remembers("library")
def cases(request):
    permissions.SEE_CASES.enter([], request.user)
    keeps = permissions.KEEP_CASE.is_held_by(request.user)
    form = CaseFilterForm(request.user, request.GET, keeps=keeps)
    rows = queries.cases_listed(request.user).filter(form.filters().condition())
    asked = Asked(request, case_list(keeps=keeps), form=form)
    facts = {"is_narrowed": asked.is_narrowed, "keeps": keeps, "may_brief": permissions.BRIEF.is_held_by(request.user)}
    return asked.file(asked.sorted(rows)) or asked.show("coaching/cases.html", asked.sorted(rows), facts)


def add(request):
    """From one published evaluation, named in the address."""
    permissions.MAKE_CASE.enter([], request.user)
    rows = permissions.MAKE_CASE.rows(evaluations_to_coach(request.user), request.user)
    found = rows.filter(pk=whole(request.GET.get("evaluation", ""))).first()
    if found is None:
        raise Http404
    return _written(request, found, None)


def edit(request, pk):
    found = _seen(request, pk)
    EDIT_CASE.enter(found, request.user)
    return _written(request, found.evaluation, found)


def _written(request, evaluation, found):
    contact = evaluation.assignment.contact
    competencies = [(one.pk, str(one.name)) for one in Competency.objects.filter(pk__in=_competencies(evaluation))]
    form = CaseForm(request.POST or None, competencies, _initial(found, contact))
    refusal = ""
    if form.is_valid():
        try:
            made = _kept(request, form, evaluation, found)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Saved as a draft."))
            return redirect("see-library-case", made.pk)
    facts = {
        "form": form, "case": found, "evaluation": evaluation, "error": refusal, **words_beside(evaluation),
        "has_recording": keeping.recording_of(found or LibraryCase(evaluation=evaluation)) is not None,
    }  # fmt: skip
    return render(request, "coaching/edit_case.html", facts, status=422 if refusal or form.errors else 200)


def _competencies(evaluation):
    rows = evaluation.answers.exclude(item__competency=None)
    return rows.values("item__competency")


def _initial(found, contact):
    if found is None:
        return {"kind": LibraryCase.Kind.MODEL}
    moments = Moments(contact, turns_of(contact))
    lines = {} if found.first is None else {"first": moments.typed(found.first), "last": moments.typed(found.last)}
    return {
        "kind": found.kind, "title": found.title, "lesson": found.lesson, "tags": " ".join(found.tags),
        "competency": found.competency_id, "has_sound": found.sound != LibraryCase.Sound.NONE, **lines,
    }  # fmt: skip


def _kept(request, form, evaluation, found):
    chosen, contact = form.cleaned_data, evaluation.assignment.contact
    lines = {name: placed(contact, chosen[name]) for name in ("first", "last")}
    names = ("kind", "title", "lesson", "tags", "competency", "has_sound")
    draft = Draft(**{name: chosen[name] for name in names}, **lines)
    if found is None:
        return actions.make_case(evaluation, by=request.user, draft=draft)
    return actions.edit_case(found, by=request.user, draft=draft)


def case(request, pk):
    found = _seen(request, pk)
    refusal = ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect(
                "list-library-cases" if found.state == found.State.WITHDRAWN else "see-library-case", *_back(found)
            )
    sight = queries.sight_of(found, request.user)
    lines = [{**turn, "when": "" if turn["start"] is None else clock(int(turn["start"]))} for turn in found.turns]
    facts = {
        "case": found,
        "sight": sight,
        "lines": lines,
        "error": refusal,
        "today": localdate(),
        "typed": request.POST,
    }
    return render(request, "coaching/case.html", facts, status=422 if refusal else 200)


def _back(found):
    return () if found.state == found.State.WITHDRAWN else (found.pk,)


@require_safe
def sound(request, pk):
    """The covered copy, in pieces; its beginning is noted, so that every hearing is on record once."""
    found = _seen(request, pk)
    path = keeping.sound_of(found)
    if found.sound != LibraryCase.Sound.READY or not path.is_file():
        raise Http404
    if request.headers.get("Range", "bytes=0-").startswith("bytes=0-"):
        note("hear_case", found, by=request.user)
    return ranged(request, path, media_type="audio/webm", tag=f'"{found.pk}-{int(path.stat().st_mtime)}"')


def _seen(request, pk):
    permissions.SEE_CASES.enter([], request.user)
    return get_object_or_404(queries.cases_listed(request.user), pk=pk)


def _ask(request, found):
    actions.ask_consent(found, by=request.user)
    return _("The agent has been asked.")


def _show(request, found):
    actions.show_case(found, by=request.user)
    return _("The case is now in the library.")


def _give(request, found):
    actions.give_consent(found, by=request.user, words=_words(request))
    return _("Thank you. Colleagues can learn from it now.")


def _decline(request, found):
    actions.decline_consent(found, by=request.user, words=_words(request))
    return _("Your answer is saved. The case will not be shown.")


def _take_back(request, found):
    actions.take_back_consent(found, by=request.user, words=_words(request))
    return _("Consent withdrawn. The case is no longer shown to anyone.")


def _withdraw(request, found):
    actions.withdraw_case(found, by=request.user, reason=_words(request))
    return _("Withdrawn.")


def _brief(request, found):
    on = day_typed(request.POST.get("on", "")) or localdate()
    actions.brief_case(the_centre(), by=request.user, case=found, on=on, today=localdate())
    return _("The case has been added to your briefing.")


def _words(request):
    return request.POST.get("words", "")


DOINGS = {
    "ask": _ask, "show": _show, "give": _give, "decline": _decline, "take_back": _take_back, "withdraw": _withdraw,
    "brief": _brief,
}  # fmt: skip
