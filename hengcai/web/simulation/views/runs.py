"""Runs: one's own, and of those one answers for."""

from hengcai.simulation import permissions
from hengcai.simulation.queries.runs import runs_seen_by, sees_others
from hengcai.simulation.queries.scenarios import scenarios_seen_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.simulation.forms import RunFilterForm
from hengcai.web.simulation.lists import run_list


@remembers("simulation_runs")
def runs(request):
    permissions.SEE_RUNS.enter([], request.user)
    offered = {one.code: str(one.title) for one in scenarios_seen_by(request.user)}
    form = RunFilterForm(request.GET, scenarios=sorted(offered.items(), key=lambda one: one[1]))
    rows = runs_seen_by(request.user).filter(form.filters().condition())
    asked = Asked(request, run_list(names=sees_others(request.user)), form=form)
    facts = {"is_narrowed": asked.is_narrowed}
    return asked.file(asked.sorted(rows)) or asked.show("simulation/runs.html", asked.sorted(rows), facts)
