from hengcai.base.states import Move
from hengcai.mentoring import permissions
from hengcai.mentoring.models import Pair, Permit

PLANNED, RUNNING, ENDED = Pair.State.PLANNED, Pair.State.RUNNING, Pair.State.ENDED
PREPARING, GRANTED, FAILED = Permit.State.PREPARING, Permit.State.GRANTED, Permit.State.FAILED
SUSPENDED, WITHDRAWN = Permit.State.SUSPENDED, Permit.State.WITHDRAWN
OPEN, WORKING = frozenset({PLANNED, RUNNING}), frozenset({RUNNING})

START_PAIR = Move("start_pair", frozenset({PLANNED}), RUNNING, permissions.RUN_PAIR)
END_PAIR = Move("end_pair", OPEN, ENDED, permissions.RUN_PAIR)
NOTE_LISTENING = Move("note_listening", WORKING, RUNNING, permissions.TAKE_PART)
SIGN_PAIR = Move("sign_pair", frozenset({ENDED}), ENDED, permissions.TAKE_PART)

ENTER_PART = Move("enter_part", frozenset({PREPARING}), PREPARING, permissions.PREPARE)
GRANT = Move("grant_permit", frozenset({PREPARING}), GRANTED, permissions.DECIDE)
FAIL = Move("fail_permit", frozenset({PREPARING}), FAILED, permissions.DECIDE)
SUSPEND = Move("suspend_permit", frozenset({GRANTED}), SUSPENDED, permissions.HALT)
RESTORE = Move("restore_permit", frozenset({SUSPENDED}), GRANTED, permissions.HALT)
WITHDRAW = Move("withdraw_permit", frozenset({GRANTED, SUSPENDED}), WITHDRAWN, permissions.HALT)

PAIR_MOVES = (START_PAIR, END_PAIR, NOTE_LISTENING, SIGN_PAIR)
PERMIT_MOVES = (ENTER_PART, GRANT, FAIL, SUSPEND, RESTORE, WITHDRAW)
MOVES = (*PAIR_MOVES, *PERMIT_MOVES)
