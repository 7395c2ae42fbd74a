"""Questionnaires and people for the tests of surveys."""

from datetime import date, timedelta

from hengcai.accounts.models import RoleGrant, User
from hengcai.assessment.actions import add_questionnaire, open_survey, publish_questionnaire
from hengcai.assessment.actions.surveys import Plan
from hengcai.assessment.models import Survey
from hengcai.people.models import Employment, Person, Placement
from tests import cast

TODAY = cast.MONDAY
YES_NO = [{"id": "yes", "text": {"zh": "是", "en": "yes"}}, {"id": "no", "text": {"zh": "否", "en": "no"}}]


def question(code, kind, **more):
    return {"id": code, "kind": kind, "text": {"zh": f"题{code}", "en": f"Question {code}"}, **more}


QUESTIONS = [
    question("head", "section"),
    question("trained", "single", options=YES_NO, required=True),
    question("used", "scale", show_if={"question": "trained", "any": ["yes"]}, required=True, competency="communication"),
    question("wants", "multiple", options=[{"id": code, "text": {"zh": code, "en": code}} for code in "abc"]),
    question("calm", "matrix", rows=[{"id": code, "text": {"zh": code, "en": code}} for code in ("r1", "r2")]),
    question("ten", "ten"),
    question("word", "short"),
    question("words", "long"),
]  # fmt: skip
DEFINITION = {"id": "needs-test", "title": {"zh": "调研", "en": "Survey"}, "intro": {}, "questions": QUESTIONS}
ANSWERS = {
    "trained": "yes", "used": "4", "wants": ["a", "c"], "calm": {"r1": "5", "r2": "2"}, "ten": "10", "word": "短",
}  # fmt: skip


def published(definition=DEFINITION):
    made = add_questionnaire(cast.centre(), by=cast.user("zhou"), definition=definition)
    return publish_questionnaire(made, by=cast.user("zhou"), today=TODAY)


def opened(*, anonymous=True, days=7, definition=DEFINITION) -> Survey:
    plan = Plan("三月调研", TODAY + timedelta(days=days), is_anonymous=anonymous)
    return open_survey(published(definition), by=cast.user("zhou"), plan=plan, today=TODAY)


def agents(count, *, team="one", hired=date(2025, 3, 3), start=0):
    """Further agents of a team, who sign in."""
    lead = {"one": cast.zhao, "two": cast.lin}[team]()
    made = []
    for n in range(start, start + count):
        user = User.objects.create(username=f"{team}{n}", name=f"Agent{team}{n}")
        RoleGrant.objects.create(user=user, role="agent")
        person = Person.objects.create(number=f"{team}-{n:04}", name=user.name, user=user)
        Employment.objects.create(person=person, hired_on=hired)
        Placement.objects.create(person=person, since=hired, team=cast.team(team), post=cast.post(), lead=lead)
        made.append(person)
    return made
