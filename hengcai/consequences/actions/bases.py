"""What pay is worked out from: bases as a file brings them, and what the law sets as the least."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.consequences import permissions
from hengcai.consequences.models import MinimumWage, PayBase
from hengcai.consequences.rules.bases import BaseRow, check_once
from hengcai.consequences.rules.pay import check_amount
from hengcai.consequences.working_out import decimal
from hengcai.people.models import Person, Site

BATCH = 500


@action(permissions.SETTLE_PAY, unsaid={"rows"})
def take_in_bases(centre: Centre, *, by: User, rows: Sequence[BaseRow]) -> int:
    """All of a file or nothing. A row that is there already is passed over; another amount for the same day is refused:
    what changes has a later day. Returns how many are new."""
    check_once(rows)
    numbers = {row.person for row in rows}
    people = {one.number: one.pk for one in _people(sorted(numbers))}
    for row in rows:
        if row.person not in people:
            raise NotValid("consequences.person_unknown", row=row.line, column="person", number=row.person)
    known = {(one.person_id, one.since): one for one in PayBase.objects.filter(person__in=list(people.values()))}
    fresh = [row for row in rows if not _is_there(known.get((people[row.person], row.since)), row)]
    now = clock.now()
    made = [
        PayBase(
            person_id=people[row.person], since=row.since, base=decimal(row.base), fixed=decimal(row.fixed),
            brought_by=by, brought_at=now,
        )
        for row in fresh
    ]  # fmt: skip
    PayBase.objects.bulk_create(made, batch_size=BATCH)
    return len(made)


def _people(numbers: Sequence[str]) -> list[Person]:
    found: list[Person] = []
    for start in range(0, len(numbers), BATCH):
        found += Person.objects.filter(number__in=numbers[start : start + BATCH])
    return found


def _is_there(known: PayBase | None, row: BaseRow) -> bool:
    if known is None:
        return False
    if (Fraction(known.base), Fraction(known.fixed)) != (row.base, row.fixed):
        raise NotValid("consequences.base_there_already", row=row.line, number=row.person, day=row.since)
    return True


@action(permissions.SETTLE_PAY)
def add_minimum_wage(site: Site, *, by: User, since: date, amount: Fraction, source: str) -> MinimumWage:
    """With where it is written; a new amount has a new day, the old one stays what earlier months were paid by."""
    check_lengths(source)
    if not source.strip() or len(source) > 200:
        raise NotValid("consequences.source_missing")
    check_amount(amount, "amount")
    if MinimumWage.objects.filter(site=site, since=since).exists():
        raise NotNow("consequences.minimum_there_already", day=since)
    return MinimumWage.objects.create(
        site=site, since=since, amount=decimal(amount), source=source.strip(), entered_by=by, entered_at=clock.now()
    )
