"""The library, models, service indicators and posts that come with the program."""

from pathlib import Path
from typing import Any

import yaml

from hengcai.framework.rules.texts import Definition

SEEDS = Path(__file__).parent / "seeds"
LIBRARY = (
    "communication", "problem_solving", "emotion", "knowledge", "attitude", "professional", "professional_2", "leadership",
    "leadership_2", "person_quality_1", "person_quality_2",
)  # fmt: skip
MODELS = ("two_part", "agent_ability", "leading", "person_quality")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def shipped_definition() -> Definition:
    """What `load_definition` reads, put together from the seed files in the order people meet them."""
    return {
        "library": [_read(f"library/{name}") for name in LIBRARY],
        "models": [_read(f"models/{name}") for name in MODELS],
        "groups": _read("indicators")["groups"],
    }


def shipped_indicator_names(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """What groups and indicators are called, by their codes: a group and an indicator in it may share one."""
    groups = _read("indicators")["groups"]
    indicators = [one for group in groups for one in group["indicators"]]
    return _called(groups, language), _called(indicators, language)


def _called(some: list[Definition], language: str) -> dict[str, str]:
    return {one["id"]: one["name"][language] for one in some}


def shipped_posts() -> Definition:
    return dict(_read("posts"))


def _read(name: str) -> Any:
    return yaml.load((SEEDS / f"{name}.yaml").read_bytes(), _LOADER)  # noqa: S506 - a safe loader, the fast one
