"""Years of training for a large centre: courses, learners with their marks, sessions with feedback, effects, what follows."""

from datetime import timedelta
from itertools import islice

from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.programme.models import Effect, Need, Revision, Surge, TrainingPlan
from hengcai.training.models import Course, Enrolment, Lesson, Opinion, Progress, Qualified, Seat, Session, Trainer

COURSES, LESSONS, TRAINERS, EACH, PLACES = 200, 5, 20, 3, 20
OUTCOMES = ("quality", "month", "handling_time", "satisfaction", "first_contact_resolution")
CHUNK = 1000


def train(centre, *, marks):
    """`marks`: so many rows of progress, `LESSONS` to each enrolment."""
    by, now = centre.users["zhou"], clock.now()
    courses = _courses(by, now)
    _learners(centre, courses, by, now, marks)
    sessions = _sessions(centre, courses, by, now)
    _thoughts(centre, sessions, by, now)
    _found(centre, courses, by, now)
    return courses


def _courses(by, now):
    title = {"module": "communication", "tier": "advanced", "hours": 2, "made_by": by, "made_at": now}
    reaches = [{"code": "problem_solving", "from": 2, "to": 4}]
    made = Course.objects.bulk_create(
        Course(code=f"c{n:03}", state="published", title=Bilingual(f"课程{n:03}", f"Course {n:03}"), reaches=reaches,
               named=" problem_solving ", published_by=by, published_on=clock.today(),
               standard={"aims": {}, "methods": [], "phases": [], "trainer": "", "topics": [], "checks": []}, **title)
        for n in range(COURSES)
    )  # fmt: skip
    Lesson.objects.bulk_create(
        Lesson(course=one, order=n, code=f"l{n}", kind="text", title=Bilingual(f"第{n}课", f"Lesson {n}"), minutes=5)
        for one in made
        for n in range(LESSONS)
    )
    return made


def _learners(centre, courses, by, now, marks):
    wanted, people = marks // LESSONS, centre.people
    facts = {"state": "finished", "origin": "own", "enrolled_by": by, "enrolled_at": now, "ended_on": clock.today()}
    rows = (
        Enrolment(course=courses[(n + n // len(people)) % COURSES], person=people[n % len(people)], **facts)
        for n in range(wanted)
    )
    made = Enrolment.objects.bulk_create(list(rows), batch_size=CHUNK)
    lessons = {}
    for one in Lesson.objects.order_by("order"):
        lessons.setdefault(one.course_id, []).append(one)
    progress = (
        Progress(enrolment=one, lesson=lesson, points=f"{n % 7}", out_of="6", tries=1, done_at=now, seen_at=now)
        for n, one in enumerate(made)
        for lesson in lessons[one.course_id]
    )
    while rows := list(islice(progress, CHUNK)):
        Progress.objects.bulk_create(rows)


def _sessions(centre, courses, by, now):
    """`EACH` of every course, by one of the trainers in turn, Zhou's colleague the first of them."""
    people = centre.people[:TRAINERS]
    trainers = Trainer.objects.bulk_create(
        Trainer(person=one, level="trainer", since=clock.today(), entered_by=by) for one in people
    )
    Qualified.objects.bulk_create(
        Qualified(trainer=one, level="trainer", since=clock.today(), entered_by=by, entered_at=now) for one in trainers
    )
    made = Session.objects.bulk_create(
        Session(course=one, state="held", starts_at=now - timedelta(days=30 + n), ends_at=now - timedelta(days=30 + n, hours=-2),
                places=PLACES, code="000000", planned_by=by)
        for one in courses
        for n in range(EACH)
    )  # fmt: skip
    through = Session.trainers.through
    through.objects.bulk_create(
        through(session=one, trainer=trainers[n // EACH % TRAINERS]) for n, one in enumerate(made)
    )
    return made


def _thoughts(centre, sessions, by, now):
    people = centre.people
    seats = Seat.objects.bulk_create(
        [
            Seat(session=one, person=people[(n * PLACES + place) % len(people)], state="attended", asked_at=now, by=by)
            for n, one in enumerate(sessions)
            for place in range(min(PLACES, len(people)))
        ],
        batch_size=CHUNK,
    )
    Opinion.objects.bulk_create(
        [Opinion(seat=one, content=4, teaching=3 + n % 3, use=4) for n, one in enumerate(seats)], batch_size=CHUNK
    )


def detail(effect=1.0):
    """As it is kept, with both designs."""
    found = {"estimate": effect, "low": effect - 2, "high": effect + 2, "se": 1.0, "n": 400, "method": "x"}
    events = [{"event": one, "effect": found} for one in range(-12, 24)]
    report = {"effect": found, "verdict": "cannot_tell", "reasons": [], "by_event": events}
    n = {"below": 200, "above": 300}
    near = {
        "effect": found,
        "bandwidth": 6.0,
        "n": n,
        "take_up": found,
        "density": {"below": 40, "above": 44},
        "reasons": [],
    }
    line = {
        "kind": "month", "band": "pass", "verdict": "not_yet", "reasons": [], "visible": 3.0, "more": None, "report": near,
        "widths": [{"bandwidth": reach, "n": n, "effect": found} for reach in (3.0, 6.0, 12.0)],
        "bins": [[one - 12.5, 80.0 + one % 5, 20] for one in range(24)], "lines": [[[-6, 80], [0, 82]], [[0, 81], [6, 84]]],
    }  # fmt: skip
    naive = {"before": 80.0, "after": 82.0, "n": 400, "others_before": 83.0, "effect": found}
    said = {"verdict": "not_yet", "reasons": ["interval_holds_zero"], "visible": 3.0, "more": 200}
    return {**said, "trained": 400, "people": 2000, "elsewhere": 900, "naive": naive, "report": report, "line": line}


def _found(centre, courses, by, now):
    today, kept = clock.today(), detail()
    Effect.objects.bulk_create(
        Effect(course=one.code, outcome=outcome, verdict="not_yet", detail=kept, trained=400, until=today, worked_out_at=now)
        for one in courses
        for outcome in OUTCOMES
    )  # fmt: skip
    owners, trainer = centre.users, Trainer.objects.order_by("pk").first()
    reasons = [{"why": "no_difference", "outcome": "quality"}]
    Revision.objects.bulk_create(
        Revision(code=one.code, course=one, reasons=reasons, owner=trainer.person.user or owners["zhou"], opened_at=now, due_on=today)
        for one in courses
    )  # fmt: skip
    frame = {"name": "年度", "kind": "year", "first_on": today, "last_on": today + timedelta(days=300)}
    plan = TrainingPlan.objects.create(made_by=by, made_at=now, **frame)
    facts = {
        "plan": plan,
        "competency": "problem_solving",
        "level": "2",
        "required": "4",
        "is_certain": True,
        "weight": 70,
    }
    Need.objects.bulk_create(
        [Need(person=one, course=courses[n % COURSES], **facts) for n, one in enumerate(centre.people)],
        batch_size=CHUNK,
    )
    _surge(centre, courses[0], now, today)


def _surge(centre, course, now, today):
    facts = {
        "now": [200, 9000],
        "before": [90, 27000],
        "change": {"estimate": 0.02, "low": 0.01, "high": 0.03},
        "title": {"zh": "退费"},
    }
    made = Surge.objects.create(
        kind="complaints", matter="退费", month=today.replace(day=1), facts=facts, course=course, found_at=now
    )
    made.people.set(centre.people[:200])
