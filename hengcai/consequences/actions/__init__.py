from hengcai.consequences.actions.awards import (
    answer_objection,
    decline_award,
    grant_award,
    nominate,
    object_to_award,
    open_notice,
)
from hengcai.consequences.actions.bases import add_minimum_wage, take_in_bases
from hengcai.consequences.actions.differences import note_difference, release_line
from hengcai.consequences.actions.looking import answer_look_again, ask_to_look_again
from hengcai.consequences.actions.moves import carry_move, decide_move, decline_move, drop_move, propose_move
from hengcai.consequences.actions.overtaken import follow_correction
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
    "answer_look_again",
    "answer_objection",
    "ask_to_look_again",
    "call_off_improvement",
    "call_off_run",
    "carry_move",
    "decide_move",
    "decide_run",
    "decline_award",
    "decline_move",
    "draft_improvement",
    "drop_move",
    "edit_improvement",
    "export_run",
    "fail_improvement",
    "follow_correction",
    "grant_award",
    "keep_step_paper",
    "nominate",
    "note_difference",
    "object_to_award",
    "offer_improvement",
    "open_notice",
    "prepare_bonus",
    "prepare_run",
    "prepare_run_anew",
    "propose_move",
    "redraft_improvement",
    "refuse_improvement",
    "release_line",
    "seal_improvement",
    "sign_improvement",
    "start_unsigned",
    "succeed_improvement",
    "take_in_bases",
    "uphold_review",
    "waive_review",
]
