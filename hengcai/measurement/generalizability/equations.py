"""Mixed-model equations of crossed and nested effects, solved block by block.

All effects that contain one chosen factor fall apart into one small block for each level of that factor; only the other
effects and the mean remain as a dense border. With 500 agents, 50 raters and 10 items, 7,500 of 8,060 unknowns go away
in 500 blocks of 15, and the border has 561 columns. Source: the absorption of Henderson 1973.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import linalg, sparse

from hengcai.measurement.columns import Codes, Floats, compact, joint_codes
from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.generalizability.layout import Layout, Term

WIDEST_BORDER = 6_000
MOST_CELLS = 150_000_000
SIZE_CLASSES = 3  # for each doubling
MOST_WORK = 2e9  # multiplications of one evaluation: about a second; a fit takes ten to twenty


@dataclass(frozen=True)
class Blocks:
    """Blocks of about one size: cross products among their unknowns and with the border columns they touch.

    Unknowns are numbered over all groups; `start` is where this group's begin. Short blocks are filled up with
    unknowns of no term, short lists of columns with a column of no meaning.
    """

    start: int
    slot_term: Codes
    touched: Codes
    products: Floats
    border: Floats

    def part(self, inner: Floats) -> Floats:
        """This group's share of all inner unknowns, block by block."""
        blocks, depth = self.slot_term.shape
        return inner[self.start : self.start + blocks * depth].reshape(blocks, depth, *inner.shape[1:])


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
    groups: tuple[Blocks, ...]
    border_products: Floats

    @property
    def n_terms(self) -> int:
        return len(self.inner) + len(self.border)

    @property
    def width(self) -> int:
        return int(self.border_products.shape[0])

    def gather(self, vectors: Floats) -> tuple[Floats, Floats]:
        """Z'v and X'v for each row of `vectors`, one column each."""
        sizes = (self.slot_term.size, self.width)
        inner, border = (
            [sum(np.bincount(place, weights=v, minlength=size) for place in places) for v in vectors]
            for places, size in zip((self.slots, self.columns), sizes, strict=True)
        )
        return np.array(inner, np.float64).T, np.array(border, np.float64).T

    def rows_of(self, inner: Floats, border: Floats) -> Floats:
        """The contribution of each term to each row, and last that of the mean: Z_k u_k, X b."""
        parts = np.empty((self.n_terms + 1, self.y.size))
        for term, slots in zip(self.inner, self.slots, strict=True):
            parts[term] = inner[slots]
        for term, columns in zip((*self.border, self.n_terms), self.columns, strict=True):
            parts[term] = border[columns]
        return parts


@dataclass(frozen=True)
class Factored:
    """One group at given scales: inverse of its blocks, and that inverse times their border."""

    inverse: Floats
    reduction: Floats


@dataclass(frozen=True)
class Solved:
    """The equations factored at given ratios of each component to the residual."""

    equations: Equations
    scale_inner: Floats
    scale_border: Floats
    groups: tuple[Factored, ...]
    border_inverse: Floats
    log_determinant: float

    def solve(self, inner: Floats, border: Floats) -> tuple[Floats, Floats]:
        """Solution for right-hand sides that are scaled like the unknowns."""
        rest = border.copy()
        pairs = list(zip(self.equations.groups, self.groups, strict=True))
        for blocks, factored in pairs:
            taken = np.matmul(factored.reduction.transpose(0, 2, 1), blocks.part(inner))
            rest -= _scatter(blocks.touched, taken, self.equations.width)
        of_border = self.border_inverse @ rest
        padded = np.vstack([of_border, np.zeros((1, of_border.shape[1]))])
        solved = [
            np.matmul(factored.inverse, blocks.part(inner)) - np.matmul(factored.reduction, padded[blocks.touched])
            for blocks, factored in pairs
        ]
        return np.concatenate([part.reshape(-1, inner.shape[1]) for part in solved]), of_border

    def project(self, vectors: Floats) -> tuple[Floats, Floats, Floats]:
        """P v for each row v with V = I + sum ratio Z Z', and the scaled solutions behind it."""
        inner, border = self.equations.gather(vectors)
        scales = self.scale_inner[:, None], self.scale_border[:, None]
        inner, border = self.solve(inner * scales[0], border * scales[1])
        own_inner, own_border = inner * scales[0], border * scales[1]
        parts = np.empty_like(vectors)
        for row, vector in enumerate(vectors):
            parts[row] = vector - self.equations.rows_of(own_inner[:, row], own_border[:, row]).sum(axis=0)
        return parts, inner, border

    def traces(self) -> Floats:
        """Trace of the inverse over each term's own unknowns."""
        equations = self.equations
        padded = np.pad(self.border_inverse, ((0, 1), (0, 1)))
        diagonals = []
        for blocks, factored in zip(equations.groups, self.groups, strict=True):
            between = padded[blocks.touched[:, :, None], blocks.touched[:, None, :]]
            added = (np.matmul(factored.reduction, between) * factored.reduction).sum(axis=2)
            diagonals.append((np.einsum("bii->bi", factored.inverse) + added).ravel())
        n_terms = equations.n_terms
        inner = np.bincount(equations.slot_term, weights=np.concatenate(diagonals), minlength=n_terms + 1)
        border = np.bincount(equations.column_term, weights=np.diag(self.border_inverse), minlength=n_terms + 1)
        return np.asarray((inner + border)[:n_terms])


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
    border = equations.border_products * np.outer(scale_border, scale_border)
    border[np.arange(equations.width - 1), np.arange(equations.width - 1)] += 1
    factored, log_determinant = [], 0.0
    for blocks in equations.groups:
        group, taken, logs = _factor_group(blocks, blocks.part(scale_inner), np.append(scale_border, 0.0))
        border -= _scatter_square(blocks.touched, taken, equations.width)
        log_determinant += logs
        factored.append(group)
    lower = linalg.cholesky(border, lower=True)
    log_determinant += float(2 * np.log(np.diag(lower)).sum())
    inverse = linalg.cho_solve((lower, True), np.eye(equations.width))
    return Solved(equations, scale_inner, scale_border, tuple(factored), inverse, log_determinant)


def _factor_group(blocks: Blocks, scale: Floats, border: Floats) -> tuple[Factored, Floats, float]:
    """Inverse of the blocks, what they take from the border, and the sum of their log determinants."""
    whole = blocks.products * scale[:, :, None] * scale[:, None, :] + np.eye(scale.shape[1])
    sides = blocks.border * scale[:, :, None] * border[blocks.touched][:, None, :]
    inverse = np.asarray(np.linalg.inv(whole), np.float64)
    reduction = np.asarray(np.matmul(inverse, sides), np.float64)
    taken = np.matmul(sides.transpose(0, 2, 1), reduction)
    return Factored(inverse, reduction), taken, float(np.linalg.slogdet(whole)[1].sum())


def _build(y: Floats, terms: tuple[Term, ...], chosen: tuple[str, Codes]) -> Equations:
    name, block = chosen
    inner = tuple(k for k, term in enumerate(terms) if name in term.effect.factors)
    border = tuple(k for k in range(len(terms)) if k not in inner)
    columns, column_term = _columns([terms[k] for k in border], border, (y.size, len(terms)))
    slots = np.empty((len(inner), y.size), np.int64)
    groups: list[Blocks] = []
    for rows in _alike([terms[k].level for k in inner], columns, block):
        start = sum(group.slot_term.size for group in groups)
        levels = [(k, compact(terms[k].level[rows])) for k in inner]
        own, slot_term = _slots(levels, compact(block[rows])[0], len(terms))
        slots[:, rows] = own + start
        groups.append(_blocks(start, own, slot_term, ([c[rows] for c in columns], column_term.size)))
    every = np.array(columns)
    _check_work(groups, column_term.size)
    square = _products(every, every, (1, column_term.size, column_term.size))[0]
    slot_term = np.concatenate([group.slot_term.ravel() for group in groups])
    return Equations(y, inner, border, tuple(slots), columns, slot_term, column_term, tuple(groups), square)


def _check_work(groups: list[Blocks], width: int) -> None:
    work = float(width) ** 3
    for group in groups:
        blocks, depth, reach = group.border.shape
        work += blocks * depth * (depth**2 + 2.0 * depth * reach + 2.0 * reach**2)
    if work > MOST_WORK:
        raise OutOfRange("study.too_much_work", work=work, most=MOST_WORK)


def _blocks(start: int, slots: Codes, slot_term: Codes, told: tuple[list[Codes], int]) -> Blocks:
    columns, width = told
    n_blocks, depth = slot_term.shape
    places, touched = _touched(columns, slots[0] // depth, width)
    reach = touched.shape[1]
    if n_blocks * (depth + reach) ** 2 > MOST_CELLS:
        raise OutOfRange("study.blocks_too_large", blocks=n_blocks, depth=depth, border=reach)
    products = _products(slots, slots % depth, (n_blocks, depth, depth))
    return Blocks(start, slot_term, touched, products, _products(slots, places, (n_blocks, depth, reach)))


def _alike(levels: Sequence[Codes], columns: Sequence[Codes], block: Codes) -> list[Codes]:
    """Rows by the size class of their block: within a class, blocks and their borders differ by a quarter at most."""
    n_blocks = int(block.max()) + 1
    classes = np.zeros(n_blocks, np.int64)
    for parts in (levels, columns):
        met = sum(_distinct_by_block(part, block) for part in parts)
        classes = classes * 256 + np.ceil(SIZE_CLASSES * np.log2(met)).astype(np.int64)
    of_row = classes[block]
    return [np.flatnonzero(of_row == one) for one in np.unique(classes)]


def _distinct_by_block(level: Codes, block: Codes) -> Floats:
    joint, n_joint = joint_codes(block, level)
    owner = np.empty(n_joint, np.int64)
    owner[joint] = block
    return np.bincount(owner, minlength=int(block.max()) + 1).astype(np.float64)


def _slots(levels: list[tuple[int, tuple[Codes, int]]], block: Codes, n_terms: int) -> tuple[Codes, Codes]:
    """Each level of an inner term gets a place in its block; short blocks are filled with the number of terms."""
    owners = []
    for _, (level, n_levels) in levels:
        owner = np.empty(n_levels, np.int64)
        owner[level] = block
        owners.append(owner)
    owner = np.concatenate(owners)
    place, depth = _rank_within(owner)
    flat = owner * depth + place
    slot_term = np.full((int(owner.max()) + 1) * depth, n_terms, np.int64)
    slot_term[flat] = np.repeat([term for term, _ in levels], [n for _, (_, n) in levels])
    starts = np.cumsum([0] + [n for _, (_, n) in levels])
    slots = [flat[start + level] for start, (_, (level, _)) in zip(starts[:-1], levels, strict=True)]
    return np.array(slots), slot_term.reshape(-1, depth)


def _columns(terms: list[Term], numbers: tuple[int, ...], told: tuple[int, int]) -> tuple[tuple[Codes, ...], Codes]:
    """Border columns one after the other; the mean is the last."""
    n, n_terms = told
    sizes = [term.n_levels for term in terms]
    starts = np.cumsum([0, *sizes])
    columns = [start + term.level for start, term in zip(starts[:-1], terms, strict=True)]
    column_term = np.append(np.repeat(np.array(numbers, np.int64), sizes), n_terms)
    return (*columns, np.full(n, starts[-1], np.int64)), column_term


def _touched(columns: list[Codes], block: Codes, width: int) -> tuple[Codes, Codes]:
    """Which border columns a block meets, and each row's place among them; `width` fills short lists."""
    keys = np.concatenate([block * width + column for column in columns])
    coded, n_keys = compact(keys)
    distinct = np.empty(n_keys, np.int64)
    distinct[coded] = keys
    place, depth = _rank_within(distinct // width)
    touched = np.full((int(block.max()) + 1, depth), width, np.int64)
    touched[distinct // width, place] = distinct % width
    return place[coded].reshape(len(columns), -1), touched


def _rank_within(group: Codes) -> tuple[Codes, int]:
    """0, 1, 2 .. within each group in order of appearance, and the size of the largest group."""
    order = np.argsort(group, kind="stable")
    sizes = np.bincount(group)
    starts = np.cumsum(sizes) - sizes
    rank = np.empty(group.size, np.int64)
    rank[order] = np.arange(group.size) - np.repeat(starts, sizes)
    return rank, int(sizes.max())


def _products(left: Codes, right: Codes, shape: tuple[int, int, int]) -> Floats:
    """Counts of rows by place on the left and place on the right, over all pairs of terms."""
    blocks, depth, width = shape
    pairs = _indicators(left, blocks * depth).T @ _indicators(right, width)
    return np.asarray(pairs.toarray().reshape(shape), np.float64)


def _indicators(places: Codes, width: int) -> sparse.csr_matrix:
    """One row for each row of the table, a one at each of its places."""
    terms, n = places.shape
    return sparse.csr_matrix((np.ones(places.size), places.T.ravel(), np.arange(0, n * terms + 1, terms)), (n, width))


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
