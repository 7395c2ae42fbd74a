"""Where the demo lives: never among a real centre's data, and cleared of what an earlier one began.

The database itself says what it is: a demo from the first act on, a real centre as soon as anything was done in it
that no demo did. The folder of conversations bears a mark, since it may lie elsewhere.
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from hengcai.accounts.models import Centre, User
from hengcai.audit.models import Entry
from hengcai.base.errors import NotNow
from hengcai.interactions import recordings
from hengcai.interactions.importing import uploads
from hengcai.interactions.lake import root as lake

EMPTY, BEGUN, WHOLE = "empty", "begun", "whole"
MARK = ".hengcai-demo"
FILES = ("demo-contacts.jsonl", "demo-measures.csv")


def home() -> Path:
    return Path(settings.HOME)


def password_file() -> Path:
    """Written last: where it is missing, the demo was not loaded to its end."""
    return home() / "demo_password"


@contextmanager
def kept_to_oneself() -> Iterator[None]:
    """One demo at a time; the lock goes with its process, however that ends."""
    home().mkdir(parents=True, exist_ok=True)
    with (home() / "demo.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise NotNow("demo.being_loaded", folder=home()) from None
        yield


def made_ready(*, fresh: bool) -> bool:
    """Clears what must go; true when a demo that was broken off had to go unasked."""
    found = standing()
    if found == BEGUN or (fresh and found == WHOLE):
        _clear()
    return found == BEGUN and not fresh


def standing() -> str:
    """What this home holds; refuses where it, or the folder of conversations, belongs to a real centre."""
    tables = set(connection.introspection.table_names())
    if not {Centre._meta.db_table, Entry._meta.db_table, User._meta.db_table} <= tables:
        _check_lake_is_free()
        return EMPTY
    if Centre.objects.filter(is_demo=True).exists():
        return WHOLE if password_file().exists() else BEGUN
    if Entry.objects.exists() or User.objects.exclude(username="system").exists():
        raise NotNow("demo.not_a_demo", folder=home())
    _check_lake_is_free()
    return EMPTY


def _check_lake_is_free() -> None:
    if any(path.is_file() for path in lake().rglob("*")):
        raise NotNow("demo.lake_in_use", folder=lake())


def begin(centre: Centre) -> None:
    """From here on this is a demo, whatever stops it."""
    Centre.objects.filter(pk=centre.pk).update(is_demo=True)
    lake().mkdir(parents=True, exist_ok=True)
    (lake() / MARK).touch()


def _clear() -> None:
    """The database goes last: as long as it stands, the next attempt knows what all this is."""
    _check_lake_is_ours()
    password_file().unlink(missing_ok=True)
    for path in (home() / name for name in FILES):
        path.unlink(missing_ok=True)
    for folder in (uploads(), lake(), _media(), recordings.home()):
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
    _drop_database()


def _check_lake_is_ours() -> None:
    is_inside = lake().resolve().is_relative_to(home().resolve())
    if not is_inside and not (lake() / MARK).exists() and any(lake().glob("*")):
        raise NotNow("demo.lake_in_use", folder=lake())


def keeps_media() -> bool:
    return _media() is not None


def _media() -> Path | None:
    """Recordings kept elsewhere are not the demo's to remove: it makes none there."""
    folder = Path(settings.MEDIA_ROOT)
    return folder if folder.resolve().is_relative_to(home().resolve()) else None


def _drop_database() -> None:
    if connection.vendor != "sqlite":
        _drop_tables()
        return
    connection.close()
    path = Path(str(settings.DATABASES["default"]["NAME"]))
    for ending in ("", "-wal", "-shm"):  # a log beside an empty file is dropped, a file without its log is half a demo
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _drop_tables() -> None:
    """All or none, so that a kill leaves the demo as it was."""
    models = apps.get_models(include_auto_created=True)
    ours = {model._meta.db_table for model in models} | {"django_migrations"}
    with transaction.atomic(), connection.cursor() as cursor:
        for name in sorted(ours & set(connection.introspection.table_names())):
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(name)} CASCADE")
