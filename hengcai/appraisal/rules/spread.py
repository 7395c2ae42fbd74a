"""How the people of a cycle fall: shares of the bands, superiors beside the centre's mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hengcai.measurement.intervals import mean_interval, share_interval


@dataclass(frozen=True, slots=True)
class BandShare:
    """How many stand in a band, as a share with its interval."""

    band: str
    n: int
    share: float
    low: float
    high: float


def band_shares(counts: Mapping[str, int]) -> list[BandShare]:
    total = sum(counts.values())
    return [_share(band, n, total) for band, n in counts.items()] if total else []


def _share(band: str, n: int, total: int) -> BandShare:
    found = share_interval(n, total)
    return BandShare(band, n, n / total, found.low or 0.0, found.high or 0.0)


@dataclass(frozen=True, slots=True)
class Leaning:
    """How far one superior's mean lies from the mean over everybody; no interval below two people."""

    name: str
    difference: float
    low: float | None
    high: float | None
    n: int

    @property
    def is_apart(self) -> bool:
        """The interval leaves out the centre's mean."""
        return self.low is not None and self.high is not None and not self.low <= 0 <= self.high


def leanings(values: Mapping[str, Sequence[float]]) -> list[Leaning]:
    """By superior's name; `values` are the people's means, one each."""
    everybody = [value for some in values.values() for value in some]
    if not everybody:
        return []
    centre = sum(everybody) / len(everybody)
    return [_leaning(name, some, centre) for name, some in values.items()]


def _leaning(name: str, some: Sequence[float], centre: float) -> Leaning:
    difference = sum(some) / len(some) - centre
    if len(some) < 2 or len(set(some)) == 1:
        return Leaning(name, difference, None, None, len(some))
    found = mean_interval(some)
    low = None if found.low is None else found.low - centre
    high = None if found.high is None else found.high - centre
    return Leaning(name, difference, low, high, len(some))
