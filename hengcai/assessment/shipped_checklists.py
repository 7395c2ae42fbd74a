"""The check-lists that come with the program."""

from pathlib import Path
from typing import Any

import yaml

SEEDS = Path(__file__).parent / "seeds" / "checklists"


def shipped_checklists() -> list[dict[str, Any]]:
    return [dict(yaml.safe_load(path.read_text("utf-8"))) for path in sorted(SEEDS.glob("*.yaml"))]
