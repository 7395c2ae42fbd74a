from hengcai.consequences.actions.bases import add_minimum_wage, take_in_bases
from hengcai.consequences.actions.differences import note_difference
from hengcai.consequences.actions.moves import carry_move, decide_move, decline_move, drop_move, propose_move
from hengcai.consequences.actions.plans import (
    call_off_improvement,
    draft_improvement,
    edit_improvement,
    fail_improvement,
    offer_improvement,
    redraft_improvement,
    refuse_improvement,
    seal_improvement,
    sign_improvement,
    start_unsigned,
    succeed_improvement,
)
from hengcai.consequences.actions.reviews import uphold_review, waive_review
from hengcai.consequences.actions.runs import (
    call_off_run,
    decide_run,
    export_run,
    prepare_bonus,
    prepare_run,
    prepare_run_anew,
)
from hengcai.consequences.actions.steps import keep_step_paper

__all__ = [
    "add_minimum_wage",
    "call_off_improvement",
    "call_off_run",
    "carry_move",
    "decide_move",
    "decide_run",
    "decline_move",
    "draft_improvement",
    "drop_move",
    "edit_improvement",
    "export_run",
    "fail_improvement",
    "keep_step_paper",
    "note_difference",
    "offer_improvement",
    "prepare_bonus",
    "prepare_run",
    "prepare_run_anew",
    "propose_move",
    "redraft_improvement",
    "refuse_improvement",
    "seal_improvement",
    "sign_improvement",
    "start_unsigned",
    "succeed_improvement",
    "take_in_bases",
    "uphold_review",
    "waive_review",
]
