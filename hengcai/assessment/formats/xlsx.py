"""A workbook a trainer fills in: one question a row, its options beside each other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from hengcai.assessment.formats.cloze import gap_of, told_gap
from hengcai.assessment.formats.holding import LETTERS, all_parts, plain_in, taken, text
from hengcai.assessment.formats.notes import Report
from hengcai.assessment.rules.question_objects import Json, gap_object, question_of
from hengcai.assessment.rules.questions import (
    CLOZE,
    ESSAY,
    MATCHING,
    NUMERIC,
    SHUFFLED,
    TRUE_FALSE,
    WITH_OPTIONS,
    Question,
)
from hengcai.assessment.rules.shares import written
from hengcai.base.errors import NotValid
from hengcai.base.sheets import LONGEST_CELL, Sheet, write_sheet
from hengcai.base.tables.reading import Columns, Row, open_table

SIDE = LETTERS[:10]
OPTIONS, SHARES = tuple(f"option_{one}" for one in SIDE), tuple(f"share_{one}" for one in SIDE)
LAST = ("answers", "tolerance", "points", "competency", "tags", "feedback")
COLUMNS = ("id", "kind", "language", "text", *OPTIONS, *SHARES, *LAST)
_RIGHT, _WRONG = ("true", "t", "yes", "正确", "对", "是", "√"), ("false", "f", "no", "错误", "错", "否", "×")
TRUTHS = {**dict.fromkeys(_RIGHT, "true"), **dict.fromkeys(_WRONG, "false")}
_TO_ESCAPE = re.compile(r"[\\;；=\n]")


def read_xlsx(path: Path, report: Report) -> Iterator[Question]:
    wanted = Columns(("id", "kind"), COLUMNS[2:], flat=True, ids=("id",))
    with open_table(path, wanted, bad_row=lambda bad: report.leave_out("", bad.refusal, line=bad.number)) as table:
        for row in table:
            name = str(row.values["id"]).strip() or f"q{row.number}"
            lost: set[str] = set()
            question = taken(partial(_question, row, name, lost), report, name=name, line=row.number)
            if question is not None:
                report.lose(name, lost, line=row.number)
                yield question


def _question(row: Row, name: str, lost: set[str]) -> Question:
    cells = {key: str(value) for key, value in row.values.items()}
    kind = cells["kind"].strip()
    found: Json = {"id": name, "kind": kind, "language": cells["language"].strip(), "text": cells["text"]}
    found |= {"competency": cells["competency"].strip(), "feedback": cells["feedback"]}
    found["points"] = cells["points"].strip() or "1"
    found["tags"] = [one for one in parted(cells["tags"]) if one]
    if kind == CLOZE:
        found |= {"gaps": [_gap(one, name, lost) for one in cells["answers"].split("\n") if one.strip()]}
    elif kind == ESSAY:
        found["guidance"] = cells["answers"]
    else:
        found |= _parts(cells, kind)
    return question_of(found)


def _gap(line: str, name: str, lost: set[str]) -> Json:
    code, found, told = line.partition("=")
    if not found:
        raise NotValid("questions.gap_unread", question=name, value=line)
    return gap_object(gap_of(code.strip(), told, lost))


def _parts(cells: dict[str, str], kind: str) -> Json:
    if kind in WITH_OPTIONS:
        return {"options": [
            {"id": side, "text": cells[option], "share": cells[share].strip() or "0"}
            for side, option, share in zip(SIDE, OPTIONS, SHARES, strict=True)
            if cells[option].strip() or cells[share].strip()
        ]}  # fmt: skip
    values = [one for one in parted(cells["answers"]) if one]
    if kind == MATCHING:
        both = [_pair(one) for one in _split(cells["answers"]) if one.strip()]
        return {
            "pairs": [{"left": left, "right": right} for left, right in both if left],
            "distractors": [right for left, right in both if not left],
        }
    return {"answers": list(_answers(values, cells, kind))}


def _answers(values: Sequence[str], cells: dict[str, str], kind: str) -> Iterator[Json]:
    sizes = parted(cells["tolerance"]) or ["0"]
    shares = [cells[name].strip() for name in SHARES]
    for place, value in enumerate(values):
        told: Json = {"value": TRUTHS.get(value.lower(), value) if kind == TRUE_FALSE else value}
        told["share"] = (shares[place] if place < len(shares) else "") or "1"
        if kind == NUMERIC:
            told["tolerance"] = (sizes[place] if place < len(sizes) else sizes[-1]) or "0"
        yield told


def _split(cell: str) -> list[str]:
    """At each sign that parts and is not escaped."""
    found, now, place = [], "", 0
    while place < len(cell):
        if cell[place] == "\\" and place + 1 < len(cell):
            now += cell[place : place + 2]
            place += 2
            continue
        if cell[place] in ";；\n":
            found.append(now)
            now = ""
        else:
            now += cell[place]
        place += 1
    return [*found, now]


def parted(cell: str) -> list[str]:
    return [_bare(one) for one in _split(cell)] if cell.strip() else []


def _bare(source: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], source.strip())


def _pair(source: str) -> tuple[str, str]:
    match = re.match(r"((?:[^\\=]|\\.)*)=(.*)", source, re.DOTALL)
    return (_bare(match[1]), _bare(match[2])) if match else ("", _bare(source))


def kept(value: str) -> str:
    return _TO_ESCAPE.sub(lambda match: "\\n" if match[0] == "\n" else f"\\{match[0]}", value)


def write_xlsx(stream: BinaryIO, questions: Iterable[Question], report: Report, *, language: str) -> int:
    count = [0]

    def rows() -> Iterator[list[Any]]:
        for one in questions:
            told = taken(partial(_row, one, report, language), report, name=one.id, line=0)
            if told is not None:
                count[0] += 1
                yield told

    write_sheet(stream, Sheet("questions", COLUMNS, rows()))
    return count[0]


def _row(whole: Question, report: Report, language: str) -> list[str]:
    lost = _lost(whole)
    question = plain_in(whole, language, lost)
    if max(len(question.options), len(question.answers)) > len(SIDE):
        raise NotValid("questions.too_many_options", question=question.id, most=len(SIDE))
    cells = dict.fromkeys(COLUMNS, "")
    cells |= {"id": question.id, "kind": question.kind, "language": question.language, "text": text(question.text)}
    cells |= {
        "points": written(question.points),
        "competency": question.competency,
        "feedback": text(question.feedback),
    }
    cells["tags"] = ";".join(map(kept, question.tags))
    for place, one in enumerate(question.options):
        cells[OPTIONS[place]], cells[SHARES[place]] = text(one.text), written(one.share)
    _fill(cells, question, lost)
    if any(len(one) > LONGEST_CELL for one in cells.values()):
        raise NotValid("questions.cell_long", question=question.id, most=LONGEST_CELL)
    report.lose(question.id, lost, to="xlsx")
    return list(cells.values())


def _fill(cells: dict[str, str], question: Question, lost: set[str]) -> None:
    if question.kind == MATCHING:
        pairs = [f"{kept(text(one.left))}={kept(text(one.right))}" for one in question.pairs]
        cells["answers"] = ";".join([*pairs, *(f"={kept(text(one))}" for one in question.distractors)])
    elif question.kind == CLOZE:
        cells["answers"] = "\n".join(f"{gap.id}={told_gap(gap, lost)}" for gap in question.gaps)
    elif question.kind == ESSAY:
        cells["answers"] = text(question.guidance)
    else:
        cells["answers"] = ";".join(kept(text(one.value)) for one in question.answers)
        cells["tolerance"] = ";".join(written(one.tolerance) for one in question.answers if one.tolerance is not None)
        for place, answer in enumerate(question.answers):
            cells[SHARES[place]] = "" if answer.share == Fraction(1) else written(answer.share)


def _lost(question: Question) -> set[str]:
    named = {
        "level": question.level is not None,
        "shuffle": not question.shuffle and question.kind in SHUFFLED,
        "answer_feedback": any(one.feedback for one in all_parts(question) if not question.gaps),
    }
    return {name for name, is_lost in named.items() if is_lost}
