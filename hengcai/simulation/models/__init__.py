"""Tables of scenarios and of how people went through them."""

from hengcai.simulation.models.runs import Run, Sheet, Step, Take, Turn
from hengcai.simulation.models.scenarios import InkStory, Scenario

__all__ = ["InkStory", "Run", "Scenario", "Sheet", "Step", "Take", "Turn"]
