"""Handling times of the demo's agents, month by month, with what one course did to them."""

import random
from dataclasses import dataclass, field
from datetime import date

FACTOR = 0.87  # of who took the course that works, from the next month on


@dataclass
class HandlingTimes:
    """Seconds of each agent and month, from dice of their own: nothing else of the demo falls otherwise for them."""

    trained: dict[str, date] = field(default_factory=dict)

    def of(self, number: str, first: date) -> float:
        usual = 300 + random.Random(f"handling|{number}").gauss(0, 14)
        seconds = usual + random.Random(f"handling|{number}|{first}").gauss(0, 18)
        since = self.trained.get(number)
        return seconds * (FACTOR if since is not None and since < first else 1.0)
