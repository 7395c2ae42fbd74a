"""The formats there are, which one a file is in, and the way from one into another."""

import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from hengcai.assessment.formats.gift_in import read_gift
from hengcai.assessment.formats.gift_out import gift_lines
from hengcai.assessment.formats.jsonl import jsonl_lines, read_jsonl
from hengcai.assessment.formats.moodle_in import read_moodle
from hengcai.assessment.formats.moodle_out import moodle_lines
from hengcai.assessment.formats.notes import Report
from hengcai.assessment.formats.packages import read_qti, write_qti_package
from hengcai.assessment.formats.qti_names import VERSIONS
from hengcai.assessment.formats.qti_out import item_of
from hengcai.assessment.formats.xlsx import read_xlsx, write_xlsx
from hengcai.assessment.rules.questions import Question
from hengcai.base.errors import NotValid
from hengcai.base.zips import DAMAGED

Reader = Callable[[Path, Report], Iterator[Question]]
HEAD = 4096
ENDINGS = {".gift": "gift", ".txt": "gift", ".xlsx": "xlsx", ".jsonl": "jsonl", ".jsonl.gz": "jsonl"}
READERS: dict[str, Reader] = {
    "gift": read_gift, "moodle": read_moodle, "qti21": read_qti, "qti30": read_qti, "xlsx": read_xlsx, "jsonl": read_jsonl,
}  # fmt: skip
FORMATS = tuple(READERS)
LINES = {"gift": gift_lines, "moodle": moodle_lines, "jsonl": jsonl_lines}
SUFFIXES = {"gift": ".gift", "moodle": ".xml", "qti21": ".zip", "qti30": ".zip", "xlsx": ".xlsx", "jsonl": ".jsonl"}


@dataclass(frozen=True, slots=True)
class Converted:
    written: int
    lost: int
    left_out: int


def format_out(path: Path) -> str:
    """By the name alone; a package or an XML file may be one of several."""
    found = _by_ending(path)
    if found is None:
        raise NotValid("questions.format_unsaid", file=path.name, known=FORMATS)
    return found


def format_in(path: Path) -> str:
    """By the name, and where that says too little by the beginning."""
    check_there(path)
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if head.startswith(b"PK"):
        return "xlsx" if path.suffix.lower() == ".xlsx" else _of_package(path)
    if (found := _by_ending(path)) is not None and path.suffix.lower() != ".txt":
        return found
    if b"imsqtiasi_v3p0" in head or b"<qti-assessment-item" in head:
        return "qti30"
    if b"imsqti_v2p" in head or b"<assessmentItem" in head:
        return "qti21"
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return "moodle"
    return "jsonl" if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b'{"') else "gift"


def check_there(path: Path) -> None:
    if path.is_dir():
        raise NotValid("table.is_folder", file=str(path))
    if not path.exists():
        raise NotValid("table.file_missing", file=str(path))
    if not path.stat().st_size:
        raise NotValid("table.empty", file=path.name)


def _by_ending(path: Path) -> str | None:
    name = path.name.lower()
    return next((code for ending, code in ENDINGS.items() if name.endswith(ending)), None)


def _of_package(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            name = next((one for one in archive.namelist() if one.endswith("imsmanifest.xml")), None)
            if name is None:
                return "xlsx" if "xl/workbook.xml" in archive.namelist() else "qti21"
            with archive.open(name) as stream:
                return "qti30" if b"v3p0" in stream.read(HEAD * 4) else "qti21"
    except DAMAGED as error:
        raise NotValid("questions.zip_damaged", file=path.name) from error


def read_questions(path: Path, report: Report, *, form: str | None = None) -> Iterator[Question]:
    """Each id once; a file in which nothing can be read is refused with the first reason."""
    check_there(path)
    seen: set[str] = set()
    for one in READERS[form or format_in(path)](path, report):
        if one.id in seen:
            report.leave_out(one.id, NotValid("questions.id_twice", question=one.id))
            continue
        seen.add(one.id)
        yield one
    if not seen:
        raise report.first or NotValid("questions.none", file=report.file)


def write_questions(
    stream: BinaryIO, questions: Iterable[Question], report: Report, *, form: str, language: str, as_item: bool = False
) -> int:
    """How many came along. `as_item`: QTI as one bare item, not a package."""
    if form in LINES:
        return _write_lines(stream, questions, report, form=form, language=language)
    if form == "xlsx":
        return write_xlsx(stream, questions, report, language=language)
    if as_item:
        return _write_item(stream, questions, report, form=form, language=language)
    return write_qti_package(stream, questions, report, language=language, version=VERSIONS[form])


def _write_lines(stream: BinaryIO, questions: Iterable[Question], report: Report, *, form: str, language: str) -> int:
    given = [0]

    def counted() -> Iterator[Question]:
        for one in questions:
            given[0] += 1
            yield one

    before = report.left_out
    inner = Report(report.file, report.tell)
    for line in LINES[form](counted(), inner, language=language):
        stream.write(line.encode("utf-8", "replace"))
    report.add(inner)
    return given[0] - (report.left_out - before)


def _write_item(stream: BinaryIO, questions: Iterable[Question], report: Report, *, form: str, language: str) -> int:
    some = list(questions)
    if len(some) != 1:
        raise NotValid("questions.one_item", file=report.file, count=len(some))
    told = item_of(some[0], report, language=language, version=VERSIONS[form], has_metadata=False)
    stream.write(told.encode())
    return 1


def convert(
    source: Path, target: Path, report: Report, *, forms: tuple[str | None, str | None], language: str
) -> Converted:
    """The target is there whole or not at all; one into which nothing could come is not written."""
    form = forms[1] or format_out(target)
    if target.exists() and target.samefile(source):
        raise NotValid("table.would_overwrite", file=target.name)
    out = Report(report.file, report.tell)
    handle, place = tempfile.mkstemp(prefix=f".{target.name[:60]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            questions = read_questions(source, report, form=forms[0])
            as_item = target.suffix.lower() == ".xml"
            count = write_questions(stream, questions, out, form=form, language=language, as_item=as_item)
        if not count:
            raise out.first or NotValid("questions.none", file=source.name)
        Path(place).chmod(0o644)
        Path(place).replace(target)
    finally:
        Path(place).unlink(missing_ok=True)
    report.add(out)
    return Converted(count, report.lost, report.left_out)
