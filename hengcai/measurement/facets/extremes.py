"""Elements with only lowest or only highest scores: taken out of the joint fit, placed afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import Floats
from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.facets.cells import Cells
from hengcai.measurement.facets.scale import Scale, curves, ranked_counts, scale_of

Flags = npt.NDArray[np.bool_]
EXTREME_SHARE = 0.3
TOLERANCE = 1e-9


@dataclass(frozen=True)
class Kept:
    """Cells of the joint fit, their scale, and for each facet which elements are in it and which are extreme."""

    cells: Cells
    scale: Scale
    counts: Floats
    cell_kept: Flags
    inside: tuple[Flags, ...]
    extreme: tuple[Flags, ...]


def without_extremes(cells: Cells, *, stay: Sequence[Flags]) -> Kept:
    """Takes extreme elements out, and again, until none is left: one may become extreme when another leaves.

    Those that `stay` remain whatever their scores: anchored ones, and objects whose distribution is fitted.
    """
    inside = [np.ones(size, bool) for size in cells.sizes]
    extreme = [np.zeros(size, bool) for size in cells.sizes]
    cell_kept = np.ones(cells.n_cells, bool)
    while True:
        part = cells.part(cell_kept) if not cell_kept.all() else cells
        scale = scale_of(part, len(cells.group_ids))
        counts = ranked_counts(part, scale)
        found = [_extremes(part, scale, counts, facet) for facet in range(len(cells.names))]
        for facet, (flags, absent) in enumerate(found):
            extreme[facet] |= flags & inside[facet]
            inside[facet] &= ~absent & (~flags | stay[facet])
        left = np.logical_and.reduce([ok[code] for ok, code in zip(inside, cells.codes, strict=True)])
        if not left.any():
            raise TooLittleData("ratings.all_extreme", n=cells.n_cells)
        if (left == cell_kept).all():
            return Kept(part, scale, counts, cell_kept, tuple(inside), tuple(extreme))
        cell_kept = left


def _extremes(cells: Cells, scale: Scale, counts: Floats, facet: int) -> tuple[Flags, Flags]:
    """Whose scores are all lowest or all highest, and who has no cell at all."""
    weight = cells.totals(facet, cells.weight)
    total = cells.totals(facet, np.arange(len(counts)) @ counts)
    most = cells.totals(facet, cells.weight * scale.top[cells.group])
    present = weight > 0
    slack = TOLERANCE * np.maximum(most, 1.0)
    return present & ((total <= slack) | (total >= most - slack)), ~present


def place_left_out(cells: Cells, kept: Kept, measures: list[Floats], *, signs: tuple[int, ...]) -> None:
    """Fills in `measures` (NaN where not in the fit) with the others held: expected = observed score, .3 off an extreme.

    The .3 of a score point is FACETS' and Winsteps' default (Linacre, manuals, `Xtreme=`); the test solves one by hand.
    Elements that met only one another stay NaN.
    """
    counts = ranked_counts(cells, kept.scale)
    moved = True
    while moved:
        moved = False
        for facet in range(len(cells.names)):
            moved |= _place(cells, (kept.scale, counts), (facet, signs), measures)


def _place(
    cells: Cells, fitted: tuple[Scale, Floats], where: tuple[int, tuple[int, ...]], measures: list[Floats]
) -> bool:
    (scale, counts), (facet, signs) = fitted, where
    wanted = np.isnan(measures[facet])
    if not wanted.any():
        return False
    others = sum(signs[g] * measures[g][cells.codes[g]] for g in range(len(signs)) if g != facet)
    usable = wanted[cells.codes[facet]] & ~np.isnan(np.asarray(others)) & (scale.top[cells.group] > 0)
    if not usable.any():
        return False
    part = cells.part(usable)
    place = _solved(part, (scale, counts[:, usable]), (facet, signs[facet]), np.asarray(others)[usable])
    found = np.unique(part.codes[facet])
    measures[facet][found] = place[found]
    return True


def _solved(part: Cells, fitted: tuple[Scale, Floats], where: tuple[int, int], others: Floats) -> Floats:
    """Newton on the expected score of each element, steps held to one logit."""
    (scale, counts), (facet, sign) = fitted, where
    target = part.totals(facet, np.arange(len(counts)) @ counts)
    most = part.totals(facet, part.weight * scale.top[part.group])
    off = np.minimum(EXTREME_SHARE, most / 2)
    target = np.clip(target, off, most - off)
    place, step, turns = np.zeros(part.sizes[facet]), np.ones(1), 0
    while turns < 100 and np.abs(step).max() > TOLERANCE:
        found = curves(sign * place[part.codes[facet]] + others, scale=scale, group=part.group)
        gap = target - part.totals(facet, part.weight * found.expected)
        spread = part.totals(facet, part.weight * found.variance)
        step = np.clip(gap / np.maximum(spread, 1e-12), -1, 1)
        place, turns = place + sign * step, turns + 1
    return place
