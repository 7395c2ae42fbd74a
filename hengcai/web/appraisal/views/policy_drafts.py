"""A policy's draft in rows or as text, as it would print, held against other versions."""

import json

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.appraisal import actions, permissions, states
from hengcai.appraisal.models import Policy
from hengcai.appraisal.policy_writing import write_policy
from hengcai.appraisal.queries.results import policies_seen_by
from hengcai.appraisal.rules.policy_drafts import faults_of, fits_rows, text_of, whole_document
from hengcai.base.errors import NotNow, NotValid
from hengcai.framework.queries import indicator_names
from hengcai.web.appraisal.choices import offers_of
from hengcai.web.appraisal.forms import PolicyForm
from hengcai.web.appraisal.policy_words import changes, told
from hengcai.web.appraisal.views.policies import laid
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence

STALE = "policy.draft_stale"


def seen(request, pk):
    permissions.SEE_POLICY.enter([], request.user)
    return get_object_or_404(policies_seen_by(request.user), pk=pk)


def _draft(request, pk):
    found = seen(request, pk)
    gate = states.AMEND_POLICY if found.state == Policy.State.DISCUSSED else states.REWRITE_POLICY
    gate.enter(found, request.user)
    return found


@require_POST
def revise(request, pk):
    """A new version that begins with the text of this one."""
    permissions.DRAFT_POLICY.enter([], request.user)
    found = seen(request, pk)
    made = actions.add_policy(the_centre(), by=request.user, kind=found.kind, text=found.text)
    return redirect("edit-policy", made.pk)


def edit(request, pk):
    found = _draft(request, pk)
    faults = list(faults_of(found.kind, found.text))
    if not fits_rows(faults):
        messages.warning(request, _("The editor cannot show this text; correct it here."))
        return redirect("edit-policy-text", pk)
    names = indicator_names()
    facts = {
        "policy": found,
        "document": whole_document(found.kind, found.text),
        "faults": [told(one, names) for one in faults],
        "offers": offers_of(found.kind),
    }
    return render(request, "appraisal/policy_rows.html", facts)


def edit_text(request, pk):
    """The same draft as text, comments and all. Whoever was overtaken keeps their text."""
    found = _draft(request, pk)
    form = PolicyForm(request.POST or None, initial={"text": found.text, "edit_count": found.edit_count})
    status = 422 if form.errors else 200
    if form.is_valid():
        refused = _rewritten(form, found, request.user)
        if refused is None:
            messages.success(request, _("The draft is saved."))
            return redirect("see-policy", pk)
        status = 409 if refused.code == STALE else 422
    faults = [sentence(one) for one in faults_of(found.kind, found.text)]
    facts = {"policy": found, "form": form, "faults": faults}
    return render(request, "appraisal/policy_text.html", facts, status=status)


def _rewritten(form, row, user):
    count = form.cleaned_data["edit_count"]
    try:
        write_policy(
            row, by=user, text=form.cleaned_data["text"], edit_count=-1 if count is None else count, today=localdate()
        )
    except (NotValid, NotNow) as refusal:
        form.add_error("text", sentence(refusal))
        return refusal
    return None


def printed(request, pk):
    """What everybody would read of it, or what does not hold yet."""
    found = seen(request, pk)
    faults, names = list(faults_of(found.kind, found.text)), indicator_names()
    facts = {"faults": [told(one, names)["detail"] for one in faults]} if faults else laid(found)
    return render(request, "appraisal/policy_printed.html", facts)


def compare(request, pk):
    found = seen(request, pk)
    rows = policies_seen_by(request.user).filter(kind=found.kind).exclude(pk=pk)
    others = sorted(rows, key=lambda one: (one.number > found.number, -one.number))
    key = whole(request.GET.get("with", ""))
    old = next((one for one in others if one.pk == key), others[0] if others else None)
    facts = {"policy": found, "others": others, "old": old, "is_open": _fits(found) and (old is None or _fits(old))}
    if old and facts["is_open"]:
        facts["changes"] = changes(whole_document(old.kind, old.text), whole_document(found.kind, found.text))
    facts["may_edit"] = found.state in (
        Policy.State.DRAFT,
        Policy.State.DISCUSSED,
    ) and permissions.DRAFT_POLICY.is_held_by(request.user)
    return render(request, "appraisal/compare_policies.html", facts)


def _fits(policy):
    return fits_rows(list(faults_of(policy.kind, policy.text)))


@require_POST
def differing(request, pk):
    """What was typed here against what somebody else saved."""
    found = _draft(request, pk)
    text = text_of(_document_sent(request))
    if not _fits(found) or not fits_rows(list(faults_of(found.kind, text))):
        raise NotValid("yaml.not_mapping", key="definition")
    before, after = whole_document(found.kind, found.text), whole_document(found.kind, text)
    return render(request, "shell/changes.html", {"changes": changes(before, after)})


def _document_sent(request):
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        sent = None
    document = sent.get("definition") if isinstance(sent, dict) else None
    if not isinstance(document, dict):
        raise NotValid("yaml.not_mapping", key="definition")
    return document


@require_POST
def delete(request, pk):
    permissions.DRAFT_POLICY.enter([], request.user)
    actions.delete_policy(seen(request, pk), by=request.user)
    messages.success(request, _("The draft is deleted."))
    return redirect("list-policies")
