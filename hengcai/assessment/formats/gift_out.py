"""GIFT as Moodle writes it; another reader finds the same weights and texts in it."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import partial

from hengcai.assessment.formats.gift_text import escaped, formed, is_plain
from hengcai.assessment.formats.holding import check_listed, plain_in, taken, text
from hengcai.assessment.formats.moodle_out import unheld
from hengcai.assessment.formats.notes import Report
from hengcai.assessment.rules.questions import (
    ESSAY,
    MATCHING,
    MULTIPLE,
    NUMERIC,
    SHORT,
    SINGLE,
    TRUE_FALSE,
    Answer,
    Option,
    Question,
)
from hengcai.assessment.rules.shares import decimal, percent
from hengcai.base.errors import NotValid

Lines = list[str]


def gift_lines(questions: Iterable[Question], report: Report, *, language: str) -> Iterator[str]:
    for one in questions:
        told = taken(partial(_question, one, report, language), report, name=one.id, line=0)
        if told is not None:
            yield told


def _question(whole: Question, report: Report, language: str) -> str:
    lost = unheld(whole)
    question = plain_in(whole, language, lost)
    if question.kind not in KINDS:
        raise NotValid("questions.kind_unheld_by", question=question.id, value=question.kind, format="gift")
    check_listed(question)
    lost |= _lost(question)
    form = "" if is_plain(*_markdown(question)) else "[markdown]"
    stem, name = escaped(text(question.text)), escaped(question.id)
    notes = f"// [id:{_noted(question.id)}]" + "".join(f" [tag:{_noted(one)}]" for one in question.tags)
    answers = KINDS[question.kind](question)
    if question.feedback:
        answers.append(f"####{formed(text(question.feedback))}")
    report.lose(question.id, lost, to="gift")
    head = f"{notes}\n::{name}::{form}{stem}"
    if question.kind in (TRUE_FALSE, ESSAY):
        return f"{head}{{{''.join(answers)}}}\n\n"
    inner = "".join(f"\t{one}\n" for one in answers)
    return f"{head}{{{'#' if question.kind == NUMERIC else ''}\n{inner}}}\n\n"


def _lost(question: Question) -> set[str]:
    named = {
        "points": question.points != 1,
        "shuffle": not question.shuffle and question.kind in (SINGLE, MULTIPLE, MATCHING),
        "guidance": question.guidance,
    }
    return {name for name, value in named.items() if value}


def _markdown(question: Question) -> Iterator[str]:
    yield from (text(question.text), text(question.feedback))
    for one in question.options:
        yield from (text(one.text), text(one.feedback))
    yield from (text(one.feedback) for one in question.answers)
    yield from (text(one.left) for one in question.pairs)


def _noted(value: str) -> str:
    return value.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _said(feedback: object) -> str:
    return f"#{formed(text(feedback))}" if feedback else ""


def _options(question: Question) -> Lines:
    """One choice is told by `=`, several by weights alone; a choice of nothing but right ones would be read as text."""
    shares = [one.share for one in question.options]
    is_told = (Fraction(1) in shares and len(set(shares)) > 1) if question.kind == SINGLE else True
    if not is_told or not all(text(one.text).strip() for one in question.options):
        raise NotValid("questions.choice_unheld", question=question.id)
    return [_option(one, is_single=question.kind == SINGLE) for one in question.options]


def _option(one: Option, *, is_single: bool) -> str:
    told = formed(text(one.text))
    weight = f"~%{percent(one.share)}%" if one.share else "~"
    sign = "=" if one.share == 1 and is_single else weight
    return f"{sign}{told}{_said(one.feedback)}"


def _truth(question: Question) -> Lines:
    right = [one for one in question.answers if one.share == 1]
    if len(right) != 1 or any(one.share not in (0, 1) for one in question.answers):
        raise NotValid("questions.truth_unheld", question=question.id)
    wrong = next((text(one.feedback) for one in question.answers if one.share == 0), "")
    said = text(right[0].feedback)
    told = f"#{formed(wrong)}#{formed(said)}" if said else (f"#{formed(wrong)}" if wrong else "")
    return [f"{str(right[0].value).upper()}{told}"]


def _short(question: Question) -> Lines:
    if any("->" in f"{one.value}{one.feedback}" for one in question.answers):
        raise NotValid("questions.arrow_unheld", question=question.id)
    return [f"={_weight(one)}{escaped(text(one.value))}{_said(one.feedback)}" for one in question.answers]


def _weight(one: Answer) -> str:
    starts = str(one.value).lstrip().startswith("%")
    return "" if one.share == 1 and not starts else f"%{percent(one.share)}%"


def _numeric(question: Question) -> Lines:
    return [
        f"={_weight(one)}{one.value}:{decimal(one.tolerance or Fraction(0), places=7)}{_said(one.feedback)}"
        for one in question.answers
    ]


def _matching(question: Question) -> Lines:
    if len(question.pairs) + len(question.distractors) < 2 or any("->" in text(one.left) for one in question.pairs):
        raise NotValid("questions.pairs_unheld", question=question.id)
    pairs = [f"={formed(text(one.left))} -> {escaped(text(one.right))}" for one in question.pairs]
    return [*pairs, *(f"= -> {escaped(text(one))}" for one in question.distractors)]


def _essay(_question: Question) -> Lines:
    return []


KINDS: dict[str, Callable[[Question], Lines]] = {
    SINGLE: _options, MULTIPLE: _options, TRUE_FALSE: _truth, NUMERIC: _numeric, SHORT: _short, MATCHING: _matching, ESSAY: _essay,
}  # fmt: skip
