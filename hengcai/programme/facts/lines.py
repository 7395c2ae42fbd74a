"""Results beside the lines of their policy, and who was sent to a course after them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.conf import settings

from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules.fair import lines_of
from hengcai.appraisal.rules.month import TOTAL_PLACES
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.base.days import day_of
from hengcai.programme.rules.lines import Row, sending

KINDS = (Cycle.Kind.MONTH, Cycle.Kind.QUARTER)
LONGEST = timedelta(days=92)  # later than so many days after a result nobody is sent by it
AFTER = 3  # months looked at once everybody sent has been


@dataclass(frozen=True)
class AtLine:
    """The line that sent people: of which kind of appraisal, and the lowest score of which band."""

    kind: str
    band: str
    rows: list[Row]


def line_of(starts: Mapping[int, date]) -> AtLine | None:
    """`starts`: person → day of their first training in the course."""
    lines: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for kind in KINDS:
        for cycle, sent in _sent(kind, starts).items():
            for band, row in _rows(cycle, sent, starts):
                lines[str(kind), band].append(row)
    found = sending(lines)
    return AtLine(*found, lines[found]) if found else None


def _sent(kind: str, starts: Mapping[int, date]) -> dict[Cycle, set[int]]:
    """Who went after which cycle: the newest one published when their training began."""
    rows = Cycle.objects.filter(kind=kind, state=Cycle.State.PUBLISHED, published_at__isnull=False)
    cycles = [
        (day_of(one.published_at, settings.TIME_ZONE), one) for one in rows.select_related("policy") if one.published_at
    ]
    cycles.sort(key=lambda pair: (pair[0], pair[1].pk))
    found: dict[Cycle, set[int]] = {}
    for person, day in starts.items():
        before = [(out, one) for out, one in cycles if out <= day <= out + LONGEST]
        if before:
            found.setdefault(before[-1][1], set()).add(person)
    return found


def _rows(cycle: Cycle, sent: set[int], starts: Mapping[int, date]) -> Iterator[tuple[str, Row]]:
    """Everybody of the cycle whom the course had not reached before; once for each line of the policy."""
    last = max(starts[one] for one in sent)
    scores = Result.objects.filter(participant__cycle=cycle, is_current=True).exclude(exact="")
    for person, exact in scores.values_list("participant__person", "exact").order_by("participant__person"):
        start = starts.get(person)
        if start is not None and person not in sent and start <= last:
            continue
        months = _months(last, None if person in sent else start)
        for band, cut in _cuts(cycle).items():
            yield band, Row(str(person), float(Fraction(exact)) - cut, person in sent, months)


def _cuts(cycle: Cycle) -> Mapping[str, float]:
    """Band → the exact score from which it holds; the lowest has none. Bands are read from the rounded score."""
    policy = parsed(cycle.policy)
    if isinstance(policy, MonthPolicy):
        half = Fraction(1, 2 * 10**TOTAL_PLACES)
        return {one.code: float(one.start.value - half) for one in policy.grades[:-1]}
    lines = lines_of(policy)
    return dict(zip(lines.codes[:-1], lines.starts[:-1], strict=True))


def _months(last: date, until: date | None) -> tuple[str, ...]:
    """Those after the last of them had been; of who went later, only what lies before that."""
    places = [last.year * 12 + last.month - 1 + step for step in range(1, AFTER + 1)]
    named = [f"{place // 12:04}-{place % 12 + 1:02}" for place in places]
    return tuple(one for one in named if until is None or one < f"{until.year:04}-{until.month:02}")


def means(rows: Sequence[Row], values: Sequence[tuple[str, str, float]]) -> list[float | None]:
    """Of each row what its months show, in the same order."""
    known = {(person, month): value for person, month, value in values}
    found = []
    for one in rows:
        seen = [known[one.person, month] for month in one.months if (one.person, month) in known]
        found.append(sum(seen) / len(seen) if seen else None)
    return found
