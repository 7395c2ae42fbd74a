"""A big centre built once a process and put back by copying pages of the database: for tests whose transactions are
real, each of which leaves an empty database."""

import copy
import sqlite3

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from tests.factories.big_centre import BigCentre

KEPT: dict[tuple[tuple[str, int], ...], tuple[sqlite3.Connection, BigCentre]] = {}


def standing_centre(**sizes: int) -> BigCentre:
    key = tuple(sorted(sizes.items()))
    if key not in KEPT:
        made = BigCentre(**sizes)
        KEPT[key] = (_copied(), copy.deepcopy(made))
        return made
    kept, made = KEPT[key]
    connection.ensure_connection()
    kept.backup(connection.connection)
    ContentType.objects.clear_cache()
    return copy.deepcopy(made)


def _copied() -> sqlite3.Connection:
    kept = sqlite3.connect(":memory:", check_same_thread=False)
    connection.connection.backup(kept)
    return kept
