from hengcai.base.states import Move
from hengcai.simulation import permissions
from hengcai.simulation.models import Run, Scenario

DRAFT, PUBLISHED, RETIRED = Scenario.State.DRAFT, Scenario.State.PUBLISHED, Scenario.State.RETIRED
PLAYING, WAITING, FINISHED, LEFT = Run.State

EDIT = Move("edit_scenario", frozenset({DRAFT}), DRAFT, permissions.WRITE)
PUBLISH = Move("publish_scenario", frozenset({DRAFT}), PUBLISHED, permissions.WRITE)
RETIRE = Move("retire_scenario", frozenset({PUBLISHED}), RETIRED, permissions.WRITE)

FINISH = Move("finish_run", frozenset({PLAYING}), FINISHED, permissions.PLAY)
LEAVE = Move("leave_run", frozenset({PLAYING}), LEFT, permissions.PLAY)

END_TALK = Move("end_talk", frozenset({PLAYING}), WAITING, permissions.PLAY)
MARK = Move("mark_run", frozenset({PLAYING, WAITING}), FINISHED, permissions.OBSERVE)
CALL_OFF = Move("call_off_role_play", frozenset({PLAYING}), LEFT, permissions.OBSERVE)

SCENARIO_MOVES = (EDIT, PUBLISH, RETIRE)
RUN_MOVES = (FINISH, LEAVE, END_TALK, MARK, CALL_OFF)
MOVES = (*SCENARIO_MOVES, *RUN_MOVES)
