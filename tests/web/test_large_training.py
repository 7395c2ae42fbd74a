"""2,000 agents, 200 courses, 100,000 marks: what each page of training costs."""

import sys
from time import process_time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hengcai.programme.models import Revision, Surge, TrainingPlan
from hengcai.training.models import Enrolment, Progress, Session, Trainer
from tests.factories.big_centre import BigCentre
from tests.factories.big_training import train
from tests.web.budgets import MOST_BYTES, MOST_CPU_MS, MOST_QUERIES

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MARKS = 100_000


def pages(centre, courses):
    """(name, key, who opens it)."""
    course, person = courses[0].pk, centre.people[0].pk
    plan, revision, surge, trainer, session, way = (
        model.objects.order_by("pk").values_list("pk", flat=True).first()
        for model in (TrainingPlan, Revision, Surge, Trainer, Session, Enrolment)
    )
    lists = ("list-courses", "list-lacks", "list-training-plans", "list-effects", "list-revisions", "list-surges",
             "list-trainers", "list-sessions", "list-enrolments", "list-course-certificates", "list-rooms")  # fmt: skip
    of_one = {
        "see-course": course, "assign-course": course, "see-effect": course, "see-training-plan": plan, "list-training-needs": plan,
        "see-revision": revision, "see-surge": surge, "see-trainer": trainer, "see-session": session,
        "see-training-file": person, "see-enrolment": way,
    }  # fmt: skip
    return [*((name, None, "zhou") for name in lists), *((name, key, "zhou") for name, key in of_one.items()),
            ("see-my-learning", None, "li"), ("see-own-training-file", None, "li"), ("list-effects", None, "qian")]  # fmt: skip


def cost(centre, name, key, who):
    client, url = Client(), reverse(name, args=[key] if key else None)
    client.force_login(centre.users[who])
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
    count, spent = len(queries), []  # counted at once: the next request clears the log
    for _again in range(3):
        start = process_time()
        client.get(url)
        spent.append((process_time() - start) * 1000)
    assert answer.status_code == 200, url
    return count, len(answer.content), min(spent)


def test_pages_of_training_stay_small_with_many_courses_and_marks(db):
    centre = BigCentre(agents=2_000, contacts=4_000, evaluations=2_000)
    courses = train(centre, marks=MARKS)
    assert Progress.objects.count() == MARKS
    wrong = []
    for name, key, who in pages(centre, courses):
        queries, size, spent = cost(centre, name, key, who)
        sys.stdout.write(f"{name} {who}: {queries} queries, {size} bytes, {spent:.0f} ms CPU (at most {MOST_CPU_MS})\n")
        if queries > MOST_QUERIES or size > MOST_BYTES:
            wrong.append(f"{name}: {queries} queries, {size} bytes")
    assert not wrong
