from hengcai.base.states import Move
from hengcai.growth import permissions
from hengcai.growth.models import Ladder, Plan

LADDER, PLAN = Ladder.State, Plan.State

REWRITE = Move("rewrite_ladder", frozenset({LADDER.DRAFT}), LADDER.DRAFT, permissions.WRITE_LADDER)
PUBLISH = Move("publish_ladder", frozenset({LADDER.DRAFT}), LADDER.PUBLISHED, permissions.PUBLISH_LADDER)
LADDER_MOVES = (REWRITE, PUBLISH)

EDIT = Move("edit_growth_plan", frozenset({PLAN.DRAFT}), PLAN.DRAFT, permissions.RUN_PLAN)
AGREE = Move("agree_growth_plan", frozenset({PLAN.DRAFT}), PLAN.AGREED, permissions.RUN_PLAN)
BACK = Move("take_growth_plan_back", frozenset({PLAN.AGREED}), PLAN.DRAFT, permissions.RUN_PLAN)
SEAL = Move("seal_growth_plan", frozenset({PLAN.AGREED}), PLAN.SIGNED, permissions.SIGN_PLAN)
CLOSE = Move("close_growth_plan", frozenset({PLAN.AGREED, PLAN.SIGNED}), PLAN.CLOSED, permissions.RUN_PLAN)
PLAN_MOVES = (EDIT, AGREE, BACK, SEAL, CLOSE)
MOVES = (*LADDER_MOVES, *PLAN_MOVES)
