"""The demo's simulations come to an end, and those one signs in as find theirs unplayed."""

from hengcai.demo.simulations import leave_simulations
from hengcai.simulation.models import Run, Scenario
from hengcai.simulation.shipped import shipped_scenarios
from tests import cast


def test_agents_have_played_to_the_end(db):
    cast.li(), cast.he()
    leave_simulations(cast.centre(), by=cast.user("zhou"))
    assert Scenario.objects.filter(state="published").count() == len(shipped_scenarios())
    assert set(Run.objects.values_list("person__number", "state")) == {("he", "finished")}
    assert Run.objects.count() == 2
