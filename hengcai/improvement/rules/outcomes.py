"""Whether a measure helped: three answers, of which 'cannot tell yet' is one."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hengcai.measurement.clusters import Unit, clustered_change, moved
from hengcai.quality.rules.card import Card, Item
from hengcai.quality.rules.changes import MEANS, SHARES, Told, counted, is_share
from hengcai.quality.rules.measures import Count

IMPROVED, NOT, CANNOT_TELL = "improved", "not", "cannot_tell"
VERDICTS = (IMPROVED, NOT, CANNOT_TELL)
LEVELS_WORTH, SHARES_WORTH, FIGURES_WORTH = 0.5, 0.1, 0.05  # below it nobody would call it an improvement
NOTHING_NAMED, TOO_CLOSE = "nothing_named", "too_close"
FEWEST_PEOPLE, FEWEST_MARKS = 3, 3


@dataclass(frozen=True)
class Outcome:
    """`kind`: levels are means, done or not and monthly figures are shares. `difference` is after less before with its
    interval; `worth`: what would have to be gained at least. `lacks` says why it cannot be told."""

    kind: str
    verdict: str
    before: float | None = None
    after: float | None = None
    n_before: int = 0
    n_after: int = 0
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    further: int | None = None
    lacks: str = ""
    is_from_low: bool = False
    worth: float = 0.0

    def kept(self) -> dict[str, Any]:
        return asdict(self)


NOTHING = Outcome(SHARES, CANNOT_TELL, lacks=NOTHING_NAMED)


def verdict_of(low: float | None, high: float | None, *, worth: float, sense: int = 1) -> str:
    """Improved: the whole interval lies on the better side. Not: not even its better end reaches what would be worth
    it. `sense` is -1 where less is better."""
    if low is None or high is None:
        return CANNOT_TELL
    worst, best = (low, high) if sense > 0 else (-high, -low)
    if worst > 0:
        return IMPROVED
    return NOT if best < worth else CANNOT_TELL


def of_person(told: Told) -> Outcome:
    """Of one agent each drawn contact stands for itself."""
    worth = LEVELS_WORTH if told.kind == MEANS else SHARES_WORTH
    verdict = verdict_of(told.low, told.high, worth=worth)
    return Outcome(
        told.kind, verdict, told.before, told.after, told.n_before, told.n_after, told.difference, told.low, told.high,
        told.further if verdict == CANNOT_TELL else None, told.lacks or TOO_CLOSE if verdict == CANNOT_TELL else "",
        told.is_from_low, worth,
    )  # fmt: skip


Marks = Mapping[int, Sequence[str]]  # agent → marks
Units = Mapping[int, Unit]


@dataclass(frozen=True)
class Sides:
    """Both sides before anything is said of what lies between."""

    kind: str
    before: float | None
    after: float | None
    n_before: int
    n_after: int
    worth: float

    def unknown(self, lacks: str) -> Outcome:
        return Outcome(
            self.kind, CANNOT_TELL, self.before, self.after, self.n_before, self.n_after, lacks=lacks, worth=self.worth
        )

    def told(self, difference: float | None, low: float | None, high: float | None, *, sense: int = 1) -> Outcome:
        verdict = verdict_of(low, high, worth=self.worth, sense=sense)
        return Outcome(
            self.kind, verdict, self.before, self.after, self.n_before, self.n_after, difference, low, high,
            lacks=TOO_CLOSE if verdict == CANNOT_TELL else "", worth=self.worth,
        )  # fmt: skip


def of_people(card: Card, item: Item, before: Marks, after: Marks) -> Outcome:
    """Of several agents: marks of one agent are alike, so that people and not contacts are what is drawn."""
    first, second = _units(card, item, before), _units(card, item, after)
    (mean, n), (other, m) = _summed(first), _summed(second)
    is_levels = not is_share(item)
    sides = Sides(MEANS if is_levels else SHARES, mean, other, n, m, LEVELS_WORTH if is_levels else SHARES_WORTH)
    for some, count, code in ((first, n, "too_few_before"), (second, m, "too_few_after")):
        if len(some) < FEWEST_PEOPLE or count < FEWEST_MARKS:
            return sides.unknown(code)
    found = clustered_change(moved(first, second))
    return sides.told(found.estimate, found.low, found.high) if found else sides.unknown("nothing_varies")


def _units(card: Card, item: Item, marks: Marks) -> Units:
    found = {agent: counted(card, item, values) for agent, values in marks.items()}
    return {agent: (sum(some), float(len(some))) for agent, some in found.items() if some}


def _summed(units: Units) -> tuple[float | None, int]:
    total, n = sum(one[0] for one in units.values()), sum(one[1] for one in units.values())
    return (total / n if n else None), round(n)


def of_figure(before: Count, after: Count, *, sense: int) -> Outcome:
    """Two months of a measure; where less is better, less is an improvement."""
    first, second = (float(one.share) if one.share is not None else None for one in (before, after))
    sides = Sides(SHARES, first, second, before.of, after.of, FIGURES_WORTH)
    found = after.against(before)
    if found is None:
        return sides.unknown("month_missing" if before.of else "too_few_before")
    return sides.told(found.estimate, found.low, found.high, sense=sense)
