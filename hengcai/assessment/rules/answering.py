"""Which questions somebody meets, and what they answered: branches only run forwards, so that none can run in a circle."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from hengcai.assessment.rules.kinds import KINDS, Asked, kind_of
from hengcai.base.errors import NotValid

MOST_QUESTIONS, MOST_OPTIONS = 80, 20
Answers = Mapping[str, Any]


def check_questions(questions: Sequence[Asked]) -> None:
    """What can be published."""
    if not any(kind_of(one).is_asked for one in questions):
        raise NotValid("assessment.no_question")
    if len(questions) > MOST_QUESTIONS:
        raise NotValid("assessment.too_many_questions", most=MOST_QUESTIONS)
    before: dict[str, Asked] = {}
    for one in questions:
        check_question(one, before)
        before[one.code] = one


def check_question(one: Asked, before: Mapping[str, Asked]) -> None:
    """`before`: the questions that stand above it."""
    kind = kind_of(one)
    if one.code in before:
        raise NotValid("assessment.code_twice", question=one.code)
    if kind.has_options and not 2 <= len(set(one.options)) <= MOST_OPTIONS:
        raise NotValid("assessment.options_count", question=one.code, most=MOST_OPTIONS)
    if kind.has_rows and not 1 <= len(set(one.rows)) <= MOST_OPTIONS:
        raise NotValid("assessment.rows_count", question=one.code, most=MOST_OPTIONS)
    if one.shows_if is not None:
        _check_condition(one, before)


def _check_condition(one: Asked, before: Mapping[str, Asked]) -> None:
    condition = one.shows_if
    if condition is None:
        return
    leads = before.get(condition.question)
    if leads is None:
        raise NotValid("assessment.branch_forward", question=one.code)
    kind = kind_of(leads)
    if not kind.may_lead or not condition.any or set(condition.any) - set(kind.values(leads)):
        raise NotValid("assessment.branch_unknown", question=one.code)


def shown(questions: Sequence[Asked], answers: Answers) -> list[Asked]:
    """Those met with these answers; what hangs on a question that is not shown is not shown either."""
    met: dict[str, Asked] = {}
    for one in questions:
        condition = one.shows_if
        if condition is None or (condition.question in met and _holds(answers.get(condition.question), condition.any)):
            met[one.code] = one
    return list(met.values())


def _holds(value: Any, wanted: Sequence[str]) -> bool:
    given = [value] if isinstance(value, str) else list(value or ())
    return any(one in wanted for one in given)


def cleaned(questions: Sequence[Asked], answers: Answers) -> dict[str, Any]:
    """What counts of what was handed in: every answer read, those to questions never met left out, none missing that is
    required."""
    known = {one.code for one in questions if KINDS[one.kind].is_asked}
    if set(answers) - known:
        raise NotValid("assessment.question_unknown", question=min(set(answers) - known))
    read = {one.code: kind_of(one).read(one, answers.get(one.code)) for one in questions}
    met = shown(questions, read)
    for one in met:
        check_answered(one, read[one.code])
    return {one.code: read[one.code] for one in met if read[one.code] is not None}


def readable(questions: Sequence[Asked], answers: Answers) -> dict[str, Any]:
    """What can be kept of a sheet half filled in: whatever is not there or cannot be read is left out."""
    found = {}
    for one in questions:
        with suppress(NotValid):
            value = kind_of(one).read(one, answers.get(one.code))
            if value is not None:
                found[one.code] = value
    return found


def check_answered(one: Asked, value: Any) -> None:
    """A grid that is required is filled row by row."""
    if not one.is_required or not kind_of(one).is_asked:
        return
    if value is None or (kind_of(one).has_rows and len(value) < len(one.rows)):
        raise NotValid("assessment.answer_missing", question=one.code)
