"""The demo's surveys: one on training needs that about a hundred agents answered, and what was made of it; one that runs."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from django.conf import settings

from hengcai.accounts.models import Centre, User
from hengcai.assessment.actions import (
    add_questionnaire,
    answer_survey,
    close_survey,
    load_shipped_questionnaires,
    open_survey,
    publish_questionnaire,
)
from hengcai.assessment.actions.surveys import Plan
from hengcai.assessment.definitions import asked_of
from hengcai.assessment.models import Questionnaire, Survey
from hengcai.assessment.rules.answering import cleaned, shown
from hengcai.assessment.rules.kinds import KINDS, Asked
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.base.say import tongue_of
from hengcai.demo.complaints import MATTERS
from hengcai.demo.survey_words import BENCHMARK, NAMES, PULSE, SAID, TASKS, THEMES
from hengcai.demo.timeline import Timeline, at
from hengcai.training.actions import (
    Found,
    add_benchmark,
    add_task,
    code_matters,
    draft_report,
    draw_interviews,
    finish_task,
    issue_report,
    open_project,
    sign_interview,
    write_interview,
)
from hengcai.training.actions import Plan as NeedsPlan
from hengcai.training.actions.interviews import Written
from hengcai.training.models import Project

OPENED, CLOSED, PULSE_OPENED, PULSE_DAYS = 45, 31, 3, 10  # days ago; the last: days it stays open
MOST_ANSWERS, SAMPLE, SIGNED, SEED = 100, 12, 10, 2026
WEAK = ("abuse", "next", "pause", "latest", "complaint")  # rows rated lower than the rest
CODES = ("problem_solving", "problem_solving", "communication")  # what complaints of each cause speak of
Password = Callable[[User], str]


class Surveys:
    """Two surveys on the timeline, and at its end the training needs analysis that rests on the first."""

    def __init__(self, centre: Centre, users: dict[str, User]) -> None:
        self.centre, self.users, self.dice = centre, users, random.Random(SEED)
        self.tongue = tongue_of(settings.LANGUAGE_CODE)
        self.needs: Survey | None = None

    def plan(self, timeline: Timeline, *, start: date, today: date) -> None:
        opened, closed = today - timedelta(days=OPENED), today - timedelta(days=CLOSED)
        timeline.add(at(opened, 9), lambda: self._open_needs(closed))
        timeline.add(at(closed, 18), self._answer_and_close)
        timeline.add_by_now(at(today - timedelta(days=PULSE_OPENED), 9), self._open_pulse)

    def _open_needs(self, closed: date) -> None:
        used = load_shipped_questionnaires(self.centre, by=self.users["zhou"], today=clock.today())
        questionnaire = used[0] if used else _published("needs")
        plan = Plan(NAMES[self.tongue]["needs"], closed)
        self.needs = open_survey(questionnaire, by=self.users["zhou"], plan=plan, today=clock.today())

    def _answer_and_close(self) -> None:
        if self.needs is not None:
            self._answer(self.needs, MOST_ANSWERS)
            close_survey(self.needs, by=self.users["zhou"])

    def _open_pulse(self) -> None:
        by, today = self.users["zhou"], clock.today()
        made = publish_questionnaire(add_questionnaire(self.centre, by=by, definition=PULSE), by=by, today=today)
        plan = Plan(NAMES[self.tongue]["pulse"], today + timedelta(days=PULSE_DAYS))
        survey = open_survey(made, by=by, plan=plan, today=today)
        self._answer(survey, survey.invitees.count() // 3)

    def _answer(self, survey: Survey, most: int) -> None:
        """Some do; li and wang, whom one signs in as, leave the running one open."""
        questions = [asked_of(one) for one in survey.questionnaire.questions.order_by("order")]
        rows = survey.invitees.exclude(person__user__username__in=("li", "wang")).select_related("person__user")
        people = [one.person for one in rows.order_by("pk")]
        for person in self.dice.sample(people, min(most, len(people))):
            if person.user is not None:
                answer_survey(survey, by=person.user, answers=self._sheet(questions), today=clock.today())

    def _sheet(self, questions: list[Asked]) -> dict[str, object]:
        found: dict[str, object] = {}
        for one in questions:
            if one in shown(questions, found) and KINDS[one.kind].is_asked:
                value = self._value(one)
                found |= {one.code: value} if value else {}
        return cleaned(questions, found)

    def _value(self, one: Asked) -> object:
        dice = self.dice
        if one.kind == "matrix":
            return {row: self._point(is_weak=row in WEAK) for row in one.rows}
        if one.kind == "scale":
            return self._point(is_weak=False)
        if one.kind == "ten":
            return str(min(10, max(0, round(dice.gauss(6.5, 2)))))
        if one.kind == "multiple":
            return dice.sample(one.options, min(2, len(one.options)))
        if one.kind == "single":
            return dice.choice(one.options)
        return dice.choice(SAID[self.tongue]) if dice.random() < 0.25 else None

    def _point(self, *, is_weak: bool) -> str:
        return str(min(5, max(1, round(self.dice.gauss(3.0 if is_weak else 4.1, 0.7)))))

    def report(self, password_of: Password, *, today: date) -> None:
        """The training needs analysis, once complaints are there: its group, interviews, benchmark, and the issued report."""
        zhou, wu = self.users["zhou"], self.users["wu"]
        plan = NeedsPlan(
            NAMES[self.tongue]["project"], [wu.pk, self.users["feng"].pk], today - timedelta(days=182), today,
            survey=self.needs.pk if self.needs else None,
        )  # fmt: skip
        project = open_project(self.centre, by=zhou, plan=plan, today=today)
        for number, what in enumerate(TASKS[self.tongue]):
            task = add_task(project, by=zhou, what=what, owner=(zhou, wu)[number % 2], due_on=today + timedelta(days=5))
            if number < 2:
                finish_task(task, by=task.owner)
        code_matters(project, by=zhou, codes=dict(zip(MATTERS[self.tongue], CODES, strict=True)))
        with suppress(NotNow):  # a demo of few agents has too few rated ones to draw from
            self._interviews(project, zhou, password_of)
        add_benchmark(project, by=wu, found=Found(**BENCHMARK[self.tongue], on=today - timedelta(days=90)))
        draft_report(project, by=zhou, today=today)
        issue_report(project, by=zhou)

    def _interviews(self, project: Project, by: User, password_of: Password) -> None:
        draw_interviews(project, by=by, size=SAMPLE, seed="2026", today=clock.today())
        themes = THEMES[self.tongue]
        for number, one in enumerate(project.interviewees.order_by("place")[:SIGNED]):
            notes, competency = themes[number % len(themes)]
            theme = {"competency": competency, "kind": "gap", "words": notes[:60]}
            written = Written(clock.today(), notes, [theme])
            write_interview(one, by=by, written=written, edit_count=0, today=clock.today())
            sign_interview(one, by=by, password=password_of(by))


def _published(code: str) -> Questionnaire:
    return Questionnaire.objects.get(code=code, state=Questionnaire.State.PUBLISHED)
