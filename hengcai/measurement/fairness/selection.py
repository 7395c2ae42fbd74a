"""The four-fifths rule: selection rates by group against a reference, with intervals and an exact test."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy import stats

from hengcai.measurement.columns import Codes, Column, check_lengths, codes, is_missing
from hengcai.measurement.errors import NotANumber, OutOfRange, TooLittleData
from hengcai.measurement.fair_scores.comparisons import benjamini_hochberg
from hengcai.measurement.fairness.ratios import Share, share_ratio
from hengcai.measurement.intervals import share_interval
from hengcai.measurement.results import Estimate, unknown

Verdict = Literal["below_four_fifths", "not_below", "cannot_tell"]
FOUR_FIFTHS = 0.8
SMALLEST_GROUP = 5
YES = frozenset({"1", "1.0", "yes", "y", "true", "是"})
NO = frozenset({"0", "0.0", "no", "n", "false", "否"})


@dataclass(frozen=True)
class Selection:
    """For each group how many were decided on, how many of them selected, and how many are undecided."""

    groups: tuple[object, ...]
    n: Codes
    selected: Codes
    undecided: Codes

    def share(self, group: int) -> Share:
        return Share(int(self.selected[group]), int(self.n[group]))


@dataclass(frozen=True)
class GroupRate:
    group: object
    n: int
    selected: int
    rate: Estimate


@dataclass(frozen=True)
class Comparison:
    """A group's selection rate over the reference's; `ratio_below` is the bare rule, whatever the interval.

    `p` is Fisher's exact test, two-sided; `adjusted_p` holds the false discovery rate over the groups compared.
    """

    group: object
    reference: object
    ratio: Estimate
    ratio_below: bool | None
    p: float
    adjusted_p: float
    verdict: Verdict
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class AdverseImpact:
    reference: object
    rates: tuple[GroupRate, ...]
    comparisons: tuple[Comparison, ...]
    cautions: tuple[str, ...]


def selection_of(groups: Column, selected: Column) -> Selection:
    """Counts a long table: one row for each person, selected 1 or 0 (also yes or no, true or false); empty: undecided."""
    check_lengths(group=groups, selected=selected)
    group, names = codes(groups)
    decision = _decisions(selected)

    def counted(rows: Codes) -> Codes:
        return np.bincount(group[rows], minlength=len(names))

    return Selection(
        groups=tuple(names),
        n=counted(np.flatnonzero(decision >= 0)),
        selected=counted(np.flatnonzero(decision == 1)),
        undecided=counted(np.flatnonzero(decision < 0)),
    )


def adverse_impact(selection: Selection, *, reference: object | None = None, confidence: float = 0.95) -> AdverseImpact:
    """Each group's selection rate over that of the group with the highest one (29 CFR 1607.4(D)), or over a named one.

    A group under five people is not made the reference unless it is named or there is no larger one.
    The verdict asks the interval, not the bare ratio: `below_four_fifths` when it ends under .8, `not_below` when it
    starts at .8 or above, else `cannot_tell`; so too for a group under five people, and where one different person
    selected would turn a ratio under .8 round (44 FR 11996, 1979, answer 21). Reproduces answer 12 there: 12 of 40
    against 48 of 80 gives .50.
    """
    present = [group for group in range(len(selection.groups)) if selection.n[group] > 0]
    _check(selection, present)
    against = _reference(selection, present, reference)
    rest = [group for group in present if group != against]
    tests = [_fisher(selection.share(group), selection.share(against)) for group in rest]
    compared = zip(rest, tests, benjamini_hochberg(tests), strict=True)
    return AdverseImpact(
        reference=selection.groups[against],
        rates=tuple(_rate(selection, group, confidence) for group in range(len(selection.groups))),
        comparisons=tuple(
            _compared(selection, (group, against), (p, adjusted), confidence) for group, p, adjusted in compared
        ),
        cautions=_cautions(selection, present, against),
    )


def _decisions(selected: Column) -> Codes:
    """1, 0, and -1 where nothing stands."""
    plain = selected.tolist() if isinstance(selected, np.ndarray) else selected
    known: dict[object, int] = {}
    found = np.empty(len(plain), np.int64)
    for position, value in enumerate(plain):
        if value not in known:
            known[value] = _decision(value, position)
        found[position] = known[value]
    return found


def _decision(value: object, position: int) -> int:
    if is_missing(value):
        return -1
    text = str(value).strip().casefold()
    if text not in YES and text not in NO:
        raise NotANumber("impact.not_yes_or_no", column="selected", value=str(value), position=position)
    return int(text in YES)


def _check(selection: Selection, present: Sequence[int]) -> None:
    if not present:
        raise TooLittleData("impact.no_decisions", n=0)
    if len(present) < 2:
        raise TooLittleData("impact.one_group", groups=[selection.groups[group] for group in present], needed=2)
    if not selection.selected.any():
        raise TooLittleData("impact.nobody_selected", n=int(selection.n.sum()))


def _reference(selection: Selection, present: Sequence[int], wanted: object | None) -> int:
    """The one with the highest rate, or the one named; a handful of people is no yardstick unless all are.

    Of several with the highest rate it is the first by name, whatever the order of rows.
    """
    if wanted is None:
        enough = [group for group in present if selection.n[group] >= SMALLEST_GROUP]
        return min(enough or present, key=lambda group: (-selection.share(group).value, str(selection.groups[group])))
    named = [group for group in present if selection.groups[group] == wanted]
    if not named:
        raise OutOfRange("impact.unknown_reference", reference=wanted, groups=[selection.groups[g] for g in present])
    return named[0]


def _fisher(one: Share, other: Share) -> float:
    """Fisher 1935: the share of tables with these margins that are no likelier than this one."""
    table = np.array([[one.count, one.n - one.count], [other.count, other.n - other.count]])
    return min(1.0, float(stats.fisher_exact(table).pvalue))


def _rate(selection: Selection, group: int, confidence: float) -> GroupRate:
    share = selection.share(group)
    if share.n == 0:
        rate = unknown("share, Wilson interval", 0, "nobody_decided")
    else:
        rate = share_interval(share.count, share.n, confidence=confidence)
    return GroupRate(selection.groups[group], share.n, share.count, rate)


def _compared(selection: Selection, pair: tuple[int, int], tests: tuple[float, float], confidence: float) -> Comparison:
    own, against = (selection.share(group) for group in pair)
    ratio = share_ratio(own, against, confidence=confidence)
    doubts = _doubts(own, against)
    return Comparison(
        group=selection.groups[pair[0]],
        reference=selection.groups[pair[1]],
        ratio=ratio,
        ratio_below=None if ratio.estimate is None else _below(own, against),
        p=tests[0],
        adjusted_p=tests[1],
        verdict="cannot_tell" if doubts else _verdict(ratio),
        cautions=(*ratio.cautions, *doubts),
    )


def _doubts(own: Share, against: Share) -> tuple[str, ...]:
    """What no interval mends: a handful of people, or a finding that one different choice would turn round."""
    found = []
    if min(own.n, against.n) < SMALLEST_GROUP:
        found.append(f"small_group:{min(own.n, against.n)}")
    if _below(own, against) and (own.count + 1) * against.n > (against.count - 1) * own.n:
        found.append("one_selection_turns_it")
    return tuple(found)


def _below(own: Share, against: Share) -> bool:
    """In whole numbers, so that exactly four fifths is not below."""
    return 5 * own.count * against.n < 4 * against.count * own.n


def _verdict(ratio: Estimate) -> Verdict:
    if ratio.low is None or ratio.high is None or ratio.low < FOUR_FIFTHS <= ratio.high:
        return "cannot_tell"
    return "below_four_fifths" if ratio.high < FOUR_FIFTHS else "not_below"


def _cautions(selection: Selection, present: Sequence[int], against: int) -> tuple[str, ...]:
    told = [f"nobody_decided:{name}" for name, n in zip(selection.groups, selection.n, strict=True) if n == 0]
    undecided = int(selection.undecided.sum())
    if undecided:
        told.append(f"undecided_left_out:{undecided}")
    if max(selection.share(group).value for group in present) > selection.share(against).value:
        told.append("reference_not_highest")
    return tuple(told)
