"""Who runs a needs survey, who reads what people said in interviews and the report; who writes courses, who learns, and
who sees how far somebody is."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import AGENT, ANALYST, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, ROLES, TRAINER
from hengcai.people.permissions import either, led, own
from hengcai.training.models import Enrolment, Project, Seat, Session, Thread

OPENERS = (TRAINER, HR, GROUP)
READERS = (*OPENERS, HEAD, QUALITY_SUPERVISOR)
RUNNERS = (*OPENERS, QUALITY_SUPERVISOR, ANALYST)  # as far as they are of the group
WRITERS = (TRAINER, HR)
WATCHERS = (*WRITERS, HEAD)
ISSUED = Q(state="issued")


def run_by(user: Doer) -> Q:
    """Projects whose group one is of."""
    return Q(pk__in=Project.members.through.objects.filter(user=user.pk).values("project"))


def issued_or_run(user: Doer) -> Q:
    return ISSUED | run_by(user)


def issued(_user: Doer) -> Q:
    return ISSUED


def of_run(user: Doer) -> Q:
    """What hangs on such a project; nothing of oneself."""
    mine = Project.objects.filter(run_by(user)).values("pk")
    return Q(project__in=mine) & ~Q(person__user=user.pk)


def of_run_project(user: Doer) -> Q:
    return Q(project__in=Project.objects.filter(run_by(user)).values("pk"))


def released(_user: Doer) -> Q:
    """Courses that are or were in use; a draft is its writers' own."""
    return ~Q(state="draft")


SEE = Permission(
    "training.needs.see",
    {**dict.fromkeys(ROLES, issued), **dict.fromkeys((ANALYST,), issued_or_run), **dict.fromkeys(READERS, everything)},
)
OPEN = Permission("training.needs.open", dict.fromkeys(OPENERS, everything))
RUN = Permission("training.needs.run", dict.fromkeys(RUNNERS, run_by))
RUN_TASK = Permission("training.task.run", dict.fromkeys(RUNNERS, of_run_project))
INTERVIEW = Permission("training.interview.write", dict.fromkeys(RUNNERS, of_run))
SEE_INTERVIEW = Permission(
    "training.interview.see", {AGENT: own("person"), LEAD: own("person"), **dict.fromkeys(RUNNERS, of_run)}
)

SEE_COURSES = Permission(
    "training.course.see", {**dict.fromkeys(ROLES, released), **dict.fromkeys(WRITERS, everything)}
)
WRITE_COURSES = Permission("training.course.write", dict.fromkeys(WRITERS, everything))
TEACH = Permission("training.course.teach", dict.fromkeys(WRITERS, everything))  # trainer's notes, keys of the quiz
LEARN = Permission("training.enrolment.learn", dict.fromkeys(ROLES, own("person")))
ENROL = Permission("training.course.enrol", dict.fromkeys(ROLES, released))
ASSIGN = Permission("training.person.assign", {LEAD: led(), **dict.fromkeys(WATCHERS, everything)})
MANAGE_ENROLMENT = Permission("training.enrolment.manage", {LEAD: led("person"), **dict.fromkeys(WRITERS, everything)})
SEE_LEARNING = Permission(
    "training.enrolment.see",
    {
        **dict.fromkeys(ROLES, own("person")),
        LEAD: either(own("person"), led("person")),
        **dict.fromkeys(WATCHERS, everything),
    },
)
SEE_FILE = Permission(
    "training.file.see",
    {**dict.fromkeys(ROLES, own()), LEAD: either(own(), led()), **dict.fromkeys(WATCHERS, everything)},
)
CERTIFY = Permission("training.certificate.issue", dict.fromkeys(WRITERS, everything))
REVOKE = Permission("training.certificate.revoke", dict.fromkeys(WRITERS, everything))
REISSUE = Permission("training.certificate.reissue", dict.fromkeys(WRITERS, everything))
SEE_CERTIFICATES = Permission(
    "training.certificate.see",
    {
        **dict.fromkeys(ROLES, own("enrolment__person")),
        LEAD: either(own("enrolment__person"), led("enrolment__person")),
        **dict.fromkeys(WATCHERS, everything),
    },
)

PLAN_SESSIONS = Permission("training.session.plan", dict.fromkeys(WRITERS, everything))
QUALIFY = Permission("training.trainer.qualify", dict.fromkeys(WRITERS, everything))
SEE_TRAINERS = Permission("training.trainer.see", dict.fromkeys((*WATCHERS, LEAD), everything))
SEE_SESSIONS = Permission("training.session.see", dict.fromkeys(ROLES, everything))
BOOK_SEAT = Permission("training.session.book", dict.fromkeys(ROLES, everything))
SEAT_OTHERS = Permission("training.session.seat", dict.fromkeys((LEAD, *WATCHERS), everything))
COME = Permission("training.seat.come", dict.fromkeys(ROLES, own("person")))
CANCEL_SEAT = Permission(
    "training.seat.cancel",
    {
        **dict.fromkeys(ROLES, own("person")),
        LEAD: either(own("person"), led("person")),
        **dict.fromkeys(WRITERS, everything),
    },
)
SEE_SEATS = Permission(
    "training.seat.see",
    {
        **dict.fromkeys(ROLES, own("person")),
        LEAD: either(own("person"), led("person")),
        **dict.fromkeys(WATCHERS, everything),
    },
)


def taught_by(user: Doer) -> Q:
    """Sessions one is a trainer of."""
    return Q(pk__in=Session.trainers.through.objects.filter(trainer__person__user=user.pk).values("session"))


CALL_ROLL = Permission(
    "training.session.roll", {**dict.fromkeys(ROLES, taught_by), **dict.fromkeys(WRITERS, everything)}
)


def learned_by(user: Doer) -> Q:
    """Courses one learns or learned, every version of them."""
    return Q(code__in=Enrolment.objects.filter(person__user=user.pk).values("course__code"))


def sat_or_taught(user: Doer) -> Q:
    """Sessions one has a place in or teaches."""
    seats = Seat.objects.filter(person__user=user.pk).exclude(state__in=("cancelled", "waiting"))
    return Q(pk__in=seats.values("session")) | taught_by(user)


def talked_in(user: Doer) -> Q:
    """Threads of the courses one learns and of the sessions one is of."""
    return (Q(session=None) & learned_by(user)) | Q(session__in=Session.objects.filter(sat_or_taught(user)))


def talk_taught(user: Doer) -> Q:
    return Q(session__in=Session.objects.filter(taught_by(user)))


def posted_in(user: Doer) -> Q:
    return Q(thread__in=Thread.objects.filter(talked_in(user)))


def posts_taught(user: Doer) -> Q:
    return Q(thread__in=Thread.objects.filter(talk_taught(user)))


def posted_by(user: Doer) -> Q:
    return Q(by=user.pk)


SEE_TALK = Permission("training.thread.see", {**dict.fromkeys(ROLES, talked_in), **dict.fromkeys(WRITERS, everything)})
TALK_COURSE = Permission(
    "training.course.talk", {**dict.fromkeys(ROLES, learned_by), **dict.fromkeys(WRITERS, everything)}
)
TALK_SESSION = Permission(
    "training.session.talk", {**dict.fromkeys(ROLES, sat_or_taught), **dict.fromkeys(WRITERS, everything)}
)
TALK = Permission("training.thread.answer", SEE_TALK.reach)
MODERATE = Permission(
    "training.thread.moderate", {**dict.fromkeys(ROLES, talk_taught), **dict.fromkeys(WRITERS, everything)}
)
REPORT_POST = Permission(
    "training.post.report", {**dict.fromkeys(ROLES, posted_in), **dict.fromkeys(WRITERS, everything)}
)
MODERATE_POST = Permission(
    "training.post.moderate", {**dict.fromkeys(ROLES, posts_taught), **dict.fromkeys(WRITERS, everything)}
)
OWN_POST = Permission("training.post.take_back", dict.fromkeys(ROLES, posted_by))

REFLECT = Permission("training.person.reflect", dict.fromkeys(ROLES, own()))
WRITE_REFLECTION = Permission("training.reflection.write", dict.fromkeys(ROLES, own("person")))


def reflected_on_taught(user: Doer) -> Q:
    """Notes of others after a session one taught."""
    return Q(session__in=Session.objects.filter(taught_by(user))) & ~Q(person__user=user.pk)


def led_others(user: Doer) -> Q:
    return led("person")(user) & ~Q(person__user=user.pk)


SEE_REFLECTION = Permission(
    "training.reflection.see",
    {
        **dict.fromkeys(ROLES, either(own("person"), reflected_on_taught)),
        LEAD: either(own("person"), led("person"), reflected_on_taught),
    },
)
REPLY_REFLECTION = Permission(
    "training.reflection.reply",
    {**dict.fromkeys(ROLES, reflected_on_taught), LEAD: either(led_others, reflected_on_taught)},
)
