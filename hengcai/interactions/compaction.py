"""Chunks of an import are taken apart into one file a day; many small files of a day become one."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from django.db.models import Sum

from hengcai.accounts.models import User
from hengcai.base.errors import NotNow
from hengcai.interactions import lake
from hengcai.interactions.actions.compaction import Move, move_parts
from hengcai.interactions.kinds.registry import MovedOnError
from hengcai.interactions.models import ImportRun, LakePart

if TYPE_CHECKING:
    import polars as pl

MOST_ROWS, SMALL_FILE_ROWS = 200_000, 50_000
MOST_BYTES, SMALL_FILE_BYTES = 32_000_000, 15_000_000  # in memory; two small files always fit together
BYTES_A_ROW = 2_000  # where nobody took its measure
_DOUBLE_NAME = re.compile("-[0-9a-f]{8}$")


def compact_some(run: ImportRun, *, by: User) -> bool:
    """Some of the days this run, or one killed before, left in several small files; False when there is none."""
    days = sorted({*_days_arrived(run), *_days_in_pieces(run)})
    return bool(days) and compact(days, by=by) > 0


def _days_arrived(run: ImportRun) -> Iterable[date]:
    """Not those of another run still under way, which would be written again after each of its chunks."""
    waiting = LakePart.objects.filter(path__startswith=f"{lake.ARRIVING}/")
    under_way = ImportRun.objects.filter(state=ImportRun.State.RUNNING).exclude(pk=run.pk)
    return waiting.exclude(run__in=under_way).values_list("day", flat=True).distinct()


def _days_in_pieces(run: ImportRun) -> Iterable[date]:
    files = LakePart.objects.filter(day__in=run.parts.values("day")).values("day", "path")
    counted: dict[date, int] = defaultdict(int)
    for one in files.annotate(rows=Sum("row_count"), weight=Sum("byte_count")):
        counted[one["day"]] += _is_small(one["rows"], one["weight"])
    return [day for day, count in counted.items() if count > 1]


def _is_small(rows: int, weight: int) -> bool:
    return rows < SMALL_FILE_ROWS and (weight or rows * BYTES_A_ROW) < SMALL_FILE_BYTES


def compact(days: Sequence[date], *, by: User) -> int:
    """As much of these days as is read at a time: how many parts were moved. A file large enough is left alone."""
    parts = list(_that_fit(part for day in days for part in _in_pieces(day)))
    old = {part.path for part in parts}
    try:
        moves = _written(parts)
        move_parts(moves, by=by)
    except FileNotFoundError:
        _check_moved(parts)
        return 0
    except MovedOnError:
        lake.remove({move.path for move in moves})
        return 0
    lake.remove(old - set(LakePart.objects.filter(path__in=old).values_list("path", flat=True)))
    return len(moves)


def _in_pieces(day: date) -> Collection[LakePart]:
    """The parts of the day that lie in chunks or in small files, where there is anything to put together."""
    by_file: dict[str, list[LakePart]] = defaultdict(list)
    for part in LakePart.objects.filter(day=day).order_by("pk"):
        by_file[part.path].append(part)
    arrived = {path for path in by_file if path.startswith(lake.ARRIVING)}
    small = {path for path, parts in by_file.items() if _is_small(*map(sum, zip(*map(_size, parts), strict=True)))}
    if not arrived and len(small) < 2:
        return ()
    return sorted((part for path in arrived | small for part in by_file[path]), key=attrgetter("pk"))


def _size(part: LakePart) -> tuple[int, int]:
    return part.row_count, part.byte_count


def _that_fit(parts: Iterable[LakePart]) -> Iterator[LakePart]:
    rows = weight = 0
    for part in parts:
        is_first = not rows
        rows += part.row_count
        weight += part.byte_count or part.row_count * BYTES_A_ROW
        if not is_first and (rows > MOST_ROWS or weight > MOST_BYTES):
            return
        yield part


def _written(parts: Sequence[LakePart]) -> list[Move]:
    """One new file a day, its parts in the order they came in."""
    rows, moves = _read(parts), []
    for day, group in groupby(parts, key=attrgetter("day")):
        some = list(group)
        path, first = lake.write_day(day, _name(some[0].path), [rows[part.pk] for part in some]), 0
        for part in some:
            moves.append(Move(part, path, first))
            first += part.row_count
    return moves


def _name(path: str) -> str:
    """That of the first of them: import and chunk."""
    return _DOUBLE_NAME.sub("", PurePosixPath(path).stem)


def _read(parts: Iterable[LakePart]) -> "dict[int, pl.DataFrame]":
    """What lies together is read together."""
    found = {}
    for some in _neighbours(sorted(parts, key=attrgetter("path", "first_row"))):
        start, last = some[0].first_row, some[-1]
        rows = lake.read_part(last.path, start, last.first_row + last.row_count - start)
        for part in some:
            found[part.pk] = rows.slice(part.first_row - start, part.row_count)
    return found


def _neighbours(parts: Iterable[LakePart]) -> Iterator[list[LakePart]]:
    group: list[LakePart] = []
    for part in parts:
        if group and (part.path, part.first_row) != (group[-1].path, group[-1].first_row + group[-1].row_count):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _check_moved(parts: Iterable[LakePart]) -> None:
    """A file that is gone was merged by somebody else meanwhile, or it is missing."""
    now = LakePart.objects.in_bulk([part.pk for part in parts])
    for part in parts:
        if now[part.pk].path == part.path and not (lake.root() / part.path).exists():
            raise NotNow("lake.part_missing", path=part.path)


def sweep() -> list[str]:
    """Files no manifest names and no running import can still be writing."""
    return lake.sweep(set(LakePart.objects.values_list("path", flat=True)))
