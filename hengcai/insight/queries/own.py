"""An analyst's own yardstick: how severe, and how far in agreement with whoever scored the same contacts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from hengcai.accounts.models import User
from hengcai.appraisal.models import Cycle
from hengcai.appraisal.queries.fair import OwnSeverity, own_severities
from hengcai.base.days import months_back
from hengcai.measurement.agreement.twice import alpha_of_pairs, exact_share
from hengcai.measurement.results import Estimate
from hengcai.quality.queries.twice import Twice, scored_twice

LEAST_CONTACTS = 5  # scored by two; fewer would be an anecdote, and would tell whose marks the other's were
HEADLINE_MONTHS, SHOWN_MONTHS = 3, 6
CYCLES = 12  # looked at for a severity: six months and the quarters between them


@dataclass(frozen=True)
class Agreement:
    """Over some months: `n` contacts scored by two. Estimates are None where they are too few."""

    since: date
    n: int
    exact: Estimate | None
    alpha: Estimate | None


@dataclass(frozen=True)
class OwnYardstick:
    """`newest`: the newest severity that is known, else why the newest is not; `months`: those of the month cycles."""

    newest: OwnSeverity | None
    months: Sequence[OwnSeverity]
    agreement: Agreement
    by_month: Sequence[Agreement]


def own_yardstick(user: User, *, today: date) -> OwnYardstick:
    told = own_severities(user, count=CYCLES)
    known = [one for one in told if one.severity is not None]
    months = [one for one in told if one.cycle.kind == Cycle.Kind.MONTH][-SHOWN_MONTHS:]
    twice = scored_twice(user, since=months_back(today, SHOWN_MONTHS))
    first = months_back(today, HEADLINE_MONTHS)
    by_month = [_agreement(month, list(ones)) for month, ones in groupby(twice, key=lambda one: one.on.replace(day=1))]
    newest = known or told
    return OwnYardstick(
        newest[-1] if newest else None, months, _agreement(first, [one for one in twice if one.on >= first]), by_month
    )


def _agreement(since: date, twice: Sequence[Twice]) -> Agreement:
    if len(twice) < LEAST_CONTACTS:
        return Agreement(since, len(twice), None, None)
    units = [(one.alike, one.items) for one in twice if one.items]
    pairs = [(one.own, one.others) for one in twice if one.own is not None and one.others is not None]
    exact = exact_share(units) if len(units) >= LEAST_CONTACTS else None
    return Agreement(since, len(twice), exact, alpha_of_pairs(pairs) if len(pairs) >= LEAST_CONTACTS else None)
