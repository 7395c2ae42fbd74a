"""A page's sign of life, answered by who else is there."""

from django.http import Http404, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.quality.presence import left, may_be_at, seen_at

LONGEST = 36


@require_POST
def present(request):
    sheet, window = request.POST.get("sheet", ""), request.POST.get("window", "")
    if not 0 < len(window) <= LONGEST or not may_be_at(sheet, request.user):
        raise Http404
    if request.POST.get("leaving"):
        left(sheet, by=request.user, window=window)
        return JsonResponse({"told": ""})
    return JsonResponse({"told": _told(seen_at(sheet, by=request.user, window=window))})


def _told(others):
    names = [_("another window of yours") if one.is_oneself else one.name for one in others]
    return _("Also open: %(names)s") % {"names": _(", ").join(names)} if names else ""
