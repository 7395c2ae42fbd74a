"""What a needs survey asks of its group: tasks by their day."""

from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.training.models import ProjectTask

TASK, SOURCE = "needs.task", "training.projecttask"
register(Kind(TASK, SOURCE, "see-needs-task", "list-needs-surveys"))


def given(task: ProjectTask) -> None:
    open_duties(TASK, [Owed(task.owner_id, task.pk, task.due_on, task.what)])


def done(task: ProjectTask) -> None:
    settle_duties(TASK, [task.pk])
