from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render

from hengcai.audit import permissions, queries
from hengcai.audit.models import Head


class KnownCount(Paginator):
    """Counts a chain of millions by its head, not row by row."""

    count = property(lambda self: self._known)

    def __init__(self, rows, size, known):
        super().__init__(rows, size)
        self._known = known


def entries(request):
    """The newest first; verification itself is a command, since it walks the whole chain."""
    _may_see(request.user)
    rows = queries.entries_seen_by(request.user)
    number, digest = queries.head()
    page = KnownCount(rows, 50, number).get_page(request.GET.get("page"))
    return render(request, "audit/entries.html", {"page": page, "number": number, "hash": digest})


def head(request):
    """What one keeps elsewhere, to find truncation later."""
    _may_see(request.user)
    number, digest = queries.head()
    response = JsonResponse({"number": number, "hash": digest})
    response["Content-Disposition"] = f'attachment; filename="audit-head-{number}.json"'
    return response


def _may_see(user):
    if not permissions.SEE.is_held_by(user):
        permissions.SEE.enter(Head(), user)
