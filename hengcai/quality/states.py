from hengcai.base.states import Move
from hengcai.quality import permissions
from hengcai.quality.models import Assignment, Case, Scorecard

CARD, GIVEN, CASE = Scorecard.State, Assignment.State, Case.State

PUBLISH_SCORECARD = Move("publish_scorecard", frozenset({CARD.DRAFT}), CARD.PUBLISHED, permissions.MANAGE_SCORECARDS)
REWRITE_SCORECARD = Move("rewrite_scorecard", frozenset({CARD.DRAFT}), CARD.DRAFT, permissions.MANAGE_SCORECARDS)
WITHDRAW = Move("withdraw_assignment", frozenset({GIVEN.OPEN}), GIVEN.WITHDRAWN, permissions.GIVE)
CONFIRM = Move("confirm_case", frozenset({CASE.OPEN}), CASE.CONFIRMED, permissions.JUDGE)
DISMISS = Move("dismiss_case", frozenset({CASE.OPEN}), CASE.DISMISSED, permissions.JUDGE)

SCORECARD_MOVES = (PUBLISH_SCORECARD, REWRITE_SCORECARD)
CASE_MOVES = (CONFIRM, DISMISS)
MOVES = (*SCORECARD_MOVES, WITHDRAW, *CASE_MOVES)
