"""What standing reports and boards count of a day or a month: shares and means whose sums add up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hengcai.measurement.results import Estimate
from hengcai.quality.rules.measures import BETTER, CANNOT_TELL, DOWN, NEITHER, UP, WITHIN, WORSE, Count, Mean

CONTACTS, SCORED = "contacts", "scored"
HANDLING, SCORE = "contact_time", "score"
COUNTS = (CONTACTS, SCORED)
MEANS = {HANDLING: NEITHER, SCORE: BETTER}  # a short contact is not a good one by itself
SERVICE = {"satisfied": BETTER, "rated": BETTER, "resolved": BETTER, "complained": WORSE}
QUALITY = {"passed": BETTER, "excellent": BETTER, "fatal": WORSE, "disputed": NEITHER}
SHARES = SERVICE | QUALITY
GROUPS = (
    ("service", (CONTACTS, HANDLING, *SERVICE)),
    ("quality", (SCORED, SCORE, *QUALITY)),
)
CODES = tuple(code for _name, codes in GROUPS for code in codes)
Sums = Mapping[str, Sequence[float]]  # share: top, of; mean: n, sum, sum of squares; count: how many


def added(parts: Iterable[Sums]) -> dict[str, list[float]]:
    """Sums of several days, teams or months together."""
    found: dict[str, list[float]] = {}
    for part in parts:
        for code, numbers in part.items():
            held = found.setdefault(code, [0.0] * len(numbers))
            for place, number in enumerate(numbers):
                held[place] += number
    return found


@dataclass(frozen=True)
class Standing:
    """One figure of a period beside the period it is held against. A count has no interval: it is all there were."""

    code: str
    now: Count | Mean
    before: Count | Mean

    @property
    def is_count(self) -> bool:
        return self.code in COUNTS

    @property
    def is_mean(self) -> bool:
        return self.code in MEANS

    @property
    def change(self) -> Estimate | None:
        return None if self.is_count else self.now.against(self.before)  # type: ignore[arg-type]

    @property
    def verdict(self) -> str:
        """Whether it moved more than chance explains, and which way; nothing is said of a count."""
        change = self.change
        if change is None or change.low is None or change.high is None:
            return "" if self.is_count else CANNOT_TELL
        if change.low <= 0 <= change.high:
            return WITHIN
        return UP if change.low > 0 else DOWN

    @property
    def sense(self) -> int:
        """1 where it moved for the better, -1 where for the worse."""
        turned = {UP: 1, DOWN: -1}.get(self.verdict, 0)
        return turned * {**SHARES, **MEANS}.get(self.code, NEITHER)


def figure_of(sums: Sums, code: str) -> Count | Mean:
    numbers = sums.get(code)
    if code in MEANS:
        return Mean(round(numbers[0]), numbers[1], numbers[2]) if numbers else Mean()
    if code in COUNTS:
        return Count(round(numbers[0]), round(numbers[0])) if numbers else Count()
    return Count(round(numbers[0]), round(numbers[1])) if numbers else Count()


def standings(now: Sums, before: Sums, codes: Iterable[str] = CODES) -> list[Standing]:
    return [Standing(code, figure_of(now, code), figure_of(before, code)) for code in codes]


class Tally:
    """What is added up, contact by contact and evaluation by evaluation."""

    def __init__(self) -> None:
        self.told: dict[str, list[float]] = {}

    def count(self, code: str) -> None:
        self.told.setdefault(code, [0.0])[0] += 1

    def share(self, code: str, *, is_so: bool) -> None:
        held = self.told.setdefault(code, [0.0, 0.0])
        held[0] += is_so
        held[1] += 1

    def mean(self, code: str, value: float) -> None:
        held = self.told.setdefault(code, [0.0, 0.0, 0.0])
        held[0] += 1
        held[1] += value
        held[2] += value * value


def kept(told: Mapping[str, Sequence[float]]) -> dict[str, Any]:
    """As it lies in the database: whole numbers without a point."""
    return {code: [round(one, 6) if one % 1 else int(one) for one in numbers] for code, numbers in told.items()}
