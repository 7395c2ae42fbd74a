"""Pay bases by day, and the minimum wage of each site."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotNow, NotValid
from hengcai.consequences import actions, permissions
from hengcai.consequences.queries import bases as queries
from hengcai.people.models import Site
from hengcai.web.consequences.bringing import bases_of
from hengcai.web.consequences.forms import amount_needed, day_needed
from hengcai.web.consequences.lists import base_list
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


@remembers("pay-bases")
def bases(request):
    permissions.SEE_RUN.enter([], request.user)
    refusal = ""
    if request.method == "POST":
        try:
            messages.success(request, done_by({"bring": _bring, "minimum": _minimum}, request)(request))
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            return redirect("list-pay-bases")
    asked = Asked(request, base_list())
    rows = asked.sorted(queries.bases_listed(request.user))
    if answer := asked.file(rows):
        return answer
    laid = asked.laid(rows)
    facts = {
        "list": laid, "page": laid.page, "error": refusal, "typed": request.POST,
        "minimums": queries.minimums_listed(request.user), "sites": Site.objects.order_by("name"),
        "may_settle": permissions.SETTLE_PAY.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "consequences/bases.html", facts, status=422 if refusal else 200)


def _bring(request):
    permissions.SETTLE_PAY.enter([], request.user)
    count = actions.take_in_bases(the_centre(), by=request.user, rows=bases_of(request.FILES.get("file")))
    return ngettext("%(count)s new base imported.", "%(count)s new bases imported.", count) % {"count": count}


def _minimum(request):
    permissions.SETTLE_PAY.enter([], request.user)
    site = get_object_or_404(Site, pk=whole(request.POST.get("site", "")) or 0)
    facts = {
        "since": day_needed(request.POST.get("since", "")),
        "amount": amount_needed(request.POST.get("amount", "")),
    }
    actions.add_minimum_wage(site, by=request.user, source=request.POST.get("source", ""), **facts)
    return _("Saved. It applies to months that end on or after that day.")
