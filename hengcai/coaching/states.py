from hengcai.base.states import Move
from hengcai.coaching import permissions
from hengcai.coaching.library_models import LibraryCase
from hengcai.coaching.models import Coaching

STATE, CASE = Coaching.State, LibraryCase.State

EDIT = Move("edit_coaching", frozenset({STATE.PREPARED}), STATE.PREPARED, permissions.RUN)
HOLD = Move("hold_coaching", frozenset({STATE.PREPARED}), STATE.HELD, permissions.RUN)
SEAL = Move("seal_coaching", frozenset({STATE.HELD}), STATE.SIGNED, permissions.SIGN)
REFUSE = Move("refuse_coaching", frozenset({STATE.HELD}), STATE.REFUSED, permissions.REFUSE)
PREPARE_ANEW = Move("prepare_anew", frozenset({STATE.REFUSED}), STATE.PREPARED, permissions.RUN)
LOOK = Move("look_again", frozenset({STATE.SIGNED, STATE.REFUSED}), STATE.LOOKED, permissions.RUN)
CLOSE = Move("close_coaching", frozenset({STATE.PREPARED, STATE.REFUSED, STATE.LOOKED}), STATE.CLOSED, permissions.RUN)

EDIT_CASE = Move("edit_case", frozenset({CASE.DRAFT}), CASE.DRAFT, permissions.KEEP_CASE)
ASK = Move("ask_consent", frozenset({CASE.DRAFT}), CASE.ASKED, permissions.KEEP_CASE)
SHOW = Move("show_case", frozenset({CASE.DRAFT}), CASE.SHOWN, permissions.KEEP_CASE)
GIVE = Move("give_consent", frozenset({CASE.ASKED}), CASE.SHOWN, permissions.CONSENT)
DECLINE = Move("decline_consent", frozenset({CASE.ASKED}), CASE.REFUSED, permissions.CONSENT)
TAKE_BACK = Move("take_back_consent", frozenset({CASE.SHOWN}), CASE.WITHDRAWN, permissions.CONSENT)
WITHDRAW = Move("withdraw_case", frozenset({CASE.DRAFT, CASE.ASKED, CASE.SHOWN}), CASE.WITHDRAWN, permissions.KEEP_CASE)

COACHING_MOVES = (EDIT, HOLD, SEAL, REFUSE, PREPARE_ANEW, LOOK, CLOSE)
CASE_MOVES = (EDIT_CASE, ASK, SHOW, GIVE, DECLINE, TAKE_BACK, WITHDRAW)
MOVES = (*COACHING_MOVES, *CASE_MOVES)
