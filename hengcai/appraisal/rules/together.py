"""Ratings of a whole table summed at once: grouped by their codes, added up in whole numbers of millionths."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from hengcai.appraisal.rules.evidence import Millionths, SummedRatings, Sums

if TYPE_CHECKING:
    from hengcai.base.tables.columns import Coded

Whole = npt.NDArray[np.int64]
_LARGEST_CODE = 1 << 62
_LARGEST_SUM = 1 << 53


def summed_ratings(
    columns: "Mapping[str, Coded]", scores: Sequence[Millionths | None], *, apart: Sequence[str]
) -> dict[str, dict[str, SummedRatings]] | None:
    """By agent and source, agents in the order of their first rows; `scores` belong to the labels of the scores.

    Items scored equally often are put together, but for those told apart, which have weights of their own.
    None where a rating stands twice, or where scores are no whole millionths: rows are then taken one by one.
    """
    agent, source, rater, item = (columns[name].codes.astype(np.int64) for name in ("agent", "source", "rater", "item"))
    n_agents, n_sources, n_raters, n_items = (
        len(columns[name].labels) for name in ("agent", "source", "rater", "item")
    )
    value = _whole(scores, rows=agent.size)
    if value is None or n_agents * n_sources * n_raters * n_items >= _LARGEST_CODE:
        return None
    owner = agent * n_sources + source
    group = owner * n_items + item
    if _has_repeats(group * n_raters + rater):
        return None
    given = np.array([score is not None for score in scores], bool)[columns["score"].codes]
    heard = _n_heard(owner[given], rater[given], n_raters, n_agents * n_sources).tolist()
    sums = _items_together(_sums(group, value[columns["score"].codes], given), columns["item"].labels, apart)
    agents, sources = list(columns["agent"].labels), list(columns["source"].labels)
    found: dict[str, dict[str, SummedRatings]] = {name: {} for name in agents}
    for one in np.unique(owner).tolist():
        found[agents[one // n_sources]][sources[one % n_sources]] = SummedRatings(
            sums.get(one, ()), n_raters=heard[one]
        )
    return found


def _sums(group: Whole, value: Whole, given: npt.NDArray[np.bool_]) -> tuple[Whole, Whole, Whole]:
    """The groups in which something was scored, their totals and how often."""
    present, place = _numbered(group)
    totals = np.bincount(place, weights=value, minlength=present.size).astype(np.int64)
    counts = np.bincount(place[given], minlength=present.size)
    there = counts > 0
    return present[there], totals[there], counts[there]


def _items_together(
    groups: tuple[Whole, Whole, Whole], labels: Sequence[str], apart: Sequence[str]
) -> dict[int, list[Sums]]:
    """For each agent and source, as one number, the sums over items that are scored equally often and weigh alike."""
    group, totals, counts = groups
    owner, item = group // len(labels), group % len(labels)
    kind_of = np.array([apart.index(label) + 1 if label in apart else 0 for label in labels], np.int64)
    widest = int(counts.max(initial=0)) + 1
    kinds, place = _numbered((owner * (len(apart) + 1) + kind_of[item]) * widest + counts)
    summed = np.bincount(place, weights=totals, minlength=kinds.size).astype(np.int64).tolist()
    alike = np.bincount(place, minlength=kinds.size).tolist()
    names = ("", *apart)
    found: dict[int, list[Sums]] = {}
    for kind, total, n in zip(kinds.tolist(), summed, alike, strict=True):
        rest, count = divmod(kind, widest)
        one, name = divmod(rest, len(names))
        found.setdefault(one, []).append((names[name], total, count, n))
    return found


def sums_and_counts(
    code: npt.NDArray[np.int32], score: npt.NDArray[np.int32], scores: Sequence[Millionths | None], size: int
) -> tuple[list[int], list[int]] | None:
    """For each code the sum of its scores in millionths and how many there are."""
    value = _whole(scores, rows=code.size)
    if value is None:
        return None
    given = np.array([one is not None for one in scores], bool)[score]
    totals = np.bincount(code, weights=value[score], minlength=size).astype(np.int64)
    return totals.tolist(), np.bincount(code[given], minlength=size).tolist()


def _whole(scores: Sequence[Millionths | None], *, rows: int) -> Whole | None:
    """None where the scores are not whole, or where floating sums of them would not be."""
    if not all(score is None or isinstance(score, int) for score in scores):
        return None
    whole = np.array([score or 0 for score in scores], np.int64)
    return whole if rows * int(whole.max(initial=0)) < _LARGEST_SUM else None


def _has_repeats(cells: Whole) -> bool:
    cells = np.sort(cells)
    return bool((cells[1:] == cells[:-1]).any())


def _n_heard(owner: Whole, rater: Whole, n_raters: int, size: int) -> Whole:
    """How many raters scored something, for each agent and source."""
    pairs = np.sort(owner * n_raters + rater)
    first = np.concatenate(([True], pairs[1:] != pairs[:-1])) if pairs.size else np.empty(0, bool)
    return np.bincount(pairs[first] // n_raters, minlength=size)


def _numbered(group: Whole) -> tuple[Whole, Whole]:
    """The numbers that occur, in order, and the place of each row's among them."""
    largest = int(group.max(initial=-1)) + 1
    if largest > 4 * group.size + 1000:
        present, place = np.unique(group, return_inverse=True)
        return present, place.ravel()
    there = np.bincount(group, minlength=largest) > 0
    return np.flatnonzero(there), (np.cumsum(there) - 1)[group]
