"""Reads the public workforce tables that stand beside the repository; tests that need them are skipped without."""

import csv
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def workforce_path(name: str) -> Path:
    folder = Path(os.environ.get("HENGCAI_SHARED", "../shared"))
    path = (folder if folder.is_absolute() else ROOT / folder) / "data" / "workforce" / f"{name}.csv"
    if not path.is_file():
        pytest.skip(f"the public tables are not at hand: HENGCAI_SHARED has no data/workforce/{name}.csv")
    return path


def read_workforce(name: str) -> dict[str, list[str]]:
    with workforce_path(name).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {column: [row[column] for row in rows] for column in rows[0]}
