"""Ratings coded for a design: which level of which effect each row belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import (
    Codes,
    Column,
    Floats,
    check_lengths,
    codes,
    compact,
    first_appearances,
    joint_codes,
    numbers,
)
from hengcai.measurement.errors import NotATable, NothingVaries, TooLittleData
from hengcai.measurement.generalizability.design import RESIDUAL, Design, Effect


@dataclass(frozen=True)
class Term:
    """An effect and the level of it in each row."""

    effect: Effect
    level: Codes
    n_levels: int


@dataclass(frozen=True)
class Layout:
    """Cells with a score; `terms` can be told apart, `lost` says with what each other effect is confounded.

    `cell_sizes` holds how many rows were averaged into each cell.
    """

    design: Design
    score: Floats
    factors: dict[str, Codes]
    terms: tuple[Term, ...]
    lost: dict[str, str]
    cell_sizes: Codes
    labels: dict[str, tuple[object, ...]]


def lay_out(columns: Mapping[str, Column], score: Column, *, design: Design) -> Layout:
    """Codes the columns of a design; effects with one level or confounded with another leave with a reason."""
    absent = [name for name in design.factors if name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
    check_lengths(score=score, **{name: columns[name] for name in design.factors})
    read = numbers(score, name="score")
    given = ~np.isnan(read)
    if given.sum() < 3:
        raise TooLittleData("study.too_few_scores", n=int(given.sum()), needed=3)
    if np.ptp(read[given]) == 0:
        raise NothingVaries("ratings.constant")
    coded = {name: codes(columns[name]) for name in design.factors}
    factors = {name: compact(code[given])[0] for name, (code, _) in coded.items()}
    labels = {name: tuple(known[one] for one in np.unique(code[given])) for name, (code, known) in coded.items()}
    cells, factors, sizes = _averaged(read[given], factors)
    if np.ptp(cells) <= 1e-12 * np.abs(cells).max():
        raise NothingVaries("ratings.constant")
    terms, lost = _told_apart(design, factors, cells.size)
    return Layout(design, cells, factors, terms, lost, sizes, labels)


def _averaged(score: Floats, factors: dict[str, Codes]) -> tuple[Floats, dict[str, Codes], Codes]:
    """Several rows of one cell are one score, their mean: it is what a person gets. Cells in the order of first rows."""
    joint, n_cells = joint_codes(*factors.values())
    if n_cells == score.size:
        return score, factors, np.ones(n_cells, np.int64)
    first, cell = first_appearances(joint)
    sizes = np.bincount(cell)
    return np.bincount(cell, weights=score) / sizes, {name: code[first] for name, code in factors.items()}, sizes


def _told_apart(design: Design, factors: dict[str, Codes], n: int) -> tuple[tuple[Term, ...], dict[str, str]]:
    """Two effects that group the rows alike have one variance between them; the first keeps it."""
    terms: list[Term] = []
    lost: dict[str, str] = {}
    for effect in design.effects:
        level, n_levels = joint_codes(*(factors[name] for name in design.factors if name in effect.factors))
        twin = _twin(terms, level, n_levels)
        if n_levels < 2:
            lost[effect.name] = "one_level"
        elif n_levels == n or twin:
            lost[effect.name] = f"confounded_with:{twin or RESIDUAL}"
        else:
            terms.append(Term(effect, level, n_levels))
    return tuple(terms), lost


def _twin(terms: list[Term], level: Codes, n_levels: int) -> str | None:
    for term in terms:
        if term.n_levels == n_levels and joint_codes(term.level, level)[1] == n_levels:
            return term.effect.name
    return None
