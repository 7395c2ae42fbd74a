"""Files of questions: checked, decided on, imported; the bank as a file."""

from datetime import datetime
from typing import Literal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from ninja import File, Form, Query, Router, Schema
from ninja.files import UploadedFile

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Key, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.assessment import actions, permissions
from hengcai.assessment.bank_exporting import MEDIA, bank_file, file_name_of, to_export
from hengcai.assessment.intake import looked_at
from hengcai.assessment.queries.bank import BankFilter
from hengcai.assessment.queries.question_files import ORDERS, file_moves_of, question_files_seen_by
from hengcai.assessment.receiving import passing
from hengcai.audit.action import note
from hengcai.base.errors import NotValid

router = Router()
exports = Router()
Format = Literal["gift", "moodle", "qti21", "qti30", "xlsx", "jsonl"]
ANY_FILE = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
HEADERS = {
    name: {"description": told, "schema": {"type": "integer"}}
    for name, told in (
        ("X-Hengcai-Questions", "How many questions are in the file"),
        ("X-Hengcai-Left-Out", "How many the format cannot hold at all"),
        ("X-Hengcai-Lost", "How many lose something, such as their recording"),
    )
}
DESCRIBED = {"responses": {200: {"description": "The file", "headers": HEADERS, **ANY_FILE}}}


class QuestionFileAsked(Schema):
    """Without `format`, it is recognised."""

    format: Format | None = None


class QuestionFileOut(Schema):
    """`counts`: how many stand how: new, same, near, known, unchanged, refused, lost; then taken, in_work."""

    id: int
    name: str
    format: str
    state: str
    counts: dict[str, int]
    at: datetime
    moves: list[str]


class FileQuestionOut(Schema):
    """`alike`: codes it doubles. `notes`: what of it is lost, or why it is refused."""

    place: int
    line: int | None
    code: str
    kind: str
    standing: str
    is_wanted: bool
    is_taken: bool
    alike: list[str]
    notes: list[str]


class ChooseQuestionsIn(Schema):
    """Of the questions at the places in `among`, those in `ticked` are imported and the others are not."""

    ticked: list[Key]
    among: list[Key]


class QuestionExportWanted(Schema):
    format: Format = "jsonl"
    language: Literal["zh", "en"] | None = None
    text: Text = ""
    kind: Text = ""
    state: Text = ""
    competency: Text = ""
    course: Text = ""
    tag: Text = ""


@router.get("", response=Page[QuestionFileOut])
def files(request, wanted: Query[Sorted]):
    """Files that were checked, the newest first."""
    let_in(permissions.WRITE_BANK, request.user)
    rows = question_files_seen_by(request.user)
    return sorted_page(rows, lambda one: _told(one, request.user), wanted, ORDERS)


@router.post("", response=QuestionFileOut)
def add(request, asked: Form[QuestionFileAsked], file: File[UploadedFile | None] = None):
    """Checks a file of questions; nothing of it is in the bank yet."""
    let_in(permissions.WRITE_BANK, request.user)
    if file is None:
        raise NotValid("bank.file_empty")
    with passing(file, file.name) as path:
        looked = looked_at(path, form=asked.format)
        made = actions.look_at_questions(the_centre(), by=request.user, name=path.name, looked=looked)
    return _told(made, request.user)


@router.get("/{int:pk}", response=QuestionFileOut)
def file(request, pk: int):
    """One file with its counts."""
    return _told(_found(request, pk), request.user)


@router.get("/{int:pk}/questions", response=Page[FileQuestionOut])
def questions(request, pk: int, wanted: Query[Sorted]):
    """Every question of the file, in its order."""
    found = _found(request, pk)
    side = "zh" if (get_language() or "zh").startswith("zh") else "en"
    return sorted_page(found.questions.order_by("place"), lambda one: _row(one, side), wanted, ORDERS)


@router.post("/{int:pk}/choose", response=QuestionFileOut)
def choose(request, pk: int, body: ChooseQuestionsIn):
    """Says which questions are to be imported; new ones are unless you say otherwise."""
    made = actions.choose_questions(_found(request, pk), by=request.user, wanted=body.ticked, among=body.among)
    return _told(made, request.user)


@router.post("/{int:pk}/take", response=QuestionFileOut)
def take(request, pk: int):
    """Imports what is chosen as drafts, to be reviewed."""
    return _told(actions.take_question_file(_found(request, pk), by=request.user), request.user)


@router.post("/{int:pk}/drop", response=QuestionFileOut)
def drop(request, pk: int):
    """Discards the file; nothing of it is imported."""
    return _told(actions.drop_question_file(_found(request, pk), by=request.user), request.user)


@exports.get("/export", openapi_extra=DESCRIBED)
def export(request, wanted: Query[QuestionExportWanted]):
    """The bank as a file; without `state`, what is approved."""
    let_in(permissions.EXPORT_BANK, request.user)
    spoken = wanted.language or ("en" if (get_language() or "zh").startswith("en") else "zh")
    rows = to_export(request.user, BankFilter(**wanted.dict(exclude={"format", "language"})))
    content, count, report = bank_file(rows, form=wanted.format, language=spoken)
    note("export_bank", the_centre(), by=request.user, kind=wanted.format)
    answer = HttpResponse(content, content_type=MEDIA[wanted.format])
    answer["Content-Disposition"] = f'attachment; filename="{file_name_of(wanted.format)}"'
    for name, number in zip(HEADERS, (count, report.left_out, report.lost), strict=True):
        answer[name] = str(number)
    return answer


def _found(request, pk):
    let_in(permissions.WRITE_BANK, request.user)
    return get_object_or_404(question_files_seen_by(request.user), pk=pk)


def _told(one, user):
    return {
        "id": one.pk, "name": one.name, "format": one.form, "state": one.state, "counts": one.counts, "at": one.at,
        "moves": file_moves_of(one, user),
    }  # fmt: skip


def _row(one, side):
    return {
        "place": one.place, "line": one.line, "code": one.code, "kind": one.kind, "standing": one.standing,
        "is_wanted": one.is_wanted, "is_taken": one.is_taken, "alike": [code for code, _is_known, _how in one.alike],
        "notes": [told[side] for told in one.notes],
    }  # fmt: skip
