"""Conversations read out of a file of the lake, by a process that may know nothing of the database."""

import json
from collections.abc import Sequence
from typing import Any

from hengcai.interactions.rules.turns import Turn, as_objects


def rows_in(file: str, places: Sequence[int]) -> dict[int, dict[str, Any]]:
    """These rows by their place, which rise; each with id, turns as objects, and aside."""
    import polars as pl

    lowest, highest = places[0], places[-1]
    part = pl.scan_parquet(file, glob=False).select("id", "turns", "aside")
    near = part.slice(lowest, highest - lowest + 1).with_row_index("place")
    wanted = pl.Series([place - lowest for place in places], dtype=pl.UInt32)
    rows = near.filter(pl.col("place").is_in(wanted.implode())).collect()
    return {row["place"] + lowest: _plain(row) for row in rows.iter_rows(named=True)}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    turns = as_objects(Turn(**turn) for turn in row["turns"] or [])
    return {"id": row["id"], "turns": turns, "aside": json.loads(row["aside"]) if row["aside"] else {}}
