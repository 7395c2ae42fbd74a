"""Questionnaires as lists and pages show them."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from hengcai.assessment import permissions, states
from hengcai.assessment.models import Question, Questionnaire
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.framework.queries import competencies_of, framework_in_force

ORDERS = Orders({"code": ("code", "number"), "state": ("state", "code", "number"), "made": ("-made_at", "-pk")})


@dataclass(frozen=True)
class QuestionnaireFilter:
    state: str = ""

    def condition(self) -> Q:
        return Q(state=self.state) if self.state else Q()


def questionnaires_seen_by(user: Doer) -> QuerySet[Questionnaire]:
    rows = Questionnaire.objects.annotate(n_questions=Count("questions")).order_by("code", "-number")
    return permissions.SEE_QUESTIONNAIRES.rows(rows, user)


def questions_of(questionnaire: Questionnaire) -> list[Question]:
    return list(questionnaire.questions.order_by("order"))


def questionnaires_to_open(user: Doer) -> QuerySet[Questionnaire]:
    return questionnaires_seen_by(user).filter(state=Questionnaire.State.PUBLISHED)


def moves_of(questionnaire: Questionnaire, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.QUESTIONNAIRE_MOVES, questionnaire, user)]


def competency_choices() -> list[tuple[str, str]]:
    """Code and name of every competency in force."""
    framework = framework_in_force()
    return [(one.code, str(one.name)) for one in competencies_of(framework)] if framework else []


@dataclass(frozen=True)
class Offered:
    """A questionnaire as a form offers it."""

    code: str
    name: str
    questionnaire: Questionnaire


def offered_to_print(user: Doer) -> list[Offered]:
    rows = questionnaires_seen_by(user).exclude(state=Questionnaire.State.RETIRED)
    return [Offered(str(one.pk), f"{one.title} · {one.number}", one) for one in rows]
