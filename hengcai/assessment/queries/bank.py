"""The bank of questions as lists, pages, tests and files read it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from hengcai.assessment import permissions, states
from hengcai.assessment.models import BankQuestion
from hengcai.assessment.rules.question_objects import question_of
from hengcai.assessment.rules.questions import Question
from hengcai.assessment.rules.stems import is_near
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open

ORDERS = Orders({"code": ("code", "number"), "state": ("state", "code", "number"), "made": ("-made_at", "-pk"),
                 "competency": ("competency", "code", "number"), "level": ("level", "code", "number")})  # fmt: skip
State = BankQuestion.State


@dataclass(frozen=True)
class BankFilter:
    """`text` is looked for in code and text, in either language."""

    text: str = ""
    kind: str = ""
    state: str = ""
    competency: str = ""
    level: int | None = None
    course: str = ""

    def condition(self) -> Q:
        named = {"kind": self.kind, "state": self.state, "competency": self.competency, "course": self.course}
        found = Q(**{name: value for name, value in named.items() if value})
        if self.level:
            found &= Q(level=self.level)
        if self.text:
            found &= (
                Q(code__icontains=self.text) | Q(title__zh__icontains=self.text) | Q(title__en__icontains=self.text)
            )
        return found


def bank_seen_by(user: Doer) -> QuerySet[BankQuestion]:
    rows = BankQuestion.objects.select_related("made_by", "reviewed_by").order_by("code", "-number")
    return permissions.SEE_BANK.rows(rows, user)


def versions_of(question: BankQuestion, user: Doer) -> QuerySet[BankQuestion]:
    return bank_seen_by(user).filter(code=question.code).order_by("-number")


def bank_moves_of(question: BankQuestion, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.BANK_MOVES, question, user)]


def as_question(row: BankQuestion) -> Question:
    """What tests, lessons and files take."""
    return question_of(row.content)


def in_force(*, course: str = "", competency: str = "") -> QuerySet[BankQuestion]:
    """What a test may draw from."""
    named = {"course": course, "competency": competency}
    narrowed = {name: value for name, value in named.items() if value}
    return BankQuestion.objects.filter(state=State.PUBLISHED, **narrowed).order_by("code")


def alike(question: BankQuestion) -> list[BankQuestion]:
    """Other questions in work or in force that ask the same, or nearly, in either language."""
    own = as_question(question)
    rows: Iterable[BankQuestion] = (
        BankQuestion.objects.exclude(code=question.code).exclude(state=State.RETIRED).order_by("code").iterator()
    )
    return [one for one in rows if one.stem_key == question.stem_key or is_near(own, as_question(one))]
