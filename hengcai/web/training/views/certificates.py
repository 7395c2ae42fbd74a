"""Certificates of courses: one's own or those one answers for, as cards; one of them with its files; issued, revoked, reissued."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.training import actions, permissions
from hengcai.training.queries import certificates as queries
from hengcai.training.rules.certificates import ENDING, EXPIRED
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import wholes
from hengcai.web.shell.says import sentence
from hengcai.web.training.forms import CertificateFilterForm
from hengcai.web.training.lists import certificate_list

MOST = 200  # of one page; the rest after these are issued


@remembers("course-certificates")
def certificates(request):
    permissions.SEE_CERTIFICATES.enter([], request.user)
    refusal = ""
    if request.method == "POST":
        permissions.CERTIFY.enter([], request.user)
        try:
            return _issued(request)
        except NotValid as refused:
            refusal = sentence(refused)
    return _listed(request, refusal)


def _listed(request, refusal):
    today, form = localdate(), CertificateFilterForm(request.GET)
    chosen, issues = form.chosen(), permissions.CERTIFY.is_held_by(request.user)
    seen = queries.certificates_seen_by(request.user)
    asked = Asked(request, certificate_list(today), form=form)
    rows = asked.sorted(queries.in_state(queries.named(seen, chosen.get("word", "")), chosen.get("state", ""), today))
    if file := asked.file(rows):
        return file
    laid = asked.laid(rows)
    facts = {
        "list": laid, "page": laid.page, "cards": [card(one, today) for one in laid.page.object_list], "error": refusal,
        "is_narrowed": asked.is_narrowed, "issues": issues, "today": today,
        "waiting": queries.to_certify(request.user)[:MOST] if issues else [],
        "counts": [(state, queries.in_state(seen, state, today).count()) for state in (ENDING, EXPIRED)],
    }  # fmt: skip
    return render(request, "training/certificates.html", facts, status=422 if refusal else 200)


def card(one, today):
    return {"certificate": one, "state": queries.told_state(one, today), "link": public_link(one)}


def public_link(one):
    return settings.PUBLIC_URL.rstrip("/") + reverse("check-certificate", args=[one.key])


def _issued(request):
    chosen = wholes(request.POST.getlist("ids"))
    rows = list(queries.to_certify(request.user).filter(pk__in=chosen))
    if not rows:
        raise NotValid("training.nobody_to_certify")
    made = actions.issue_certificates(rows, by=request.user, today=localdate())
    messages.success(request, _("Certificates issued: %(n)s.") % {"n": len(made)})
    return redirect("list-course-certificates")


def certificate(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        now = _seen(request, pk)
        if not refusal:
            return redirect("see-course-certificate", getattr(now, "replaced_by", now).pk)
        found = now
    return _page(request, found, refusal)


def _page(request, found, refusal):
    today = localdate()
    facts = {
        **card(found, today), "error": refusal, "today": today, "replaced_by": getattr(found, "replaced_by", None),
        "may_revoke": not found.revoked_on and permissions.REVOKE.allows(found, request.user),
        "may_reissue": not hasattr(found, "replaced_by") and not _is_over(found, today)
        and permissions.REISSUE.allows(found, request.user),
    }  # fmt: skip
    return render(request, "training/certificate.html", facts, status=422 if refusal else 200)


def _is_over(found, today):
    return found.expires_on is not None and found.expires_on < today


def _revoke(request, found):
    actions.revoke_certificate(found, by=request.user, because=request.POST.get("because", ""), today=localdate())
    return _("Revoked.")


def _reissue(request, found):
    actions.reissue_certificate(found, by=request.user, because=request.POST.get("because", ""), today=localdate())
    return _("Reissued. This is the new certificate.")


DOINGS = {"revoke": _revoke, "reissue": _reissue}


def badge(request, pk):
    found = _seen(request, pk)
    answer = HttpResponse(queries.picture(found), content_type="image/svg+xml")
    answer["Content-Disposition"] = f'attachment; filename="certificate-{found.number}.svg"'
    return answer


def credential(request, pk):
    """The same as JSON: the credential and its signature."""
    found = _seen(request, pk)
    answer = JsonResponse(queries.credential(found), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="certificate-{found.number}.json"'
    return answer


def _seen(request, pk):
    permissions.SEE_CERTIFICATES.enter([], request.user)
    return get_object_or_404(queries.certificates_seen_by(request.user), pk=pk)
