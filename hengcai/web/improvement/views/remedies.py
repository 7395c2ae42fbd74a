"""Corrective actions: the list, a new one, one of them with what each does with it."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotNow, NotValid
from hengcai.improvement import actions, permissions
from hengcai.improvement.actions.remedies import Subject
from hengcai.improvement.files import path_of, receive_proof
from hengcai.improvement.models import Remedy
from hengcai.improvement.queries import remedies as queries
from hengcai.improvement.rules.remedies import Plan
from hengcai.quality.queries.causes import causes_listed
from hengcai.web.improvement.forms import RemedyFilterForm, RemedyForm
from hengcai.web.improvement.lists import about, remedy_list
from hengcai.web.improvement.showing import shown
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence


@remembers("remedies")
def remedies(request):
    permissions.SEE.enter([], request.user)
    today = localdate()
    form = RemedyFilterForm(request.GET)
    rows = queries.remedies_listed(request.user).filter(form.filters().condition(request.user, today=today))
    asked = Asked(request, remedy_list(today=today), form=form)
    facts = {"is_narrowed": asked.is_narrowed, "may_raise": queries.may_raise(request.user)}
    return asked.file(asked.sorted(rows)) or asked.show("improvement/remedies.html", asked.sorted(rows), facts)


def add(request):
    """What a link from another page knows already stands in the form."""
    permissions.RAISE.enter([], request.user)
    form = RemedyForm(request.user, request.POST or None, _known(request))
    refusal = ""
    if form.is_valid():
        try:
            made = _raised(request, form)
        except (NotNow, NotValid) as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Raised. The owner has been notified."))
            return redirect("see-remedy", made.pk)
    facts = {"form": form, "error": refusal}
    return render(request, "improvement/raise.html", facts, status=422 if refusal or form.errors else 200)


def _known(request):
    told = {name: request.GET.get(name, "") for name in ("about", "person", "finding", "action", "figure", "owner")}
    return {**told, "team": whole(request.GET.get("team", "")), "item": whole(request.GET.get("item", ""))}


def _raised(request, form):
    told = form.cleaned_data
    person = form.chosen_person()
    if person is False:
        raise NotValid("improvement.subject_missing")
    team = next((one for one in queries.teams_to_raise_on(request.user) if one.pk == told["team"]), None)
    owner = form.chosen_owner(person)
    if owner is None:
        raise NotNow("improvement.owner_unable", name=told["owner"])
    names = ("about", "finding", "action", "due_on", "check_on", "item", "figure")
    source = request.GET.get("source", "")
    subject = Subject(
        owner, person, team, source if source in queries.SOURCES else Remedy.Source.HAND,
        whole(request.GET.get("source_id", "")) if source in queries.SOURCES else None,
    )  # fmt: skip
    plan = Plan(**{name: told[name] for name in names})
    return actions.raise_remedy(the_centre(), by=request.user, plan=plan, subject=subject, today=localdate())


@require_POST
def from_cause(request, pk):
    permissions.RAISE_ON_CAUSE.enter([], request.user)
    report = get_object_or_404(causes_listed(request.user), pk=pk)
    language = get_language() or "zh-hans"
    try:
        made = actions.raise_from_cause(report, by=request.user, language=language, today=localdate())
    except NotNow as refused:
        messages.error(request, sentence(refused))
        return redirect("see-cause", pk)
    messages.success(request, _("Raised. The owner has been notified."))
    return redirect("see-remedy", made.pk)


def remedy(request, pk):
    found = _seen(request, pk)
    refusal = ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-remedy", pk)
    today = localdate()
    sight = queries.sight_of(found, request.user, today=today)
    facts = {
        "remedy": found, "sight": sight, "shown": shown(found, sight.outcome), "about": about(found), "error": refusal,
        "typed": request.POST if refusal else {},
        "owners": queries.owners_for(found.person) if sight.may_steer and found.state == "open" and found.person else [],
    }  # fmt: skip
    return render(request, "improvement/remedy.html", facts, status=422 if refusal else 200)


def proof_file(request, pk, file):
    """Handed over to be kept, never shown within a page of ours."""
    found = _seen(request, pk)
    row = next((one for one in found.files.all() if one.pk == file), None)
    if row is None or not path_of(row.place).is_file():
        raise Http404
    answer = FileResponse(
        path_of(row.place).open("rb"), as_attachment=True, filename=row.name, content_type=row.media_type
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _seen(request, pk):
    permissions.SEE.enter([], request.user)
    return get_object_or_404(queries.remedies_seen_by(request.user), pk=pk)


def _words(request):
    return request.POST.get("words", "")


def _day(request):
    return day_typed(request.POST.get("day", ""))


def _finish(request, found):
    actions.finish_remedy(found, by=request.user, proof=_words(request), today=localdate())
    return _("Reported as done. The person who raised the action will verify it.")


def _file(request, found):
    permissions.DO.enter(found, request.user)
    upload = request.FILES.get("file")
    if upload is None:
        raise NotValid("improvement.file_unknown_kind")
    receive_proof(found, upload, name=upload.name or "", by=request.user)
    return _("Added.")


def _return(request, found):
    actions.return_remedy(found, by=request.user, words=_words(request), due_on=_day(request), today=localdate())
    return _("Sent back to the owner.")


def _check(request, found):
    actions.check_remedy(found, by=request.user, words=_words(request), today=localdate())
    return _("Verified, based on the sample as it is today.")


def _go_on(request, found):
    actions.go_on_with_remedy(found, by=request.user, words=_words(request), due_on=_day(request), today=localdate())
    return _("The owner will continue with the action.")


def _put_off(request, found):
    actions.put_off_remedy(found, by=request.user, to=_day(request), reason=_words(request), today=localdate())
    return _("Postponed.")


def _hand_over(request, found):
    permissions.STEER.enter(found, request.user)
    typed = request.POST.get("to", "").strip()
    to = queries.owners_for(found.person).filter(username=typed).first()
    if to is None:
        raise NotValid("improvement.owner_unknown", name=typed)
    actions.hand_over_remedy(found, by=request.user, to=to, reason=_words(request))
    return _("Handed over. The new owner has been notified.")


def _close(request, found):
    actions.close_remedy(found, by=request.user, words=_words(request))
    return _("Closed.")


def _drop(request, found):
    actions.drop_remedy(found, by=request.user, words=_words(request))
    return _("Cancelled.")


DOINGS = {
    "finish": _finish, "file": _file, "return": _return, "check": _check, "go_on": _go_on, "put_off": _put_off,
    "hand_over": _hand_over, "close": _close, "drop": _drop,
}  # fmt: skip
