"""Pairs as lists and pages show them, and what mentors' newcomers came to."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.mentoring import permissions, states
from hengcai.mentoring.models import Listening, Pair, Permit
from hengcai.mentoring.rules.mentors import MentorResult, Way, result_of
from hengcai.people.models import Person

ORDERS = Orders(
    {
        "newcomer": ("newcomer__name", "pk"),
        "mentor": ("mentor__name", "pk"),
        "days": ("-last_on", "-pk"),
        "state": ("state", "-last_on", "-pk"),
    }
)
DECIDED = (Permit.State.GRANTED, Permit.State.FAILED, Permit.State.SUSPENDED, Permit.State.WITHDRAWN)


def pairs_seen_by(user: Doer) -> QuerySet[Pair]:
    heard = Q(listenings__listener=Listening.Listener.MENTOR)
    rows = Pair.objects.select_related("mentor", "newcomer").annotate(
        n_calls=Sum("listenings__calls", filter=heard), n_sheets=Count("listenings", filter=heard)
    )
    return permissions.SEE_PAIR.rows(rows, user).order_by("-last_on", "-pk")


def sheets_of(pair: Pair) -> QuerySet[Listening]:
    return pair.listenings.select_related("written_by").order_by("-held_on", "-pk")


def moves_of(pair: Pair, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.PAIR_MOVES, pair, user)]


@dataclass(frozen=True)
class Mentor:
    person: Person
    now: int
    result: MentorResult


def mentors() -> list[Mentor]:
    """Everybody who ever was one; three queries. The last mentor before the decision answers for it."""
    pairs = list(Pair.objects.select_related("mentor").order_by("first_on", "pk"))
    tries = Permit.objects.filter(attempt=1, state__in=DECIDED, decided_on__isnull=False).order_by("decided_on", "pk")
    first: dict[int, Permit] = {}
    for one in tries:
        first.setdefault(one.person_id, one)
    pair_of = {one.newcomer_id: one for one in pairs if _answers_for(one, first.get(one.newcomer_id))}
    ways: dict[int, list[Way]] = defaultdict(list)
    for newcomer, pair in pair_of.items():
        ways[pair.mentor_id].append(_way(pair, first[newcomer]))
    people = {one.mentor_id: one.mentor for one in pairs}
    running = defaultdict(int, _counts(pairs))
    found = [Mentor(person, running[pk], result_of(ways[pk])) for pk, person in people.items()]
    return sorted(found, key=lambda one: (one.person.name, one.person.number))


def _answers_for(pair: Pair, permit: Permit | None) -> bool:
    return permit is not None and permit.decided_on is not None and pair.first_on <= permit.decided_on


def _way(pair: Pair, permit: Permit) -> Way:
    passed = permit.state != Permit.State.FAILED
    days = (permit.decided_on - pair.first_on).days if passed and permit.decided_on else None
    return Way(passed, days)


def _counts(pairs: list[Pair]) -> dict[int, int]:
    found: dict[int, int] = defaultdict(int)
    for one in pairs:
        found[one.mentor_id] += one.state != Pair.State.ENDED
    return found
