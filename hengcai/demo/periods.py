"""Which months, quarters and rounds of scoring the demo tells of, seen from today."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from hengcai.base.days import months

QUARTERS = 3
DAYS_TO_BEGIN = 4  # a quarter that ended so lately is not being rated yet
Period = tuple[date, date]


def quarters(today: date) -> list[Period]:
    """Three quarters on end; the last ended some days ago and is being rated now.

    They are the centre's own, not the calendar's: whenever the demo is loaded, there is a quarter to rate whose
    contacts are all in.
    """
    after = (today - timedelta(days=DAYS_TO_BEGIN)).replace(day=1)
    firsts = [_months_on(after, -3 * back) for back in range(QUARTERS, -1, -1)]
    return [(first, following - timedelta(days=1)) for first, following in pairwise(firsts)]


def _months_on(first: date, count: int) -> date:
    number = first.year * 12 + first.month - 1 + count
    return date(number // 12, number % 12 + 1, 1)


def ended_months(start: date, today: date) -> list[Period]:
    return [(first, last) for first, last in months(start, today) if last < today]


def rounds(start: date, *, halves_from: date, today: date) -> Iterator[Period]:
    """What is scored together: whole months, from `halves_from` on half ones; the last days stand by themselves."""
    ends = []
    for first, last in months(start, today):
        ends += [first + timedelta(days=14), last] if first >= halves_from else [last]
    lately = today - timedelta(days=DAYS_TO_BEGIN)
    first = start
    for end in [*(end for end in ends if end < lately), lately, today - timedelta(days=1)]:
        yield first, end
        first = end + timedelta(days=1)
