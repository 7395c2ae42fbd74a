from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render

from hengcai.audit import heads, permissions, queries
from hengcai.audit.action import note
from hengcai.audit.models import Head
from hengcai.base.say import knows
from hengcai.web.shell.says import word


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
    number, _digest = queries.head()
    page = KnownCount(rows, 50, number).get_page(request.GET.get("page"))
    kept = {"last_kept": heads.last_kept(), "since": queries.first_moment(), "is_kept": heads.is_kept_by_itself()}
    lines = [(line, did_said(line), thing_said(line)) for line in queries.lines_of(page)]
    return render(request, "audit/entries.html", {"page": page, "lines": lines, "number": number, **kept})


def did_said(line):
    """An act this build does not know, of an earlier one, keeps its code."""
    code = f"audit.did.{line.action}"
    return word(code) if knows(code) else line.action


def thing_said(line):
    """A kind of thing in words, with its number; of a batch how many rows."""
    if line.thing == "batch":
        return word("audit.rows", count=line.key)
    known = knows(f"audit.thing.{line.thing}")
    noun = word(f"audit.thing.{line.thing}") if known else line.thing
    return word("audit.one", noun=noun, key=line.key) if line.key else noun


def head(request):
    """What one keeps elsewhere, to find truncation later; the log says that it was taken."""
    _may_see(request.user)
    note(heads.SAVED, Head(pk=1), by=request.user)
    number, digest = queries.head()
    response = JsonResponse({"number": number, "hash": digest})
    response["Content-Disposition"] = f'attachment; filename="audit-head-{number}.json"'
    return response


def _may_see(user):
    if not permissions.SEE.is_held_by(user):
        permissions.SEE.enter(Head(), user)
