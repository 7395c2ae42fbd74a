from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts import permissions as accounts
from hengcai.accounts.actions import choose_keys, choose_language, choose_rows
from hengcai.base.roles import ADMIN
from hengcai.jobs import pulse
from hengcai.jobs.models import Job
from hengcai.quality import permissions as quality


@login_not_required
@require_POST
def language(request):
    """Remembers the choice in this browser, and for the person when somebody is signed in."""
    chosen = request.POST.get("language", "")
    response = redirect(_back(request))
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=365 * 86400, samesite="Lax")
        if request.user.is_authenticated and request.user.language != chosen:
            choose_language(request.user, by=request.user, language=chosen)
    return response


def _back(request):
    """The page one came from; never another site."""
    back = request.POST.get("next", "/")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return back if is_ours else "/"


@require_POST
def rows(request):
    """Low rows in every list, or roomy ones: remembered for the person."""
    is_compact = request.POST.get("compact") == "yes"
    if request.user.has_compact_rows != is_compact:
        choose_rows(request.user, by=request.user, is_compact=is_compact)
    return redirect(_back(request))


def keys(request):
    """What keys there are, and the switch for those of one character."""
    if request.method == "POST":
        wanted = request.POST.get("single_keys") == "on"
        if wanted != request.user.has_single_keys:
            choose_keys(request.user, by=request.user, has_single_keys=wanted)
        messages.success(request, _("Saved."))
        return redirect("see-keys")
    return render(
        request,
        "shell/keys.html",
        {
            "may_choose": accounts.CHANGE_OWN.is_held_by(request.user),
            "may_score": quality.OPEN.is_held_by(request.user),
        },
    )


@login_not_required
def health(_request):
    """Well once the database answers, and the worker beside this server is alive."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    if not pulse.is_alive():
        return JsonResponse({"status": "worker", "version": settings.VERSION}, status=503)
    return JsonResponse({"status": "ok", "version": settings.VERSION})


def job(request, pk):
    """Progress of long work, for whoever asked for it or the administrator."""
    found = Job.objects.filter(pk=pk).first()
    if found is None or (found.asked_by != request.user.pk and ADMIN not in request.user.roles):
        raise Http404
    facts = {"state": found.state, "done": found.done_count, "total": found.total_count}
    return (
        JsonResponse(facts)
        if "json" in request.headers.get("Accept", "")
        else render(request, "shell/job.html", {"job": found})
    )


def form_refused(request, reason=""):
    """A form without a valid mark of ours: left open too long, or sent from elsewhere."""
    sentence = _(
        "This page was open too long, or the form came from another site. Go back, reload the page and submit again."
    )
    return render(request, "shell/refused.html", {"status": 403, "sentence": sentence}, status=403)


def forbidden(request, exception=None):
    return render(request, "shell/refused.html", {"status": 403}, status=403)


def missing(request, exception=None):
    return render(request, "shell/refused.html", {"status": 404}, status=404)


def broken(request):
    return render(request, "shell/refused.html", {"status": 500}, status=500)
