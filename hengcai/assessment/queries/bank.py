"""The bank of questions as lists, pages, tests and files read it."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from hengcai.assessment import permissions, states
from hengcai.assessment.models import BankQuestion
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


def in_force(*, course: str = "", competency: str = "") -> QuerySet[BankQuestion]:
    """What a test may draw from."""
    named = {"course": course, "competency": competency}
    narrowed = {name: value for name, value in named.items() if value}
    return BankQuestion.objects.filter(state=State.PUBLISHED, **narrowed).order_by("code")
