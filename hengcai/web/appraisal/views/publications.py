"""Publishing a cycle: what stands in the way, the proposal, the second person's word, ten minutes to take it back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.appraisal import actions, permissions, states
from hengcai.appraisal.queries.publication import outlook
from hengcai.appraisal.queries.results import cycles_seen_by
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.quality import permissions as quality
from hengcai.web.shell.says import sentence

MARKED = {NotNow: 409, NotValid: 422, NotAllowed: 403}


def publication(request, pk):
    """One page for all of its steps; a refusal is said on it and what was typed stays."""
    permissions.SEE_CYCLE.enter([], request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    if request.method != "POST":
        return _page(request, cycle)
    move = DOES.get(request.POST.get("move", ""))
    if move is None:
        raise NotNow("move.state", move=request.POST.get("move", ""), state=cycle.state)
    try:
        messages.success(request, move(cycle, request.user, request.POST.get("reason", "")))
    except (NotNow, NotValid, NotAllowed) as refusal:
        return _page(request, get_object_or_404(cycles_seen_by(request.user), pk=pk), refusal)
    return redirect("see-publication", pk)


def _page(request, cycle, refusal=None):
    seen = outlook(cycle, request.user, today=localdate())
    facts = {
        "cycle": cycle,
        "seen": seen,
        "links": _links(cycle, request.user),
        "refusal": sentence(refusal) if refusal else "",
        "typed": request.POST.get("reason", ""),
        "is_own": seen.one is not None and seen.one.proposed_by_id == request.user.pk,
    }
    return render(request, "appraisal/publication.html", facts, status=MARKED[type(refusal)] if refusal else 200)


def _links(cycle, user):
    """Kind of obstacle → where it is dealt with; nothing where this user would only meet a refusal."""
    people = reverse("list-participants", args=[cycle.pk])
    days = f"first_day={cycle.period_start}&last_day={cycle.period_end}"
    found = {
        "before_the_end": reverse("see-policy", args=[cycle.policy_id]),
        "without_score": f"{people}?show=not_enough",
        "open_ratings": f"{people}?show=waiting",
        "submitted_evaluations": f"{reverse('list-evaluations')}?state=submitted&{days}",
        "findings": f"{reverse('see-cycle', args=[cycle.pk])}#findings",
    }
    if quality.GIVE.is_held_by(user):
        found["drafted_evaluations"] = f"{reverse('list-given')}?state=open"
    if quality.JUDGE.is_held_by(user):
        found["open_cases"] = reverse("list-cases")
    return found


def _propose(cycle, by, reason):
    actions.propose_publication(cycle, by=by, reason=reason, today=localdate())
    return _("Proposed. A second person confirms; you cannot do that yourself.")


def _decline(cycle, by, reason):
    actions.decline_publication(cycle, by=by, reason=reason)
    return _("Not published; the results are preliminary again.")


def _confirm(cycle, by, _reason):
    actions.confirm_publication(cycle, by=by, today=localdate())
    return _("Confirmed. People see their results in ten minutes; until then the publication can be withdrawn.")


def _confirm_alone(cycle, by, reason):
    actions.confirm_publication_alone(cycle, by=by, reason=reason, today=localdate())
    return _("Confirmed by one person, and recorded as such. People see their results in ten minutes.")


def _take_back(cycle, by, reason):
    actions.take_back_publication(cycle, by=by, reason=reason)
    return _("Withdrawn. No one has seen the results; they are preliminary again.")


def _finish(cycle, by, _reason):
    actions.publish_cycle(cycle, by=by)
    return _("Published: everyone can see their own result.")


DOES = {
    states.PROPOSE.name: _propose,
    states.DECLINE.name: _decline,
    states.CONFIRM.name: _confirm,
    states.CONFIRM_ALONE.name: _confirm_alone,
    states.TAKE_BACK.name: _take_back,
    states.PUBLISH.name: _finish,
}
