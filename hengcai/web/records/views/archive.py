"""The archive as a whole: what it holds, when it was last read against the audit log, and what did not match."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.records import actions, permissions
from hengcai.records.queries.archives import archive_sum, latest_check
from hengcai.web.shell.says import word

MOST_SHOWN = 100


def archive(request):
    """As `hengcai audit verify` does it, by the worker, since it reads every file."""
    permissions.CHECK_ARCHIVE.enter([], request.user)
    if request.method == "POST":
        actions.check_archive(the_centre(), by=request.user)
        messages.success(request, _("Started. Reload this page in a moment to see what was found."))
        return redirect("see-archive")
    check = latest_check()
    faults = [(one["file"], one["line"], word(f"archive.fault.{one['code']}")) for one in check.faults] if check else []
    facts = {"sum": archive_sum(), "check": check, "faults": faults[:MOST_SHOWN]}
    return render(request, "records/archive.html", facts)
