"""What is noted about a person's ability, as other packages hand it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hengcai.base.errors import NotValid

LOWEST, HIGHEST = Fraction(1), Fraction(5)


@dataclass(frozen=True)
class Level:
    """A level 1–5 and how many observations or ratings it was made of."""

    value: Fraction
    n: int = 1


@dataclass(frozen=True)
class Observation:
    """All that one source says in one revision. `levels`: row id of a competency → its level; none is allowed,
    so that a revision that observes nothing still takes the place of the one before it."""

    source_kind: str
    source_id: int
    source_revision: int
    kind: str
    person: int
    on: date
    team: int | None
    post: int | None
    levels: Mapping[int, Level]


def check_level(level: Level) -> None:
    if not LOWEST <= level.value <= HIGHEST:
        raise NotValid("evidence.level_out_of_range", value=str(level.value))
