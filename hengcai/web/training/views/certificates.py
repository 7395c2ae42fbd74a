"""Certificates of courses: issued, running out, one of them, its picture to take along; the centre's public key."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.training import actions, permissions
from hengcai.training.queries.certificates import certificates_seen_by, picture, running_out, to_certify
from hengcai.training.signing import public_keys
from hengcai.web.shell.numbers import wholes
from hengcai.web.shell.says import sentence

MOST = 500  # of one page; the rest after these are issued


@login_not_required
def keys(request):
    """Whoever was shown a certificate may check it, with no account here."""
    return JsonResponse(public_keys())


def certificates(request):
    permissions.CERTIFY.enter([], request.user)
    refusal = ""
    if request.method == "POST":
        try:
            return _issued(request)
        except NotValid as refused:
            refusal = sentence(refused)
    waiting, due = to_certify(request.user)[:MOST], running_out(request.user, localdate())[:MOST]
    facts = {"waiting": waiting, "due": due, "today": localdate(), "error": refusal}
    return render(request, "training/certificates.html", facts, status=422 if refusal else 200)


def _issued(request):
    chosen = wholes(request.POST.getlist("ids"))
    rows = list(to_certify(request.user).filter(pk__in=chosen))
    if not rows:
        raise NotValid("training.nobody_to_certify")
    made = actions.issue_certificates(rows, by=request.user, today=localdate())
    messages.success(request, _("Certificates issued: %(n)s.") % {"n": len(made)})
    return redirect("list-course-certificates")


def certificate(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        permissions.REVOKE.enter(found, request.user)
        try:
            actions.revoke_certificate(
                found, by=request.user, because=request.POST.get("because", ""), today=localdate()
            )
            return redirect("see-course-certificate", found.pk)
        except NotValid as refused:
            refusal = sentence(refused)
    may_revoke = not found.revoked_on and permissions.REVOKE.allows(found, request.user)
    facts = {"certificate": found, "may_revoke": may_revoke, "error": refusal, "today": localdate()}
    return render(request, "training/certificate.html", facts, status=422 if refusal else 200)


def badge(request, pk):
    found = _seen(request, pk)
    answer = HttpResponse(picture(found), content_type="image/svg+xml")
    answer["Content-Disposition"] = f'attachment; filename="certificate-{found.number}.svg"'
    return answer


def _seen(request, pk):
    permissions.SEE_CERTIFICATES.enter([], request.user)
    return get_object_or_404(certificates_seen_by(request.user), pk=pk)
