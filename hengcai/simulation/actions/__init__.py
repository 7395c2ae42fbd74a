"""The verbs of this package, where other packages find them."""

from hengcai.simulation.actions.conversations import end_talk, hear, say, start_talk
from hengcai.simulation.actions.role_plays import (
    add_take,
    agree_to_recording,
    call_off_role_play,
    hand_in_sheet,
    remove_takes,
    save_sheet,
    start_role_play,
    take_sheet,
)
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
    "add_take",
    "agree_to_recording",
    "bring_scenario",
    "call_off_role_play",
    "choose",
    "copy_scenario",
    "edit_scenario",
    "end_talk",
    "finish_run",
    "hand_in_sheet",
    "hear",
    "leave_run",
    "load_shipped_scenarios",
    "publish_scenario",
    "remove_takes",
    "retire_scenario",
    "save_sheet",
    "say",
    "start_role_play",
    "start_run",
    "start_talk",
    "take_sheet",
]
