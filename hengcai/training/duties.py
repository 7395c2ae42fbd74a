"""What a needs survey asks of its group, and a course of who learns it: by their day."""

from collections.abc import Iterable

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.base.days import day_of
from hengcai.base.roles import TRAINER
from hengcai.inbox.duties import Owed, open_duties, remind_now, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.people.queries.days import lead_users
from hengcai.training.models import (
    Certificate,
    Course,
    Enrolment,
    ProjectTask,
    Reflection,
    Seat,
    Session,
    Thread,
    Trainer,
)

TASK, SOURCE = "needs.task", "training.projecttask"
LEARN, ENROLMENT = "course.learn", "training.enrolment"
ATTEND, SESSION = "course.attend", "training.session"
RENEW, CERTIFICATE = "certificate.renew", "training.certificate"
REPORTED, THREAD = "post.reported", "training.thread"
STEP, REFLECTION = "reflection.step", "training.reflection"
register(
    Kind(TASK, SOURCE, "see-needs-task", "list-needs-surveys"),
    Kind(LEARN, ENROLMENT, "see-enrolment", "see-my-learning", "list-enrolments", up=("lead",)),
    Kind(REPORTED, THREAD, "see-thread", "list-courses"),
    Kind(STEP, REFLECTION, "see-reflection", "list-reflections"),
    Kind(ATTEND, SESSION, "see-session", "list-sessions", lapses=True),
    Kind(
        RENEW,
        CERTIFICATE,
        "see-course-certificate",
        "list-course-certificates",
        "list-course-certificates",
        up=(TRAINER,),
    ),
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


def session_changed(session: Session, seats: Iterable[Seat]) -> None:
    """To those who have a place; told anew where it was moved."""
    users = [user for user in (one.person.user_id for one in seats) if user]
    if users:
        settle_duties(ATTEND, [session.pk], users=users)
    day, title = day_of(session.starts_at, settings.TIME_ZONE), session.course.title
    open_duties(ATTEND, [Owed(user, session.pk, day, title.zh or title.en) for user in users])


def seat_given_up(seat: Seat) -> None:
    if seat.person.user_id:
        settle_duties(ATTEND, [seat.session_id], users=[seat.person.user_id])


def session_over(session: Session) -> None:
    settle_duties(ATTEND, [session.pk])


def certificate_expiring(certificate: Certificate, *, is_first: bool) -> None:
    """With its holder and whoever leads them; brought up again at the later steps."""
    person = certificate.enrolment.person
    users = [one for one in (person.user_id, lead_users([person.pk], clock.today()).get(person.pk)) if one]
    what = certificate.enrolment.course.title
    open_duties(RENEW, [Owed(user, certificate.pk, certificate.expires_on, what.zh or what.en) for user in users])
    if not is_first:
        remind_now([RENEW], [certificate.pk])


def certificates_over(certificates: Iterable[Certificate]) -> None:
    """Revoked, or a newer one is there."""
    settle_duties(RENEW, [one.pk for one in certificates])


def post_reported(thread: Thread) -> None:
    """To the trainers of the session; of a course, to all trainers of the centre."""
    if thread.session_id:
        taught = Trainer.objects.filter(sessions=thread.session_id, person__user__is_active=True)
        users = list(taught.values_list("person__user", flat=True))
    else:
        users = []
    able = User.objects.filter(is_active=True, role_grants__role=TRAINER).values_list("pk", flat=True)
    open_duties(REPORTED, [Owed(user, thread.pk, None, thread.title) for user in sorted(users or set(able))])


def posts_settled(thread: int) -> None:
    settle_duties(REPORTED, [thread])


def step_planned(reflection: Reflection) -> None:
    """By its day; without one, or once it was taken, there is nothing to be done."""
    settle_duties(STEP, [reflection.pk])
    user = reflection.person.user_id
    if user and reflection.next_on and reflection.next_step and not reflection.done_on:
        open_duties(STEP, [Owed(user, reflection.pk, reflection.next_on, reflection.next_step)])


def step_taken(reflection: int) -> None:
    settle_duties(STEP, [reflection])
