"""The scenarios that come with the program: branching ones, role cards, an ink story."""

from pathlib import Path
from typing import Any

import yaml

SEEDS = Path(__file__).parent / "seeds"


def shipped_scenarios() -> list[dict[str, Any]]:
    return [_read(path) for path in sorted(SEEDS.glob("*.yaml"))]


def shipped_cards() -> list[dict[str, Any]]:
    return [_read(path) for path in sorted((SEEDS / "cards").glob("*.yaml"))]


def shipped_ink() -> list[dict[str, Any]]:
    """The head in YAML; beside it the source, and what the compiler made of it."""
    return [_with_story(path) for path in sorted((SEEDS / "ink").glob("*.yaml"))]


def all_shipped() -> list[dict[str, Any]]:
    return [*shipped_scenarios(), *shipped_cards(), *shipped_ink()]


def _read(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text("utf-8")))


def _with_story(path: Path) -> dict[str, Any]:
    source, compiled = (path.with_suffix(f".{ending}").read_text("utf-8") for ending in ("ink", "json"))
    return {**_read(path), "ink": {"source": source, "compiled": compiled}}
