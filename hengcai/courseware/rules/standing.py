"""What the values a part reported come to: complete, passed, which share of the score. It is the part's own claim."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from hengcai.courseware.rules.manifest import OLD, Part

COMPLETED, INCOMPLETE, UNKNOWN = "completed", "incomplete", "unknown"
PASSED, FAILED = "passed", "failed"
UNTOLD = ("", "not attempted", UNKNOWN)
MOST_BETWEEN = 90  # seconds one report can add: the player page reports every minute


@dataclass(frozen=True)
class Standing:
    """`share`: 0–1, None where no score was reported."""

    completion: str = UNKNOWN
    success: str = UNKNOWN
    share: Fraction | None = None

    @property
    def is_done(self) -> bool:
        """Failed is not done: the part may be taken again."""
        return self.success != FAILED and (
            self.completion == COMPLETED or (self.completion == UNKNOWN and self.success == PASSED)
        )


def standing_of(standard: str, values: Mapping[str, str], part: Part, *, is_over: bool) -> Standing:
    """`is_over`: the part has said goodbye. One that never says how far somebody is counts as complete then, as both
    standards have it, unless it said that it will be gone on with."""
    is_over = is_over and "suspend" not in (values.get("cmi.core.exit"), values.get("cmi.exit"))
    return _of_12(values, part, is_over=is_over) if standard == OLD else _of_2004(values, part, is_over=is_over)


def _of_12(values: Mapping[str, str], part: Part, *, is_over: bool) -> Standing:
    status = values.get("cmi.core.lesson_status", "")
    if status in UNTOLD and is_over:
        status = COMPLETED
    raw = _number(values.get("cmi.core.score.raw"))
    success = status if status in (PASSED, FAILED) else UNKNOWN
    if part.mastery and raw is not None and status in (COMPLETED, PASSED, FAILED):
        success = PASSED if raw >= Decimal(part.mastery) else FAILED
    completion = COMPLETED if status in (COMPLETED, PASSED, FAILED) else UNKNOWN if status in UNTOLD else INCOMPLETE
    low, high = _number(values.get("cmi.core.score.min")), _number(values.get("cmi.core.score.max"))
    return Standing(completion, success, _share(raw, low, high))


def _of_2004(values: Mapping[str, str], part: Part, *, is_over: bool) -> Standing:
    completion = values.get("cmi.completion_status", "")
    success = values.get("cmi.success_status", UNKNOWN)
    scaled, measure = _number(values.get("cmi.score.scaled")), _number(values.get("cmi.progress_measure"))
    if part.threshold and measure is not None:
        completion = COMPLETED if measure >= Decimal(part.threshold) else INCOMPLETE
    elif completion in UNTOLD:
        completion = COMPLETED if is_over else UNKNOWN
    if part.passing and scaled is not None:
        success = PASSED if scaled >= Decimal(part.passing) else FAILED
    if scaled is not None:
        return Standing(completion, success, _held(Fraction(scaled)))
    raw, low, high = (_number(values.get(f"cmi.score.{name}")) for name in ("raw", "min", "max"))
    return Standing(completion, success, _share(raw, low, high))


def _share(raw: Decimal | None, low: Decimal | None, high: Decimal | None) -> Fraction | None:
    """Of the way from lowest to highest; 0 and 100 where they are not told."""
    if raw is None:
        return None
    low, high = low if low is not None else Decimal(0), high if high is not None else Decimal(100)
    return _held(Fraction(raw - low) / Fraction(high - low)) if high > low else None


def _held(share: Fraction) -> Fraction:
    return min(max(share, Fraction(0)), Fraction(1))


def _number(told: str | None) -> Decimal | None:
    return Decimal(told) if told else None


def seconds_between(before: float, now: float) -> int:
    """By the server's clock; a page left open and unseen counts nothing beyond one report."""
    return int(min(max(now - before, 0), MOST_BETWEEN))


def duration(seconds: int, *, standard: str) -> str:
    """Total time as each standard writes it."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{min(hours, 9999):04}:{minutes:02}:{seconds:02}" if standard == OLD else f"PT{hours}H{minutes}M{seconds}S"


def mean(shares: Iterable[Fraction]) -> Fraction | None:
    rows = list(shares)
    return sum(rows, Fraction(0)) / len(rows) if rows else None
