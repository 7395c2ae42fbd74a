"""The lake: conversations as Parquet, one folder a day. Only parts named in the manifest exist.

A chunk is one file; where it holds several days it waits in `arriving` until the import is over. A file is written
under a temporary name, synced and renamed before the transaction that names it. Whatever a kill leaves behind is in no
manifest, is read by nobody, and is swept away later.
"""

import os
import secrets
import time
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings

from hengcai.base.apart import apart_for_a_while
from hengcai.base.errors import NotNow
from hengcai.interactions.conversations import rows_in
from hengcai.interactions.rules.contact import aside_text
from hengcai.interactions.rules.turns import Turn

if TYPE_CHECKING:
    import polars as pl

ROWS_A_GROUP = 1_000
FEWEST_A_GROUP, BYTES_A_GROUP = 20, 256_000
ARRIVING = "contacts/arriving"  # chunks of several days, until they are taken apart into day folders
SAFE_AGE_SECONDS = 3_600  # no part waits so long for its transaction


class Conversation(NamedTuple):
    """One row of a part: enough to score it without the database."""

    id: str
    agent: str
    started_at: datetime
    channel: str
    language: str
    turns: Sequence[Turn]
    aside: dict[str, Any]


class Slice(NamedTuple):
    """Rows of one day that lie together in a file: what the manifest is to name."""

    path: str
    first_row: int
    day: date
    row_count: int
    byte_count: int


def root() -> Path:
    if "://" in settings.LAKE:
        raise NotNow("lake.not_a_folder", value=settings.LAKE)
    return Path(settings.LAKE)


def write_part(name: str, rows: "pl.DataFrame") -> list[Slice]:
    """Conversations with their `day`, sorted by it, in one new file: in the day's own folder if there is but one day."""
    days = rows.group_by("day", maintain_order=True).len()
    folder = day_folder(days["day"][0]) if len(days) == 1 else ARRIVING
    path = _write(folder, name, rows.drop("day"))
    return slices(path, rows, list(days.iter_rows()))


def slices(path: str, rows: "pl.DataFrame", counts: Sequence[tuple[date, int]]) -> list[Slice]:
    found, first, weight = [], 0, rows.estimated_size() / max(1, len(rows))
    for day, count in counts:
        found.append(Slice(path, first, day, count, int(weight * count)))
        first += count
    return found


def write_day(day: date, name: str, rows: "Sequence[pl.DataFrame]") -> str:
    """All of it in one new file of that day, one after the other."""
    import polars as pl

    return _write(day_folder(day), name, pl.concat(rows))


def day_folder(day: date) -> str:
    return f"contacts/day={day.isoformat()}"


def _write(folder: str, name: str, frame: "pl.DataFrame") -> str:
    final = _reserved(root() / folder, name)
    growing = final.with_name(f".{final.name}.tmp")
    frame.write_parquet(growing, compression="zstd", row_group_size=_group_rows(frame))
    _sync(growing)
    growing.replace(final)
    _sync(final.parent)
    return final.relative_to(root()).as_posix()


def _group_rows(frame: "pl.DataFrame") -> int:
    """Small enough to unpack one for the sake of one conversation."""
    weight = frame.estimated_size() / max(1, len(frame))
    return max(FEWEST_A_GROUP, min(ROWS_A_GROUP, int(BYTES_A_GROUP / max(1, weight))))


def _reserved(folder: Path, name: str) -> Path:
    """A name nobody else writes to: what a kill or another process left under it is never written over."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        _sync(folder.parent)
    for ending in ("", *(f"-{secrets.token_hex(4)}" for _attempt in range(8))):
        path = folder / f"{name}{ending}.parquet"
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(folder / name)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def frame_of(conversations: Sequence[Conversation]) -> "pl.DataFrame":
    import polars as pl

    text, moment = pl.String(), pl.Datetime("us", "UTC")
    plain = {"id": text, "agent": text, "started_at": moment, "channel": text, "language": text}
    columns = _columns([one[:5] for one in conversations], plain)
    asides = [aside_text(one.aside) for one in conversations]
    turns = _turns_column([one.turns for one in conversations])
    return pl.DataFrame([*columns, turns, pl.Series("aside", asides, dtype=text)])


def _columns(rows: Sequence[Sequence[Any]], kinds: "dict[str, pl.DataType]") -> "list[pl.Series]":
    import polars as pl

    cells = list(zip(*rows, strict=True)) or [()] * len(kinds)
    return [pl.Series(name, cells[place], dtype=kind) for place, (name, kind) in enumerate(kinds.items())]


def _turns_column(conversations: Sequence[Sequence[Turn]]) -> "pl.Series":
    """Built flat and folded up: five times as fast as from lists of objects."""
    import polars as pl

    fields = {"speaker": pl.String(), "text": pl.String(), "start": pl.Float64(), "end": pl.Float64()}
    places = [place for place, turns in enumerate(conversations) for _turn in turns]
    flat = pl.DataFrame(_columns([turn for turns in conversations for turn in turns], fields))
    folded = flat.select(pl.Series("place", places, dtype=pl.Int64), pl.struct(pl.all()).alias("turns"))
    folded = folded.group_by("place", maintain_order=True).agg("turns")
    everyone = pl.DataFrame({"place": pl.Series(range(len(conversations)), dtype=pl.Int64)})
    joined = everyone.join(folded, on="place", how="left", maintain_order="left")
    return joined.select(pl.col("turns").fill_null(pl.lit([], dtype=pl.List(pl.Struct(fields)))))["turns"]


def read_rows(path: str, places: Collection[int]) -> dict[int, dict[str, Any]]:
    """These rows of a part, by their place; each with id, turns as objects, and aside."""
    return apart_for_a_while(rows_in, str(root() / path), sorted(places))


def read_part(path: str, first_row: int, row_count: int) -> "pl.DataFrame":
    """Some rows of a file as they lie there."""
    import polars as pl

    return pl.scan_parquet(root() / path, glob=False).slice(first_row, row_count).collect()


def remove(paths: Collection[str]) -> None:
    """What is in no manifest any more; a reader that still holds the old name asks the manifest again."""
    for path in paths:
        (root() / path).unlink(missing_ok=True)


def sweep(known: Collection[str]) -> list[str]:
    """Removes files no manifest names, once they are too old to belong to a chunk on its way in."""
    folder, kept, swept = root(), set(known), []
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        if name not in kept and time.time() - path.stat().st_mtime > SAFE_AGE_SECONDS:
            path.unlink(missing_ok=True)
            swept.append(name)
    return swept


def _files(folder: Path) -> Iterator[Path]:
    for place in ("contacts/day=*", ARRIVING):
        yield from folder.glob(f"{place}/*.parquet")
        yield from folder.glob(f"{place}/.*.tmp")
