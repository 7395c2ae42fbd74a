"""Persons of equal standing side by side: the table of one item by stratum, group and score."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import Codes, Floats
from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.fairness.answers import Answers

Flags = npt.NDArray[np.bool_]
MATCHES = ("total", "rest")
MOST_SCORES = 200


@dataclass(frozen=True)
class Matching:
    """On the total with the studied item in it (Holland & Thayer 1988) or on the rest; in `bins` of equal numbers."""

    on: Literal["total", "rest"] = "total"
    bins: int | None = None
    purify: bool = False

    def __post_init__(self) -> None:
        if self.on not in MATCHES:
            raise OutOfRange("impact.unknown_matching", matching=self.on)
        if self.bins is not None and self.bins < 2:
            raise OutOfRange("impact.too_few_bins", bins=self.bins)


@dataclass(frozen=True)
class ItemTable:
    """`counts` by stratum, group and score; `strata` holds the matching score (the mean within a bin) of each stratum."""

    item: object
    counts: Floats
    scores: Floats
    strata: Floats

    def pair(self, reference: int, focal: int) -> "ItemTable":
        """The two groups alone, the reference first, with the scores they have."""
        counts = self.counts[:, [reference, focal], :]
        used = counts.sum(axis=(0, 1)) > 0
        return ItemTable(self.item, counts[:, :, used], self.scores[used], self.strata)


@dataclass(frozen=True)
class Matched:
    """Rows of persons who can be matched, in the order of items, and the score they are matched on."""

    person: Codes
    item: Codes
    score: Floats
    given: Floats | None
    n_items: int
    cautions: tuple[str, ...]


def matched_answers(answers: Answers) -> Matched:
    """Persons with a given total, or, where totals are to be computed, those who answered every item."""
    n_items = len(answers.items)
    if answers.total is not None:
        keep, caution = ~np.isnan(answers.total), "without_total"
    elif n_items < 2:
        raise TooLittleData("impact.one_item", n=n_items, needed=2)
    else:
        keep, caution = np.bincount(answers.person) == n_items, "incomplete_persons_left_out"
    if not keep.any():
        raise TooLittleData("impact.nobody_complete", n=answers.n_persons, items=n_items)
    order = np.argsort(answers.item, kind="stable")
    rows = order[keep[answers.person[order]]]
    left = int(keep.size - keep.sum())
    return Matched(
        person=answers.person[rows],
        item=answers.item[rows],
        score=answers.score[rows],
        given=answers.total,
        n_items=n_items,
        cautions=(f"{caution}:{left}",) if left else (),
    )


def item_tables(answers: Answers, matched: Matched, *, matching: Matching, left_out: Flags) -> Iterator[ItemTable]:
    """One table for each item; items `left_out` do not count in computed totals, but each does in its own."""
    total = _totals(matched, answers.n_persons, left_out)
    ends = np.searchsorted(matched.item, np.arange(matched.n_items + 1))
    for item in range(matched.n_items):
        rows = slice(ends[item], ends[item + 1])
        person, score = matched.person[rows], matched.score[rows]
        match = total[person]
        if matched.given is None and left_out[item]:
            match = match + score
        if matched.given is None and matching.on == "rest":
            match = match - score
        yield _table(answers, (item, answers.group[person]), score, _binned(np.round(match, 9), matching.bins))


def _totals(matched: Matched, n_persons: int, left_out: Flags) -> Floats:
    if matched.given is not None:
        return matched.given
    counting = np.where(left_out[matched.item], 0.0, matched.score)
    return np.asarray(np.bincount(matched.person, weights=counting, minlength=n_persons), dtype=np.float64)


def _binned(match: Floats, bins: int | None) -> Floats:
    """The mean of the bin each stands in, bins holding equal numbers as far as ties allow."""
    if bins is None or not match.size:
        return match
    edges = np.unique(np.quantile(match, np.arange(1, bins) / bins))
    place = np.searchsorted(edges, match, side="left")
    n = np.bincount(place)
    return np.asarray((np.bincount(place, weights=match) / np.maximum(n, 1))[place])


def _table(answers: Answers, whose: tuple[int, Codes], score: Floats, match: Floats) -> ItemTable:
    item, group = whose
    scores, category = np.unique(score, return_inverse=True)
    if scores.size > MOST_SCORES:
        raise OutOfRange("ratings.too_many_categories", n=int(scores.size), most=MOST_SCORES)
    strata, stratum = np.unique(match, return_inverse=True)
    shape = (strata.size, len(answers.groups), scores.size)
    place = np.ravel_multi_index((stratum.ravel(), group, category.ravel()), shape)
    counts = np.bincount(place, minlength=int(np.prod(shape))).reshape(shape).astype(np.float64)
    return ItemTable(answers.items[item], counts, scores, strata)
