from hengcai.base.states import Move
from hengcai.quality import permissions
from hengcai.quality.calibration_models import Calibration
from hengcai.quality.drawn_models import SamplingPlan
from hengcai.quality.measure_models import CauseReport
from hengcai.quality.models import Assignment, Case, Dispute, Scorecard
from hengcai.quality.observation_models import Observation
from hengcai.quality.recheck_models import Recheck

CARD, GIVEN, CASE, DISPUTE = Scorecard.State, Assignment.State, Case.State, Dispute.State

PUBLISH_SCORECARD = Move("publish_scorecard", frozenset({CARD.DRAFT}), CARD.PUBLISHED, permissions.MANAGE_SCORECARDS)
REWRITE_SCORECARD = Move("rewrite_scorecard", frozenset({CARD.DRAFT}), CARD.DRAFT, permissions.MANAGE_SCORECARDS)
WITHDRAW = Move("withdraw_assignment", frozenset({GIVEN.OPEN}), GIVEN.WITHDRAWN, permissions.GIVE)
CONFIRM = Move("confirm_case", frozenset({CASE.OPEN}), CASE.CONFIRMED, permissions.JUDGE)
DISMISS = Move("dismiss_case", frozenset({CASE.OPEN}), CASE.DISMISSED, permissions.JUDGE)
TAKE = Move("take_dispute", frozenset({DISPUTE.OPEN}), DISPUTE.TAKEN, permissions.TAKE)
TAKE_OVER = Move("take_over_dispute", frozenset({DISPUTE.OPEN, DISPUTE.TAKEN}), DISPUTE.TAKEN, permissions.TAKE_OVER)
MARK_BLIND = Move("mark_blind", frozenset({DISPUTE.TAKEN}), DISPUTE.MARKED, permissions.DECIDE)
DECIDE = Move("decide_dispute", frozenset({DISPUTE.MARKED}), DISPUTE.DECIDED, permissions.DECIDE)
GIVE_BACK = Move("give_back_dispute", frozenset({DISPUTE.TAKEN, DISPUTE.MARKED}), DISPUTE.OPEN, permissions.GIVE_BACK)
WITHDRAW_DISPUTE = Move(
    "withdraw_dispute", frozenset({DISPUTE.OPEN, DISPUTE.TAKEN, DISPUTE.MARKED}), DISPUTE.WITHDRAWN,
    permissions.WITHDRAW_DISPUTE,
)  # fmt: skip

PLAN = SamplingPlan.State
EDIT_PLAN = Move("edit_plan", frozenset({PLAN.DRAFT}), PLAN.DRAFT, permissions.PLAN)
DRAW_PLAN = Move("draw_plan", frozenset({PLAN.DRAFT}), PLAN.DRAWN, permissions.PLAN)
DRAW_NEXT = Move("draw_next", frozenset({PLAN.DRAWN}), PLAN.DRAWN, permissions.PLAN)
ASSIGN_PLAN = Move("assign_plan", frozenset({PLAN.DRAWN}), PLAN.DRAWN, permissions.PLAN)
ASSIGN_DRAW = Move("assign_draw", frozenset({PLAN.DRAWN}), PLAN.DRAWN, permissions.PLAN)
START_PLAN = Move("start_plan", frozenset({PLAN.DRAWN}), PLAN.RUNNING, permissions.PLAN)
DRAW_WEEK = Move("draw_week", frozenset({PLAN.RUNNING}), PLAN.RUNNING, permissions.PLAN)
GIVE_PICKS = Move("give_picks", frozenset({PLAN.RUNNING}), PLAN.RUNNING, permissions.PLAN)
REPLACE_PICK = Move("replace_pick", frozenset({PLAN.DRAWN, PLAN.RUNNING}), "", permissions.PLAN)
CLOSE_PLAN = Move("close_plan", frozenset({PLAN.DRAWN, PLAN.RUNNING}), PLAN.CLOSED, permissions.PLAN)

AGAIN = Recheck.State
GIVE_RECHECK = Move("give_recheck", frozenset({AGAIN.DRAWN, AGAIN.GIVEN}), AGAIN.GIVEN, permissions.GIVE_RECHECK)
TAKE_OVER_RECHECK = Move(
    "take_over_recheck", frozenset({AGAIN.DRAWN, AGAIN.GIVEN}), AGAIN.GIVEN, permissions.TAKE_OVER_RECHECK
)
MARK_RECHECK = Move("mark_recheck", frozenset({AGAIN.GIVEN}), AGAIN.MARKED, permissions.SCORE_RECHECK)
CLOSE_RECHECK = Move("close_recheck", frozenset({AGAIN.MARKED}), AGAIN.SETTLED, permissions.SCORE_RECHECK)
SETTLE_RECHECK = Move("settle_recheck", frozenset({AGAIN.MARKED}), AGAIN.SETTLED, permissions.SETTLE_RECHECK)
SESSION = Calibration.State
EDIT_CALIBRATION = Move("edit_calibration", frozenset({SESSION.PLANNED}), SESSION.PLANNED, permissions.CHAIR)
OPEN_SCORING = Move("open_scoring", frozenset({SESSION.PLANNED}), SESSION.SCORING, permissions.CHAIR)
REVEAL = Move("reveal_marks", frozenset({SESSION.SCORING}), SESSION.REVEALED, permissions.CHAIR)
AGREE_MARKS = Move("agree_marks", frozenset({SESSION.REVEALED}), SESSION.REVEALED, permissions.CHAIR)
AGREE = Move("agree_reference", frozenset({SESSION.REVEALED}), SESSION.AGREED, permissions.CHAIR)
CERTIFY = Move("certify_analyst", frozenset({SESSION.AGREED}), SESSION.AGREED, permissions.CHAIR)
CLOSE_CALIBRATION = Move("close_calibration", frozenset({SESSION.AGREED}), SESSION.CLOSED, permissions.CHAIR)

CAUSE = CauseReport.State
ANSWER_CAUSE = Move("answer_cause", frozenset({CAUSE.OPEN}), CAUSE.ANSWERED, permissions.ANSWER_CAUSE)
CLOSE_CAUSE = Move("close_cause", frozenset({CAUSE.ANSWERED}), CAUSE.CLOSED, permissions.CLOSE_CAUSE)
SEEN = Observation.State
VISIT = Move("record_visit", frozenset({SEEN.PLANNED, SEEN.VISITED}), SEEN.VISITED, permissions.OBSERVE)
SCORE_OBSERVATION = Move("score_observation", frozenset({SEEN.VISITED}), SEEN.SCORED, permissions.OBSERVE)
TELL = Move("tell_observation", frozenset({SEEN.SCORED}), SEEN.TOLD, permissions.TELL)
CALL_OFF = Move("call_off", frozenset({SEEN.PLANNED, SEEN.VISITED}), SEEN.CALLED_OFF, permissions.CALL_OFF)
OBSERVATION_MOVES = (VISIT, SCORE_OBSERVATION, TELL, CALL_OFF)

SCORECARD_MOVES = (PUBLISH_SCORECARD, REWRITE_SCORECARD)
CASE_MOVES = (CONFIRM, DISMISS)
PLAN_MOVES = (EDIT_PLAN, DRAW_PLAN, ASSIGN_PLAN, START_PLAN, CLOSE_PLAN)
DISPUTE_MOVES = (TAKE, TAKE_OVER, MARK_BLIND, DECIDE, GIVE_BACK, WITHDRAW_DISPUTE)
RECHECK_MOVES = (GIVE_RECHECK, TAKE_OVER_RECHECK, MARK_RECHECK, CLOSE_RECHECK, SETTLE_RECHECK)
CALIBRATION_MOVES = (
    EDIT_CALIBRATION, OPEN_SCORING, REVEAL, AGREE_MARKS, AGREE, CERTIFY, CLOSE_CALIBRATION,
)  # fmt: skip
CAUSE_MOVES = (ANSWER_CAUSE, CLOSE_CAUSE)
MOVES = (
    *SCORECARD_MOVES,
    WITHDRAW,
    *CASE_MOVES,
    *PLAN_MOVES,
    DRAW_NEXT,
    ASSIGN_DRAW,
    DRAW_WEEK,
    GIVE_PICKS,
    *DISPUTE_MOVES,
    *RECHECK_MOVES,
    *CALIBRATION_MOVES,
    *CAUSE_MOVES,
    *OBSERVATION_MOVES,
)
