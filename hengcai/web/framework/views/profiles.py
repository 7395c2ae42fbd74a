from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.base.errors import NotValid
from hengcai.framework import actions, pages, permissions, queries, states
from hengcai.web.framework.layout import TICKS, marked
from hengcai.web.framework.lists import profile_list
from hengcai.web.framework.profile_form import ProfileForm
from hengcai.web.framework.views import finding
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked


@remembers("profiles")
def listed(request):
    """Posts with the profile in force, and drafts for those who write them."""
    finding.check_reader(request.user)
    rows = list(queries.profiles_seen_by(request.user).exclude(state="retired"))
    asked = Asked(request, profile_list())
    cards = asked.sorted(pages.profile_cards(rows))
    facts = {"may_import": permissions.EDIT.is_held_by(request.user)}
    return asked.file(cards) or asked.show("framework/profiles.html", cards, facts)


def profile(request, code, number=None):
    found = finding.profile(request, code, number)
    versions = queries.profiles_seen_by(request.user).filter(post=found.post_id)
    facts = {"profile": found, "lines": marked(pages.profile_lines(found)), "ticks": TICKS, "versions": list(versions)}
    facts["draft"] = next((one for one in facts["versions"] if one.state == "draft"), None)
    return render(request, "framework/profile.html", {**facts, "moves": finding.may(found, request.user)})


def edit(request, code, number):
    found = finding.profile(request, code, number)
    states.EDIT.enter(found, request.user)
    form = ProfileForm(request.POST or None, profile=found)
    if form.is_valid() and _kept(form, found, request.user):
        messages.success(request, _("Saved in the draft."))
        return redirect("see-profile", code, number)
    facts = {"profile": found, "form": form}
    return render(request, "framework/edit_profile.html", facts, status=422 if form.errors else 200)


def _kept(form, found, user):
    try:
        actions.edit_profile(found, by=user, lines=form.lines())
    except NotValid as refusal:
        form.refuse(refusal)
        return False
    return True


@require_POST
def publish(request, code, number):
    found = finding.profile(request, code, number)
    actions.publish_profile(found, by=request.user, today=localdate())
    messages.success(request, _("Published. Gaps are now measured against this profile."))
    return redirect("see-profile", code)


@require_POST
def revise(request, code, number):
    found = finding.profile(request, code, number)
    made = actions.revise_profile(found, by=request.user)
    messages.success(request, _("Draft of version %(number)s created.") % {"number": made.number})
    return redirect("edit-profile", code, made.number)


@require_POST
def discard(request, code, number):
    found = finding.profile(request, code, number)
    actions.discard_profile(found, by=request.user)
    messages.success(request, _("Draft discarded; the profile in force is unchanged."))
    return redirect("list-profiles")
