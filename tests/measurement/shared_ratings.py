"""Reads the public rating tables that stand beside the repository; tests that need them are skipped without."""

import csv
import gzip
import os
from pathlib import Path

import pytest

from hengcai.measurement.tables import RatingTable, rating_table

ROOT = Path(__file__).resolve().parents[2]


def path_of(name: str) -> Path:
    folder = Path(os.environ.get("HENGCAI_SHARED", "../shared"))
    place = "stc3_ratings/quality_long" if name == "stc3" else f"ratings/{name}"
    path = (folder if folder.is_absolute() else ROOT / folder) / "data" / f"{place}.csv.gz"
    if not path.is_file():
        pytest.skip(f"the public ratings are not at hand: HENGCAI_SHARED has no data/{place}.csv.gz")
    return path


def read_ratings(name: str) -> dict[str, list[str]]:
    with gzip.open(path_of(name), "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return {column: [row[column] for row in rows] for column in rows[0]}


def read_table(name: str, *, nominal: bool = False) -> RatingTable:
    columns = read_ratings(name)
    return rating_table(columns["person"], columns["rater"], columns["score"], nominal=nominal)


def table_of_rows(rows: list[list[object]], *, nominal: bool = False) -> RatingTable:
    """Units down, raters across, None where a rating is missing."""
    cells = [(unit, rater, score) for unit, row in enumerate(rows) for rater, score in enumerate(row)]
    units, raters, scores = zip(*cells, strict=True)
    return rating_table(units, raters, scores, nominal=nominal)


def table_of_counts(counts: list[list[int]]) -> RatingTable:
    """Two raters' cross table as ratings of as many units; scores count from 1."""
    pairs = [(i + 1, j + 1) for i, row in enumerate(counts) for j, n in enumerate(row) for _ in range(n)]
    return table_of_rows([list(pair) for pair in pairs])
