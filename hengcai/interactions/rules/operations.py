"""Operational measures that contacts themselves tell, and what a figure owes to the hours and queues it was made in.

A contact's cell is its channel, its queue and the hour it began in. Whoever takes calls at night is held against the
others' calls at night, and never a chat against a call.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date

from hengcai.base.days import months_back
from hengcai.measurement.differences import Sums
from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.opportunity import FEWEST_OF_OTHERS, events_against_expected, sums_against_mix

TIME, SATISFACTION, FIRST, COMPLAINTS = "contact_time", "satisfaction", "first_contact", "complaints"
CODES = (TIME, SATISFACTION, FIRST, COMPLAINTS)
SHARES = (SATISFACTION, FIRST, COMPLAINTS)
SATISFIED_FROM = 4  # of 5, as the monthly appraisal counts
RETURN_DAYS = 7
LONGEST_SECONDS = 12 * 3_600  # a contact that was longer was not closed when it was over
FEWEST_COMPARED = 30
SHOWN_MONTHS, RECOUNTED_MONTHS = 6, 3
SPANS = (1, 3)  # months: of three there are enough contacts to compare where a month has too few
ABOVE, BELOW, WITHIN, CANNOT_TELL = "above", "below", "within", "cannot_tell"
VERDICTS = (ABOVE, BELOW, WITHIN, CANNOT_TELL)
Cells = Mapping[Hashable, Sums]  # of each cell: channel, queue, hour


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a plain figure. Where it cannot be told, only how many contacts had their like elsewhere."""

    compared: int = 0
    expected: float | None = None
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    adjusted: float | None = None
    verdict: str = CANNOT_TELL


def shown_months(today: date) -> list[date]:
    """First days of the months that are shown, the newest last."""
    return [months_back(today, back) for back in range(SHOWN_MONTHS, 0, -1)]


def summed(cells: Cells) -> Sums:
    return (
        sum(one[0] for one in cells.values()),
        sum(one[1] for one in cells.values()),
        sum(one[2] for one in cells.values()),
    )


def beside(code: str, own: Cells, whole: Cells) -> Beside:
    """`whole`: everybody's, the own ones among them. Cannot tell where fewer than 30 contacts, or fewer than half of them,
    had at least 10 of their like with the others."""
    others = {cell: _without(whole[cell], sums) for cell, sums in own.items()}
    compared = sum(sums[0] for cell, sums in own.items() if others[cell][0] >= FEWEST_OF_OTHERS)
    if compared < max(FEWEST_COMPARED, summed(own)[0] / 2):
        return Beside(compared)
    judge = _of_events if code == COMPLAINTS else _of_means
    try:
        return judge(code, own, others, mean_of_channels(own, whole))
    except TooLittleData:
        return Beside(compared)


def mean_of_channels(own: Cells, whole: Cells) -> float:
    """What everybody has in each channel, weighted by how many of the own contacts came in by it."""
    mine, all_of = _by_channel(own), _by_channel(whole)
    n = sum(one[0] for one in mine.values())
    return sum(mine[channel][0] / n * all_of[channel][1] / all_of[channel][0] for channel in mine)


def _by_channel(cells: Cells) -> Mapping[Hashable, Sums]:
    piles: dict[Hashable, dict[Hashable, Sums]] = defaultdict(dict)
    for cell, sums in cells.items():
        piles[cell[0] if isinstance(cell, tuple) else cell][cell] = sums
    return {channel: summed(some) for channel, some in piles.items()}


def _without(whole: Sums, own: Sums) -> Sums:
    n, total, squares = (of_all - part for of_all, part in zip(whole, own, strict=True))
    return int(n), total, squares


def _of_means(code: str, own: Cells, others: Cells, mean: float) -> Beside:
    found = sums_against_mix(own, others, is_share=code in SHARES)
    apart = found.difference
    if apart.estimate is None or apart.low is None or apart.high is None:
        return Beside(apart.n)
    adjusted = _kept_in_range(code, mean + apart.estimate)
    verdict = _verdict(apart.low, apart.high)
    return Beside(apart.n, found.expected, apart.estimate, apart.low, apart.high, adjusted, verdict)


def _of_events(code: str, own: Cells, others: Cells, mean: float) -> Beside:
    """Rare ones: observed over expected with exact Poisson limits, told as a difference of shares."""
    kept = {cell: sums for cell, sums in own.items() if others[cell][0] >= FEWEST_OF_OTHERS}
    n, observed, _squares = summed(kept)
    rates = [others[cell][1] / others[cell][0] for cell in kept]
    ratio = events_against_expected(round(observed), [sums[0] for sums in kept.values()], rates)
    expected = sum(sums[0] * rate for sums, rate in zip(kept.values(), rates, strict=True)) / n
    if ratio.estimate is None or ratio.low is None or ratio.high is None:
        return Beside(n)
    apart, low, high = (expected * (one - 1) for one in (ratio.estimate, ratio.low, ratio.high))
    adjusted = _kept_in_range(code, mean * ratio.estimate)
    return Beside(n, expected, apart, low, high, adjusted, _verdict(low, high))


def _kept_in_range(code: str, value: float) -> float:
    return min(max(value, 0.0), 1.0) if code in SHARES else max(value, 0.0)


def _verdict(low: float, high: float) -> str:
    """More than chance explains, or not."""
    if low > 0:
        return ABOVE
    return BELOW if high < 0 else WITHIN
