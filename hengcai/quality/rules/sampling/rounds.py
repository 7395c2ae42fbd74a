"""A plan that runs draws each week when it is over, so many of each stratum as was settled beforehand; what comes in
later forms strata of its own and moves nothing that was drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from hengcai.quality.rules.sampling.plan import Plan

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Round:
    """`week` is a Monday, None the whole period; from `number` 1 on it is what came in late."""

    week: date | None = None
    number: int = 0

    def called(self, agent: str, rule: str | None) -> str:
        if self.week is None and not self.number:
            return agent if rule is None else f"{agent}|{rule}"
        week = "" if self.week is None else self.week.isoformat()
        late = f"|late {self.number}" if self.number else ""
        return f"{agent}|{rule or ''}|{week}{late}"


def weeks(plan: Plan) -> list[date]:
    """The Mondays of the calendar weeks that the period touches."""
    first, last = plan.period
    monday = first - timedelta(days=first.weekday())
    return [monday + at * A_WEEK for at in range((last - monday).days // 7 + 1)]


def is_over(week: date, plan: Plan, today: date) -> bool:
    return min(week + A_WEEK - timedelta(days=1), plan.period[1]) < today


def part_of_week(wanted: int, plan: Plan, week: date, *, seed: int, key: str) -> int:
    """Of a number for the whole period what falls to this week: all weeks add up to it, no two differ by more than one,
    and chance decides which get the one more."""
    all_weeks = weeks(plan)
    place, count = all_weeks.index(week), len(all_weeks)
    start = int(sha256(f"{seed}|{key}".encode()).hexdigest(), 16) % count
    return (wanted * (place + 1) + start) // count - (wanted * place + start) // count


def next_in_draw(rows: Iterable[tuple[str, date]], after: str, *, taken: Iterable[str], seed: int) -> str | None:
    """Of a stratum's contacts, each with its Monday, the next behind this one that was not taken; from the end on to the
    beginning."""
    ordered = sorted(rows, key=lambda one: (one[1], sha256(f"{seed}|{one[0]}".encode()).digest()))
    ids, barred = [one for one, _monday in ordered], set(taken)
    place = ids.index(after) if after in ids else -1
    return next((one for one in (*ids[place + 1 :], *ids[: place + 1]) if one not in barred), None)
