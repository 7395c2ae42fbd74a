"""Where good agents part from weak ones, node by node."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from hengcai.simulation import permissions
from hengcai.simulation.queries.parting import parting_of
from hengcai.simulation.rules.parting import FEWEST
from hengcai.web.simulation.showing import shown_forks
from hengcai.web.simulation.views.catalogue import scenario_seen


@require_safe
def results(request, pk):
    permissions.SEE_RESULTS.enter([], request.user)
    found = scenario_seen(request, pk)
    told, nodes = parting_of(found)
    facts = {"scenario": found, "parting": told, "forks": shown_forks(told, nodes), "fewest": FEWEST}
    return render(request, "simulation/results.html", facts)
