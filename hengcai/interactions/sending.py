"""A file sent in by a page or a program: kept in the home folder, looked at, checked, taken."""

import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from hengcai.accounts.models import User
from hengcai.accounts.queries import the_centre
from hengcai.base.file_names import file_name
from hengcai.interactions import queries
from hengcai.interactions.actions.drafts import begin_draft, take_draft
from hengcai.interactions.drafting import file_of, forget_file, looked_at
from hengcai.interactions.importing import forget_upload, uploads
from hengcai.interactions.models import ImportDraft, ImportRun
from hengcai.interactions.tasks import check_draft, queue_import


class Upload(Protocol):
    name: str | None

    def chunks(self) -> Iterable[bytes]: ...


def kept(upload: Upload) -> Path:
    """Under its own name, since refusals name the file."""
    folder = uploads() / secrets.token_hex(8)
    folder.mkdir(parents=True)
    path = folder / file_name(upload.name, "file")
    with path.open("wb") as out:
        for block in upload.chunks():
            out.write(block)
    return path


def look(
    upload: Upload, *, by: User, kind: str, mapping: Mapping[str, Any] | None, options: Mapping[str, Any]
) -> ImportDraft:
    """Refuses what is wrong with the file as a whole, and then keeps nothing of it."""
    path = kept(upload)
    try:
        sent = looked_at(path, kind=kind, mapping=mapping, options=options)
        draft = begin_draft(the_centre(), by=by, sent=sent)
    except BaseException:
        forget_file(str(path.resolve()))
        raise
    return check_draft(draft, by=by)


def take(draft: ImportDraft, *, by: User) -> ImportRun:
    """The import begins, once; where this very file was left half done, it goes on there."""
    file = file_of(draft)
    earlier = queries.open_run(file.key)
    run = take_draft(draft, by=by, file=file)
    if earlier is not None and earlier.path != run.path:
        forget_upload(earlier)
    queue_import(run, by=by)
    return run
