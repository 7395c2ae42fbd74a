"""Which questions of the bank ask the same; below actions and queries, which both need to know."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Count, Max, Min, QuerySet, Sum

from hengcai.assessment.models import BankQuestion, ToldApart
from hengcai.assessment.rules.likeness import Likeness, Lookup, Print, compared, prints
from hengcai.assessment.rules.question_objects import question_of
from hengcai.assessment.rules.questions import Question

State = BankQuestion.State
MANY = 500  # rows are no longer named one by one
MOST_KEPT = 10_000  # questions of which a process keeps the letters
_READ: dict[tuple[int, str, int, str], tuple[Print, ...]] = {}


@dataclass(frozen=True)
class Twins:
    """Two codes that ask the same, or nearly."""

    one: str
    other: str
    likeness: Likeness


def as_question(row: BankQuestion) -> Question:
    """What tests, lessons and files take."""
    return question_of(row.content)


def living() -> QuerySet[BankQuestion]:
    return BankQuestion.objects.exclude(state=State.RETIRED)


def alike(question: BankQuestion) -> list[BankQuestion]:
    """Other questions in work or in force that ask the same, or nearly, in either language; not those told apart from it."""
    own = prints(as_question(question))
    but = {question.code, *told_apart_from(question.code)}
    codes = [code for code, some in bank_prints().items() if code not in but and compared(own, some)]
    rows = living().filter(code__in=codes).order_by("code", "-number")
    return list({one.code: one for one in rows}.values())


def told_apart_from(code: str) -> set[str]:
    rows = (
        ToldApart.objects.filter(one=code).values_list("other"),
        ToldApart.objects.filter(other=code).values_list("one"),
    )
    return {other for some in rows for (other,) in some}


def bank_prints() -> dict[str, tuple[Print, ...]]:
    """Every code in work or in force, by all its living versions. What was read once is not read again until it is edited."""
    facts = list(living().order_by("code").values_list("pk", "code", "edit_count", "stem_key"))
    missing = [one[0] for one in facts if one not in _READ]
    contents = (
        dict(living().filter(pk__in=missing).values_list("pk", "content")) if len(missing) < MANY else dict(_contents())
    )
    found: dict[str, tuple[Print, ...]] = {}
    read = {one: _READ[one] if one in _READ else prints(question_of(contents[one[0]])) for one in facts}
    for one, some in read.items():
        found[one[1]] = tuple(dict.fromkeys((*found.get(one[1], ()), *some)))
    _READ.clear()
    _READ.update(read if len(read) <= MOST_KEPT else {})
    return found


def _contents() -> Iterator[tuple[int, Any]]:
    yield from living().values_list("pk", "content").iterator()


def all_twins() -> list[Twins]:
    """Of the whole bank, the most alike first; looked for again only when the bank has changed."""
    facts = living().aggregate(Count("pk"), Max("pk"), Sum("edit_count"), Min("stem_key"), Max("stem_key"))
    apart = {*ToldApart.objects.values_list("one", "other")}
    found = _twins(tuple(facts.values()))
    return [one for one in found if (one.one, one.other) not in apart]


@lru_cache(maxsize=1)
def _twins(_bank: tuple[object, ...]) -> tuple[Twins, ...]:
    return tuple(sorted(_found(), key=lambda one: (-one.likeness.share, one.one, one.other)))


def _found() -> Iterator[Twins]:
    for one, other, likeness in Lookup(bank_prints()).all():
        yield Twins(one, other, likeness)
