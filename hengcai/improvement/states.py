from hengcai.base.states import Move
from hengcai.improvement import permissions
from hengcai.improvement.models import MonthReport, Remedy

STATE, MONTH = Remedy.State, MonthReport.State

FINISH = Move("finish_remedy", frozenset({STATE.OPEN}), STATE.DONE, permissions.DO)
RETURN = Move("return_remedy", frozenset({STATE.DONE}), STATE.OPEN, permissions.STEER)
CHECK = Move("check_remedy", frozenset({STATE.DONE}), STATE.CHECKED, permissions.STEER)
GO_ON = Move("go_on_with_remedy", frozenset({STATE.CHECKED}), STATE.OPEN, permissions.STEER)
CLOSE = Move("close_remedy", frozenset({STATE.CHECKED}), STATE.CLOSED, permissions.STEER)
DROP = Move("drop_remedy", frozenset({STATE.OPEN}), STATE.CLOSED, permissions.STEER)

REMEDY_MOVES = (FINISH, RETURN, CHECK, GO_ON, CLOSE, DROP)

EDIT_MONTH = Move("edit_month", frozenset({MONTH.DRAFT}), MONTH.DRAFT, permissions.DRAFT_MONTH)
ISSUE_MONTH = Move("issue_month", frozenset({MONTH.DRAFT}), MONTH.ISSUED, permissions.ISSUE_MONTH)

MONTH_MOVES = (EDIT_MONTH, ISSUE_MONTH)
MOVES = (*REMEDY_MOVES, *MONTH_MOVES)
