"""GIFT, read as Moodle reads it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from hengcai.assessment.formats.gift_text import hidden, shown, told
from hengcai.assessment.formats.holding import Names, letter, taken
from hengcai.assessment.formats.moodle_in import exact
from hengcai.assessment.formats.notes import Report
from hengcai.assessment.rules.question_checks import check_question
from hengcai.assessment.rules.questions import (
    ESSAY,
    MATCHING,
    MULTIPLE,
    NUMERIC,
    SHORT,
    SINGLE,
    TRUE_FALSE,
    Answer,
    Match,
    Option,
    Question,
)
from hengcai.assessment.rules.shares import near, number, written
from hengcai.base.errors import NotValid
from hengcai.base.tables.lines import Lines

Parts = dict[str, Any]
LONGEST = 500_000
_NAME = re.compile(r"\s*::(.*?)::", re.DOTALL)
_NOTED = re.compile(r"\[(id|tag):([^\]\\]*(?:\\.[^\]\\]*)*)\]")
_WEIGHT = re.compile(r"\s*%(-?[0-9]+(?:[.,][0-9]*)?)%")
_TRUTHS = {"t": "true", "true": "true", "f": "false", "false": "false"}


@dataclass(slots=True)
class Raw:
    """One question as it stands in the file: its lines, and what comments above it say of it."""

    line: int
    lines: list[str] = field(default_factory=list)
    id: str = ""
    tags: list[str] = field(default_factory=list)


def read_gift(path: Path, report: Report) -> Iterator[Question]:
    names = Names()
    with closing(Lines(path)) as lines:
        yield from _read(lines, report, names)


def _read(lines: Lines, report: Report, names: Names) -> Iterator[Question]:
    for raw in _raw_questions(lines, report.file):
        lost: set[str] = set()
        name = raw.id or _title(raw) or f"q{raw.line}"
        question = taken(partial(_question, raw, name, lost), report, name=name, line=raw.line)
        if question is not None:
            report.lose(question.id, lost, line=raw.line)
            yield replace(question, id=names.fresh(question.id))


def _title(raw: Raw) -> str:
    match = _NAME.match(hidden("\n".join(raw.lines)))
    return " ".join(shown(match[1]).split()) if match else ""


def _raw_questions(lines: Iterable[str], file: str) -> Iterator[Raw]:
    """A blank line ends a question; comments belong to the one below."""
    now = Raw(0)
    size = 0
    for count, line in enumerate(lines, start=1):
        bare = line.strip()
        size = size + len(line) if bare else 0
        if size > LONGEST:
            raise NotValid("questions.gift_long", file=file, line=count, most=LONGEST)
        if not bare:
            if now.lines:
                yield now
                now = Raw(0)
        elif bare.startswith("//"):
            _note(now, bare)
        elif not now.lines and bare.startswith("$CATEGORY"):
            now = Raw(0)
        else:
            now.line = now.line or count
            now.lines.append(bare)
    if now.lines:
        yield now


def _note(raw: Raw, comment: str) -> None:
    for kind, value in _NOTED.findall(comment):
        bare = re.sub(r"\\(.)", r"\1", value).strip()
        if kind == "id":
            raw.id = bare
        elif bare:
            raw.tags.append(bare)


def _question(raw: Raw, name: str, lost: set[str]) -> Question:
    source = hidden("\n".join(raw.lines))
    source = source[match.end() :] if (match := _NAME.match(source)) else source
    text, answers = _parted(source, name)
    stem, kind = told(text, "moodle", lost)
    body, feedback = _general(answers, kind, lost)
    question = Question(
        id=name, text=stem, feedback=feedback, tags=tuple(dict.fromkeys(raw.tags)), **_parts(body, kind, name, lost)
    )
    check_question(question)
    return question


def _parted(source: str, name: str) -> tuple[str, str]:
    """The text with `_____` where answers stand within it, and the answers."""
    start, end = source.find("{"), source.find("}")
    if start < 0 and end < 0:
        raise NotValid("questions.description", question=name)
    if start < 0 or end < start or "{" in source[start + 1 :] or "}" in source[end + 1 :]:
        raise NotValid("questions.braces", question=name)
    before, after = source[:start].rstrip(), source[end + 1 :].strip()
    return (f"{before} _____ {after}" if after else before), source[start + 1 : end].strip()


def _general(answers: str, kind: str, lost: set[str]) -> tuple[str, str]:
    body, found, said = answers.rpartition("####")
    return (body.strip(), told(said, kind, lost)[0]) if found else (answers, "")


def _parts(body: str, kind: str, name: str, lost: set[str]) -> Parts:
    if not body:
        return {"kind": ESSAY}
    if body.startswith("#"):
        return {"kind": NUMERIC, "answers": tuple(_numbers(body[1:].strip(), kind, lost))}
    first, *said = body.split("#")
    if first.strip().lower() in _TRUTHS:
        return _truth(_TRUTHS[first.strip().lower()], [told(one, kind, lost)[0] for one in said])
    if "~" in body:
        return _choice(body, kind, lost)
    if not body.startswith("="):
        raise NotValid("questions.answers_unread", question=name)
    if "->" in body:
        return _matching(body, kind, name, lost)
    return {"kind": SHORT, "answers": tuple(_short(one, kind, lost) for one in body.split("=")[1:])}


def _truth(right: str, said: list[str]) -> Parts:
    """The first feedback is of the wrong answer, the second of the right one."""
    wrong = "false" if right == "true" else "true"
    answers = [Answer(right, Fraction(1), None, said[1] if len(said) > 1 else "")]
    if said and said[0]:
        answers.append(Answer(wrong, Fraction(0), None, said[0]))
    return {"kind": TRUE_FALSE, "answers": tuple(answers)}


def _choice(body: str, kind: str, lost: set[str]) -> Parts:
    """Where one answer is right as a whole (`=`), one is chosen; else several are. `=` leaves no room for a weight."""
    options: list[Option] = []
    for one in (part.strip() for part in body.replace("=", "~=").split("~")):
        if not one:
            continue
        is_right = one.startswith("=")
        if is_right and _WEIGHT.match(one[1:]):
            lost.add("weight_after_equals")
        share, rest = (Fraction(1), one[1:]) if is_right else _weighed(one)
        text, said = _said(rest, kind, lost)
        options.append(Option(letter(len(options)), told(text, kind, lost)[0], share, said))
    return {"kind": SINGLE if "=" in body else MULTIPLE, "options": tuple(options)}


def _weighed(source: str) -> tuple[Fraction, str]:
    match = _WEIGHT.match(source)
    if match is None:
        return Fraction(0), source
    return near(number(match[1].replace(",", ".").removesuffix(".")) / 100), source[match.end() :]


def _said(source: str, kind: str, lost: set[str]) -> tuple[str, str]:
    text, _, said = source.partition("#")
    return text.strip(), told(said, kind, lost)[0] if said.strip() else ""


def _short(source: str, kind: str, lost: set[str]) -> Answer:
    match = _WEIGHT.match(source)
    share, rest = _weighed(source) if match else (Fraction(1), source)
    text, said = _said(rest, kind, lost)
    return Answer(shown(text).strip(), share, None, said)


def _matching(body: str, kind: str, name: str, lost: set[str]) -> Parts:
    pairs, distractors = [], []
    for one in body.split("=")[1:]:
        text, said = _said(one, kind, lost)
        if said:
            lost.add("answer_feedback")
        left, found, right = text.partition("->")
        if not found:
            raise NotValid("questions.answers_unread", question=name)
        if left.strip():
            pairs.append(Match(told(left.strip(), kind, lost)[0], shown(right).strip()))
        else:
            distractors.append(shown(right).strip())
    return {"kind": MATCHING, "pairs": tuple(pairs), "distractors": tuple(distractors)}


def _numbers(body: str, kind: str, lost: set[str]) -> Iterator[Answer]:
    parts = body.split("=")[1:] if "=" in body else [body]
    for one in parts:
        source, _, wrong = one.partition("~")
        if wrong.strip():
            lost.add("any_other_answer")
        match = _WEIGHT.match(source)
        share, rest = _weighed(source) if match else (Fraction(1), source)
        text, said = _said(rest, kind, lost)
        value, tolerance = _range(shown(text).strip())
        yield Answer(written(value), share, tolerance, said)


def _range(text: str) -> tuple[Fraction, Fraction]:
    """`1..5` is 3 ± 2, `3:0.5` is 3 ± 0.5. The colon may be escaped, for nothing else is meant by it here."""
    if ".." in text:
        low, high = (exact(one) for one in text.split("..", 1))
        return (low + high) / 2, (high - low) / 2
    value, _, tolerance = text.partition(":")
    return exact(value), exact(tolerance or "0")
