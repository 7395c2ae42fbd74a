from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.appraisal import actions, permissions
from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.appraisal.queries.desk import own_remarks, remarkable
from hengcai.base.errors import NotAllowed


def write(request, pk):
    """A superior's word beside the month's figures, for everybody led, on one page."""
    if not permissions.REMARK.is_held_by(request.user):
        raise NotAllowed("permission.role", permission=permissions.REMARK.code)
    cycle = get_object_or_404(Cycle, pk=pk, kind=Cycle.Kind.MONTH)
    people = list(remarkable(request.user).filter(cycle=cycle))
    if not people:
        raise Http404
    before = own_remarks(request.user, cycle)
    if request.method == "POST":
        count = _keep(request, people, before)
        messages.success(request, _("Comments saved: %(count)s.") % {"count": count})
        return redirect("write-remark", cycle.pk)
    rows = [{"participant": one, "text": before.get(one.pk, "")} for one in people]
    return render(request, "appraisal/remarks.html", {"cycle": cycle, "rows": rows, "written": len(before)})


def _keep(request, people, before):
    """Those that were changed; an emptied one stays as it was."""
    author, changed = request.user.person, 0
    for one in people:
        text = request.POST.get(f"remark_{one.pk}", "").strip()
        if text and text != before.get(one.pk, ""):
            actions.write_remark(one, by=request.user, author=author, source=RatingTask.Source.SUPERIOR, text=text)
            changed += 1
    return changed
