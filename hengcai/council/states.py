from hengcai.base.states import Move
from hengcai.council import permissions
from hengcai.council.models import Meeting, Suggestion, Task

SAID, MINUTES, TASK = Suggestion.State, Meeting.State, Task.State

TAKE_UP = Move("take_up_suggestion", frozenset({SAID.RECEIVED}), SAID.TAKEN_UP, permissions.ANSWER)
ANSWER = Move("answer_suggestion", frozenset({SAID.RECEIVED, SAID.TAKEN_UP}), SAID.ANSWERED, permissions.ANSWER)
EDIT = Move("edit_meeting", frozenset({MINUTES.DRAFT}), MINUTES.DRAFT, permissions.WRITE)
APPROVE = Move("approve_meeting", frozenset({MINUTES.DRAFT}), MINUTES.APPROVED, permissions.APPROVE)
FINISH = Move("finish_errand", frozenset({TASK.OPEN}), TASK.DONE, permissions.END_TASK)
DROP = Move("drop_errand", frozenset({TASK.OPEN}), TASK.DROPPED, permissions.SET_TASK)
SUGGESTION_MOVES = (TAKE_UP, ANSWER)
MEETING_MOVES = (EDIT, APPROVE)
TASK_MOVES = (FINISH, DROP)
MOVES = (*SUGGESTION_MOVES, *MEETING_MOVES, *TASK_MOVES)
