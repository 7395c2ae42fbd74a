from hengcai.base.states import Move
from hengcai.consequences import permissions
from hengcai.consequences.models import LookAgain, Nomination, PayRun, Plan, Proposal, Review

RUN, REVIEW = PayRun.State, Review.State

PREPARE_ANEW = Move("prepare_run_anew", frozenset({RUN.PREPARED}), RUN.PREPARED, permissions.PREPARE_RUN)
CALL_OFF = Move("call_off_run", frozenset({RUN.PREPARED}), RUN.CALLED_OFF, permissions.PREPARE_RUN)
DECIDE = Move("decide_run", frozenset({RUN.PREPARED}), RUN.DECIDED, permissions.DECIDE_RUN)
EXPORT = Move("export_run", frozenset({RUN.DECIDED, RUN.EXPORTED}), RUN.EXPORTED, permissions.EXPORT_RUN)
RUN_MOVES = (PREPARE_ANEW, CALL_OFF, DECIDE, EXPORT)

UPHOLD = Move("uphold_review", frozenset({REVIEW.OPEN}), REVIEW.UPHELD, permissions.DECIDE_REVIEW)
WAIVE = Move("waive_review", frozenset({REVIEW.OPEN}), REVIEW.WAIVED, permissions.DECIDE_REVIEW)
REVIEW_MOVES = (UPHOLD, WAIVE)

PLAN = Plan.State
EDIT_PLAN = Move("edit_improvement", frozenset({PLAN.DRAFTED}), PLAN.DRAFTED, permissions.RUN_PLAN)
OFFER_PLAN = Move("offer_improvement", frozenset({PLAN.DRAFTED}), PLAN.OFFERED, permissions.RUN_PLAN)
SEAL_PLAN = Move("seal_improvement", frozenset({PLAN.OFFERED}), PLAN.RUNNING, permissions.SIGN_PLAN)
REFUSE_PLAN = Move("refuse_improvement", frozenset({PLAN.OFFERED}), PLAN.REFUSED, permissions.REFUSE_PLAN)
REDRAFT_PLAN = Move("redraft_improvement", frozenset({PLAN.REFUSED}), PLAN.DRAFTED, permissions.RUN_PLAN)
START_UNSIGNED = Move("start_unsigned", frozenset({PLAN.REFUSED}), PLAN.RUNNING, permissions.START_UNSIGNED)
SUCCEED_PLAN = Move("succeed_improvement", frozenset({PLAN.RUNNING}), PLAN.SUCCEEDED, permissions.END_PLAN)
FAIL_PLAN = Move("fail_improvement", frozenset({PLAN.RUNNING}), PLAN.FAILED, permissions.END_PLAN)
CALL_OFF_PLAN = Move(
    "call_off_improvement",
    frozenset({PLAN.DRAFTED, PLAN.OFFERED, PLAN.REFUSED, PLAN.RUNNING}),
    PLAN.CALLED_OFF,
    permissions.END_PLAN,
)
PLAN_MOVES = (
    EDIT_PLAN, OFFER_PLAN, SEAL_PLAN, REFUSE_PLAN, REDRAFT_PLAN, START_UNSIGNED, SUCCEED_PLAN, FAIL_PLAN, CALL_OFF_PLAN,
)  # fmt: skip

PROPOSAL = Proposal.State
CARRY_MOVE = Move("carry_move", frozenset({PROPOSAL.WAITING}), PROPOSAL.PROPOSED, permissions.LOOK_AT_MOVE)
DROP_MOVE = Move("drop_move", frozenset({PROPOSAL.WAITING}), PROPOSAL.DECLINED, permissions.LOOK_AT_MOVE)
DECIDE_MOVE = Move("decide_move", frozenset({PROPOSAL.PROPOSED}), PROPOSAL.DECIDED, permissions.DECIDE_MOVE)
DECLINE_MOVE = Move("decline_move", frozenset({PROPOSAL.PROPOSED}), PROPOSAL.DECLINED, permissions.DECIDE_MOVE)
PROPOSAL_MOVES = (CARRY_MOVE, DROP_MOVE, DECIDE_MOVE, DECLINE_MOVE)

AWARD = Nomination.State
OPEN_NOTICE = Move("open_notice", frozenset({AWARD.NOMINATED}), AWARD.NOTICE, permissions.OPEN_NOTICE)
GRANT = Move("grant_award", frozenset({AWARD.NOTICE}), AWARD.GRANTED, permissions.GRANT)
DECLINE_AWARD = Move(
    "decline_award", frozenset({AWARD.NOMINATED, AWARD.NOTICE}), AWARD.DECLINED, permissions.DECLINE_AWARD
)
AWARD_MOVES = (OPEN_NOTICE, GRANT, DECLINE_AWARD)

LOOK = LookAgain.State
ANSWER_LOOK = Move("answer_look_again", frozenset({LOOK.ASKED}), LOOK.ANSWERED, permissions.ANSWER_LOOK)
LOOK_MOVES = (ANSWER_LOOK,)
MOVES = (*RUN_MOVES, *REVIEW_MOVES, *PLAN_MOVES, *PROPOSAL_MOVES, *AWARD_MOVES, *LOOK_MOVES)
