"""What a needs survey asks of its group, and a course of who learns it: by their day."""

from collections.abc import Iterable

from django.conf import settings

from hengcai.base import clock
from hengcai.base.days import day_of
from hengcai.base.roles import TRAINER
from hengcai.inbox.duties import Owed, open_duties, remind_now, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.people.queries.days import lead_users
from hengcai.training.models import Certificate, Course, Enrolment, ProjectTask, Seat, Session

TASK, SOURCE = "needs.task", "training.projecttask"
LEARN, ENROLMENT = "course.learn", "training.enrolment"
ATTEND, SESSION = "course.attend", "training.session"
RENEW, CERTIFICATE = "certificate.renew", "training.certificate"
register(
    Kind(TASK, SOURCE, "see-needs-task", "list-needs-surveys"),
    Kind(LEARN, ENROLMENT, "see-enrolment", "see-my-learning", "list-enrolments", up=("lead",)),
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
