from hengcai.base.states import Move
from hengcai.programme import permissions
from hengcai.programme.models import TrainingPlan

DRAFT, APPROVED, CLOSED = TrainingPlan.State.DRAFT, TrainingPlan.State.APPROVED, TrainingPlan.State.CLOSED
WRITTEN = frozenset({DRAFT})

CHANGE = Move("change_training_plan", WRITTEN, DRAFT, permissions.WRITE_PLAN)
GATHER = Move("gather_needs", WRITTEN, DRAFT, permissions.WRITE_PLAN)
SETTLE = Move("settle_need", WRITTEN, DRAFT, permissions.WRITE_PLAN)
SEAT = Move("make_timetable", WRITTEN, DRAFT, permissions.WRITE_PLAN)
APPROVE = Move("approve_training_plan", WRITTEN, APPROVED, permissions.APPROVE_PLAN)
CLOSE = Move("close_training_plan", frozenset({APPROVED}), CLOSED, permissions.WRITE_PLAN)

MOVES = (CHANGE, GATHER, SETTLE, SEAT, APPROVE, CLOSE)
