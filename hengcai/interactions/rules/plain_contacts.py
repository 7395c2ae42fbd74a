"""Plain rows of a contacts file, judged as whole columns; whatever is unusual is left to `contact_of`, row by row.

A row is plain when every cell of it is written in the usual way, so that both roads read the same without a doubt:
the same facts and the same digest.
"""

from collections.abc import Callable, Mapping
from datetime import tzinfo
from decimal import Decimal
from json.encoder import encode_basestring_ascii
from typing import Any

import polars as pl

from hengcai.base.tables.by_place import Block
from hengcai.interactions.rules import plain_text, said
from hengcai.interactions.rules.contact import (
    ASIDE,
    CHANNELS,
    COMPLAINTS,
    KEPT_ASIDE,
    LATER,
    LONGEST_ID,
    LONGEST_NOTE,
    LONGEST_NUMBER,
    OPTIONAL,
    REQUIRED,
    SOURCES,
    aside_text,
    digest_of,
    plain_score,
)
from hengcai.interactions.rules.matters import WHOSE, keys_of
from hengcai.interactions.rules.plain_moments import WRITTEN_MOMENT, in_utc
from hengcai.interactions.rules.turns import LONGEST_TURN
from hengcai.interactions.rules.values import NO, YES

FACTS = (
    "n", "id", "agent", "started_at", "ended_at", "channel", "language", "csat", "recommend", "complaint",
    "is_resolved_first", "turns", "turn_count", "aside", "matter_key", "queue", "csat_source",
)  # fmt: skip
_ID = "^[A-Za-z0-9][A-Za-z0-9._:/#@+-]{0,%d}$"
_NOTE = r"^([^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?)?$"
SHAPES = {
    "id": _ID % (LONGEST_ID - 1),
    "agent": _ID % (LONGEST_NUMBER - 1),
    "started_at": f"^{WRITTEN_MOMENT}$",
    "ended_at": f"^({WRITTEN_MOMENT})?$",
    "language": "^[A-Za-z-]{0,8}$",
    "csat": r"^([1-4](\.[0-9]{1,2})?|5(\.0{1,2})?)?$",
    "recommend": r"^([0-9](\.[0-9]{1,2})?|10(\.0{1,2})?)?$",
    "turns": "^$",
    "text": plain_text.SHAPE,
    **dict.fromkeys(ASIDE, _NOTE),
}
CHOICES = {
    "channel": (*CHANNELS, *said.CHANNELS),
    "complaint": ("", *COMPLAINTS, *said.COMPLAINTS),
    "resolved_first_contact": ("", *YES, *NO),
    "csat_source": ("", *SOURCES, *said.SOURCES),
}
MEANT = {"channel": said.CHANNELS, "complaint": {"": "none", **said.COMPLAINTS}, "csat_source": said.SOURCES}
LONGEST = {"text": LONGEST_TURN, **dict.fromkeys(ASIDE, LONGEST_NOTE)}


def plain_contacts(block: Block, *, zone: tzinfo, used: frozenset[str], secret: bytes = b"") -> pl.DataFrame:
    """One line a plain row, in their order: `n` (its place in the block) and what `ContactFacts` holds, with `digest`,
    `turn_count` and `aside` as the lake keeps it. Moments are UTC without a zone; scores as they are written."""
    extra = {name: place for place, name in enumerate(block.layout.columns) if name not in used}
    rows = _plain_cells(block)
    if not set(ASIDE).isdisjoint(extra):
        rows = rows.clear()
    rows = plain_text.with_turns(_with_moments(rows, zone).drop("turns"))
    rows = rows.with_columns(
        pl.Series("aside", _asides(block, rows["n"], extra), dtype=pl.String()),
        _matter_keys(rows, block.layout.places, secret),
        _by_text(rows["resolved_first_contact"], _is_resolved, pl.Boolean()).alias("is_resolved_first"),
        *(pl.col(name).replace(words) for name, words in MEANT.items()),
    )
    digests = list(map(digest_of, _written(rows, block.layout.places).to_list()))
    return rows.select(*FACTS, pl.Series("digest", digests, dtype=pl.String()))


def _plain_cells(block: Block) -> pl.DataFrame:
    places = block.layout.places
    cells = [_column(block, name, places.get(name)) for name in (*REQUIRED, *OPTIONAL)]
    rows = pl.DataFrame([pl.Series("n", range(block.row_count), dtype=pl.UInt32()), *cells])
    there = [name for name in SHAPES if name in places]
    shaped = [pl.col(name).str.contains(SHAPES[name]) for name in there]
    chosen = [pl.col(name).is_in(list(known)) for name, known in CHOICES.items() if name in places]
    short = [pl.col(name).str.len_chars() <= most for name, most in LONGEST.items() if name in places]
    return rows.filter(*shaped, *chosen, *short)


def _column(block: Block, name: str, place: int | None) -> pl.Series:
    if place is None or not block.row_count:
        return pl.repeat("", block.row_count, dtype=pl.String(), eager=True).alias(name)
    return pl.Series(name, block.columns[place], dtype=pl.String())


def _with_moments(rows: pl.DataFrame, zone: tzinfo) -> pl.DataFrame:
    started_at, ended_at = in_utc(rows["started_at"], zone), in_utc(rows["ended_at"], zone)
    is_open = rows["ended_at"] == ""
    is_right = started_at.is_not_null() & (is_open | (ended_at >= started_at).fill_null(value=False))
    return rows.with_columns(started_at.alias("started_at"), ended_at.alias("ended_at")).filter(is_right)


def _asides(block: Block, places: pl.Series, extra: Mapping[str, int]) -> list[str]:
    """As JSON what the file says besides; empty where it says nothing."""
    own = {name: block.layout.places[name] for name in ASIDE if name in block.layout.places}
    if not (said := {**extra, **own}):
        return [""] * len(places)
    told = [pl.Series(block.columns[at], dtype=pl.String()).gather(places).to_list() for at in said.values()]
    rows = (dict(zip(said, cells, strict=True)) for cells in zip(*told, strict=True))
    return [aside_text({name: cell for name, cell in row.items() if cell}) for row in rows]


def _matter_keys(rows: pl.DataFrame, places: Mapping[str, int], secret: bytes) -> pl.Series:
    if not all(name in places for name in WHOSE):
        return pl.repeat(None, len(rows), dtype=pl.Int64(), eager=True).alias("matter_key")
    customers, matters = (rows[name].to_list() for name in WHOSE)
    return pl.Series("matter_key", keys_of(customers, matters, secret=secret), dtype=pl.Int64())


def _written(rows: pl.DataFrame, places: Mapping[str, int]) -> pl.Series:
    """The very text `ContactFacts.digest` is the digest of, put together column by column."""
    own = [_quoted(rows[name]) if name in places else pl.lit('""') for name in KEPT_ASIDE]
    key = pl.format(", {}", "matter_key").fill_null("")
    later = [_later(rows[name]) if name in places else pl.lit("") for name in LATER]
    resolved = pl.col("is_resolved_first").cast(pl.String()).fill_null("null")
    parts = pl.format(
        '["{}", ["{}", "{}"], "{}", "{}", ["{}", "{}", "{}", {}], {}, [{}, {}, {}, {}]{}{}{}]',
        "agent", _iso("started_at"), _iso("ended_at"), "channel", "language",
        _by_text(rows["csat"], _plain_score, pl.String()), _by_text(rows["recommend"], _plain_score, pl.String()),
        "complaint", resolved, "said", *own, key, *later,
    )  # fmt: skip
    return rows.select(parts.alias("written"))["written"]


def _iso(name: str) -> pl.Expr:
    return pl.col(name).dt.strftime("%Y-%m-%dT%H:%M:%S+00:00").fill_null("")


def _quoted(texts: pl.Series) -> pl.Series:
    return pl.Series(texts.name, list(map(encode_basestring_ascii, texts.to_list())), dtype=pl.String())


def _later(texts: pl.Series) -> pl.Series:
    """What was not asked for at first: named, and only where it is given."""
    told = [f", {encode_basestring_ascii(f'{texts.name}={text}')}" if text else "" for text in texts.to_list()]
    return pl.Series(texts.name, told, dtype=pl.String())


def _by_text(cells: pl.Series, value_of: Callable[[str], Any], kind: pl.DataType) -> pl.Series:
    """A handful of different texts, each judged once."""
    texts = cells.unique()
    values = pl.Series([value_of(text) for text in texts.to_list()], dtype=kind)
    return cells.replace_strict(texts, values, return_dtype=kind)


def _plain_score(written: str) -> str:
    return plain_score(Decimal(written)) if written else ""


def _is_resolved(written: str) -> bool | None:
    return written in YES if written else None
