"""What stands out in how a cycle was rated, each with how likely chance alone would make such a one.

From plain columns to plain figures. One figure of one rater is set against the same figure of as many forms taken at
random from all raters' of that source, so that a rater of few forms is not blamed for what few forms do.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from hengcai.measurement.chance.draws import Null
    from hengcai.measurement.chance.mutual import Mutual

SAME_LEVEL, HALO, MUTUAL = "same_level", "halo", "mutual"
FORMS_FOR_A_SPREAD = 4  # people a rater must have rated before "all the same" says anything
FORMS_FOR_HALO, ITEMS_FOR_HALO = 3, 4
SURE = 0.01  # of the adjusted chance: with some ten kinds, nine cycles in ten raise no false alarm
NOTED = 0.1  # where chance would make fewer such ones among all that were looked at
LOOKS_DRAWN = 250  # draws for each look, so that the adjusted chance can come below the line


@dataclass
class Forms:
    """One sent form a row: whose, by whom, of which source and post; sum, sum of squares and number of its levels."""

    source: list[str] = field(default_factory=list)
    rater: list[int] = field(default_factory=list)
    person: list[int] = field(default_factory=list)
    post: list[int] = field(default_factory=list)
    total: list[float] = field(default_factory=list)
    squares: list[float] = field(default_factory=list)
    n: list[int] = field(default_factory=list)

    def rows_of(self, sources: Iterable[str]) -> list[int]:
        wanted = set(sources)
        return [place for place, source in enumerate(self.source) if source in wanted]


@dataclass(frozen=True)
class Odd:
    """`chance` of one look; `adjusted` for all `looks` of its kind (Holm); `expected`: what others show."""

    kind: str
    source: str
    rater: int
    people: tuple[int, ...]
    value: float
    expected: float
    chance: float
    looks: int
    adjusted: float
    n: int
    other: str = ""  # the source it is set against
    team: int = 0

    @property
    def is_sure(self) -> bool:
        return self.adjusted < SURE


def noted(found: Iterable[Odd]) -> list[Odd]:
    return [one for one in found if one.chance * one.looks < NOTED or one.is_sure]


def seed_of(text: str) -> int:
    """The same number for the same cycle on every machine."""
    return zlib.crc32(text.encode())


def patterns_in(forms: Forms, seed: int) -> list[Odd]:
    """All of a cycle's; asked across processes."""
    return [*mutual_patterns(mutual(forms, seed=seed)), *rater_patterns(forms, seed=seed)]


def rater_patterns(forms: Forms, *, seed: int) -> list[Odd]:
    """Of superiors and examiners whose forms hardly differ, and whose items hardly differ. Peers rate one item of a few
    people: that these came out alike is what few whole levels do."""
    found: list[Odd] = []
    for source in ("superior", "practical"):
        found += [*_same_level(forms, source, seed=seed), *_halo(forms, source, seed=seed)]
    return found


def _same_level(forms: Forms, source: str, *, seed: int) -> list[Odd]:
    """Variance of a rater's form means against that of as many residuals of everybody's, each from its own rater's mean
    and widened by sqrt(m/(m-1)): how far raters lie from each other is no part of it (Anderson & ter Braak 2003)."""
    import numpy as np

    means = {rater: np.array(values) for rater, values in _means(forms, source).items() if len(values) > 1}
    judged = {rater: one for rater, one in means.items() if one.size >= FORMS_FOR_A_SPREAD}
    if len(judged) < 2:
        return []
    pool = np.concatenate([(one - one.mean()) * sqrt(one.size / (one.size - 1)) for one in means.values()])
    usual = sqrt(float((pool**2).mean()))
    spreads = {rater: float(one.var(ddof=1)) for rater, one in judged.items()}
    nulls = _nulls(pool, {one.size for one in judged.values()}, is_variance=True, seed=seed, looks=len(judged))
    chances = {rater: nulls[judged[rater].size].at_most(value) for rater, value in spreads.items()}
    return _odd((SAME_LEVEL, source), chances, {r: sqrt(v) for r, v in spreads.items()}, usual, _people(forms, source))


def _halo(forms: Forms, source: str, *, seed: int) -> list[Odd]:
    """Mean variance between the items of a rater's forms against that of as many forms of anybody's; posts have forms
    of their own, so each form counts by how far it lies from its post's mean."""
    import numpy as np

    rows = [at for at in forms.rows_of([source]) if forms.n[at] >= ITEMS_FOR_HALO]
    within = np.array([_variance(forms, at) for at in rows])
    if not rows:
        return []
    posts = np.unique(np.array([forms.post[at] for at in rows]), return_inverse=True)[1]
    usual = (np.bincount(posts, weights=within) / np.bincount(posts))[posts]
    pool, own = within - usual, defaultdict[int, list[int]](list)
    for place, at in enumerate(rows):
        own[forms.rater[at]].append(place)
    judged = {rater: places for rater, places in own.items() if len(places) >= FORMS_FOR_HALO}
    if len(judged) < 2:
        return []
    nulls = _nulls(pool, {len(one) for one in judged.values()}, is_variance=False, seed=seed, looks=len(judged))
    chances = {rater: nulls[len(one)].at_most(float(pool[one].mean())) for rater, one in judged.items()}
    values = {rater: sqrt(float(within[one].mean())) for rater, one in judged.items()}
    people = {rater: [forms.person[rows[place]] for place in one] for rater, one in judged.items()}
    return _odd((HALO, source), chances, values, sqrt(float(within.mean())), people)


def mutual(forms: Forms, *, seed: int) -> "Mutual":
    """Peers, by person: who gave the highest of their marks to whom, and got it back."""
    from hengcai.measurement.chance.mutual import mutual_tops

    rows = [at for at in forms.rows_of(["peer"]) if forms.n[at]]
    levels = [forms.total[at] / forms.n[at] for at in rows]
    return mutual_tops([forms.rater[at] for at in rows], [forms.person[at] for at in rows], levels, seed=seed)


def mutual_patterns(found: "Mutual") -> list[Odd]:
    """One for each ring of people; `adjusted` is the chance of one as unlikely anywhere in the cycle."""
    return [
        Odd(MUTUAL, "peer", 0, ring.people, float(ring.pairs), found.expected, ring.chance, found.looked_at, ring.anywhere, found.pairs)
        for ring in found.rings
        if ring.anywhere < NOTED
    ]  # fmt: skip


def _odd(
    kind: tuple[str, str],
    chances: Mapping[int, float],
    values: Mapping[int, float],
    usual: float,
    people: Mapping[int, Sequence[int]],
) -> list[Odd]:
    from hengcai.measurement.multiplicity import holm

    raters = sorted(chances)
    adjusted = dict(zip(raters, holm([chances[one] for one in raters]), strict=True))
    return noted(
        Odd(
            *kind, rater, tuple(people[rater]), values[rater], usual, chances[rater], len(raters), adjusted[rater],
            len(people[rater]),
        )
        for rater in raters
    )  # fmt: skip


def _nulls(
    pool: "npt.NDArray[np.float64]", sizes: Iterable[int], *, is_variance: bool, seed: int, looks: int
) -> "dict[int, Null]":
    from hengcai.measurement.chance.draws import COUNTED, null_of_means, null_of_variances

    null = null_of_variances if is_variance else null_of_means
    return {size: null(pool, size, seed=seed, draws=max(COUNTED, LOOKS_DRAWN * looks)) for size in sorted(sizes)}


def _means(forms: Forms, source: str) -> dict[int, list[float]]:
    found: dict[int, list[float]] = defaultdict(list)
    for at in forms.rows_of([source]):
        if forms.n[at]:
            found[forms.rater[at]].append(forms.total[at] / forms.n[at])
    return found


def _people(forms: Forms, source: str) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for at in forms.rows_of([source]):
        if forms.n[at]:
            found[forms.rater[at]].append(forms.person[at])
    return found


def _variance(forms: Forms, at: int) -> float:
    """Of the levels of one form, divisor n - 1."""
    n, total = forms.n[at], forms.total[at]
    return max(0.0, (forms.squares[at] - total * total / n) / (n - 1))
