"""Who is ready, who is one step away and which; one person's page; who may take which skill group; the reserve."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.growth import permissions
from hengcai.growth.models import Ladder, Outlook, Plan, Proof, ReserveMember, Standing, Step
from hengcai.growth.reading import Reader, to_re_rate
from hengcai.growth.rules.readiness import Line
from hengcai.people.models import Person, SkillTerm
from hengcai.people.permissions import on_day

OUTLOOK_ORDERS = Orders({
    "person": ("person__name_key", "person__number", "pk"), "step": ("step__order?", "person__name_key", "pk"),
    "verdict": ("verdict", "person__name_key", "pk"),
})  # fmt: skip


@dataclass(frozen=True)
class OutlookFilter:
    """What the list is narrowed by; empty leaves it as it is."""

    ladder: str = ""
    verdict: str = ""
    person: str = ""

    def condition(self) -> Q:
        found = Q()
        if self.ladder:
            found &= Q(ladder__code=self.ladder)
        if self.verdict:
            found &= Q(verdict=self.verdict)
        if self.person:
            found &= Q(person__number=folded(self.person)) | Q(person__name__icontains=self.person)
        return found


def outlooks_listed(user: Doer) -> QuerySet[Outlook]:
    """By name within a ladder: no list of who is nearest or last."""
    rows = Outlook.objects.select_related("person", "ladder", "step").order_by("ladder__code", "person__name_key", "pk")
    return permissions.SEE.rows(rows, user)


def standings_beside(outlooks: Sequence[Outlook]) -> dict[tuple[int, str], Standing]:
    """(person, ladder's code) → the step held today, of those whose outlook the reader has already."""
    wanted = {(one.person_id, one.ladder.code) for one in outlooks}
    rows = Standing.objects.filter(until=None, code__in={code for _person, code in wanted}).select_related("step")
    return {(one.person_id, one.code): one for one in rows if (one.person_id, one.code) in wanted}


RE_RATING_ORDERS = Orders({
    "person": ("person__name_key", "person__number", "pk"), "step": ("step__order", "person__name_key", "pk"),
    "day": ("re_rate_on", "person__name_key", "pk"),
})  # fmt: skip


def re_ratings_listed(ladder: Ladder, user: Doer, *, today: date) -> QuerySet[Standing]:
    """Everybody on a step of it, by the day they are to be looked at again; never by how they did."""
    rows = to_re_rate(ladder, until=date.max, today=today)
    verdict = Outlook.objects.filter(person=OuterRef("person"), ladder=ladder).values("verdict")[:1]
    return permissions.SEE.rows(rows.annotate(verdict=Subquery(verdict)), user)


def ladders_seen_by(user: Doer) -> QuerySet[Ladder]:
    rows = Ladder.objects.select_related("written_by", "published_by").prefetch_related("steps")
    return permissions.SEE_LADDERS.rows(rows, user).order_by("track", "code", "-number")


@dataclass(frozen=True)
class Way:
    """One ladder as it stands for one person."""

    ladder: Ladder
    standing: Standing | None
    step: Step | None
    verdict: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class Growth:
    person: Person
    ways: Sequence[Way]
    history: Sequence[Standing]
    proofs: Sequence[Proof]
    reserves: Sequence[ReserveMember]
    plans: Sequence[Plan]
    is_own: bool
    may_rate: bool
    may_note: bool
    may_reserve: bool
    may_open_plan: bool
    sees_allowance: bool


def people_growing(user: Doer) -> QuerySet[Person]:
    """Whoever the reader may see anything of here."""
    outlooks = permissions.SEE.rows(Outlook.objects.all(), user)
    return Person.objects.filter(pk__in=outlooks.values("person"))


def growth_of(person: Person, user: Doer, *, today: date) -> Growth:
    is_own = person.user_id == user.pk
    ladders = Ladder.objects.filter(state=Ladder.State.PUBLISHED, outlooks__person=person).order_by("track", "code")
    standings = Standing.objects.filter(person=person).select_related("step__ladder", "by")
    plans = permissions.SEE_PLAN.rows(Plan.objects.filter(person=person), user).select_related("superior")
    reserves = ReserveMember.objects.filter(person=person, until=None).select_related("step__ladder")
    return Growth(
        person, [_way(one, person, today) for one in ladders], list(standings.order_by("-since", "-pk")),
        list(Proof.objects.filter(person=person).select_related("step", "by").order_by("step", "place")),
        list(reserves) if permissions.KEEP_RESERVE.is_held_by(user) else [], list(plans.order_by("-year")),
        is_own=is_own, may_rate=permissions.RATE.allows(person, user), may_note=permissions.NOTE_PROOF.allows(person, user),
        may_reserve=permissions.KEEP_RESERVE.allows(person, user),
        may_open_plan=permissions.OPEN_PLAN.allows(person, user),
        sees_allowance=is_own or permissions.SEE_ALLOWANCE.is_held_by(user),
    )  # fmt: skip


def _way(ladder: Ladder, person: Person, today: date) -> Way:
    reader = Reader(ladder, [person.pk], today=today)
    step, verdict, lines = reader.verdict(person.pk)
    return Way(ladder, reader.standings.get(person.pk), step, verdict, lines)


@dataclass(frozen=True)
class GroupLine:
    """One person in one skill group: whether their step opens it, whether they are in it today."""

    group: str
    person: int
    name: str
    number: str
    may: bool
    is_in: bool


@dataclass(frozen=True)
class GroupFilter:
    """`differs`: only where step and group do not fit."""

    group: str = ""
    person: str = ""
    differs: bool = False

    def takes(self, line: GroupLine) -> bool:
        fits = not self.group or line.group == self.group
        named = not self.person or folded(self.person) == line.number or self.person.casefold() in line.name.casefold()
        return fits and named and (not self.differs or line.may != line.is_in)


def skill_groups(user: Doer, *, today: date) -> list[GroupLine]:
    """By group and name; who is in one their step does not open, and who could be in one and is not, both stand out. Of plain
    rows: there are as many lines as people and groups."""
    standings = permissions.SEE.rows(Standing.objects.filter(until=None), user)
    columns = ("person", "step__skill_groups", "person__name_key", "person__name", "person__number")
    held = list(standings.values_list(*columns))
    people = {person: rest for person, _groups, *rest in held}
    allowed = {(group, person) for person, groups, *_rest in held for group in groups}
    terms = SkillTerm.objects.filter(on_day(today), agent__in=standings.values("person"))
    there = set(terms.values_list("skill_group", "agent"))
    pairs = sorted(allowed | there, key=lambda one: (one[0], people[one[1]][0], one[1]))
    return [
        GroupLine(
            group, person, people[person][1], people[person][2], (group, person) in allowed, (group, person) in there
        )
        for group, person in pairs
    ]


def reserve_listed(user: Doer) -> QuerySet[ReserveMember]:
    """HR and the head alone."""
    rows = ReserveMember.objects.filter(until=None).select_related("person", "step__ladder", "by")
    return permissions.END_RESERVE.rows(rows, user).order_by("step__ladder__code", "step__order", "person__name_key")
