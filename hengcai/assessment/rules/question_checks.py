"""What makes a question one that can be asked and marked, whichever way it comes in."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from hengcai.assessment.rules.questions import (
    CLOZE,
    GAP,
    KINDS,
    MATCHING,
    TRUE_FALSE,
    WITH_ANSWERS,
    WITH_OPTIONS,
    Answer,
    Gap,
    Option,
    Question,
    Text,
    sides,
)
from hengcai.assessment.rules.shares import number
from hengcai.base.errors import NotValid

LONGEST_ID = 200
MOST_POINTS = 10**6
MOST_NUMBER = 10**40


def check_question(question: Question) -> None:
    """Refuses what cannot be told apart, answered or marked; how good a question is, is for people to say."""
    _check_id(question, question.id, "id")
    if question.kind not in KINDS:
        raise _refused(question, "kind_unknown", "kind", value=question.kind, known=KINDS)
    if not 0 <= question.points <= MOST_POINTS:
        raise _refused(question, "points_outside", "points", most=MOST_POINTS)
    if question.kind in WITH_OPTIONS:
        _check_options(question, question.options, "options")
    elif question.kind in WITH_ANSWERS:
        _check_answers(question, question.answers, "answers")
    elif question.kind == MATCHING:
        _check_pairs(question)
    elif question.kind == CLOZE:
        _check_gaps(question)


def _refused(question: Question, code: str, part: str, **facts: object) -> NotValid:
    return NotValid(f"question.{code}", question=question.id, part=part, **facts)


def _check_id(question: Question, value: str, part: str) -> None:
    """Ids stand in tables of responses, where `;` and `=` part them, and a line end would break the row."""
    if not value.strip() or value != value.strip() or len(value) > LONGEST_ID or not value.isprintable():
        raise _refused(question, "id_wrong", part, most=LONGEST_ID)


def _check_code(question: Question, value: str, part: str) -> None:
    _check_id(question, value, part)
    if ";" in value or "=" in value:
        raise _refused(question, "code_wrong", part, value=value)


def _check_once(question: Question, values: Iterable[object], part: str) -> None:
    twice = [value for value, count in Counter(values).items() if count > 1]
    if twice:
        raise _refused(question, "twice", part, value=twice[0])


def _check_options(question: Question, options: tuple[Option, ...], part: str) -> None:
    if not options:
        raise _refused(question, "none", part)
    for place, one in enumerate(options, start=1):
        _check_code(question, one.id, f"{part}[{place}].id")
        _check_share(question, one.share, f"{part}[{place}].share")
    _check_once(question, (one.id for one in options), part)


def _check_share(question: Question, value: Fraction, part: str) -> None:
    if not -1 <= value <= 1:
        raise _refused(question, "share_outside", part, value=value)


def _check_answers(question: Question, answers: tuple[Answer, ...], part: str) -> None:
    if not answers:
        raise _refused(question, "none", part)
    for place, one in enumerate(answers, start=1):
        _check_answer(question, one, f"{part}[{place}]")
    if question.kind == TRUE_FALSE:
        _check_once(question, (one.value for one in answers), part)


def _check_answer(question: Question, one: Answer, part: str) -> None:
    _check_share(question, one.share, f"{part}.share")
    if question.kind == TRUE_FALSE and one.value not in ("true", "false"):
        raise _refused(question, "not_true_false", f"{part}.value", value=one.value)
    if one.tolerance is not None:
        if not 0 <= one.tolerance <= MOST_NUMBER or abs(number(str(one.value))) > MOST_NUMBER:
            raise _refused(question, "number_outside", part)
    elif not _is_told(one.value):
        raise _refused(question, "empty", f"{part}.value")


def _check_pairs(question: Question) -> None:
    if not question.pairs:
        raise _refused(question, "none", "pairs")
    for place, one in enumerate(question.pairs, start=1):
        for name, text in (("left", one.left), ("right", one.right)):
            if not _is_told(text):
                raise _refused(question, "empty", f"pairs[{place}].{name}")
    _check_once(question, (one.left for one in question.pairs), "pairs")
    if not all(_is_told(text) for text in question.distractors):
        raise _refused(question, "empty", "distractors")


def _check_gaps(question: Question) -> None:
    if not question.gaps:
        raise _refused(question, "none", "gaps")
    for place, one in enumerate(question.gaps, start=1):
        _check_gap(question, one, f"gaps[{place}]")
    known = [one.id for one in question.gaps]
    _check_once(question, known, "gaps")
    for text in sides(question.text) or ("",):
        marked = GAP.findall(text)
        if sorted(marked) != sorted(known):
            raise _refused(question, "gaps_differ", "text", marked=marked, known=known)


def _check_gap(question: Question, one: Gap, part: str) -> None:
    _check_code(question, one.id, f"{part}.id")
    if not GAP.fullmatch(f"{{{{{one.id}}}}}"):
        raise _refused(question, "code_wrong", f"{part}.id", value=one.id)
    if bool(one.options) == bool(one.answers):
        raise _refused(question, "gap_of_two_kinds", part)
    if one.options:
        _check_options(question, one.options, f"{part}.options")
    else:
        _check_answers(question, one.answers, f"{part}.answers")


def _is_told(text: Text) -> bool:
    return any(one.strip() for one in sides(text))
