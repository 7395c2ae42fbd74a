"""Awards: nominations for those who work on them, the public notice for everybody."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotNow, NotValid
from hengcai.consequences import actions, permissions
from hengcai.consequences.queries import awards as queries
from hengcai.consequences.queries import plans as people_queries
from hengcai.web.consequences.award_lists import nomination_list
from hengcai.web.shell.doing import done_by, refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


@remembers("nominations")
def nominations(request):
    permissions.SEE_NOMINATION.enter([], request.user)
    asked = Asked(request, nomination_list())
    rows = asked.sorted(queries.nominations_seen_by(request.user))
    return asked.file(rows) or asked.show("consequences/nominations.html", rows, {})


def add(request):
    """For one person, named in the address; what they could be nominated for stands on the page."""
    permissions.NOMINATE.enter([], request.user)
    rows = permissions.NOMINATE.rows(people_queries.people_seen_by(request.user), request.user)
    person = get_object_or_404(rows, pk=whole(request.GET.get("person", "")) or 0)
    offered, refusal = queries.could_be_nominated(person, request.user), ""
    if request.method == "POST":
        try:
            made = _nominated(request, person, offered)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Nominated. HR or the review panel will check it and publish the notice."))
            return redirect("see-nomination", made.pk)
    facts = {"person": person, "offered": offered, "error": refusal, "typed": request.POST}
    return render(request, "consequences/nominate.html", facts, status=422 if refusal else 200)


def _nominated(request, person, offered):
    kind = request.POST.get("kind", "")
    result = dict(offered).get(kind)
    if result is None:
        raise NotValid("consequences.award_unknown")
    return actions.nominate(person, by=request.user, kind=kind, result=result, reason=request.POST.get("reason", ""))


def nomination(request, pk):
    permissions.SEE_NOMINATION.enter([], request.user)
    found, refusal = get_object_or_404(queries.nominations_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-nomination", pk)
    facts = {
        "nomination": found, "moves": queries.open_to(found, request.user), "error": refusal, "typed": request.POST,
        "objections": queries.objections_of(found, request.user),
    }  # fmt: skip
    return render(request, "consequences/nomination.html", facts, status=422 if refusal else 200)


def notices(request):
    """公示: names only."""
    permissions.SEE_NOTICE.enter([], request.user)
    refusal = ""
    if request.method == "POST":
        try:
            messages.success(request, done_by({"object": _object}, request)(request))
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-public-notices")
    shown = queries.notices_for(request.user, today=localdate())
    facts = {"notices": shown, "error": refusal}
    return render(request, "consequences/notices.html", facts, status=422 if refusal else 200)


def _object(request):
    found = get_object_or_404(queries.public_ones(request.user), pk=whole(request.POST.get("nomination", "")) or 0)
    actions.object_to_award(found, by=request.user, words=request.POST.get("words", ""), today=localdate())
    return _("Sent. The answer will appear here; only the people who answer will know it was you.")


def _notice(request, found):
    actions.open_notice(found, by=request.user, today=localdate())
    return _("The notice has been published with names only.")


def _answer(request, found):
    permissions.ANSWER_OBJECTION.enter(found, request.user)
    wanted = whole(request.POST.get("objection", ""))
    one = next((row for row in queries.objections_of(found, request.user) if row.pk == wanted), None)
    if one is None:
        raise Http404
    actions.answer_objection(found, by=request.user, objection=one, words=request.POST.get("words", ""))
    return _("Answered.")


def _grant(request, found):
    actions.grant_award(found, by=request.user, today=localdate())
    return _("Granted. Your name has been recorded.")


def _decline(request, found):
    actions.decline_award(found, by=request.user, reason=request.POST.get("words", ""))
    return _("Declined. Your name and your reason have been recorded.")


DOINGS = {"notice": _notice, "answer": _answer, "grant": _grant, "decline": _decline}
