"""The bank of questions as lists, pages, tests and files read it."""

from dataclasses import dataclass
from itertools import count

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from hengcai.assessment import permissions, states
from hengcai.assessment.models import Answer, BankQuestion
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open

ORDERS = Orders({
    "code": ("code", "number"), "kind": ("kind", "code", "number"), "state": ("state", "code", "number"), "made": ("-made_at", "-pk"),
    "competency": ("competency", "code", "number"), "level": ("level", "code", "number"),
})  # fmt: skip
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
    tag: str = ""
    language: str = ""

    def condition(self) -> Q:
        named = {"kind": self.kind, "state": self.state, "competency": self.competency, "course": self.course}
        found = Q(**{name: value for name, value in named.items() if value})
        if self.level:
            found &= Q(level=self.level)
        if self.tag:
            found &= Q(tag_lines__contains=f"\n{self.tag}\n")
        if self.language:
            found &= Q(tongues__contains=self.language)
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


def newest_of(rows: QuerySet[BankQuestion]) -> QuerySet[BankQuestion]:
    """Of each code the version somebody works with: the newest."""
    later = BankQuestion.objects.filter(code=OuterRef("code"), number__gt=OuterRef("number"))
    return rows.filter(~Exists(later))


def living_by_code(codes: set[str], user: Doer) -> dict[str, BankQuestion]:
    """Of each code the one in force, or the one in work where there is none."""
    rows = bank_seen_by(user).filter(code__in=codes).exclude(state=State.RETIRED)
    found: dict[str, BankQuestion] = {}
    for row in rows:
        if row.state == State.PUBLISHED or row.code not in found:
            found[row.code] = row
    return found


def free_code() -> str:
    """The next of q1, q2 … that nobody has taken."""
    taken = set(BankQuestion.objects.filter(code__startswith="q").values_list("code", flat=True))
    return next(code for number in count(1) if (code := f"q{number}") not in taken)


def courses_in_bank() -> list[str]:
    return list(BankQuestion.objects.exclude(course="").order_by("course").values_list("course", flat=True).distinct())


def tags_in_bank() -> list[str]:
    found: set[str] = set()
    for some in BankQuestion.objects.exclude(tag_lines="").order_by().values_list("tag_lines", flat=True).distinct():
        found.update(filter(None, some.split("\n")))
    return sorted(found)


@dataclass(frozen=True)
class Uses:
    """How often one version was answered in tests, and in how many of them."""

    answers: int
    exams: int


def uses_of(question: BankQuestion) -> Uses:
    rows = Answer.objects.filter(question=question)
    return Uses(**rows.aggregate(answers=Count("pk"), exams=Count("sitting__exam", distinct=True)))


def bank_moves_of(question: BankQuestion, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.BANK_MOVES, question, user)]


def in_force(*, course: str = "", competency: str = "") -> QuerySet[BankQuestion]:
    """What a test may draw from."""
    named = {"course": course, "competency": competency}
    narrowed = {name: value for name, value in named.items() if value}
    return BankQuestion.objects.filter(state=State.PUBLISHED, **narrowed).order_by("code")
