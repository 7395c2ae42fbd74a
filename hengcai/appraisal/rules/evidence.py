"""One agent's ratings, customer scores and marks, summed as they come and kept small."""

from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction

from hengcai.appraisal.rules.policy import CUSTOMER
from hengcai.base.errors import NotValid

SCALE = 10**6
"""Scores are summed in millionths: integers as long as nobody writes more than six places, exact fractions beyond."""
MOST_RECOMMENDED = 10
_HAS_SCORED = 1
Millionths = int | Fraction
Sums = tuple[str, Millionths, int, int]
"""An item, its total, how many scores it has, and over how many items like it, scored as often, the total runs."""


class SourceRatings:
    """All ratings of one agent by one source. `_seen` maps a rater to the bits of the items rated."""

    __slots__ = ("_counts", "_places", "_seen", "_totals")

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._totals: list[Millionths] = []
        self._counts: list[int] = []
        self._seen: dict[Hashable, int] = {}

    def add(self, rater: Hashable, item: str, score: Millionths | None) -> None:
        """The same rater and item twice is refused, also where nothing was observed."""
        place = self._places.get(item)
        if place is None:
            place = self._places[item] = len(self._totals)
            self._totals.append(0)
            self._counts.append(0)
        seen = self._seen.get(rater, 0)
        bit = 2 << place
        if seen & bit:
            raise NotValid("appraisal.rating_twice", column="rater", rater=rater, item=item)
        if score is not None:
            self._totals[place] += score
            self._counts[place] += 1
            bit |= _HAS_SCORED
        self._seen[rater] = seen | bit

    @property
    def n_raters(self) -> int:
        """Raters who scored something; one who observed nothing did not rate."""
        return sum(seen & _HAS_SCORED for seen in self._seen.values())

    @property
    def n_ratings(self) -> int:
        return sum(self._counts)

    def items(self) -> Iterator[tuple[str, Millionths, int]]:
        """Item, total in millionths and number of scores, for every item that has any."""
        for item, place in self._places.items():
            if self._counts[place]:
                yield item, self._totals[place], self._counts[place]

    def sums(self) -> Iterator[Sums]:
        return ((item, total, count, 1) for item, total, count in self.items())


class SummedRatings:
    """All ratings of one agent by one source, added up beforehand: no more can be added."""

    __slots__ = ("_sums", "n_raters", "n_ratings")

    def __init__(self, sums: Sequence[Sums], *, n_raters: int) -> None:
        self._sums = sums
        self.n_raters = n_raters
        self.n_ratings = sum(count * alike for _, _, count, alike in sums)

    def sums(self) -> Sequence[Sums]:
        return self._sums


Ratings = SourceRatings | SummedRatings


class Evidence:
    """What is known of one agent for one appraisal."""

    __slots__ = ("_marks", "customer_count", "customer_total", "ratings", "summed")

    def __init__(self) -> None:
        self.ratings: dict[str, SourceRatings] = {}
        self.summed: dict[str, SummedRatings] = {}
        self.customer_total: Millionths = 0
        self.customer_count = 0
        self._marks: dict[str, dict[int, Fraction | None]] | None = None

    def rate(self, source: str, *, rater: Hashable, item: str, score: Fraction | int | None) -> None:
        """A score on 1–5, or None for not observed."""
        in_millionths = None if score is None else millionths(score)
        self.source(source).add(rater, item, in_millionths)

    def source(self, source: str) -> SourceRatings:
        ratings = self.ratings.get(source)
        if ratings is None:
            ratings = self.ratings[source] = SourceRatings()
        return ratings

    def said_by(self, source: str) -> Ratings | None:
        return self.summed.get(source) or self.ratings.get(source)

    def rate_as_customer(self, score: Fraction | int) -> None:
        """One customer's satisfaction, of no particular item."""
        self.customer_total += millionths(score)
        self.customer_count += 1

    def heard_from(self, source: str) -> int:
        """How many spoke: customers by their answers, others by their raters."""
        if source == CUSTOMER and self.customer_count:
            return self.customer_count
        ratings = self.said_by(source)
        return 0 if ratings is None else ratings.n_ratings if source == CUSTOMER else ratings.n_raters

    def mark(self, test: str, *, attempt: int, mark: Fraction | None) -> None:
        """0–100; attempt 2 is the resit."""
        if self._marks is None:
            self._marks = {}
        attempts = self._marks.setdefault(test, {})
        if attempt in attempts:
            raise NotValid("appraisal.mark_twice", column="attempt", test=test, attempt=attempt)
        attempts[attempt] = mark

    @property
    def marks(self) -> list[dict[int, Fraction]]:
        """The marks of each test by attempt, leaving out tests without any."""
        found = [
            {attempt: mark for attempt, mark in attempts.items() if mark is not None}
            for attempts in (self._marks or {}).values()
        ]
        return [attempts for attempts in found if attempts]


def of_customer(satisfaction: Fraction | None, recommend: Fraction | None) -> Fraction | None:
    """What one answer says on 1–5: satisfaction (1–5), recommendation (0–10, spread over 1–5), or the mean of both."""
    given = [satisfaction] if satisfaction is not None else []
    given += [1 + recommend * 4 / MOST_RECOMMENDED] if recommend is not None else []
    return sum(given, Fraction(0)) / len(given) if given else None


def millionths(score: Fraction | int) -> Millionths:
    scaled = score * SCALE
    return scaled.numerator if scaled.denominator == 1 else scaled
