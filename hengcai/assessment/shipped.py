"""The questionnaires and the questions of the bank that come with the program."""

from pathlib import Path
from typing import Any

import yaml

SEEDS = Path(__file__).parent / "seeds"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NEEDS = "needs"  # 培训需求与现状调研问卷


def shipped_questionnaires() -> list[dict[str, Any]]:
    return [dict(_read(path)) for path in sorted(SEEDS.glob("*.yaml"))]


def shipped_bank() -> list[dict[str, Any]]:
    return [one for path in sorted((SEEDS / "bank").glob("*.yaml")) for one in _read(path)["questions"]]


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), _LOADER)  # noqa: S506 - a safe loader, the fast one
