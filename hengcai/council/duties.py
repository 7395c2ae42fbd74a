"""What the panel's work asks of whom, by when: a task of its owner, an answer of the group, a second reader of minutes."""

from collections.abc import Iterable

from hengcai.accounts.models import User
from hengcai.accounts.queries import holders_of
from hengcai.base.roles import GROUP, HEAD
from hengcai.council import permissions
from hengcai.council.models import Meeting, Suggestion, Task
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register

TASK, SUGGESTION, MEETING = "council.task", "council.suggestion", "council.meeting"
DO, ANSWER, APPROVE, READ = "council.do", "suggestion.answer", "meeting.approve", "suggestion.read"
register(
    Kind(DO, TASK, "see-council-task", "list-council-tasks", "list-council-tasks", up=(HEAD, GROUP)),
    Kind(ANSWER, SUGGESTION, "see-suggestion", "list-suggestions", "list-suggestions", up=(HEAD,)),
    Kind(APPROVE, MEETING, "see-meeting", "list-meetings", "list-meetings", up=(HEAD,)),
    Kind(READ, SUGGESTION, "see-suggestion", "list-suggestions", is_discreet=True),
)


def task_set(task: Task) -> None:
    open_duties(DO, [Owed(task.owner_id, task.pk, task.due_on, task.title)])


def task_ended(task: Task) -> None:
    settle_duties(DO, [task.pk])


def suggested(one: Suggestion) -> None:
    users = [user for user in _users(holders_of(permissions.ANSWER)) if user != one.writer_id]
    open_duties(ANSWER, [Owed(user, one.pk, one.due_on, one.title) for user in users])


def suggestion_taken(one: Suggestion, user: int) -> None:
    settle_duties(ANSWER, [one.pk])
    open_duties(ANSWER, [Owed(user, one.pk, one.due_on, one.title)])


def suggestion_answered(one: Suggestion) -> None:
    """A writer who gave their name learns of it; others look by their code."""
    settle_duties(ANSWER, [one.pk])
    if one.writer_id:
        open_duties(READ, [Owed(one.writer_id, one.pk, None, one.title)])


def suggestion_read(one: Suggestion, user: int) -> None:
    settle_duties(READ, [one.pk], users=[user])


def minuted(meeting: Meeting) -> None:
    """Whoever was there and may."""
    able = set(_users(holders_of(permissions.APPROVE))) & set(meeting.present.values_list("pk", flat=True))
    settle_duties(APPROVE, [meeting.pk])
    open_duties(
        APPROVE, [Owed(user, meeting.pk, None, meeting.title) for user in sorted(able - {meeting.written_by_id})]
    )


def approved(meeting: Meeting) -> None:
    settle_duties(APPROVE, [meeting.pk])


def _users(rows: Iterable[User]) -> list[int]:
    return [one.pk for one in rows]
