"""Staggered starts: the effects of groups and periods averaged, and what came before the training."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.effects.degrees import degrees_over_groups, home_of, t_estimate
from hengcai.measurement.effects.group_time import Cell, group_time_effects
from hengcai.measurement.effects.panel import Panel
from hengcai.measurement.effects.verdict import Verdict, verdict
from hengcai.measurement.quantiles import two_sided_t
from hengcai.measurement.results import Estimate

METHOD = "Callaway-Sant'Anna difference-in-differences"
DOUBTFUL = 0.05
FEW_UNITS = 5


@dataclass(frozen=True)
class Staggered:
    """`effect` averages over groups of starters; `by_event` counts periods since the training, before it too."""

    effect: Estimate
    simple: Estimate
    by_event: tuple[tuple[int, Estimate], ...]
    by_group: tuple[tuple[object, Estimate], ...]
    group_time: tuple[tuple[object, object, Estimate], ...]
    verdict: Verdict
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class _Average:
    """A weighted mean of cells, the influence of every unit on it, and how many were compared at most."""

    value: float
    influence: Floats
    n: int


def staggered_effects(
    panel: Panel, *, controls: str = "not-yet", anticipation: int = 0, confidence: float = 0.95
) -> Staggered:
    """Averages of ATT(g, t) by group, by periods since the training, and over all; Callaway & Sant'Anna 2021, table 1.

    `effect` is the mean over people ever trained of their group's mean over its periods after the training
    (theta_sel^O); `simple` weights every such cell by its group's size. Errors from influences, those of the groups'
    shares included, summed by unit or cluster; df by Satterthwaite over the groups. A period before the training whose
    interval, widened for their number (Bonferroni), leaves 0 out makes the verdict `cannot_tell`; one whose own interval
    does is a caution, `changed_before:k` for the k-th period before. The `anticipation` periods right before the training
    are told and not tested.
    """
    found = group_time_effects(panel, controls=controls, anticipation=anticipation)
    book = _Book(panel, confidence)
    after = [cell for cell in found.cells if cell.event >= 0]
    groups = {group: book.mean([cell for cell in after if cell.group == group]) for group in _groups(after)}
    effect = book.told(book.weighted(list(groups.values()), list(groups)))
    by_event = tuple((event, book.weighted(*_at(found.cells, event, book))) for event in _events(found.cells))
    doubts = book.pre_trends([average for event, average in by_event if event < -anticipation])
    told_by_event = tuple((event, book.told(average)) for event, average in by_event)
    return Staggered(
        effect=effect,
        simple=book.told(book.weighted([book.mean([cell]) for cell in after], [cell.group for cell in after])),
        by_event=told_by_event,
        by_group=tuple((panel.periods[group], book.told(average)) for group, average in groups.items()),
        group_time=tuple(
            (panel.periods[cell.group], panel.periods[cell.period], book.told(book.mean([cell])))
            for cell in found.cells
        ),
        verdict=verdict(effect, doubts=doubts),
        cautions=(
            *panel.cautions,
            *found.cautions,
            *_more_cautions(panel, found.cells, doubts),
            *_changed_before([one for one in told_by_event if one[0] < -anticipation]),
        ),
    )


class _Book:
    """The panel's shares of groups, and how averages and their errors are worked out from them."""

    def __init__(self, panel: Panel, confidence: float) -> None:
        self.panel, self.confidence = panel, confidence
        self.home = home_of(panel.cluster, panel.first)

    def mean(self, cells: Sequence[Cell]) -> _Average:
        """The plain mean of one group's cells."""
        value = float(np.mean([cell.effect for cell in cells]))
        return _Average(value, np.mean([cell.influence for cell in cells], axis=0), max(cell.n for cell in cells))

    def weighted(self, parts: Sequence[_Average], groups: Sequence[int]) -> _Average:
        """Weighted by the groups' shares p_g of all units, whose own influence is 1(first = g) - p_g."""
        member = (self.panel.first[None, :] == np.array(groups)[:, None]).astype(np.float64)
        share = member.mean(axis=1)
        total = float(share.sum())
        values = np.array([part.value for part in parts])
        value = float(share @ values) / total
        influence = (share @ np.array([part.influence for part in parts])) / total
        influence = influence + (values - value) @ (member - share[:, None]) / total
        return _Average(value, influence, max(part.n for part in parts))

    def variance(self, average: _Average) -> tuple[float, float]:
        """Sum of squared influences over n^2, by cluster, and its degrees of freedom."""
        panel = self.panel
        squares = np.bincount(panel.cluster, weights=average.influence) ** 2 / panel.n_units**2
        if self.home is None:
            return float(squares.sum()), float(squares.size - 1)
        return float(squares.sum()), degrees_over_groups(squares, self.home)

    def told(self, average: _Average) -> Estimate:
        variance, df = self.variance(average)
        return t_estimate(average.value, variance, df, n=average.n, method=METHOD, confidence=self.confidence)

    def pre_trends(self, before: Sequence[_Average]) -> tuple[str, ...]:
        """Whether any period before the training differs from the one before it by more than chance allows."""
        for average in before:
            variance, df = self.variance(average)
            if variance > 0 and abs(average.value) > two_sided_t(1 - DOUBTFUL / len(before), df) * variance**0.5:
                return ("pre_trend",)
        return ()


def _groups(cells: Sequence[Cell]) -> list[int]:
    return sorted({cell.group for cell in cells})


def _events(cells: Sequence[Cell]) -> list[int]:
    return sorted({cell.event for cell in cells})


def _at(cells: Sequence[Cell], event: int, book: _Book) -> tuple[list[_Average], list[int]]:
    chosen = [cell for cell in cells if cell.event == event]
    return [book.mean([cell]) for cell in chosen], [cell.group for cell in chosen]


def _more_cautions(panel: Panel, cells: Sequence[Cell], doubts: tuple[str, ...]) -> tuple[str, ...]:
    small = [group for group in _groups(cells) if int((panel.first == group).sum()) < FEW_UNITS]
    unseen = () if any(cell.event < 0 for cell in cells) else ("no_period_to_check_trends",)
    return (*doubts, *unseen, *(f"few_units:{panel.periods[group]}" for group in small))


def _changed_before(by_event: Sequence[tuple[int, Estimate]]) -> list[str]:
    """Periods before the training, the nearest first, whose interval leaves 0 out."""
    before = [(event, found.low, found.high) for event, found in reversed(by_event) if event < 0]
    return [
        f"changed_before:{-event}"
        for event, low, high in before
        if low is not None and high is not None and not low <= 0 <= high
    ]
