"""Surveys: listed, opened, followed, reminded, put off, closed; their results and the files of them."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hengcai.assessment import actions, permissions
from hengcai.assessment.actions.surveys import Plan
from hengcai.assessment.audience import Audience
from hengcai.assessment.exporting import survey_csv, survey_xlsx
from hengcai.assessment.models import Survey
from hengcai.assessment.queries.questionnaires import questionnaires_to_open
from hengcai.assessment.queries.results import results_of
from hengcai.assessment.queries.surveys import moves_of, surveys_seen_by
from hengcai.audit.action import note
from hengcai.base.errors import NotNow, NotValid
from hengcai.people.queries.seen import posts, teams_seen_by
from hengcai.web.assessment.forms import OpenForm, SurveyFilterForm
from hengcai.web.assessment.lists import survey_list
from hengcai.web.assessment.showing import breakdown_of, shown_lines
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence

USUAL_DAYS = 14
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@remembers("surveys")
def surveys(request):
    permissions.SEE.enter([], request.user)
    form = SurveyFilterForm(request.GET)
    rows = surveys_seen_by(request.user).filter(form.filters().condition())
    asked = Asked(request, survey_list(counts=permissions.SEE_RESULTS.is_held_by(request.user)), form=form)
    facts = {"is_narrowed": asked.is_narrowed, "may_run": permissions.RUN.is_held_by(request.user)}
    return asked.file(asked.sorted(rows)) or asked.show("assessment/surveys.html", asked.sorted(rows), facts)


def add(request):
    permissions.RUN.enter([], request.user)
    form = _open_form(request)
    refusal = ""
    if form.is_valid():
        try:
            made = _opened(request, form.cleaned_data)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Opened. Everyone invited will find it in their inbox."))
            return redirect("see-survey", made.pk)
    facts = {"form": form, "error": refusal}
    return render(request, "assessment/open_survey.html", facts, status=422 if refusal or form.errors else 200)


def _open_form(request):
    initial = {
        "questionnaire": whole(request.GET.get("questionnaire", "")), "closes_on": localdate() + timedelta(days=USUAL_DAYS),
        "is_anonymous": "yes",
    }  # fmt: skip
    offered = questionnaires_to_open(request.user)
    return OpenForm(
        request.POST or None, initial=initial, questionnaires=offered, teams=teams_seen_by(request.user), posts=posts()
    )


def _opened(request, chosen):
    questionnaire = get_object_or_404(questionnaires_to_open(request.user), pk=chosen["questionnaire"])
    audience = Audience(*(tuple(int(pk) for pk in chosen[name]) for name in ("teams", "posts")))
    plan = Plan(
        chosen["name"] or str(questionnaire.title), chosen["closes_on"], chosen["is_anonymous"] == "yes", audience
    )
    return actions.open_survey(questionnaire, by=request.user, plan=plan, today=localdate())


def survey(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-survey", pk)
    shows = permissions.SEE_RESULTS.rows(Survey.objects.filter(pk=pk), request.user).exists()
    facts = {
        "survey": found, "moves": moves_of(found, request.user), "error": refusal, "shows_results": shows,
        "is_late": found.closes_on < localdate(), "typed": request.POST, "n_open": found.n_asked - found.n_answered,
    }  # fmt: skip
    return render(request, "assessment/survey.html", facts, status=422 if refusal else 200)


@require_safe
def results(request, pk):
    found = _seen(request, pk)
    read = results_of(found, request.user)
    lines = shown_lines(read)
    chosen = next((one for one in lines if one.key == request.GET.get("question", "")), None)
    facts = {
        "survey": found, "results": read, "lines": lines, "chosen": chosen, "may_export": permissions.EXPORT.is_held_by(request.user),
        "breakdown": breakdown_of(chosen) if chosen else [],
    }  # fmt: skip
    return render(request, "assessment/results.html", facts)


@require_safe
def export(request, pk):
    permissions.EXPORT.enter([], request.user)
    found = _seen(request, pk)
    read, language = results_of(found, request.user), get_language() or "zh-hans"
    kind = request.GET.get("as", "xlsx")
    if kind not in ("xlsx", "csv"):
        raise Http404
    note("export_survey", found, by=request.user, kind=kind)
    made = survey_xlsx(read, language) if kind == "xlsx" else survey_csv(read, language)
    answer = HttpResponse(made, content_type=XLSX if kind == "xlsx" else "text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="survey-{found.pk}.{kind}"'
    return answer


def _seen(request, pk):
    permissions.SEE.enter([], request.user)
    return get_object_or_404(surveys_seen_by(request.user), pk=pk)


def _remind(request, found):
    count = actions.remind_invitees(found, by=request.user, today=localdate())
    return _("People reminded: %(count)s.") % {"count": count}


def _extend(request, found):
    on = day_typed(request.POST.get("closes_on", ""))
    actions.extend_survey(found, by=request.user, closes_on=on or found.closes_on, today=localdate())
    return _("The closing date has been extended.")


def _close(request, found):
    actions.close_survey(found, by=request.user)
    return _("Closed. The results are now available.")


DOINGS = {"remind": _remind, "extend": _extend, "close": _close}
