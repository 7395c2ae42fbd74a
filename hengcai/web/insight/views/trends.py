from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.timezone import localdate

from hengcai.insight import permissions
from hengcai.insight.letters.trends import trend_letter
from hengcai.insight.queries.trends import Picked, trends
from hengcai.web.insight.state import open_teams

AT_ONCE = 24


def see_trends(request):
    """Every team and site the reader answers for, a page of them at a time."""
    permissions.SEE_TEAM.enter([], request.user)
    number = request.GET.get("page", "1")
    found = _part(request, int(number) if number.isdecimal() and len(number) < 4 else 1)
    page = Paginator(range(max((one.places for one in found), default=0)), AT_ONCE).get_page(number)
    if found and not any(one.series for one in found):
        found = _part(request, page.number)
    letters = [trend_letter(one, request.LANGUAGE_CODE) for one in found]
    facts = {"trends": letters, "page": page, "open_teams": open_teams(letters, today=localdate())}
    return render(request, "insight/trends.html", facts)


def _part(request, number):
    return trends(request.user, picked=Picked(AT_ONCE, start=max(number - 1, 0) * AT_ONCE))
