from hengcai.base.states import Move
from hengcai.training import permissions
from hengcai.training.models import Project

RUNNING, ISSUED = Project.State.RUNNING, Project.State.ISSUED
STILL = frozenset({RUNNING})

CHANGE = Move("change_project", STILL, RUNNING, permissions.RUN)
DRAW = Move("draw_interviews", STILL, RUNNING, permissions.RUN)
DRAFT = Move("draft_report", STILL, RUNNING, permissions.RUN)
EDIT = Move("edit_report", STILL, RUNNING, permissions.RUN)
ISSUE = Move("issue_report", STILL, ISSUED, permissions.RUN)

MOVES = (CHANGE, DRAW, DRAFT, EDIT, ISSUE)
