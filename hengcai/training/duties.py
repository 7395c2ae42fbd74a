"""What a needs survey asks of its group, and a course of who learns it: by their day."""

from collections.abc import Iterable

from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.training.models import Course, Enrolment, ProjectTask

TASK, SOURCE = "needs.task", "training.projecttask"
LEARN, ENROLMENT = "course.learn", "training.enrolment"
register(
    Kind(TASK, SOURCE, "see-needs-task", "list-needs-surveys"),
    Kind(LEARN, ENROLMENT, "see-enrolment", "see-my-learning", "list-enrolments", up=("lead",)),
)


def given(task: ProjectTask) -> None:
    open_duties(TASK, [Owed(task.owner_id, task.pk, task.due_on, task.what)])


def done(task: ProjectTask) -> None:
    settle_duties(TASK, [task.pk])


def assigned(course: Course, enrolments: Iterable[Enrolment]) -> None:
    """To whoever has a sign-in and was told to; what one chose oneself has no last day."""
    rows = [(one, one.person.user_id) for one in enrolments if one.origin != Enrolment.Origin.OWN]
    title = course.title.zh or course.title.en
    open_duties(LEARN, [Owed(user, one.pk, one.due_on, title) for one, user in rows if user])


def ended(enrolment: Enrolment) -> None:
    settle_duties(LEARN, [enrolment.pk])
