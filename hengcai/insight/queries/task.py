from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Task:
    """One line: what it is, its facts, until when, how far it is, and the page it is done on."""

    kind: str
    facts: Mapping[str, object]
    page: str
    key: int | None = None
    due_on: date | None = None
    is_begun: bool = False
    done: int | None = None
    total: int | None = None
    query: Mapping[str, object] = field(default_factory=dict)
