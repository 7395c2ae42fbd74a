from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.framework import actions, pages, permissions, queries, rules
from hengcai.web.framework.layout import readable
from hengcai.web.framework.uses import items_measuring
from hengcai.web.framework.views import finding


def overview(request, number=None):
    """Models, library, service indicators and versions at a glance."""
    framework = finding.version(request, number)
    if framework is None:
        return render(request, "framework/none.html", _first_steps(request.user))
    versions = list(queries.frameworks_seen_by(request.user))
    draft = next((one for one in versions if one.state == "draft"), None)
    facts = {"view": pages.overview(framework), "versions": versions, "draft": draft}
    facts["levels"] = rules.points_said(framework.level_map)
    return render(request, "framework/overview.html", {**_frame(request, framework), **facts})


def _first_steps(user):
    return {"may_load": permissions.PUBLISH.is_held_by(user), "may_import": permissions.EDIT.is_held_by(user)}


def _frame(request, framework):
    return {"framework": framework, "moves": finding.may(framework, request.user)}


def _needed(request, number):
    framework = finding.version(request, number)
    if framework is None:
        raise Http404
    return framework


def model(request, code, number=None):
    framework = _needed(request, number)
    found = get_object_or_404(framework.models, code=code)
    return render(
        request,
        "framework/model.html",
        {**_frame(request, framework), "model": found, "parts": queries.model_parts(found)},
    )


def competency(request, code, number=None):
    framework = _needed(request, number)
    found = finding.competency(framework, code)
    facts = {"competency": found, "uses": queries.uses_of(found), "items": items_measuring(found, request.user)}
    return render(request, "framework/competency.html", {**_frame(request, framework), **facts})


def indicators(request, number=None):
    framework = _needed(request, number)
    facts = {"groups": queries.service_groups(framework)}
    return render(request, "framework/indicators.html", {**_frame(request, framework), **facts})


def compare(request):
    """What the newer of two versions says otherwise."""
    finding.check_reader(request.user)
    versions = list(queries.frameworks_seen_by(request.user))
    by_number = {str(one.number): one for one in versions}
    new = by_number.get(request.GET.get("new", ""), versions[0] if versions else None)
    old = by_number.get(request.GET.get("old", ""), versions[1] if len(versions) > 1 else None)
    changed = None
    if old and new and old != new:
        changed = pages.grouped(queries.changes_between(old, new), old=old, new=new)
    return render(
        request, "framework/compare.html", {"versions": versions, "old": old, "new": new, "changed": readable(changed)}
    )


@require_POST
def take_shipped(request):
    made = actions.take_shipped(the_centre(), by=request.user)
    messages.success(
        request, _("A draft has been created from the built-in library. Compare it, change it, then publish it.")
    )
    return redirect("see-framework", made.number)


@require_POST
def shipped(request):
    actions.load_shipped(the_centre(), by=request.user, today=localdate())
    messages.success(request, _("The library is in force. Review it, and revise what differs in your centre."))
    return redirect("see-framework")
