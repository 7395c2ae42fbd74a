from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.appraisal import actions, permissions, states
from hengcai.appraisal.models import Policy
from hengcai.appraisal.papers.month import rule_told
from hengcai.appraisal.papers.policy import in_words
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.queries.results import policies_seen_by
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.appraisal.rules.policy_drafts import faults_of
from hengcai.base.errors import NotValid
from hengcai.base.states import moves_open
from hengcai.framework.queries import indicator_names
from hengcai.paper.telling import Teller
from hengcai.web.appraisal.forms import PolicyForm
from hengcai.web.appraisal.lists.cycles import policy_list
from hengcai.web.appraisal.marks import band_marks
from hengcai.web.appraisal.policy_words import told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


@remembers("policies")
def policies(request):
    """Every version of the arithmetic, the one in force first."""
    permissions.SEE_POLICY.enter([], request.user)
    asked = Asked(request, policy_list())
    rows = asked.sorted(policies_seen_by(request.user))
    if answer := asked.file(rows):
        return answer
    there = list(rows)
    kinds = [(kind, asked.laid([row for row in there if row.kind == kind])) for kind in Policy.Kind.values]
    facts = {"kinds": kinds, "may_draft": permissions.DRAFT_POLICY.is_held_by(request.user), "list": kinds[0][1]}
    return render(request, "appraisal/policies.html", facts)


def policy(request, pk):
    """A draft that does not hold yet says why instead of what it would come to."""
    permissions.SEE_POLICY.enter([], request.user)
    found = get_object_or_404(policies_seen_by(request.user), pk=pk)
    faults, names = list(faults_of(found.kind, found.text)), indicator_names()
    facts = {
        "policy": found,
        "faults": [told(one, names)["detail"] for one in faults],
        "moves": {move.name for move in moves_open(states.POLICY_MOVES, found, request.user)},
        "may_draft": permissions.DRAFT_POLICY.is_held_by(request.user),
        "cycles": found.cycles.count(),
    }
    return render(request, "appraisal/policy.html", facts | ({} if faults else laid(found)))


def laid(found):
    """What the templates that print a policy need."""
    says, tell = parsed(found), Teller(get_language() or "zh-hans")
    names, rated = {code: tell.shown(name) for code, name in indicator_names().items()}, tell.say("policy_rule.rated")
    rules = {code: says.rules.get(code) for code in says.indicators} if isinstance(says, MonthPolicy) else {}
    return {
        "policy": found,
        "says": says,
        "bands": band_marks(says),
        "names": names,
        "rules": {code: rule_told(rule, code, tell) or rated for code, rule in rules.items()},
        "told": in_words(says, names, tell),
    }


def add(request):
    """A new version as text, beginning from one that is there; what does not hold is refused with its line."""
    permissions.DRAFT_POLICY.enter([], request.user)
    kind = request.GET.get("kind", "")
    kind = kind if kind in Policy.Kind.values else Policy.Kind.QUARTERLY.value
    start = policies_seen_by(request.user).filter(kind=kind, state=Policy.State.PUBLISHED).first()
    form = PolicyForm(request.POST or None, initial={"text": start.text if start else ""})
    if form.is_valid():
        try:
            made = actions.add_policy(the_centre(), by=request.user, kind=kind, text=form.cleaned_data["text"])
        except NotValid as refusal:
            form.add_error("text", sentence(refusal))
        else:
            messages.success(
                request,
                _("Saved as a draft. It has no effect until it has gone through the procedure and is in force."),
            )
            return redirect("see-policy", made.pk)
    facts = {"form": form, "kind": kind, "kinds": Policy.Kind.values}
    return render(request, "appraisal/add_policy.html", facts, status=422 if form.errors else 200)


@require_POST
def publish(request, pk):
    permissions.APPROVE_POLICY.enter([], request.user)
    found = get_object_or_404(policies_seen_by(request.user), pk=pk)
    seen_count = whole(request.POST.get("edit_count", ""))
    actions.publish_policy(found, by=request.user, today=localdate(), edit_count=seen_count)
    messages.success(request, _("In force now; results under the earlier version are unchanged."))
    return redirect("see-procedure", found.pk)
