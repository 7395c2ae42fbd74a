"""Differential item functioning: each item, each group against the reference, persons matched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from hengcai.measurement.columns import Codes
from hengcai.measurement.fair_scores.comparisons import benjamini_hochberg
from hengcai.measurement.fairness.answers import Answers
from hengcai.measurement.fairness.mantel import Mantel, mantel
from hengcai.measurement.fairness.mantel_haenszel import MantelHaenszel, mantel_haenszel
from hengcai.measurement.fairness.matching import Flags, ItemTable, Matching, item_tables, matched_answers
from hengcai.measurement.fairness.ordinal_logistic import LogisticDif, ordinal_logistic

USUAL = Matching()
FEWEST_PERSONS, FEWEST_IN_GROUP = 500, 200


@dataclass(frozen=True)
class ItemDif:
    """One item in one group against the reference; `favours` names the group for whom it is easier, from class B on.

    `adjusted_p` holds the false discovery rate over all items and groups, `unmatched` counts persons for whom nobody of
    the other group has the same score.
    """

    item: object
    group: object
    reference: object
    n_group: int
    n_reference: int
    unmatched: int
    odds: MantelHaenszel | None
    means: Mantel
    logistic: LogisticDif | None
    adjusted_p: float | None
    logistic_adjusted_p: float | None
    cautions: tuple[str, ...]

    @property
    def p(self) -> float | None:
        return self.means.p if self.odds is None else self.odds.p

    @property
    def found_class(self) -> str | None:
        return self.means.ets_class if self.odds is None else self.odds.ets_class

    @property
    def favours(self) -> object | None:
        if self.found_class in (None, "A", "AA"):
            return None
        sign = self.means.difference.estimate if self.odds is None else self.odds.delta.estimate
        return self.group if sign is not None and sign > 0 else self.reference


@dataclass(frozen=True)
class DifFound:
    """`left_out` are the items that do not count in the totals, those of class C or CC in a first look."""

    reference: object
    groups: tuple[object, ...]
    n_persons: tuple[int, ...]
    items: tuple[ItemDif, ...]
    left_out: tuple[object, ...]
    cautions: tuple[str, ...]


def item_dif(
    answers: Answers, *, reference: object | None = None, matching: Matching = USUAL, confidence: float = 0.95
) -> DifFound:
    """Mantel-Haenszel for items with two scores, Mantel and standardised means for the others, logistic for both.

    With `purify` items of class C or CC leave the totals, which are computed once more; each counts in its own
    (Holland & Thayer 1988; so too the National Assessment of Educational Progress).
    """
    against = answers.group_code(reference)
    matched = matched_answers(answers)
    nothing = np.zeros(len(answers.items), bool)

    def looked_at(left_out: Flags) -> list[ItemDif]:
        tables = item_tables(answers, matched, matching=matching, left_out=left_out)
        return _items(answers, tables, against=against, confidence=confidence)

    found, left_out = looked_at(nothing), nothing
    if matching.purify and matched.given is None:
        left_out = _large(answers, found)
        if left_out.all():
            left_out = nothing
        found = looked_at(left_out)
    persons = np.bincount(answers.group[np.unique(matched.person)], minlength=len(answers.groups))
    return DifFound(
        reference=answers.groups[against],
        groups=answers.groups,
        n_persons=tuple(persons.tolist()),
        items=tuple(_adjusted(found)),
        left_out=tuple(answers.items[item] for item in np.flatnonzero(left_out)),
        cautions=(*answers.cautions, *matched.cautions, *_few(persons, against)),
    )


def _large(answers: Answers, found: Sequence[ItemDif]) -> Flags:
    named = {one.item for one in found if one.found_class in ("C", "CC")}
    return np.array([item in named for item in answers.items], bool)


def _items(answers: Answers, tables: Iterable[ItemTable], *, against: int, confidence: float) -> list[ItemDif]:
    focal = [group for group in range(len(answers.groups)) if group != against]
    return [
        _compared(table.pair(against, group), (answers.groups[group], answers.groups[against]), confidence)
        for table in tables
        for group in focal
    ]


def _compared(table: ItemTable, named: tuple[object, object], confidence: float) -> ItemDif:
    counts = table.counts
    there = counts.sum(axis=2) > 0
    both = there.all(axis=1)
    means = mantel(counts, table.scores, confidence=confidence)
    odds = mantel_haenszel(counts, confidence=confidence) if table.scores.size == 2 else None
    logistic = None if means.p is None else ordinal_logistic(counts, table.strata)
    n = counts.sum(axis=(0, 2))
    cautions = [] if logistic is not None or means.p is None else ["logistic_without_limits"]
    return ItemDif(
        item=table.item,
        group=named[0],
        reference=named[1],
        n_group=int(n[1]),
        n_reference=int(n[0]),
        unmatched=int(counts[~both].sum()),
        odds=odds,
        means=means,
        logistic=logistic,
        adjusted_p=None,
        logistic_adjusted_p=None,
        cautions=tuple(cautions),
    )


def _adjusted(found: Sequence[ItemDif]) -> list[ItemDif]:
    matched = _held([one.p for one in found])
    logistic = _held([None if one.logistic is None else one.logistic.p for one in found])
    return [
        replace(one, adjusted_p=p, logistic_adjusted_p=q) for one, p, q in zip(found, matched, logistic, strict=True)
    ]


def _held(p: Sequence[float | None]) -> list[float | None]:
    """The false discovery rate over those that have a p."""
    adjusted = iter(benjamini_hochberg([one for one in p if one is not None]))
    return [None if one is None else next(adjusted) for one in p]


def _few(persons: Codes, against: int) -> list[str]:
    """ETS asks for 200 persons in the smaller group and 500 in both before it trusts its classes (Zwick 2012)."""
    others = np.delete(persons, against)
    smallest = int(min(others.min(), persons[against]))
    enough = smallest >= FEWEST_IN_GROUP and int(others.min() + persons[against]) >= FEWEST_PERSONS
    return [] if enough else [f"few_persons_for_classes:{smallest}"]
