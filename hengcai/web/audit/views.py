from django.http import JsonResponse

from hengcai.audit import heads, permissions, queries
from hengcai.audit.action import note
from hengcai.audit.models import Head
from hengcai.records.permissions import CHECK_ARCHIVE
from hengcai.records.queries.archives import latest_check
from hengcai.web.audit.lists import entry_list
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked


@remembers("audit")
def entries(request):
    """The newest first; verification itself is a command, since it walks the whole chain."""
    _may_see(request.user)
    asked = Asked(request, entry_list())
    rows = asked.sorted(queries.entries_seen_by(request.user))
    if answer := asked.file(rows):
        return answer
    number, _digest = queries.head()
    archive = {"check": latest_check(), "may_check": CHECK_ARCHIVE.is_held_by(request.user)}
    kept = {"last_kept": heads.last_kept(), "since": queries.first_moment(), "is_kept": heads.is_kept_by_itself()}
    return asked.show("audit/entries.html", rows, {"number": number, **kept, **archive}, count=number)


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
