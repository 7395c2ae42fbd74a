"""The end of an employment, its withdrawal, and a new one."""

from datetime import date

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base.errors import NotNow
from hengcai.people import permissions
from hengcai.people.actions.histories import ends_moved, stored_episodes
from hengcai.people.models import Employment, Person, Placement
from hengcai.people.rules import history
from hengcai.people.rules.history import Episode, Stand


@action(permissions.MANAGE)
def end_employment(person: Person, *, by: User, left_on: date, reason: str = "") -> Employment:
    """`left_on` is the last day; the placement of that day ends with it."""
    employment = _running(person)
    history.check_episodes([Episode(employment.hired_on, left_on)])
    within = Placement.objects.filter(person=person, since__gte=employment.hired_on)
    history.check_stands([Stand(row.since) for row in within], [Episode(employment.hired_on, left_on)])
    employment.left_on, employment.left_reason = left_on, " ".join(reason.split())[:200]
    employment.save(update_fields=["left_on", "left_reason"])
    Placement.objects.bulk_update(ends_moved(person), ["until"])
    return employment


def _running(person: Person) -> Employment:
    found = Employment.objects.filter(person=person, left_on__isnull=True).first()
    if found is None:
        raise NotNow("people.not_employed", name=person.name)
    return found


@action(permissions.MANAGE)
def withdraw_leaving(person: Person, *, by: User) -> Employment:
    """The last employment goes on as if its end had not been entered."""
    last = Employment.objects.filter(person=person).order_by("-hired_on").first()
    if last is None or last.left_on is None:
        raise NotNow("people.has_not_left", name=person.name)
    last.left_on, last.left_reason = None, ""
    last.save(update_fields=["left_on", "left_reason"])
    Placement.objects.bulk_update(ends_moved(person), ["until"])
    return last


@action(permissions.MANAGE)
def rehire(person: Person, *, by: User, hired_on: date, probation_ends_on: date | None = None) -> Employment:
    """A second employment of the same person; also the first of somebody known before."""
    history.check_episodes([*stored_episodes(person), Episode(hired_on)])
    ends = probation_ends_on or history.probation_end(hired_on)
    return Employment.objects.create(person=person, hired_on=hired_on, probation_ends_on=ends)
