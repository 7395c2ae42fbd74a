"""The bank's questions in force, in any of the formats; what one cannot hold is named line by line."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from hengcai.cli.rows import Counted, noted

if TYPE_CHECKING:
    from hengcai.assessment.formats.notes import Report

ENDINGS = (".jsonl", ".gift", ".txt", ".xml", ".xlsx", ".zip")
TAKES: frozenset[str] = frozenset()
GUESSED = {".xml": "moodle", ".zip": "qti30"}


def write(stream: TextIO, _chosen: argparse.Namespace) -> Counted:
    """JSON lines."""
    from io import BytesIO

    out = BytesIO()
    count = _written(out, "jsonl")
    stream.write(out.getvalue().decode())
    return count


def save(path: Path, _chosen: argparse.Namespace) -> Counted:
    from hengcai.assessment.formats.known import format_out

    form = GUESSED.get(path.suffix.lower()) or format_out(path)
    with path.open("wb") as stream:
        return _written(stream, form)


def _written(stream: BinaryIO, form: str) -> Counted:
    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import the_centre
    from hengcai.assessment.bank_exporting import to_export, write_bank
    from hengcai.assessment.queries.bank import BankFilter
    from hengcai.cli.program import language

    noted("export_bank", the_centre())
    spoken, report = "en" if language().startswith("en") else "zh", _report()
    rows = to_export(system_user(), BankFilter())
    return Counted(write_bank(stream, rows, report, form=form, language=spoken), report.lost + report.left_out)


def _report() -> "Report":
    from hengcai.assessment.formats.notes import Note, Report
    from hengcai.assessment.formats.telling import told_note
    from hengcai.cli.program import language

    def tell(note: Note) -> None:
        print(told_note(note, language()), file=sys.stderr)

    return Report("questions", tell)
