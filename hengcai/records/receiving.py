"""The scan or photograph of an answer on paper: looked at by its content, kept under a name of ours."""

import secrets
from datetime import date
from pathlib import Path

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.base.errors import NotValid
from hengcai.base.received import TYPES, Kept, Upload, paper_kind, written
from hengcai.records import permissions
from hengcai.records.actions.papers import check_paper_room, enter_paper
from hengcai.records.models import PaperAnswer, Record
from hengcai.records.rules.papers import MEGABYTES, Sheet, check_size

FOLDER = "records"
BESIDE = 100_000  # bytes a form may have besides its file


def check_request(told: int) -> None:
    """By what a request says of itself, before any of it is read."""
    if told > MEGABYTES * 1_000_000 + BESIDE:
        check_size(told)


def receive_paper(record: Record, upload: Upload | None, *, by: User, sheet: Sheet, today: date) -> PaperAnswer:
    """What is refused leaves nothing behind."""
    permissions.ENTER_PAPER.enter(record, by)
    check_paper_room(record, sheet, today=today)
    if upload is None:
        raise NotValid("records.paper_missing", column="file")
    check_size(upload.size or 0)
    blocks = iter(upload.chunks())
    first = next(blocks, b"")
    ending = paper_kind(first)
    if ending is None:
        raise NotValid("records.paper_kind", column="file")
    place = f"{FOLDER}/{record.pk}-{secrets.token_hex(8)}.{ending}"
    path_of(place).parent.mkdir(parents=True, exist_ok=True)
    try:
        size, digest = written(path_of(place), first, blocks, check=check_size)
        kept = Kept(place, TYPES[ending], size, digest)
        return enter_paper(record, by=by, sheet=sheet, kept=kept, today=today)
    except BaseException:
        path_of(place).unlink(missing_ok=True)
        raise


def path_of(place: str) -> Path:
    return Path(settings.MEDIA_ROOT) / place
