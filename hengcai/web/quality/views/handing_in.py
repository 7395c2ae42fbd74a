"""What is said of a contact just handed in, and taking it back."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.quality import permissions
from hengcai.quality.actions import undo_submission
from hengcai.quality.queries.pages import work_given_to
from hengcai.web.shell.templatetags.hc import points


def told_handed_in(request, made):
    """With the way to what was handed in, and for some seconds the way back."""
    facts = {"made": made, "total": points(made.exact) or _("no score"), "seconds": settings.UNDO_SECONDS}
    return render_to_string("quality/handed_in.html", facts, request)


@require_POST
def undo(request, pk):
    permissions.OPEN.enter([], request.user)
    given = get_object_or_404(work_given_to(request.user), pk=pk)
    undo_submission(given, by=request.user)
    messages.success(request, _("Taken back: it is a draft again."))
    return redirect("score-contact", given.pk)
