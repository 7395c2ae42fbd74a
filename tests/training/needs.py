"""A needs survey for the tests: agents with rated levels, a survey they answered, complaints, listening."""

from datetime import date, timedelta

from hengcai.accounts.models import User
from hengcai.evidence.models import Evidence
from hengcai.framework.actions import load_shipped
from hengcai.framework.models import Competency, Post
from hengcai.people.models import Person
from hengcai.training.actions import Plan, open_project
from tests import cast
from tests.assessment.asking import agents

TODAY = date(2026, 3, 31)
LAST = date(2025, 12, 31)
CODES = ("communication", "problem_solving", "emotion_management")


def standards():
    load_shipped(cast.centre(), by=cast.user("zheng"), today=cast.HIRED)


def rated(people, levels):
    """`levels(place)` is each person's level on every competency."""
    post = Post.objects.get(code="inbound")
    found = {code: Competency.objects.get(code=code) for code in CODES}
    Evidence.objects.bulk_create(
        [
            Evidence(
                person=person, competency=found[code], kind=Evidence.Kind.RATED, value=levels(place, code),
                exact=str(levels(place, code)), source_kind="appraisal.participant", source_id=place + 1, on=LAST, post=post,
            )
            for place, person in enumerate(people)
            for code in CODES
        ]
    )  # fmt: skip


def rated_agents(count=24):
    """A third each of high, middle and low levels; all low on emotion management."""
    people = agents(count)
    rated(people, lambda place, code: 2 if code == "emotion_management" else (5, 4, 3)[place % 3])
    return people


def project(**changes):
    plan = Plan("一季度调研", [cast.user("wu").pk], TODAY - timedelta(days=182), TODAY, **changes)
    return open_project(cast.centre(), by=cast.user("zhou"), plan=plan, today=TODAY)


def with_password(name: str) -> User:
    found = cast.user(name)
    found.set_password("pass-word-1")
    found.save()
    return found


def person_of(user: User) -> Person:
    return Person.objects.get(user=user)
