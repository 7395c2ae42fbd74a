"""What both actions and queries read of permits: parts, runs of simulations, sheets of mentors."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Sum

from hengcai.accounts.models import User
from hengcai.mentoring.models import Demand, Listening, Pair, Permit
from hengcai.mentoring.rules.permits import Asked, Held, Required, Shown
from hengcai.people.models import Employment, Person
from hengcai.people.queries.days import employed_on
from hengcai.simulation.models import Run


def asked_of(permit: Permit) -> Asked:
    return Asked(**permit.asks)


def parts_of(permit: Permit) -> dict[str, Shown]:
    """The newest of each kind."""
    return {one.kind: Shown(Fraction(one.value), one.sheets) for one in permit.parts.order_by("pk")}


def is_mentor_of(user: User, person: Person) -> bool:
    return Pair.objects.filter(mentor__user=user.pk, newcomer=person).exists()


def best_run(permit: Permit) -> Run | None:
    """Finished by the person themselves, of the scenario that is asked."""
    rows = Run.objects.filter(person=permit.person_id, state=Run.State.FINISHED, share__isnull=False)
    code = permit.asks.get("scenario", "")
    if code:
        rows = rows.filter(scenario__code=code)
    return rows.select_related("scenario").order_by("-share", "pk").first()


@dataclass(frozen=True)
class CallsHeard:
    calls: int
    sheets: int  # signed, without a critical fault
    proof: str


def calls_heard(person: int) -> CallsHeard:
    """Contacts the person took with the mentor beside."""
    rows = Listening.objects.filter(pair__newcomer=person, listener=Listening.Listener.MENTOR)
    total: dict[str, Any] = rows.aggregate(n=Sum("calls"))
    sheets = rows.filter(signed_at__isnull=False, has_critical=False).count()
    days = [f"{day:%Y-%m-%d}" for day in rows.order_by("held_on").values_list("held_on", flat=True)]
    return CallsHeard(total["n"] or 0, sheets, f"{days[0]} – {days[-1]}" if days else "")


def required() -> list[Required]:
    return [Required(*row) for row in Demand.objects.values_list("post_id", "skill_group", "since")]


def held_by(persons: Iterable[int]) -> dict[int, list[Held]]:
    found: dict[int, list[Held]] = defaultdict(list)
    for one in Permit.objects.filter(person__in=list(persons)).exclude(decided_on=None):
        granted = one.state == Permit.State.GRANTED
        found[one.person_id].append(Held(one.post_id, one.skill_group, one.decided_on, one.valid_until, granted))
    return found


def hired_on(persons: Iterable[int], day: date) -> dict[int, date]:
    rows = Employment.objects.filter(employed_on(day), person__in=list(persons))
    return dict(rows.values_list("person_id", "hired_on"))
