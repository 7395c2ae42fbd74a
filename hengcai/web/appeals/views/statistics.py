"""How many appeals, how they ended, how certain that is."""

from django.shortcuts import render
from django.utils.timezone import localdate

from hengcai.appeals import permissions
from hengcai.appeals.queries.statistics import cycles_counted, statistics_for
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import word


def statistics(request):
    permissions.COUNT.enter([], request.user)
    cycles = list(cycles_counted(request.user))
    key = whole(request.GET.get("cycle", ""))
    cycle = next((one for one in cycles if one.pk == key), None)
    found = statistics_for(request.user, cycle=cycle, today=localdate())
    rows = [(word(f"appeals.outcome.{one.code}"), one) for one in found.outcomes]
    return render(request, "appeals/statistics.html", {"found": found, "rows": rows, "cycles": cycles, "cycle": cycle})
