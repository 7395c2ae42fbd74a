"""The demo's simulations come to an end, and those one signs in as find theirs unplayed."""

from hengcai.demo.simulations import leave_simulations
from hengcai.simulation.models import Run, Scenario
from hengcai.simulation.shipped import all_shipped
from tests import cast


def test_agents_have_played_to_the_end(db):
    cast.li(), cast.he()
    leave_simulations(cast.centre(), by=cast.user("zhou"))
    assert Scenario.objects.filter(state="published").count() == len(all_shipped())
    assert set(Run.objects.values_list("person__number", "state")) == {("he", "finished")}
    assert sorted(Run.objects.values_list("way", flat=True)) == ["choices", "choices", "choices", "live"]
