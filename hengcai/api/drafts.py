"""Files looked at before they come in: sent, their columns chosen, their cells corrected, taken or discarded."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Key, Text
from hengcai.api.imports import RunOut, run_told
from hengcai.base.say import knows, sentence
from hengcai.interactions import permissions, queries, sending
from hengcai.interactions.actions import drafts as actions
from hengcai.interactions.drafting import may_be_corrected
from hengcai.interactions.tasks import check_draft

router = Router()


class DraftFaultOut(Schema):
    column: str
    code: str
    told: str


class DraftRowOut(Schema):
    row: int
    cells: dict[str, str]
    faults: list[DraftFaultOut]


class DraftOut(Schema):
    """`state`: choosing, checking, ready or failed. `columns` says which of ours each heading is taken for."""

    id: int
    kind: str
    file: str
    state: str
    columns: dict[str, str]
    counts: dict[str, int]
    made: dict[str, list[str]]
    rows: list[DraftRowOut]
    further_at_fault: list[DraftRowOut]
    edit_count: int
    may_be_corrected: bool


class DiscardedOut(Schema):
    id: int


class FileAsked(Schema):
    kind: Code
    people: Code = ""
    update: bool = False


class ColumnsChosen(Schema):
    columns: dict[Text, Text]


class CellIn(Schema):
    row: Key
    column: Text
    value: Text


class CellsCorrected(Schema):
    cells: list[CellIn]
    edit_count: int


@router.post("", response=DraftOut)
def begin(request, asked: Form[FileAsked], file: File[UploadedFile]):
    """Sends a file in as a form; nothing of it comes in before it is taken."""
    permissions.OF_ITS_KIND.enter(the_centre(), request.user)
    if asked.kind not in permissions.kinds_open_to(request.user):
        raise Http404
    options = {"people": "create" if asked.people == "create" else None, "update": asked.update}
    return _told(sending.look(file, by=request.user, kind=asked.kind, mapping=None, options=options))


@router.get("/{int:pk}", response=DraftOut)
def draft(request, pk: int):
    """The first rows with all that is wrong with each."""
    return _told(_own(request, pk))


@router.put("/{int:pk}/columns", response=DraftOut)
def columns(request, pk: int, chosen: ColumnsChosen):
    """Heading \u2192 our column; a heading left out is not imported. Kept for the next file with these headings."""
    found = actions.choose_columns(_own(request, pk), by=request.user, said=chosen.columns)
    return _told(check_draft(found, by=request.user))


@router.put("/{int:pk}/cells", response=DraftOut)
def cells(request, pk: int, corrected: CellsCorrected):
    """Cells of rows shown; `edit_count` as told last, so that nobody overwrites somebody."""
    edits: dict[int, dict[str, str]] = {}
    for cell in corrected.cells:
        edits.setdefault(cell.row, {})[cell.column] = cell.value
    found = _own(request, pk)
    found = actions.correct_cells(found, by=request.user, edits=edits, edit_count=corrected.edit_count)
    return _told(check_draft(found, by=request.user))


@router.post("/{int:pk}/import", response=RunOut)
def take(request, pk: int):
    """The import begins; the draft is gone."""
    return run_told(sending.take(_own(request, pk), by=request.user))


@router.delete("/{int:pk}", response=DiscardedOut)
def discard(request, pk: int):
    """Nothing of the file came in, and nothing of it is kept."""
    actions.discard_draft(_own(request, pk), by=request.user)
    return {"id": pk}


def _own(request, pk: int):
    permissions.SEE_RUNS.enter([], request.user)
    return get_object_or_404(queries.drafts_of(request.user), pk=pk)


def _told(found) -> dict:
    meant = {kept["path"]: ours for ours, kept in found.mapping.items() if kept.get("path") in found.columns}
    same = {
        name: name for name in found.columns if name in queries.own_columns(found.kind) and name not in found.mapping
    }
    return {
        "id": found.pk, "kind": found.kind, "file": found.file_name, "state": found.state,
        "columns": {**same, **meant}, "counts": found.counts, "made": found.made,
        "rows": [_row(row) for row in found.shown], "further_at_fault": [_row(row) for row in found.at_fault],
        "edit_count": found.edit_count, "may_be_corrected": may_be_corrected(found),
    }  # fmt: skip


def _row(row) -> dict:
    language = get_language() or "zh-hans"
    faults = [
        {"column": one["column"], "code": one["code"],
         "told": sentence(one["code"], language, one["facts"]) if knows(one["code"]) else one["code"]}
        for one in row["faults"]
    ]  # fmt: skip
    return {"row": row["row"], "cells": row["cells"], "faults": faults}
