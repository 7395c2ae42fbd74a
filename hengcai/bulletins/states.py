from hengcai.base.states import Move
from hengcai.bulletins import permissions
from hengcai.bulletins.models import Bulletin, Correction, SpotTest

DRAFT, REVIEW, PUBLISHED = Bulletin.State.DRAFT, Bulletin.State.REVIEW, Bulletin.State.PUBLISHED
REPLACED, WITHDRAWN = Bulletin.State.REPLACED, Bulletin.State.WITHDRAWN
WRITTEN, IN_FORCE = frozenset({DRAFT, REVIEW}), frozenset({PUBLISHED})

EDIT = Move("edit_bulletin", frozenset({DRAFT}), DRAFT, permissions.WRITE)
SUBMIT = Move("submit_bulletin", frozenset({DRAFT}), REVIEW, permissions.WRITE)
SEND_BACK = Move("send_back_bulletin", frozenset({REVIEW}), DRAFT, permissions.SEND_BACK)
PUBLISH = Move("publish_bulletin", WRITTEN, PUBLISHED, permissions.PUBLISH)
REPLACE = Move("replace_bulletin", IN_FORCE, REPLACED, permissions.PUBLISH)
WITHDRAW = Move("withdraw_bulletin", IN_FORCE, WITHDRAWN, permissions.PUBLISH)
OPEN_TEST = Move("open_spot_test", IN_FORCE, PUBLISHED, permissions.TEST)

OPEN, CLOSED_TEST = SpotTest.State.OPEN, SpotTest.State.CLOSED
CLOSE_TEST = Move("close_spot_test", frozenset({OPEN}), CLOSED_TEST, permissions.CLOSE_TEST)

REPORTED, ACCEPTED, DECLINED = Correction.State.REPORTED, Correction.State.ACCEPTED, Correction.State.DECLINED
MENDED, CLOSED = Correction.State.MENDED, Correction.State.CLOSED
WORKED_ON, ANSWERED = frozenset({REPORTED, ACCEPTED}), frozenset({MENDED, DECLINED})
SORT = Move("sort_knowledge", frozenset({REPORTED}), REPORTED, permissions.SORT)
ACCEPT = Move("accept_knowledge", frozenset({REPORTED}), ACCEPTED, permissions.MEND)
DECLINE = Move("decline_knowledge", frozenset({REPORTED}), DECLINED, permissions.MEND)
MEND = Move("mend_knowledge", WORKED_ON, MENDED, permissions.MEND)
CONFIRM = Move("confirm_knowledge", ANSWERED, CLOSED, permissions.CONFIRM)
REOPEN = Move("reopen_knowledge", ANSWERED, REPORTED, permissions.CONFIRM)

BULLETIN_MOVES = (EDIT, SUBMIT, SEND_BACK, PUBLISH, REPLACE, WITHDRAW, OPEN_TEST)
TEST_MOVES = (CLOSE_TEST,)
CORRECTION_MOVES = (SORT, ACCEPT, DECLINE, MEND, CONFIRM, REOPEN)
MOVES = (*BULLETIN_MOVES, *TEST_MOVES, *CORRECTION_MOVES)
