"""What happened when: each act of the demo is done under its own moment, one after the other, until now."""

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count

from django.utils.timezone import make_aware

from hengcai.base import clock

OPENS, CLOSES = time(8), time(20)  # when the demo's people work
Act = Callable[[], object]


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """That time of day where the centre is."""
    return make_aware(datetime.combine(day, time(hour, minute)))


@dataclass
class Timeline:
    """Acts wait for their moment; those whose moment lies beyond `now` are never done."""

    now: datetime
    dice: random.Random
    _waiting: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=count)

    def add(self, moment: datetime, act: Act) -> None:
        heapq.heappush(self._waiting, (moment, next(self._numbers), act))

    def add_by_now(self, moment: datetime, act: Act) -> None:
        """What must have happened, however early in the day the demo is loaded."""
        self.add(min(moment, self.now), act)

    def run(self) -> None:
        done = None
        while self._waiting and self._waiting[0][0] <= self.now:
            moment, _number, act = heapq.heappop(self._waiting)
            done = max(moment, done or moment)  # an act that follows from another is not stamped before it
            with clock.set_to(done):
                act()

    def between(self, first: datetime, last: datetime) -> datetime:
        """Some moment at which somebody was at work."""
        days = (last.date() - first.date()).days
        day = first.date() + timedelta(days=self.dice.randint(0, max(0, days)))
        moment = at(day, OPENS.hour) + timedelta(minutes=self.dice.randint(0, (CLOSES.hour - OPENS.hour) * 60))
        return min(max(moment, first), last)
