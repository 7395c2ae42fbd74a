"""Effects of staggered starts, one for each group of starters and period, with everybody's influence on them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.effects.panel import Panel
from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.flags import Flags

FEWEST = 2
CONTROLS = ("not-yet", "never")


@dataclass(frozen=True)
class Cell:
    """One group of starters in one period; `influence` has a value for each unit, `n` counts those compared."""

    group: int
    period: int
    effect: float
    influence: Floats
    n: int

    @property
    def event(self) -> int:
        """Periods since the training, 0 in its own."""
        return self.period - self.group


@dataclass(frozen=True)
class GroupTime:
    """Cells in the order of groups and periods; `cautions` say which groups and how many cells were left."""

    cells: tuple[Cell, ...]
    cautions: tuple[str, ...]


def group_time_effects(panel: Panel, *, controls: str = "not-yet", anticipation: int = 0) -> GroupTime:
    """ATT(g, t) = mean(Y_t - Y_base | first = g) - mean(Y_t - Y_base | controls), Callaway & Sant'Anna 2021.

    base is the last period before g; before g itself each period is held against the one before it. Controls are the
    never trained and, by default, those not yet trained by t. With `anticipation` a (their section 2.1) the base lies a
    periods earlier and controls start later than t + a: where a bad period sends people to training, a = 1 keeps that
    period out of the base. Units with both periods count. A unit's influence is
    n / m (difference - mean) within its arm of m units, times sqrt(k / (k - 1)) for the arm's k units or clusters,
    which makes the error of one cell Welch's. The test holds the figures of two independent programs.
    """
    if controls not in CONTROLS:
        raise OutOfRange("effect.unknown_controls", controls=controls)
    if anticipation < 0:
        raise OutOfRange("effect.anticipation", value=anticipation)
    _check_starts(panel, never_only=controls == "never")
    groups, small = _groups(panel)
    design = Design(never_only=controls == "never", anticipation=anticipation)
    found = [cell for group in groups for cell in _cells(panel, group, design)]
    followed = {cell.group for cell in found if cell is not None and cell.event >= 0}
    cells = tuple(cell for cell in found if cell is not None and cell.group in followed)
    if not cells:
        raise TooLittleData("effect.no_controls", n=panel.n_units)
    lost = sum(cell is None for cell in found)
    last = () if panel.n_never else (f"last_start_only_compared:{panel.periods[panel.first.max()]}",)
    return GroupTime(cells, (*small, *last, *((f"periods_without_controls:{lost}",) if lost else ())))


def _check_starts(panel: Panel, *, never_only: bool) -> None:
    """Somebody must have been trained within the periods, and somebody else not at the same time."""
    starts = np.unique(panel.first[panel.first < panel.never]).tolist()
    early, n = panel.from_the_start, panel.n_units
    if not n:
        raise TooLittleData("effect.all_trained_from_the_start", n=early, period=panel.periods[0])
    if not starts and early:
        raise TooLittleData("effect.nobody_trained_within", n=n, early=early)
    if not starts:
        raise TooLittleData("effect.nobody_treated", n=n)
    if len(starts) == 1 and not panel.n_never:
        raise TooLittleData("effect.all_trained_at_once", n=n, period=panel.periods[starts[0]])
    if never_only and not panel.n_never:
        raise TooLittleData("effect.nobody_never_trained", n=n)


def _groups(panel: Panel) -> tuple[list[int], tuple[str, ...]]:
    """Starts at which at least two units, and two clusters, were first trained."""
    starts = np.unique(panel.first[panel.first < panel.never]).tolist()
    small = [start for start in starts if _members(panel, panel.first == start) < FEWEST]
    if len(small) == len(starts):
        raise TooLittleData("panel.groups_too_small", needed=FEWEST)
    cautions = tuple(f"group_too_small:{panel.periods[start]}" for start in small)
    return [start for start in starts if start not in small], cautions


@dataclass(frozen=True)
class Design:
    never_only: bool
    anticipation: int = 0

    def base(self, group: int, period: int) -> int:
        before = group - 1 - self.anticipation
        return before if period > before else period - 1

    def controls(self, panel: Panel, group: int, period: int) -> Flags:
        later: Flags = panel.first == panel.never if self.never_only else panel.first > period + self.anticipation
        found: Flags = (later | (panel.first == panel.never)) & (panel.first != group)
        return found


def _cells(panel: Panel, group: int, design: Design) -> Iterator[Cell | None]:
    for period in range(1, len(panel.periods)):
        base = design.base(group, period)
        if base < 0:
            yield None
            continue
        change = panel.outcome[:, period] - panel.outcome[:, base]
        there: Flags = ~np.isnan(change)
        arms = (there & (panel.first == group), there & design.controls(panel, group, period))
        if min(_members(panel, arm) for arm in arms) < FEWEST:
            yield None
            continue
        means = [float(change[arm].mean()) for arm in arms]
        influence = np.zeros(panel.n_units)
        for arm, mean, side in zip(arms, means, (1, -1), strict=True):
            influence[arm] = side * _scale(panel, arm) * (change[arm] - mean)
        yield Cell(group, period, means[0] - means[1], influence, int(arms[0].sum() + arms[1].sum()))


def _members(panel: Panel, arm: Flags) -> int:
    """Units of an arm, or its clusters where people come in clusters."""
    return int(np.unique(panel.cluster[arm]).size) if panel.is_clustered else int(arm.sum())


def _scale(panel: Panel, arm: Flags) -> float:
    members = _members(panel, arm)
    return panel.n_units / int(arm.sum()) * float(np.sqrt(members / (members - 1)))
