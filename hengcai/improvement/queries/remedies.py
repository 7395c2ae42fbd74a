"""Corrective measures: the list, one of them with what its check shows, what one may be raised about."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Prefetch, Q, QuerySet

from hengcai.accounts.models import User
from hengcai.base.ids import folded
from hengcai.base.masking.text import mask
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.improvement import permissions
from hengcai.improvement.checking import outcome_of
from hengcai.improvement.late import late_remedies
from hengcai.improvement.models import Delay, Remedy, RemedyFile
from hengcai.improvement.owners import able_owners
from hengcai.improvement.rules.outcomes import Outcome
from hengcai.improvement.rules.remedies import is_late
from hengcai.improvement.states import REMEDY_MOVES
from hengcai.people.models import Person, Team
from hengcai.quality.models import Item, Scorecard

STATE, SOURCES = Remedy.State, frozenset(Remedy.Source.values)
OVER = (STATE.CHECKED, STATE.CLOSED)
REMEDY_ORDERS = Orders({
    "number": ("pk",), "about": ("about", "pk"), "owner": ("owner__name", "-pk"), "due": ("due_on", "pk"),
    "state": ("state", "due_on", "pk"), "verdict": ("verdict", "-pk"),
})  # fmt: skip


@dataclass(frozen=True)
class RemedyFilter:
    """What the list is narrowed by; empty leaves it as it is."""

    state: str = ""
    about: str = ""
    owner: str = ""
    verdict: str = ""
    late: bool = False
    mine: bool = False

    def condition(self, user: Doer, *, today: date) -> Q:
        found = Q()
        if self.state:
            found &= ~Q(state=STATE.CLOSED) if self.state == "not_closed" else Q(state=self.state)
        if self.about:
            found &= Q(about=self.about)
        if self.owner:
            found &= Q(owner__name__icontains=self.owner) | Q(owner__username=folded(self.owner))
        if self.verdict:
            found &= Q(verdict=self.verdict, state__in=OVER)
        if self.mine:
            found &= Q(owner=user.pk)
        return found & late_remedies(today) if self.late else found


def remedies_listed(user: Doer) -> QuerySet[Remedy]:
    """What is still to be done or checked first, by its day; then the newest."""
    is_over = ExpressionWrapper(Q(state__in=OVER), output_field=BooleanField())
    rows = Remedy.objects.select_related("owner", "opened_by", "person", "team", "item__section__scorecard")
    return permissions.SEE.rows(rows, user).annotate(is_over=is_over).order_by("is_over", "due_on", "-pk")


def remedies_seen_by(user: Doer) -> QuerySet[Remedy]:
    """With what was put off and what proves it, for one page of its own."""
    delays = Delay.objects.select_related("by").order_by("at", "pk")
    files = RemedyFile.objects.select_related("by").order_by("at", "pk")
    rows = remedies_listed(user).select_related("checked_by", "closed_by")
    return rows.prefetch_related(Prefetch("delays", delays), Prefetch("files", files))


@dataclass(frozen=True)
class RemedySight:
    """One measure as its reader sees it."""

    remedy: Remedy
    outcome: Outcome
    moves: frozenset[str]
    may_steer: bool
    is_owner: bool
    is_late: bool


def sight_of(remedy: Remedy, user: Doer, *, today: date) -> RemedySight:
    """What was found when it was checked stays as it was then; before that it is reckoned as of now."""
    kept = remedy.outcome if remedy.state in OVER and remedy.outcome else None
    steers = permissions.STEER.allows(remedy, user)
    return RemedySight(
        remedy=remedy,
        outcome=Outcome(**kept) if kept else outcome_of(remedy),
        moves=frozenset(move.name for move in moves_open(REMEDY_MOVES, remedy, user)),
        may_steer=steers and remedy.state in (STATE.OPEN, STATE.DONE),
        is_owner=remedy.owner_id == user.pk,
        is_late=is_late(remedy.state, remedy.due_on, remedy.check_on, today),
    )


def remedy_to_print(user: Doer, number: int, *, today: date) -> RemedySight | None:
    found = remedies_seen_by(user).filter(pk=number).first()
    return sight_of(found, user, today=today) if found else None


def people_to_raise_on(user: Doer) -> QuerySet[Person]:
    return permissions.RAISE_ON_PERSON.rows(Person.objects.order_by("name_key", "number"), user)


def teams_to_raise_on(user: Doer) -> QuerySet[Team]:
    return permissions.RAISE_ON_TEAM.rows(Team.objects.select_related("site").order_by("site__name", "name"), user)


def owners_for(person: Person | None) -> QuerySet[User]:
    return able_owners(person)


def items_to_look_at() -> list[Item]:
    """Of the cards in force, as they lay them out."""
    rows = Item.objects.filter(section__scorecard__state=Scorecard.State.PUBLISHED).exclude(kind=Item.Kind.NOTE)
    return list(
        rows.select_related("section__scorecard").order_by(
            "section__scorecard__channel", "section__scorecard__code", "section__order", "order", "pk"
        )
    )


def of_source(user: Doer, source: str, key: int) -> list[Remedy]:
    """Measures that came of one row, as far as the reader sees them."""
    return list(remedies_listed(user).filter(source=source, source_id=key)[:5])


def may_raise(user: Doer) -> bool:
    return permissions.RAISE.is_held_by(user)


def may_raise_about(user: Doer, person: Person | None) -> bool:
    """About this person, or about a process, a system or the knowledge base."""
    if not may_raise(user):
        return False
    if person is None:
        return permissions.RAISE_ON_CENTRE.is_held_by(user)
    return permissions.RAISE_ON_PERSON.allows(person, user)


WORDS = ("finding", "action", "proof", "returned", "checked", "ending")
DAYS = ("due_on", "check_on", "done_on", "opened_at", "checked_at", "closed_at")


def told(remedy: Remedy) -> dict[str, Any]:
    """As programs are told it; customers' data in words is covered."""
    return {
        "id": remedy.pk, "about": remedy.about, "source": remedy.source, "source_id": remedy.source_id,
        "person": remedy.person.number if remedy.person else None, "team": remedy.team_id,
        "item": remedy.item.code if remedy.item else None, "figure": remedy.figure, "owner": remedy.owner.name,
        "raised_by": remedy.opened_by.name, "state": remedy.state, "verdict": remedy.verdict,
        **{name: getattr(remedy, name) for name in DAYS}, **{name: mask(getattr(remedy, name)) for name in WORDS},
    }  # fmt: skip


def whole_told(sight: RemedySight) -> dict[str, Any]:
    one = sight.remedy
    delays = [
        {"was_on": row.was_on, "now_on": row.now_on, "reason": mask(row.reason), "by": row.by.name, "at": row.at}
        for row in one.delays.all()
    ]
    return {
        **told(one), "outcome": sight.outcome.kept(), "delays": delays, "files": [row.name for row in one.files.all()],
        "moves": sorted(sight.moves), "is_late": sight.is_late,
    }  # fmt: skip
