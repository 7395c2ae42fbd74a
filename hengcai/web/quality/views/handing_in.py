"""A contact handed in from the desk: what is said of it, what comes next, and taking it back."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hengcai.base.errors import Refusal
from hengcai.quality import permissions
from hengcai.quality.actions import submit_evaluation, undo_submission
from hengcai.quality.queries import pages
from hengcai.quality.queries.work import place_in_queue
from hengcai.web.quality.sheet import sheet_posted
from hengcai.web.shell.says import sentence
from hengcai.web.shell.templatetags.hc import points


def opened(request, pk):
    """The desk of what was given to this analyst, and of nothing else."""
    permissions.OPEN.enter([], request.user)
    return pages.desk_of(get_object_or_404(pages.work_given_to(request.user), pk=pk))


def sent(request, pk):
    """The same for a form that is sent: less of it is looked up."""
    permissions.OPEN.enter([], request.user)
    return pages.bare_desk_of(get_object_or_404(pages.work_sent_by(request.user), pk=pk))


def written(sheet):
    """What of the form is handed on."""
    return {
        "marks": sheet.marks, "comment": sheet.comment, "edit_count": sheet.edit_count, "seconds": sheet.seconds,
    }  # fmt: skip


def handed_in(request, desk, sheet):
    return submit_evaluation(desk.assignment, by=request.user, reason=sheet.reason, **written(sheet))


def told_handed_in(request, made):
    """With the way to what was handed in, and for some seconds the way back."""
    facts = {"made": made, "total": points(made.exact) or _("no score"), "seconds": settings.UNDO_SECONDS}
    return render_to_string("quality/handed_in.html", facts, request)


@require_safe
def ahead(request, pk):
    """The desk that comes after this one, for the page to fetch while somebody still scores; nothing where none does."""
    permissions.OPEN.enter([], request.user)
    given = get_object_or_404(pages.work_given_to(request.user), pk=pk)
    after = pages.next_piece(request.user, without=given.pk)
    return redirect("score-contact", after.pk) if after else HttpResponse(status=204)


@require_POST
def hand_in(request, pk):
    """For the page that shows the next contact before the answer is there: what must be true of it, to be held against
    what was fetched ahead."""
    desk = sent(request, pk)
    try:
        made = handed_in(request, desk, sheet_posted(desk, request.POST))
    except Refusal as refusal:
        return JsonResponse({"refused": sentence(refusal), "code": refusal.code}, status=409)
    said, after = told_handed_in(request, made), pages.next_piece(request.user)
    is_shown = after is not None and request.POST.get("shown") == f"{after.pk}:{pages.edit_count_of(after)}"
    if not is_shown:
        messages.success(request, said)  # the page turns to what is true, and it is said there
    address = reverse("score-contact", args=[after.pk]) if after else reverse("list-assignments")
    facts = {"is_shown": is_shown, "address": address, "place": _place(after, request.user)}
    return JsonResponse({**facts, "said": said, "csrf": get_token(request)})


def _place(after, user):
    place = place_in_queue(after, user) if after else None
    return _("%(number)s of %(all)s") % {"number": place.number, "all": place.of} if place else ""


@require_POST
def undo(request, pk):
    permissions.OPEN.enter([], request.user)
    given = get_object_or_404(pages.work_given_to(request.user), pk=pk)
    undo_submission(given, by=request.user)
    messages.success(request, _("Withdrawn: your evaluation is a draft again."))
    return redirect("score-contact", given.pk)
