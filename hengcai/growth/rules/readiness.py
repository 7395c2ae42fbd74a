"""How far somebody is from a step: each thing it asks for is met, missing, or cannot be told."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hengcai.base.days import months_after

MET, MISSING, UNKNOWN = "met", "missing", "unknown"
READY, ONE_STEP, FURTHER, TOP = "ready", "one_step", "further", "top"
VERDICTS = (READY, ONE_STEP, FURTHER, TOP)
LEVEL, TIME, PROOF = "level", "time", "proof"
FRESH_DAYS = 400  # a level rated longer ago than a year and its lateness says nothing of today
RE_RATE_MONTHS = 6


@dataclass(frozen=True)
class Held:
    """The last rated level in one competency."""

    level: Fraction
    on: date
    n: int


@dataclass(frozen=True)
class Line:
    """One thing a step asks for. `code`: the competency, or the number of the proof; empty for time."""

    kind: str
    code: str
    state: str
    wanted: str
    held: str = ""
    on: date | None = None


def readiness(
    wanted: Mapping[str, Fraction], held: Mapping[str, Held], *, months: int, since: date | None, today: date,
    proofs: Sequence[str] = (), proven: Collection[str] = (),
) -> list[Line]:  # fmt: skip
    """`since`: first day on the step below, or in the post. Levels are compared exactly as they are stored."""
    lines = [_level(code, level, held.get(code), today) for code, level in sorted(wanted.items())]
    if months:
        lines.append(_time(months, since, today))
    return lines + [Line(PROOF, one, MET if one in proven else MISSING, "") for one in proofs]


def verdict(lines: Sequence[Line]) -> str:
    """What cannot be told is not met, and not held against anybody either: it counts as one thing to see to."""
    open_ones = sum(one.state != MET for one in lines)
    return READY if not open_ones else ONE_STEP if open_ones == 1 else FURTHER


def months_between(first: date, last: date) -> int:
    """Whole months; the 31st of a month counts as its last day."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day and not _is_last_of_month(last))


def _level(code: str, wanted: Fraction, held: Held | None, today: date) -> Line:
    if held is None or (today - held.on).days > FRESH_DAYS:
        told, on = ("", None) if held is None else (str(held.level), held.on)
        return Line(LEVEL, code, UNKNOWN, str(wanted), told, on)
    return Line(LEVEL, code, MET if held.level >= wanted else MISSING, str(wanted), str(held.level), held.on)


def _time(months: int, since: date | None, today: date) -> Line:
    if since is None:
        return Line(TIME, "", UNKNOWN, str(months))
    done = max(0, months_between(since, today))
    return Line(TIME, "", MET if done >= months else MISSING, str(months), str(done), since)


def _is_last_of_month(day: date) -> bool:
    return months_after(day.replace(day=1), 1).toordinal() - day.toordinal() == 1
