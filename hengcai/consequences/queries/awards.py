"""Nominations for those who work on them, and the public notice for everybody: names only."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When

from hengcai.appraisal.models import Cycle, Result
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.consequences import permissions
from hengcai.consequences.models import Nomination, Objection
from hengcai.consequences.rules.awards import AWARDS
from hengcai.consequences.states import AWARD_MOVES
from hengcai.people.models import Person

NOMINATION_ORDERS = Orders({
    "person": ("person__name_key", "person__number", "-pk"), "kind": ("kind", "person__name_key", "pk"),
    "state": ("state", "person__name_key", "pk"), "until": ("notice_until?", "pk"),
})  # fmt: skip
SHOWN = 60


def nominations_seen_by(user: Doer) -> QuerySet[Nomination]:
    rows = Nomination.objects.select_related(
        "person", "nominated_by", "notice_by", "decided_by", "result__participant__cycle__policy"
    ).annotate(waiting=Count("objections", filter=Q(objections__answered_at=None)))
    is_over = Case(
        When(state__in=["granted", "declined"], then=Value(1)), default=Value(0), output_field=IntegerField()
    )
    seen = permissions.SEE_NOMINATION.rows(rows, user).annotate(is_over=is_over)
    return seen.order_by("is_over", "person__name_key", "person__number", "-pk")


def open_to(one: Nomination, user: Doer) -> frozenset[str]:
    return frozenset(move.name for move in moves_open(AWARD_MOVES, one, user))


def objections_of(one: Nomination, user: Doer) -> list[Objection]:
    """Whoever objected is told to those alone who answer."""
    if not permissions.ANSWER_OBJECTION.allows(one, user):
        return []
    return list(one.objections.select_related("by", "answered_by").order_by("at", "pk"))


@dataclass(frozen=True)
class Notice:
    """What everybody may read: award, name, days; and one's own objections."""

    pk: int
    kind: str
    state: str
    name: str
    first: date
    last: date
    may_object: bool
    own: tuple[Objection, ...]


def notices_for(user: Doer, *, today: date) -> list[Notice]:
    """Those that are up, then what was granted, the newest first."""
    if not permissions.SEE_NOTICE.is_held_by(user):
        return []
    rows = permissions.SEE_NOTICE.rows(Nomination.objects.select_related("person"), user)
    current = Result.objects.filter(participant=OuterRef("result__participant"), is_current=True)
    shown = list(
        rows.annotate(revision=Subquery(current.values("revision")[:1])).order_by("-state", "-notice_until", "-pk")[
            :SHOWN
        ]
    )
    own: dict[int, list[Objection]] = {}
    for objection in Objection.objects.filter(by=user.pk, nomination__in=shown).order_by("at"):
        own.setdefault(objection.nomination_id, []).append(objection)
    return [
        _notice(one, tuple(own.get(one.pk, ())), today, revision=one.revision)
        for one in shown
        if one.notice_from and one.notice_until
    ]


def _notice(one: Nomination, own: tuple[Objection, ...], today: date, *, revision: int) -> Notice:
    assert one.notice_from is not None  # noqa: S101 - public ones have their days
    assert one.notice_until is not None  # noqa: S101 - the same
    may = one.state == Nomination.State.NOTICE and today <= one.notice_until
    may = may and all(mine.revision != revision for mine in own)
    return Notice(one.pk, one.kind, one.state, one.person.name, one.notice_from, one.notice_until, may, own)


def public_ones(user: Doer) -> QuerySet[Nomination]:
    return permissions.SEE_NOTICE.rows(Nomination.objects.all(), user)


def could_be_nominated(person: Person, user: Doer) -> list[tuple[str, Result]]:
    """Awards whose result this person has, as far as one may nominate them; the newest of each."""
    if not permissions.NOMINATE.allows(person, user):
        return []
    rows = Result.objects.filter(
        is_current=True, participant__person=person, participant__cycle__state=Cycle.State.PUBLISHED
    )
    found = []
    for kind, wanted in AWARDS.items():
        fit = rows.filter(participant__cycle__kind=wanted.kind, band=wanted.band)
        one = fit.select_related("participant__cycle").order_by("-participant__cycle__period_end", "-pk").first()
        if one is not None:
            found.append((kind, one))
    return found
