from hengcai.appeals import permissions
from hengcai.appeals.models import Appeal
from hengcai.base.states import Move

STATE = Appeal.State
OPEN = frozenset(Appeal.OPEN)

APPOINT = Move("appoint_members", frozenset({STATE.FILED}), STATE.ASSIGNED, permissions.APPOINT)
HEAR = Move("hear_appeal", frozenset({STATE.ASSIGNED, STATE.HEARD}), STATE.HEARD, permissions.HANDLE)
PROPOSE = Move("propose_answer", frozenset({STATE.HEARD}), STATE.HEARD, permissions.HANDLE)
ANSWER = Move("answer_appeal", frozenset({STATE.HEARD}), STATE.ANSWERED, permissions.HANDLE)
WITHDRAW = Move("withdraw_appeal", OPEN, STATE.WITHDRAWN, permissions.PURSUE)
MOVES = (APPOINT, HEAR, PROPOSE, ANSWER, WITHDRAW)
