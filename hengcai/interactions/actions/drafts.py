"""A file on its way to becoming an import: sent, its columns chosen, its cells corrected, taken or thrown away."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from hengcai.accounts.models import Centre, User
from hengcai.accounts.queries import the_centre
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.apart import apart
from hengcai.base.errors import NotNow, NotValid, Refusal
from hengcai.base.tables.correcting import correct
from hengcai.interactions import permissions
from hengcai.interactions.actions.importing import plain_facts, start_import
from hengcai.interactions.checking import Checked, counted, kept_row
from hengcai.interactions.choosing import chosen, headings_key, origins_to_keep
from hengcai.interactions.drafting import Sent, forget_file, mapping_to_keep, may_be_corrected, shown_columns
from hengcai.interactions.files import FileToImport
from hengcai.interactions.kinds.registry import handler_of
from hengcai.interactions.models import ColumnChoice, ImportDraft, ImportRun
from hengcai.interactions.rules.headings.guess import Guess
from hengcai.interactions.unlogged import unlogged_action

State = ImportDraft.State
Edits = Mapping[int, Mapping[str, str]]
MOST_AT_FAULT, MOST_NAMED, MOST_FAULTS = 30, 40, 200
LONGEST_EDIT = 2_000
KEPT_DAYS = 7


@action(permissions.OF_ITS_KIND)
def begin_draft(centre: Centre, *, by: User, sent: Sent) -> ImportDraft:
    handler_of(sent.kind).permission.enter([], by)
    _forget_old()
    samples = [{"row": 0, "cells": {name: str(row.get(name, "")) for name in sent.columns}} for row in sent.samples]
    return ImportDraft.objects.create(
        kind=sent.kind, file_name=sent.path.name[:200], path=str(sent.path.resolve()), columns=list(sent.columns),
        sheet=sent.sheet[:80], mapping=sent.mapping, options=sent.options, made_by=by.pk,
        state=State.CHECKING if sent.is_clear else State.CHOOSING, samples=samples,
    )  # fmt: skip


@action(permissions.OF_ITS_KIND)
def choose_columns(draft: ImportDraft, *, by: User, said: Mapping[str, str]) -> ImportDraft:
    """Kept for the next file with these headings."""
    handler = handler_of(draft.kind)
    found = chosen(draft.kind, draft.columns, said)
    made = Guess(found)
    if missing := made.lacks(handler.required):
        raise NotValid("import.columns_needed", missing=missing)
    ours = (*handler.required, *handler.optional)
    draft.mapping = origins_to_keep(mapping_to_keep(made, draft.columns, ours))
    facts = {"columns": draft.columns, "mapping": found, "chosen_by": by.pk, "chosen_at": clock.now()}
    ColumnChoice.objects.update_or_create(kind=draft.kind, key=headings_key(draft.columns), defaults=facts)
    return _to_be_checked(draft)


@action(permissions.OF_ITS_KIND, unsaid={"edits"})
def correct_cells(draft: ImportDraft, *, by: User, edits: Edits, edit_count: int) -> ImportDraft:
    """In the file itself, so that what is imported is what was checked. `edit_count` is that of the page."""
    if edit_count != draft.edit_count:
        raise NotNow("draft.moved_on", file=draft.file_name)
    if not may_be_corrected(draft):
        raise NotNow("draft.not_correctable", file=draft.file_name)
    _check_edits(draft, edits)
    apart(correct, Path(draft.path), edits)
    draft.edit_count += 1
    draft.corrected_count += sum(len(cells) for cells in edits.values())
    return _to_be_checked(draft)


@unlogged_action(permissions.OF_ITS_KIND)
def keep_check(draft: ImportDraft, *, by: User, checked: Checked) -> ImportDraft:
    """One chunk more; what a page shows of it, and counts of the rest."""
    columns = shown_columns(draft)
    if not draft.counts:
        draft.shown = [kept_row(row, draft.mapping, columns) for row in checked.first]
    shown = {row["row"] for row in draft.shown}
    room = MOST_AT_FAULT - len(draft.at_fault)
    further = [row for row in checked.at_fault if row.number not in shown][: max(0, room)]
    draft.at_fault += [kept_row(row, draft.mapping, columns) for row in further]
    _count(draft, checked)
    draft.cursor, draft.state = checked.end, State.READY if checked.is_last else State.CHECKING
    draft.save()
    return draft


@unlogged_action(permissions.OF_ITS_KIND)
def fail_check(draft: ImportDraft, *, by: User, refusal: Refusal) -> ImportDraft:
    draft.state = State.FAILED
    draft.refusal = {"code": refusal.code, "facts": {**plain_facts(refusal), **_row_of(refusal)}}
    draft.save()
    return draft


@action(permissions.OF_ITS_KIND)
def take_draft(draft: ImportDraft, *, by: User, file: FileToImport) -> ImportRun:
    """The import begins and the draft is gone, both or neither."""
    if draft.state != State.READY:
        raise NotNow("draft.not_ready", file=draft.file_name)
    run = start_import(the_centre(), by=by, file=file)
    ImportDraft.objects.filter(pk=draft.pk).delete()
    return run


@action(permissions.OF_ITS_KIND)
def discard_draft(draft: ImportDraft, *, by: User) -> None:
    path = draft.path
    ImportDraft.objects.filter(pk=draft.pk).delete()
    transaction.on_commit(lambda: forget_file(path))


def _to_be_checked(draft: ImportDraft) -> ImportDraft:
    draft.state, draft.cursor, draft.refusal = State.CHECKING, {}, {}
    draft.counts, draft.faults, draft.made, draft.shown, draft.at_fault = {}, {}, {}, [], []
    draft.save()
    return draft


def _count(draft: ImportDraft, checked: Checked) -> None:
    more = {"read": checked.count, "at_fault": len(checked.at_fault), **counted(checked.outcome)}
    draft.counts = {name: draft.counts.get(name, 0) + count for name, count in more.items()}
    for row in checked.at_fault:
        for fault in kept_row(row, draft.mapping, ())["faults"]:
            key = f"{fault['column']}\t{fault['code']}"
            if key in draft.faults or len(draft.faults) < MOST_FAULTS:
                draft.faults[key] = draft.faults.get(key, 0) + 1
    for what, names in checked.outcome.made.items():
        before = draft.made.get(what, [])
        draft.made[what] = (before + [name for name in names if name not in before])[:MOST_NAMED]


def _check_edits(draft: ImportDraft, edits: Edits) -> None:
    """Only cells of rows that were shown, in columns of the file."""
    shown = {row["row"] for row in [*draft.shown, *draft.at_fault]}
    for number, cells in edits.items():
        if number not in shown or set(cells) - set(draft.columns):
            raise NotValid("draft.cell_unknown", row=number)
        if long := [name for name, text in cells.items() if len(text) > LONGEST_EDIT or "\0" in text]:
            raise NotValid(
                "import.too_long", column=long[0], value=cells[long[0]], found=len(cells[long[0]]), most=LONGEST_EDIT
            )


def _row_of(refusal: Refusal) -> dict[str, Any]:
    return {name: refusal.facts[name] for name in ("row",) if name in refusal.facts}


def _forget_old() -> None:
    """Who leaves a file lying for a week does not come back for it, and it is full of people."""
    old = ImportDraft.objects.filter(made_at__lt=clock.now() - timedelta(days=KEPT_DAYS))
    for path in list(old.values_list("path", flat=True)):
        transaction.on_commit(lambda path=path: forget_file(path))  # type: ignore[misc]
    old.delete()
