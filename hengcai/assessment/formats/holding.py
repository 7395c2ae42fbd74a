"""What every format but our own JSON lines has in common: one language, one name for what it cannot hold."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import TypeVar

from hengcai.assessment.formats.notes import Report
from hengcai.assessment.rules.question_checks import check_question
from hengcai.assessment.rules.questions import Answer, Both, Option, Question, in_language
from hengcai.assessment.rules.shares import decimal, is_listed, number
from hengcai.base.errors import NotValid, Refusal

HOSTILE = frozenset(
    f"questions.{what}" for what in ("script", "too_deep", "entities", "packed_too_large", "unsafe_name")
)
"""A file with any of these is refused as a whole."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Some = TypeVar("Some")


def plain_in(question: Question, language: str, lost: set[str]) -> Question:
    """In the language asked for; the other is lost."""
    if not question.has_both:
        return question
    lost.add("second_language")
    plain = in_language(question, language)
    check_question(plain)
    return plain


def text(value: object) -> str:
    """Of a question that is plain already."""
    if isinstance(value, Both):
        raise TypeError(value)
    return str(value)


def told_numbers(question: Question) -> Iterable[tuple[str, Fraction]]:
    """Every number but shares that a format writes as a decimal, by the part it belongs to."""
    yield "points", question.points
    for answers in (question.answers, *(gap.answers for gap in question.gaps)):
        yield from (("tolerance", one.tolerance) for one in answers if one.tolerance is not None)


def rounded_away(question: Question) -> set[str]:
    """The parts with a number that has no end within seven places."""
    return {part for part, value in told_numbers(question) if number(decimal(value, places=7)) != value}


def all_parts(question: Question) -> Iterator[Option | Answer]:
    """Everything that has a share, in gaps too."""
    yield from question.options
    yield from question.answers
    for gap in question.gaps:
        yield from gap.options
        yield from gap.answers


def all_shares(question: Question) -> Iterable[Fraction]:
    yield from (one.share for one in all_parts(question))


def check_listed(question: Question) -> None:
    """One share out of Moodle's list stops the import of the whole file there."""
    for value in all_shares(question):
        if not is_listed(value):
            raise NotValid("questions.share_unlisted", question=question.id, value=value)


def letter(place: int) -> str:
    """a, b … z, aa, ab …"""
    return LETTERS[place] if place < len(LETTERS) else letter(place // 26 - 1) + LETTERS[place % 26]


def taken(make: Callable[[], Some], report: Report, *, name: str, line: int) -> Some | None:
    """What is wrong with one question leaves it out; what is made to do harm refuses the file."""
    try:
        return make()
    except Refusal as refusal:
        if refusal.code in HOSTILE:
            raise NotValid(refusal.code, **{"file": report.file, "line": line, **refusal.facts}) from None
        report.leave_out(name, refusal, line=line)
        return None


class Names:
    """Ids of a file in which two questions may have one name: the second gets a number behind."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._numbers: dict[str, int] = {}

    def fresh(self, wished: str) -> str:
        name = "".join(sign if sign.isprintable() else " " for sign in " ".join(wished.split()))[:180].strip() or "q"
        number = self._numbers.get(name, 1)
        found = name
        while found in self._seen:
            number += 1
            found = f"{name}-{number}"
        self._numbers[name] = number
        self._seen.add(found)
        return found
