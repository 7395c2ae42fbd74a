"""Appeals counted by outcome: n, share of those answered, interval; small numbers are said."""

from collections.abc import Mapping
from dataclasses import dataclass

from hengcai.appeals.rules.appeals import OUTCOMES
from hengcai.measurement.intervals import share_interval

FEW = 10  # below it shares say little


@dataclass(frozen=True)
class Share:
    """`share`, `low` and `high` are None where there is nothing to count from."""

    code: str
    n: int
    of: int
    share: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def is_few(self) -> bool:
        return 0 < self.of < FEW


def share(code: str, n: int, of: int) -> Share:
    if not of:
        return Share(code, n, of)
    found = share_interval(n, of)
    return Share(code, n, of, found.estimate, found.low, found.high)


def by_outcome(counted: Mapping[str, int]) -> list[Share]:
    """Of those answered."""
    of = sum(counted.get(code, 0) for code in OUTCOMES)
    return [share(code, counted.get(code, 0), of) for code in OUTCOMES]
