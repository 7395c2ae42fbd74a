"""For whoever was shown a certificate, with no account here: does it hold? The centre's public key."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from hengcai.training.queries.certificates import LONGEST_FILE, checked, public_certificate, told_state
from hengcai.training.signing import public_keys


@login_not_required
def keys(request):
    """Whoever was shown a certificate may check it, with no account here."""
    return JsonResponse(public_keys())


@login_not_required
def check_one(request, key):
    """By its address: course, number, days and whether it holds, and never a name."""
    found = public_certificate(key)
    if found is None:
        raise Http404
    return render(request, "training/check_one.html", _told(found))


@login_not_required
def check(request):
    """A file or its text: who signed it, whether it was changed, whether it still holds."""
    if request.method != "POST":
        return render(request, "training/check.html", {})
    found = checked(_given(request))
    told = _told(found.certificate) if found.certificate else {}
    facts = {"read": found.read, "is_checked": True, **told}
    return render(request, "training/check.html", facts, status=422 if found.read.fault else 200)


def _given(request):
    file = request.FILES.get("file")
    data = file.read(LONGEST_FILE) if file else b""
    return data.decode("utf-8", "replace") if data else request.POST.get("text", "")[:LONGEST_FILE]


def _told(certificate):
    return {"certificate": certificate, "state": told_state(certificate, localdate())}
