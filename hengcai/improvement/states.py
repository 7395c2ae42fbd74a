from hengcai.base.states import Move
from hengcai.improvement import permissions
from hengcai.improvement.models import Remedy

STATE = Remedy.State

FINISH = Move("finish_remedy", frozenset({STATE.OPEN}), STATE.DONE, permissions.DO)
RETURN = Move("return_remedy", frozenset({STATE.DONE}), STATE.OPEN, permissions.STEER)
CHECK = Move("check_remedy", frozenset({STATE.DONE}), STATE.CHECKED, permissions.STEER)
GO_ON = Move("go_on_with_remedy", frozenset({STATE.CHECKED}), STATE.OPEN, permissions.STEER)
CLOSE = Move("close_remedy", frozenset({STATE.CHECKED}), STATE.CLOSED, permissions.STEER)
DROP = Move("drop_remedy", frozenset({STATE.OPEN}), STATE.CLOSED, permissions.STEER)

REMEDY_MOVES = (FINISH, RETURN, CHECK, GO_ON, CLOSE, DROP)
MOVES = REMEDY_MOVES
