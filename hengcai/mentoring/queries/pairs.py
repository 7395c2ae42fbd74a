"""Pairs as lists and pages show them, and what mentors' newcomers came to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.mentoring import permissions, states
from hengcai.mentoring.models import Goal, Listening, Pair, Permit
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


def pair_to_print(user: Doer, number: int) -> Pair | None:
    return pairs_seen_by(user).filter(pk=number).first()


def pairs_of(person: Person, user: Doer) -> QuerySet[Pair]:
    """As newcomer or as mentor, as far as the reader sees them."""
    return pairs_seen_by(user).filter(Q(newcomer=person) | Q(mentor=person))


def goals_of(pair: Pair) -> QuerySet[Goal]:
    return pair.goals.order_by("due_on", "pk")


def sheets_of(pair: Pair) -> QuerySet[Listening]:
    return pair.listenings.select_related("written_by").order_by("-held_on", "-pk")


def moves_of(pair: Pair, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.PAIR_MOVES, pair, user)]


@dataclass(frozen=True)
class Brought:
    """A newcomer of a mentor, and the first try that was decided on after they were paired; none yet: `permit` is None."""

    pair: Pair
    permit: Permit | None

    @property
    def way(self) -> Way | None:
        return _way(self.pair, self.permit) if self.permit else None


@dataclass(frozen=True)
class Mentor:
    person: Person
    now: int
    result: MentorResult


@dataclass(frozen=True)
class MentorPage:
    """`others`: what the newcomers of all other mentors came to, to set it beside."""

    mentor: Mentor
    others: MentorResult
    brought: Sequence[Brought]


def mentors() -> list[Mentor]:
    """Everybody who ever was one; two queries. The last mentor before the decision answers for it."""
    found = [_mentor(rows) for rows in _by_mentor().values()]
    return sorted(found, key=lambda one: (one.person.name, one.person.number))


def mentor_page(person: Person, user: Doer) -> MentorPage | None:
    """Sums over all their newcomers; by name only those the reader may see."""
    everybody = _by_mentor()
    own = everybody.pop(person.pk, None)
    if own is None:
        return None
    seen = set(permissions.SEE_PAIR.rows(Pair.objects.filter(mentor=person), user).values_list("pk", flat=True))
    others = result_of([way for rows in everybody.values() for way in _ways(rows)])
    named = [one for one in reversed(own) if one.pair.pk in seen]
    return MentorPage(_mentor(own), others, named)


def _by_mentor() -> dict[int, list[Brought]]:
    pairs = list(Pair.objects.select_related("mentor", "newcomer").order_by("first_on", "pk"))
    tries = Permit.objects.filter(attempt=1, state__in=DECIDED, decided_on__isnull=False).order_by("decided_on", "pk")
    first: dict[int, Permit] = {}
    for permit in tries:
        first.setdefault(permit.person_id, permit)
    answers = {one.newcomer_id: one.pk for one in pairs if _answers_for(one, first.get(one.newcomer_id))}
    found: dict[int, list[Brought]] = defaultdict(list)
    for one in pairs:
        is_last = answers.get(one.newcomer_id) == one.pk
        found[one.mentor_id].append(Brought(one, first.get(one.newcomer_id) if is_last else None))
    return found


def _mentor(rows: Sequence[Brought]) -> Mentor:
    now = sum(one.pair.state != Pair.State.ENDED for one in rows)
    return Mentor(rows[0].pair.mentor, now, result_of(_ways(rows)))


def _ways(rows: Sequence[Brought]) -> list[Way]:
    return [one.way for one in rows if one.way is not None]


def _answers_for(pair: Pair, permit: Permit | None) -> bool:
    return permit is not None and permit.decided_on is not None and pair.first_on <= permit.decided_on


def _way(pair: Pair, permit: Permit) -> Way:
    passed = permit.state != Permit.State.FAILED
    days = (permit.decided_on - pair.first_on).days if passed and permit.decided_on else None
    return Way(passed, days)
