"""The quality team's own measures: a month of the centre or of one team, one measure over months and teams."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.quality import actions, permissions
from hengcai.quality.measures_told import GROUPS, told
from hengcai.quality.queries import measures as queries
from hengcai.quality.rules.measures import OF_THE_CENTRE
from hengcai.web.quality.measure_forms import MeasureForm
from hengcai.web.shell.says import word

TEAMS_A_PAGE = 40


def measures(request):
    permissions.SEE_MEASURES.enter([], request.user)
    form = MeasureForm(request.user, request.GET, today=localdate())
    found = queries.measured(request.user, month=form.of_month, team=form.of_team)
    rows = {one.code: told(one, word) for one in found.figures}
    facts = {
        "form": form, "found": found, "groups": _groups(form, rows), "address": form.address(measure=None),
        "may_count": permissions.SUM_UP.is_held_by(request.user), "alpha": found.now.alpha, **_one(request, form, rows),
    }  # fmt: skip
    return render(request, "quality/measures.html", facts)


def _groups(form, rows):
    """(title, code, [(measure, the way to its months and teams)])."""
    return [
        (word(f"quality.measures.{name}"), name,
         [(rows[code], f"?{form.address(measure=code)}#one") for code in codes if code in rows])
        for name, codes in GROUPS
    ]  # fmt: skip


def _one(request, form, rows):
    """The measure that was chosen, month by month and team by team."""
    code, user, month, team = form.measure, request.user, form.of_month, form.of_team
    if code not in rows:
        return {"one": None}
    months = [(at, told(one, word)) for at, one in queries.over_months(user, code=code, month=month, team=team)]
    page = Paginator([] if team or code in OF_THE_CENTRE else form.teams, TEAMS_A_PAGE).get_page(
        request.GET.get("page")
    )
    found = queries.by_team(user, code=code, month=month, teams=list(page.object_list))
    by_team = [(one.team, told(one.figure, word)) for one in found]
    return {"one": rows[code], "months": months[::-1], "page": page, "by_team": by_team}


@require_POST
def count(request):
    permissions.SUM_UP.enter([], request.user)
    actions.sum_up_measures(the_centre(), by=request.user, today=localdate())
    messages.success(request, _("Recounted."))
    return redirect("see-measures")
