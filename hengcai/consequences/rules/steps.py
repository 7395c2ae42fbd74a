"""The order in which somebody may be moved or let go for want of ability (Labour Contract Law, article 40).

Standard known → evidence → training or another post → assessed again; only then may a transfer or an exit be thought of.
Where somebody stands among colleagues is no step and never a reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.base.errors import NotNow

KNOWN, EVIDENCE, TRAINED, AGAIN = "known", "evidence", "trained", "again"
ORDER = (KNOWN, EVIDENCE, TRAINED, AGAIN)


@dataclass(frozen=True, slots=True)
class Judged:
    """One result: its period, the day it was out, and whether it lies below the bar."""

    start: date
    end: date
    out_on: date
    is_below: bool


@dataclass(frozen=True, slots=True)
class Papers:
    """`known_on`: days the rules were acknowledged; `cycles`: ordinary results, oldest first; `trained_on`: days on which
    training, a plan or another post began; `again`: re-tests, oldest first."""

    known_on: Sequence[date] = ()
    cycles: Sequence[Judged] = ()
    trained_on: Sequence[date] = ()
    again: Sequence[Judged] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Which steps are there. `running`: so many cycles, up to the newest, lie below the bar."""

    there: frozenset[str]
    running: int
    passed_again: bool

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(step for step in ORDER if step not in self.there)


def standing_of(papers: Papers) -> Standing:
    """Each step counts only where it came after the one before it."""
    below = _running(papers.cycles)
    there: set[str] = set()
    first = below[0] if below else None
    before = papers.cycles[-1].end if first is None and papers.cycles else first.end if first else None
    if any(before is None or day <= before for day in papers.known_on):
        there.add(KNOWN)
    if first is not None and KNOWN in there:
        there.add(EVIDENCE)
    began = [day for day in papers.trained_on if first is not None and day >= first.out_on]
    if began and EVIDENCE in there:
        there.add(TRAINED)
    again = [one for one in papers.again if began and one.end > min(began)]
    if again and TRAINED in there:
        there.add(AGAIN)
    return Standing(frozenset(there), len(below), bool(again) and not again[-1].is_below)


def _running(cycles: Sequence[Judged]) -> list[Judged]:
    """Those below the bar up to the newest, oldest first."""
    found: list[Judged] = []
    for one in reversed(cycles):
        if not one.is_below:
            break
        found.insert(0, one)
    return found


def check_before(step: str, standing: Standing) -> None:
    """Everything that comes before this step is there."""
    missing = [one for one in ORDER[: ORDER.index(step)] if one not in standing.there]
    if missing:
        raise NotNow(f"consequences.step_missing.{missing[0]}")


def check_move_against(standing: Standing, *, cycles: int) -> None:
    """A transfer or an exit: all four steps, the re-test below the bar too, and so many cycles running."""
    if standing.missing:
        raise NotNow(f"consequences.step_missing.{standing.missing[0]}")
    if standing.passed_again:
        raise NotNow("consequences.passed_again")
    if standing.running < cycles:
        raise NotNow("consequences.cycles_few", found=standing.running, least=cycles)
