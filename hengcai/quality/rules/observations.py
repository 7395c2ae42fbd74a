"""Mystery shopping and live listening: when visits fall due, by whom, and who is to be listened to next.

n visits over D days and H hours are spread both ways at once: visit i falls on day ⌊(i + u)·D/n⌋ and in hour
⌊(p(i) + v)·H/n⌋, where u and v come from SHA-256 of the seed and p is the order of SHA-256 of `seed|hour|i`. So no two
days differ by more than one visit, nor do two hours, and whoever has the seed finds the same plan again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from hashlib import sha256

from hengcai.base.errors import NotValid

MOST_VISITS, LONGEST_DAYS, LAST_HOUR, MINUTES = 200, 366, 24, 60
SHORT, ENOUGH, OVER = "short", "enough", "over"


@dataclass(frozen=True)
class Span:
    """The days, both included, and the hours of a day: a visit begins before `to_hour`."""

    first_on: date
    last_on: date
    from_hour: int
    to_hour: int

    @property
    def days(self) -> int:
        return (self.last_on - self.first_on).days + 1

    @property
    def hours(self) -> int:
        return self.to_hour - self.from_hour


def check_span(span: Span, *, visits: int, shoppers: int) -> None:
    if not 0 < span.days <= LONGEST_DAYS:
        raise NotValid("quality.shopper_days", column="last_on", most=LONGEST_DAYS)
    if not 0 <= span.from_hour < span.to_hour <= LAST_HOUR:
        raise NotValid("quality.shopper_hours", column="to_hour")
    if not 0 < visits <= MOST_VISITS:
        raise NotValid("quality.shopper_visits", column="visits", most=MOST_VISITS)
    if not shoppers:
        raise NotValid("quality.shopper_nobody", column="shoppers")


def schedule(span: Span, *, visits: int, seed: int) -> list[datetime]:
    """Local moments, the earliest first."""
    order = sorted(range(visits), key=lambda place: _number(seed, f"hour|{place}"))
    days, hours = _unit(seed, "days"), _unit(seed, "hours")
    found = []
    for place, rank in enumerate(order):
        day = span.first_on + timedelta(days=int((place + days) * span.days / visits))
        hour = span.from_hour + int((rank + hours) * span.hours / visits)
        found.append(datetime.combine(day, time(hour, _number(seed, f"minute|{place}") % MINUTES)))
    return sorted(found)


def shared(visits: int, shoppers: Sequence[int], *, seed: int) -> list[int]:
    """Who makes each visit: everybody as often as the others within one, in an order of chance."""
    turns = sorted(range(visits), key=lambda place: _number(seed, f"shopper|{place}"))
    found = [0] * visits
    for turn, place in enumerate(turns):
        found[place] = shoppers[turn % len(shoppers)]
    return found


def standing(count: int, *, fewest: int, most: int) -> str:
    """Of an agent listened to so often in a survey."""
    if count < fewest:
        return SHORT
    return OVER if count > most else ENOUGH


def pooled(percent: Fraction, n: int, others: Sequence[Fraction]) -> tuple[Fraction, int]:
    """A percentage from n contacts with further ones of its kind, each counting as one contact."""
    total = percent * n + sum(others, Fraction(0))
    return total / (n + len(others)), n + len(others)


def _number(seed: int, what: str) -> int:
    return int.from_bytes(sha256(f"{seed}|{what}".encode()).digest()[:8])


def _unit(seed: int, what: str) -> Fraction:
    return Fraction(_number(seed, what), 2**64)
