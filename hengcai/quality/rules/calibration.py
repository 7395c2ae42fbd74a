"""A calibration session: what may be begun and agreed, marks as grades, and whether one may pay by what came of it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hengcai.base.errors import NotNow, NotValid
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item, Mark
from hengcai.quality.rules.marks import check_marks, check_submission
from hengcai.quality.rules.score import UNMET, statuses_of

FEWEST_ANALYSTS, MOST_ANALYSTS, MOST_CONTACTS = 2, 30, 30
CERTIFIED, RETRAINING = "certified", "retraining"
OUTCOMES = (CERTIFIED, RETRAINING)
ENOUGH_ALPHA = 2 / 3  # from there on tentative conclusions hold (Krippendorff 2004, p. 241)
ENOUGH_ALIKE = 0.9  # the trade's bar for 一致率
SMALL_SEVERITY, LARGE_SEVERITY = 0.25, 0.5  # of a level
YES, NO, CANNOT_TELL = "yes", "no", "cannot_tell"
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Agreed:
    """A mark of the reference with its reasons."""

    value: str
    reasons: str = ""


def check_plan(*, name: str, analysts: int, contacts: int, due_on: date, today: date) -> None:
    if not name.strip():
        raise NotValid("quality.calibration_name_missing")
    if not FEWEST_ANALYSTS <= analysts <= MOST_ANALYSTS:
        raise NotValid("quality.calibration_analysts", least=FEWEST_ANALYSTS, most=MOST_ANALYSTS)
    if not 1 <= contacts <= MOST_CONTACTS:
        raise NotValid("quality.calibration_contacts", most=MOST_CONTACTS)
    if due_on < today:
        raise NotValid("quality.calibration_due_past", day=today)


def check_reveal(*, done: int, waiting: Sequence[str], leave_out: bool) -> None:
    """`waiting`: who has not handed in everything; they are left out only when the chair says so."""
    if done < FEWEST_ANALYSTS:
        raise NotNow("quality.calibration_too_few_in", done=done, least=FEWEST_ANALYSTS)
    if waiting and not leave_out:
        raise NotNow("quality.calibration_waiting", names=tuple(waiting), count=len(waiting))


def check_agreed(card: Card, marks: Mapping[str, Agreed], given: Mapping[str, Collection[str]]) -> None:
    """What is kept on the way to a reference. `given`: item → the marks the analysts gave. Where these differ, why one
    mark is right has to be said."""
    check_marks(card, {code: Mark(one.value) for code, one in marks.items()})
    for code, one in marks.items():
        if is_in_dispute(given.get(code, ()), one.value) and not one.reasons.strip():
            item = card.by_code[code]
            raise NotValid("quality.agreed_without_reasons", items=(code,), names=(item.name or code,))


def is_in_dispute(given: Collection[str], value: str) -> bool:
    """Somebody marked it otherwise."""
    return any(one != value for one in given)


def check_reference(card: Card, marks: Mapping[str, Agreed]) -> None:
    """Complete, as a submitted sheet is; reasons stand in for comments."""
    check_submission(card, {code: Mark(one.value, one.reasons or "-") for code, one in marks.items()})


def check_outcome(outcome: str, *, reasons: str, is_left_out: bool) -> None:
    if outcome not in OUTCOMES:
        raise NotValid("quality.outcome_unknown")
    if is_left_out and outcome == CERTIFIED:
        raise NotValid("quality.certified_without_marks")
    if outcome == RETRAINING and not reasons.strip():
        raise NotValid("quality.retraining_reasons_missing")


def grade(item: Item, value: str) -> int | None:
    """A mark as a rank, more is better; None where there is nothing to compare."""
    if value == cards.NA or item.kind == cards.NOTE:
        return None
    if item.kind == cards.ANCHORED:
        return int(value)
    if item.kind == cards.CHOICE:
        return sorted(set(item.options.values())).index(item.options[value])
    return int(value in ((cards.HIT,) if item.kind == cards.BONUS else (cards.YES, cards.CLEAR)))


def graded_together(card: Card) -> frozenset[str]:
    """Items of one scale: those with levels; on a card without any, the commonest kind of the rest."""
    kinds = Counter(item.kind for item in card.items() if item.kind not in (cards.NOTE, cards.CHOICE))
    kind = cards.ANCHORED if kinds[cards.ANCHORED] else next((kind for kind, _n in kinds.most_common(1)), "")
    return frozenset(item.code for item in card.items() if item.kind == kind)


def compared(card: Card, marks: Mapping[str, Mark]) -> dict[str, int]:
    """The grades of a sheet; items its conditions switch off do not count."""
    statuses = statuses_of(card, marks)
    found = {code: grade(card.by_code[code], mark.value) for code, mark in marks.items() if statuses[code] != UNMET}
    return {code: one for code, one in found.items() if one is not None}


@dataclass(frozen=True)
class Ground:
    """One reason of the gauge: `code` of its sentence, its answer, the figures it is told with."""

    code: str
    answer: str
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class Gauge:
    """Would it be good enough to pay by? No, where one reason says no; yes, where all do."""

    grounds: tuple[Ground, ...]

    @property
    def answer(self) -> str:
        answers = {one.answer for one in self.grounds}
        return NO if NO in answers else YES if answers == {YES} else CANNOT_TELL


def gauge(findings: Json) -> Gauge:
    """Agreement corrected for chance, totals like the reference, nobody harsher than the rest: each by its interval."""
    alpha, alike = findings["overall"]["krippendorff_alpha"], findings.get("consistency")
    grounds = [Ground("alpha", _above(alpha, ENOUGH_ALPHA), {"found": alpha, "bar": ENOUGH_ALPHA})]
    if alike is None:
        grounds.append(Ground("alike_unknown", CANNOT_TELL, {}))
    else:
        grounds.append(Ground("alike", _above(alike, ENOUGH_ALIKE), {"found": alike, "bar": ENOUGH_ALIKE}))
    return Gauge((*grounds, _of_severity(findings["severity"])))


def _above(found: Json, bar: float) -> str:
    low, high = found["low"], found["high"]
    if low is None or high is None:
        return CANNOT_TELL
    return YES if low >= bar else NO if high < bar else CANNOT_TELL


def _of_severity(rows: Sequence[Json]) -> Ground:
    known = [row for row in rows if row["low"] is not None and row["high"] is not None]
    apart = [row for row in known if tells(row) and abs(row["estimate"]) >= SMALL_SEVERITY]
    if apart:
        return Ground("severity_apart", NO, {"rows": tuple(apart)})
    is_narrow = all(max(-row["low"], row["high"]) < LARGE_SEVERITY for row in known)
    answer = YES if known and is_narrow and len(known) == len(rows) else CANNOT_TELL
    return Ground("severity_alike" if answer == YES else "severity_unknown", answer, {"bar": LARGE_SEVERITY})


def tells(row: Json) -> bool:
    """Whether an interval leaves 0 out."""
    return row["low"] is not None and row["high"] is not None and not row["low"] <= 0 <= row["high"]


def spread(values: Iterable[int]) -> int:
    found = list(values)
    return max(found) - min(found) if found else 0


UNCLEAR_ANCHOR, OTHER_MOMENTS, NOT_PINNED = "unclear_anchor", "other_moments", "not_pinned"


def why_apart(pinned: Mapping[int, Sequence[int | None]]) -> str:
    """Of one item of one contact, mark → the moments its givers pinned: the same moment read with different marks
    speaks against the anchors, different moments against the listening."""
    moments = {turn for turns in pinned.values() for turn in turns if turn is not None}
    if not moments:
        return NOT_PINNED
    shared = any(sum(turn in turns for turns in pinned.values()) > 1 for turn in moments)
    return UNCLEAR_ANCHOR if shared else OTHER_MOMENTS


@dataclass(frozen=True)
class Severity:
    """One analyst's in one session; positive is harsher, in levels."""

    month: date
    analyst: str
    estimate: float
    low: float | None
    high: float | None
    n: int


def by_month(rows: Iterable[Severity]) -> dict[str, dict[date, Severity]]:
    """Analyst → month → severity; several sessions of a month weighted by the inverse of their variance."""
    found: dict[str, dict[date, list[Severity]]] = {}
    for row in rows:
        found.setdefault(row.analyst, {}).setdefault(row.month, []).append(row)
    return {name: {month: _pooled(some) for month, some in sorted(months.items())} for name, months in found.items()}


def _pooled(rows: Sequence[Severity]) -> Severity:
    known = [(row, (row.high - row.low) / 2) for row in rows if row.low is not None and row.high is not None]
    if len(rows) == 1 or not known:
        return rows[-1]
    weights = [1 / half**2 for _row, half in known]
    whole = sum(weights)
    middle = sum(weight * row.estimate for weight, (row, _half) in zip(weights, known, strict=True)) / whole
    half = whole**-0.5
    first = rows[0]
    return Severity(
        first.month, first.analyst, middle, middle - half, middle + half, sum(row.n for row, _half in known)
    )
