"""Our own lines: one JSON object a question, which holds everything."""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from hengcai.assessment.formats.holding import taken
from hengcai.assessment.formats.notes import Report
from hengcai.assessment.rules.question_objects import object_of, question_of, unknown_keys
from hengcai.assessment.rules.questions import Question
from hengcai.base.errors import NotValid
from hengcai.base.tables.lines import Lines

LONGEST = 4 << 20


def read_jsonl(path: Path, report: Report) -> Iterator[Question]:
    with closing(Lines(path)) as lines:
        yield from _read(lines, report)


def _read(lines: Lines, report: Report) -> Iterator[Question]:
    for line in lines:
        if not line.strip():
            continue
        found = taken(partial(_object, line), report, name=f"{lines.number}", line=lines.number)
        if found is None:
            continue
        name = str(found.get("id", lines.number))[:80]
        question = taken(partial(question_of, found), report, name=name, line=lines.number)
        if question is not None:
            if unknown := unknown_keys(found):
                report.unknown(question.id, unknown, line=lines.number)
            yield question


def _object(line: str) -> dict[str, Any]:
    if len(line) > LONGEST:
        raise NotValid("questions.line_long", most=LONGEST)
    try:
        found = json.loads(line, parse_float=Decimal, parse_int=_whole, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise NotValid("questions.json_broken") from None
    if not isinstance(found, dict):
        raise NotValid("question.not_object", part="{}")
    return found


def _whole(text: str) -> int:
    if len(text) > 60:
        raise NotValid("question.number_wrong", question="?", part="…", value=text[:60])
    return int(text)


def _no_number(name: str) -> object:
    raise NotValid("question.number_wrong", question="?", part="…", value=name)


def jsonl_lines(questions: Iterable[Question], _report: Report, *, language: str) -> Iterator[str]:
    for one in questions:
        yield json.dumps(object_of(one), ensure_ascii=False) + "\n"
