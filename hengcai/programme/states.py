from hengcai.base.states import Move
from hengcai.programme import permissions
from hengcai.programme.models import Revision, Surge, TrainingPlan

DRAFT, APPROVED, CLOSED = TrainingPlan.State.DRAFT, TrainingPlan.State.APPROVED, TrainingPlan.State.CLOSED
WRITTEN = frozenset({DRAFT})

CHANGE = Move("change_training_plan", WRITTEN, DRAFT, permissions.WRITE_PLAN)
GATHER = Move("gather_needs", WRITTEN, DRAFT, permissions.WRITE_PLAN)
SETTLE = Move("settle_need", WRITTEN, DRAFT, permissions.WRITE_PLAN)
SEAT = Move("make_timetable", WRITTEN, DRAFT, permissions.WRITE_PLAN)
APPROVE = Move("approve_training_plan", WRITTEN, APPROVED, permissions.APPROVE_PLAN)
CLOSE = Move("close_training_plan", frozenset({APPROVED}), CLOSED, permissions.WRITE_PLAN)

OPEN, PLANNED, DONE, MEASURED = (
    Revision.State.OPEN,
    Revision.State.PLANNED,
    Revision.State.DONE,
    Revision.State.MEASURED,
)
PLAN_REVISION = Move("plan_revision", frozenset({OPEN, PLANNED}), PLANNED, permissions.REVISE)
FINISH_REVISION = Move("finish_revision", frozenset({PLANNED}), DONE, permissions.REVISE)
MEASURE_REVISION = Move("measure_revision", frozenset({DONE}), MEASURED, permissions.OPEN_REVISION)

PROPOSED, OPENED, LEFT = Surge.State.PROPOSED, Surge.State.OPENED, Surge.State.LEFT
OPEN_INTENSIVE = Move("open_intensive", frozenset({PROPOSED}), OPENED, permissions.SETTLE_SURGE)
LEAVE_SURGE = Move("leave_surge", frozenset({PROPOSED}), LEFT, permissions.SETTLE_SURGE)

PLAN_MOVES = (CHANGE, GATHER, SETTLE, SEAT, APPROVE, CLOSE)
REVISION_MOVES = (PLAN_REVISION, FINISH_REVISION, MEASURE_REVISION)
SURGE_MOVES = (OPEN_INTENSIVE, LEAVE_SURGE)
MOVES = (*PLAN_MOVES, *REVISION_MOVES, *SURGE_MOVES)
