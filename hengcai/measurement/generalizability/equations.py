"""Mixed-model equations of crossed and nested effects, solved block by block.

All effects that contain one chosen factor fall apart into one small block for each level of that factor; only the other
effects and the mean remain as a dense border. With 500 agents, 50 raters and 10 items, 7,500 of 8,060 unknowns go away
in 500 blocks of 15, and the border has 561 columns. Source: the absorption of Henderson 1973.
"""

from dataclasses import dataclass, field

import numpy as np
from scipy import linalg

from hengcai.measurement.columns import Codes, Floats, compact
from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.generalizability.layout import Layout, Term

WIDEST_BORDER = 6_000
MOST_CELLS = 150_000_000


@dataclass(frozen=True)
class Equations:
    """Cross products in block form; `slots` and `columns` are the places of each row's levels."""

    y: Floats
    inner: tuple[int, ...]
    border: tuple[int, ...]
    slots: tuple[Codes, ...]
    columns: tuple[Codes, ...]
    slot_term: Codes
    column_term: Codes
    touched: Codes
    block_products: Floats
    block_border: Floats
    border_products: Floats

    @property
    def n_terms(self) -> int:
        return len(self.inner) + len(self.border)

    @property
    def width(self) -> int:
        return int(self.border_products.shape[0])

    def gather(self, vectors: Floats) -> tuple[Floats, Floats]:
        """Z'v and X'v for each row of `vectors`, in the order of blocks and border."""
        n_slots = self.slot_term.size
        inner = [sum(np.bincount(s, weights=v, minlength=n_slots) for s in self.slots) for v in vectors]
        border = [sum(np.bincount(c, weights=v, minlength=self.width) for c in self.columns) for v in vectors]
        blocks, depth = self.slot_term.shape
        return np.array(inner).reshape(-1, blocks, depth).transpose(1, 2, 0), np.array(border).T

    def rows_of(self, inner: Floats, border: Floats) -> Floats:
        """The contribution of each term to each row, and last that of the mean: Z_k u_k, X b."""
        parts = np.empty((self.n_terms + 1, self.y.size))
        for term, slots in zip(self.inner, self.slots, strict=True):
            parts[term] = inner.ravel()[slots]
        for term, columns in zip((*self.border, self.n_terms), self.columns, strict=True):
            parts[term] = border[columns]
        return parts


@dataclass(frozen=True)
class Solved:
    """The equations factored at given ratios of each component to the residual."""

    equations: Equations
    scale_inner: Floats
    scale_border: Floats
    block_inverse: Floats
    reduction: Floats
    border_inverse: Floats
    log_determinant: float
    traces: Floats = field(default_factory=lambda: np.empty(0))

    def solve(self, inner: Floats, border: Floats) -> tuple[Floats, Floats]:
        """Solution for right-hand sides that are scaled like the unknowns."""
        equations = self.equations
        taken = np.matmul(self.reduction.transpose(0, 2, 1), inner)
        rest = border - _scatter(equations.touched, taken, equations.width)
        of_border = self.border_inverse @ rest
        padded = np.vstack([of_border, np.zeros((1, of_border.shape[1]))])
        return np.matmul(self.block_inverse, inner) - np.matmul(self.reduction, padded[equations.touched]), of_border

    def project(self, vectors: Floats) -> tuple[Floats, Floats, Floats]:
        """P v for each row v with V = I + sum ratio Z Z', and the scaled solutions behind it."""
        inner, border = self.equations.gather(vectors)
        inner, border = inner * self.scale_inner[:, :, None], border * self.scale_border[:, None]
        solved_inner, solved_border = self.solve(inner, border)
        parts = np.empty_like(vectors)
        for row, vector in enumerate(vectors):
            own_inner = solved_inner[:, :, row] * self.scale_inner
            own_border = solved_border[:, row] * self.scale_border
            parts[row] = vector - self.equations.rows_of(own_inner, own_border).sum(axis=0)
        return parts, solved_inner, solved_border


def equations_of(layout: Layout) -> Equations:
    """Chooses the factor whose blocks leave the narrowest border."""
    y = layout.score - layout.score.mean()
    widths = {
        name: sum(term.n_levels for term in layout.terms if name not in term.effect.factors)
        for name in layout.design.factors
        if any(name in term.effect.factors for term in layout.terms)
    }
    name = min(widths, key=lambda factor: widths[factor])
    if widths[name] > WIDEST_BORDER:
        raise OutOfRange("study.too_many_levels", levels=widths[name], most=WIDEST_BORDER)
    return _build(y, layout.terms, (name, layout.factors[name]))


def factor(equations: Equations, ratios: Floats) -> Solved:
    """Cholesky of I + L Z'Z L bordered by the mean, L the square roots of the ratios; works at ratio 0 too."""
    roots = np.append(np.sqrt(ratios), 0.0)
    scale_inner = roots[equations.slot_term]
    scale_border = np.append(roots[equations.column_term[:-1]], 1.0)
    depth = equations.slot_term.shape[1]
    blocks = equations.block_products * scale_inner[:, :, None] * scale_inner[:, None, :] + np.eye(depth)
    padded = np.append(scale_border, 0.0)
    sides = equations.block_border * scale_inner[:, :, None] * padded[equations.touched][:, None, :]
    inverse = np.linalg.inv(blocks)
    reduction = np.matmul(inverse, sides)
    border = equations.border_products * np.outer(scale_border, scale_border)
    border[np.arange(equations.width - 1), np.arange(equations.width - 1)] += 1
    border -= _scatter_square(equations.touched, np.matmul(sides.transpose(0, 2, 1), reduction), equations.width)
    lower = linalg.cholesky(border, lower=True)
    log_determinant = float(np.linalg.slogdet(blocks)[1].sum() + 2 * np.log(np.diag(lower)).sum())
    border_inverse = linalg.cho_solve((lower, True), np.eye(equations.width))
    solved = Solved(equations, scale_inner, scale_border, inverse, reduction, border_inverse, log_determinant)
    return Solved(**{**solved.__dict__, "traces": _traces(solved)})


def _traces(solved: Solved) -> Floats:
    """Trace of the inverse over each term's own unknowns."""
    equations = solved.equations
    padded = np.pad(solved.border_inverse, ((0, 1), (0, 1)))
    touched = equations.touched
    between = padded[touched[:, :, None], touched[:, None, :]]
    added = (np.matmul(solved.reduction, between) * solved.reduction).sum(axis=2)
    diagonal = np.einsum("bii->bi", solved.block_inverse) + added
    n_terms = equations.n_terms
    inner = np.bincount(equations.slot_term.ravel(), weights=diagonal.ravel(), minlength=n_terms + 1)
    border = np.bincount(equations.column_term, weights=np.diag(solved.border_inverse), minlength=n_terms + 1)
    return np.asarray((inner + border)[:n_terms])


def _build(y: Floats, terms: tuple[Term, ...], chosen: tuple[str, Codes]) -> Equations:
    name, block = chosen
    inner = tuple(k for k, term in enumerate(terms) if name in term.effect.factors)
    border = tuple(k for k in range(len(terms)) if k not in inner)
    slots, slot_term = _slots([terms[k] for k in inner], inner, (block, len(terms)))
    columns, column_term = _columns([terms[k] for k in border], border, (y.size, len(terms)))
    places, touched = _touched(columns, block, column_term.size)
    n_blocks, depth = slot_term.shape
    if n_blocks * (depth + touched.shape[1]) ** 2 > MOST_CELLS:
        raise OutOfRange("study.blocks_too_large", blocks=n_blocks, depth=depth, border=touched.shape[1])
    return Equations(
        y=y,
        inner=inner,
        border=border,
        slots=slots,
        columns=columns,
        slot_term=slot_term,
        column_term=column_term,
        touched=touched,
        block_products=_products(slots, [s % depth for s in slots], (n_blocks, depth, depth)),
        block_border=_products(slots, places, (n_blocks, depth, touched.shape[1])),
        border_products=_products(columns, columns, (1, column_term.size, column_term.size))[0],
    )


def _slots(terms: list[Term], numbers: tuple[int, ...], told: tuple[Codes, int]) -> tuple[tuple[Codes, ...], Codes]:
    """Each level of an inner term gets a place in its block; short blocks are filled with the number of terms."""
    block, n_terms = told
    owners = []
    for term in terms:
        owner = np.empty(term.n_levels, np.int64)
        owner[term.level] = block
        owners.append(owner)
    owner = np.concatenate(owners)
    place, depth = _rank_within(owner)
    flat = owner * depth + place
    slot_term = np.full((int(owner.max()) + 1) * depth, n_terms, np.int64)
    slot_term[flat] = np.repeat(numbers, [term.n_levels for term in terms])
    starts = np.cumsum([0] + [term.n_levels for term in terms])
    slots = tuple(flat[start + term.level] for start, term in zip(starts[:-1], terms, strict=True))
    return slots, slot_term.reshape(-1, depth)


def _columns(terms: list[Term], numbers: tuple[int, ...], told: tuple[int, int]) -> tuple[tuple[Codes, ...], Codes]:
    """Border columns one after the other; the mean is the last."""
    n, n_terms = told
    sizes = [term.n_levels for term in terms]
    starts = np.cumsum([0, *sizes])
    columns = [start + term.level for start, term in zip(starts[:-1], terms, strict=True)]
    column_term = np.append(np.repeat(np.array(numbers, np.int64), sizes), n_terms)
    return (*columns, np.full(n, starts[-1], np.int64)), column_term


def _touched(columns: tuple[Codes, ...], block: Codes, width: int) -> tuple[list[Codes], Codes]:
    """Which border columns a block meets, and each row's place among them; `width` fills short lists."""
    keys, _ = np.concatenate([block * width + column for column in columns]), None
    coded, n_keys = compact(keys)
    distinct = np.empty(n_keys, np.int64)
    distinct[coded] = keys
    place, depth = _rank_within(distinct // width)
    touched = np.full((int(block.max()) + 1, depth), width, np.int64)
    touched[distinct // width, place] = distinct % width
    return list(place[coded].reshape(len(columns), -1)), touched


def _rank_within(group: Codes) -> tuple[Codes, int]:
    """0, 1, 2 .. within each group in order of appearance, and the size of the largest group."""
    order = np.argsort(group, kind="stable")
    sizes = np.bincount(group)
    starts = np.cumsum(sizes) - sizes
    rank = np.empty(group.size, np.int64)
    rank[order] = np.arange(group.size) - np.repeat(starts, sizes)
    return rank, int(sizes.max())


def _products(left: tuple[Codes, ...], right: list[Codes] | tuple[Codes, ...], shape: tuple[int, int, int]) -> Floats:
    """Counts of rows by place on the left and place on the right, over all pairs of terms."""
    total = np.zeros(shape[0] * shape[1] * shape[2])
    for one in left:
        for other in right:
            total += np.bincount(one * shape[2] + other, minlength=total.size)
    return total.reshape(shape)


def _scatter(touched: Codes, values: Floats, width: int) -> Floats:
    """Adds each block's border rows to the border."""
    summed = [
        np.bincount(touched.ravel(), weights=values[:, :, side].ravel(), minlength=width + 1)[:width]
        for side in range(values.shape[2])
    ]
    return np.array(summed, np.float64).T


def _scatter_square(touched: Codes, values: Floats, width: int) -> Floats:
    places = touched[:, :, None] * (width + 1) + touched[:, None, :]
    summed = np.bincount(places.ravel(), weights=values.ravel(), minlength=(width + 1) ** 2)
    return np.asarray(summed.reshape(width + 1, width + 1)[:width, :width], np.float64)
