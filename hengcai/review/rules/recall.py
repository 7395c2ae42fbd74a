"""What people still know of an item a month after they learned it."""

from dataclasses import dataclass
from datetime import date

from hengcai.measurement.intervals import share_interval
from hengcai.measurement.results import Estimate

LATE_DAYS = 30
LEAST = 10  # people; below, the interval says as good as nothing


@dataclass(frozen=True)
class Recall:
    """Of each person the first answer 30 days or more after learning: `n` people, `known` of them still knew it."""

    n: int
    known: int

    @property
    def share(self) -> Estimate | None:
        """With Wilson's interval; None where too few people were asked."""
        return share_interval(self.known, self.n) if self.n >= LEAST else None


def is_late(learned_on: date, on: date) -> bool:
    return (on - learned_on).days >= LATE_DAYS
