"""A question with its right and wrong answers, as files, the bank, tests and lessons all have it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

SINGLE, MULTIPLE, TRUE_FALSE, NUMERIC, SHORT = "single", "multiple", "true_false", "numeric", "short"
MATCHING, CLOZE, ESSAY = "matching", "cloze", "essay"
KINDS = (SINGLE, MULTIPLE, TRUE_FALSE, NUMERIC, SHORT, MATCHING, CLOZE, ESSAY)
WITH_OPTIONS = (SINGLE, MULTIPLE)
WITH_ANSWERS = (TRUE_FALSE, NUMERIC, SHORT)
SHUFFLED = (*WITH_OPTIONS, MATCHING)
GAP = re.compile(r"\{\{([^{}\s]{1,40})\}\}")


@dataclass(frozen=True, slots=True)
class Both:
    """One text in both languages."""

    zh: str
    en: str

    def read(self, language: str) -> str:
        """The other language where this one is empty."""
        return (self.en or self.zh) if language.startswith("en") else (self.zh or self.en)


Text = str | Both


def plain(text: Text, language: str) -> str:
    return text.read(language) if isinstance(text, Both) else text


def sides(text: Text) -> tuple[str, ...]:
    """Every spelling a text has."""
    return (text,) if isinstance(text, str) else tuple(one for one in (text.zh, text.en) if one)


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    text: Text
    share: Fraction
    feedback: Text = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` is `true` or `false`, a number, or text with `*` for anything; a number has a `tolerance`."""

    value: Text
    share: Fraction
    tolerance: Fraction | None = None
    feedback: Text = ""


@dataclass(frozen=True, slots=True)
class Match:
    left: Text
    right: Text


@dataclass(frozen=True, slots=True)
class Gap:
    """Filled in from `options`, or written and compared with `answers`."""

    id: str
    options: tuple[Option, ...] = ()
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Texts are Markdown. `competency` is a code of the library; `level` 1 recall, 2 apply, 3 judge."""

    id: str
    kind: str
    text: Text = ""
    language: str = ""
    options: tuple[Option, ...] = ()
    answers: tuple[Answer, ...] = ()
    pairs: tuple[Match, ...] = ()
    distractors: tuple[Text, ...] = ()
    gaps: tuple[Gap, ...] = ()
    guidance: Text = ""
    points: Fraction = field(default=Fraction(1))
    competency: str = ""
    level: int | None = None
    tags: tuple[str, ...] = ()
    feedback: Text = ""
    shuffle: bool = True

    @property
    def has_both(self) -> bool:
        """Whether any of its texts stands in two languages."""
        return any(isinstance(text, Both) for text in texts_of(self))


def texts_of(question: Question) -> Iterator[Text]:
    yield from (question.text, question.guidance, question.feedback, *question.distractors)
    yield from _of_options(question.options)
    yield from _of_answers(question.answers)
    for pair in question.pairs:
        yield from (pair.left, pair.right)
    for gap in question.gaps:
        yield from _of_options(gap.options)
        yield from _of_answers(gap.answers)


def _of_options(options: tuple[Option, ...]) -> Iterator[Text]:
    for one in options:
        yield from (one.text, one.feedback)


def _of_answers(answers: tuple[Answer, ...]) -> Iterator[Text]:
    for one in answers:
        yield from (one.value, one.feedback)


def in_language(question: Question, language: str) -> Question:
    """The plain question somebody of this language meets (`zh` or `en`); one that is plain already stays as it is."""
    if not question.has_both:
        return question

    def options(some: tuple[Option, ...]) -> tuple[Option, ...]:
        return tuple(replace(o, text=plain(o.text, language), feedback=plain(o.feedback, language)) for o in some)

    def answers(some: tuple[Answer, ...]) -> tuple[Answer, ...]:
        return tuple(replace(a, value=plain(a.value, language), feedback=plain(a.feedback, language)) for a in some)

    return replace(
        question,
        language=language,
        text=plain(question.text, language),
        guidance=plain(question.guidance, language),
        feedback=plain(question.feedback, language),
        options=options(question.options),
        answers=answers(question.answers),
        pairs=tuple(Match(plain(p.left, language), plain(p.right, language)) for p in question.pairs),
        distractors=tuple(plain(one, language) for one in question.distractors),
        gaps=tuple(Gap(g.id, options(g.options), answers(g.answers)) for g in question.gaps),
    )
