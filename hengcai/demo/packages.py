"""The demo's SCORM package: one of a centre's own, in a course of its own, with people done, amid it and failed."""

import random
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import yaml
from django.core.files.uploadedfile import SimpleUploadedFile

from hengcai.accounts.models import Centre, User
from hengcai.base import clock
from hengcai.courseware.actions import Report, keep_run, open_run
from hengcai.courseware.unpacking import receive_package
from hengcai.people.models import Person
from hengcai.training.actions import add_course, enrol, publish_course
from hengcai.training.models import Course

FILES = Path(__file__).parent / "package"
SEED, LEARNERS, PASS, MINUTES = 2026, 9, 60, 7
A_MINUTE = timedelta(minutes=1)
SIGNED_IN_AS = "li"  # who finds it begun
TITLE = {"zh": "核验身份的四步", "en": "Four steps to check who is calling"}


def leave_packages(centre: Centre, *, by: User) -> None:
    package = receive_package(centre, SimpleUploadedFile("身份核验.zip", _packed()), by=by, name="身份核验.zip")
    definition = yaml.safe_load((FILES / "course.yaml").read_text("utf-8"))
    lesson = {"code": "package", "kind": "scorm", "title": TITLE, "minutes": 20, "media": package.code}
    course = add_course(centre, by=by, definition=definition | {"lessons": [lesson]})
    publish_course(course, by=by, today=clock.today())
    dice = random.Random(SEED)
    agents = Person.objects.filter(user__role_grants__role="agent", user__isnull=False).distinct().order_by("pk")
    others = list(agents.exclude(user__username__in=(SIGNED_IN_AS, "wang"))[:LEARNERS])
    for person in [*others, *agents.filter(user__username=SIGNED_IN_AS)]:
        _learn(course, person, score=dice.choice((0, 33, 67, 100, 100)) if person in others else None)


def _packed() -> bytes:
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED) as archive:
        for path in sorted(FILES.iterdir()):
            if path.suffix != ".yaml":
                archive.writestr(path.name, path.read_bytes())
    return into.getvalue()


def _learn(course: Course, person: Person, *, score: int | None) -> None:
    """Without a score: stopped on the third page."""
    by, today = person.user, clock.today()
    if by is None:
        return
    way = enrol(course, by=by)
    now = clock.now()
    with clock.set_to(now - MINUTES * A_MINUTE):
        run = open_run(way, by=by, lesson=course.lessons.get(), part="verify", today=today)
    values = {"cmi.core.lesson_location": "2", "cmi.core.lesson_status": "incomplete", "cmi.core.exit": "suspend"}
    if score is not None:
        status = "passed" if score >= PASS else "failed"
        values |= {"cmi.core.lesson_location": "4", "cmi.core.score.raw": str(score), "cmi.core.lesson_status": status}
    for left in reversed(range(MINUTES)):
        report = Report(session=run.session, values={} if left else values, is_over=not left)
        with clock.set_to(now - left * A_MINUTE):
            keep_run(run, by=by, report=report, today=today)
