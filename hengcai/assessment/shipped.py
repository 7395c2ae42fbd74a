"""The questionnaires that come with the program."""

from pathlib import Path
from typing import Any

import yaml

SEEDS = Path(__file__).parent / "seeds"
NEEDS = "needs"  # 培训需求与现状调研问卷


def shipped_questionnaires() -> list[dict[str, Any]]:
    return [dict(yaml.safe_load(path.read_text("utf-8"))) for path in sorted(SEEDS.glob("*.yaml"))]
