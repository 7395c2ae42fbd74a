"""Which course closes a gap best, and which need goes first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

WORKS, UNKNOWN, NO_DIFFERENCE = "works", "unknown", "no_difference"
CERTAIN, OF_SIZE = 50, 10  # weight of a gap that is certain; of each whole level it is wide
_ORDER = {WORKS: 0, UNKNOWN: 1, NO_DIFFERENCE: 2}


@dataclass(frozen=True)
class Offer:
    """A course in use. `reaches`: competency → (level one comes with, level one leaves with). `effect`: what was measured."""

    code: str
    reaches: Mapping[str, tuple[int, int]]
    hours: Fraction
    posts: Sequence[str] = ()
    effect: str = UNKNOWN
    measured: Mapping[str, str] = field(default_factory=dict)  # competency → effect, where it is known apart


def offers_for(competency: str, *, level: Fraction, post: str, offers: Sequence[Offer]) -> list[Offer]:
    """Those that lead above the level, the best first: measured to work before not measured before measured without effect;
    then what starts nearest to where the person stands, then the shorter."""
    able = [one for one in offers if competency in one.reaches and (not one.posts or post in one.posts)]
    able = [one for one in able if one.reaches[competency][1] > level]
    return sorted(able, key=lambda one: (*_rank(one, competency, level), one.code))


def _rank(offer: Offer, competency: str, level: Fraction) -> tuple[int, Fraction, Fraction]:
    starts = abs(Fraction(offer.reaches[competency][0]) - level)
    return _ORDER[offer.measured.get(competency, offer.effect)], starts, offer.hours


def weight(*, size: Fraction, is_certain: bool) -> int:
    """What is certain goes before what is not, the wider gap before the narrower; never below one."""
    return max(int(size * OF_SIZE), 1) + (CERTAIN if is_certain else 0)
