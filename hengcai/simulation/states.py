from hengcai.base.states import Move
from hengcai.simulation import permissions
from hengcai.simulation.models import Run, Scenario

DRAFT, PUBLISHED, RETIRED = Scenario.State.DRAFT, Scenario.State.PUBLISHED, Scenario.State.RETIRED
PLAYING, FINISHED, LEFT = Run.State.PLAYING, Run.State.FINISHED, Run.State.LEFT

EDIT = Move("edit_scenario", frozenset({DRAFT}), DRAFT, permissions.WRITE)
PUBLISH = Move("publish_scenario", frozenset({DRAFT}), PUBLISHED, permissions.WRITE)
RETIRE = Move("retire_scenario", frozenset({PUBLISHED}), RETIRED, permissions.WRITE)

FINISH = Move("finish_run", frozenset({PLAYING}), FINISHED, permissions.PLAY)
LEAVE = Move("leave_run", frozenset({PLAYING}), LEFT, permissions.PLAY)

SCENARIO_MOVES = (EDIT, PUBLISH, RETIRE)
RUN_MOVES = (FINISH, LEAVE)
MOVES = (*SCENARIO_MOVES, *RUN_MOVES)
