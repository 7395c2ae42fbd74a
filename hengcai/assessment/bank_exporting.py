"""The bank as a file, in any of the formats, and what that format cannot hold."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from django.db.models import QuerySet

from hengcai.assessment.alike import as_question
from hengcai.assessment.formats.known import SUFFIXES, write_questions
from hengcai.assessment.formats.notes import Report
from hengcai.assessment.models import BankQuestion
from hengcai.assessment.queries.bank import BankFilter, bank_seen_by, newest_of
from hengcai.assessment.rules.questions import Question
from hengcai.base.permissions import Doer

STEM = "questions"
MEDIA = {
    "gift": "text/plain; charset=utf-8", "moodle": "application/xml", "qti21": "application/zip", "qti30": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "jsonl": "application/x-ndjson",
}  # fmt: skip


def to_export(user: Doer, narrowed: BankFilter) -> QuerySet[BankQuestion]:
    """One version a code: without a state what is in force, else the newest in that state."""
    narrowed = replace(narrowed, state=narrowed.state or BankQuestion.State.PUBLISHED)
    rows = bank_seen_by(user).filter(narrowed.condition())
    return rows if narrowed.state != BankQuestion.State.RETIRED else newest_of(rows)


def write_bank(stream: BinaryIO, rows: QuerySet[BankQuestion], report: Report, *, form: str, language: str) -> int:
    """How many came along. `language` of questions that have both, where the format holds one."""

    def questions() -> Iterator[Question]:
        for row in rows.order_by("code").iterator():
            if row.sound:
                report.lose(row.code, {"sound"}, to=form)
            yield as_question(row)

    return write_questions(stream, questions(), report, form=form, language=language)


def bank_file(rows: QuerySet[BankQuestion], *, form: str, language: str) -> tuple[bytes, int, Report]:
    """The file, how many are in it, and the report."""
    out, report = BytesIO(), Report(file_name_of(form))
    count = write_bank(out, rows, report, form=form, language=language)
    return out.getvalue(), count, report


def file_name_of(form: str) -> str:
    return STEM + SUFFIXES[form]
