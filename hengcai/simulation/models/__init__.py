"""Tables of scenarios and of how people went through them."""

from hengcai.simulation.models.runs import Run, Step
from hengcai.simulation.models.scenarios import Scenario

__all__ = ["Run", "Scenario", "Step"]
