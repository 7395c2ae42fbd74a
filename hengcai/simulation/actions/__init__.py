"""The verbs of this package, where other packages find them."""

from hengcai.simulation.actions.runs import choose, finish_run, leave_run, start_run
from hengcai.simulation.actions.scenarios import (
    add_scenario,
    bring_scenario,
    copy_scenario,
    edit_scenario,
    load_shipped_scenarios,
    publish_scenario,
    retire_scenario,
)

__all__ = [
    "add_scenario",
    "bring_scenario",
    "choose",
    "copy_scenario",
    "edit_scenario",
    "finish_run",
    "leave_run",
    "load_shipped_scenarios",
    "publish_scenario",
    "retire_scenario",
    "start_run",
]
