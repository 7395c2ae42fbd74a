"""Mystery shopping and live listening: the list, one of them, rounds, and who is to be listened to next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.conf import settings
from django.db.models import BooleanField, Count, ExpressionWrapper, F, Max, OuterRef, Q, QuerySet, Subquery

from hengcai.accounts.models import RoleGrant, User
from hengcai.base import clock
from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.people.models import Person, Placement
from hengcai.people.permissions import on_day
from hengcai.quality import permissions
from hengcai.quality.cards import card_of, items_of
from hengcai.quality.holding import scorecards_in_force
from hengcai.quality.models import Item, Scorecard
from hengcai.quality.observation_models import Observation, ObservationFile, ShopperRound
from hengcai.quality.rules import observations as rules
from hengcai.quality.rules.card import NA, NOTE, OUTSIDE_CAUSES, Card, Mark
from hengcai.quality.rules.rechecks import marks_kept
from hengcai.quality.rules.score import Score, score, share_of
from hengcai.quality.states import OBSERVATION_MOVES

CHUNK = 500
MYSTERY, LIVE = Observation.Kind
PLANNED, VISITED, SCORED, TOLD, CALLED_OFF = Observation.State
DONE = (SCORED, TOLD)
NEWEST = ("-visited_at", "-pk")
OBSERVATION_ORDERS = Orders({
    "agent": ("agent__name_key?", "agent__number", *NEWEST), "kind": ("kind", *NEWEST), "planned": ("planned_at?", "pk"),
    "visited": ("visited_at?", "pk"), "result": ("total?", "pk"), "state": ("state", *NEWEST),
})  # fmt: skip
LISTENING_ORDERS = Orders({
    "agent": ("name_key", "number"), "team": ("team_name?", "number"), "heard": ("heard", "last_heard?", "number"),
    "last": ("last_heard?", "number"),
})  # fmt: skip


@dataclass(frozen=True)
class ObservationFilter:
    """What the list is narrowed by; empty leaves it as it is."""

    kind: str = ""
    state: str = ""
    agent: str = ""

    def condition(self) -> Q:
        found = Q()
        if self.kind:
            found &= Q(kind=self.kind)
        if self.state:
            found &= Q(state__in=(PLANNED, VISITED)) if self.state == "open" else Q(state=self.state)
        if self.agent:
            found &= Q(agent__number=folded(self.agent)) | Q(agent__name__icontains=self.agent)
        return found


def observations_listed(user: Doer) -> QuerySet[Observation]:
    """What is still to be done first, the earliest planned of it; then the newest."""
    rows = Observation.objects.select_related("agent", "observer", "scorecard", "round")
    is_done = ExpressionWrapper(Q(state__in=(*DONE, CALLED_OFF)), output_field=BooleanField())
    found = permissions.SEE_OBSERVATIONS.rows(rows, user).annotate(is_done=is_done)
    return found.order_by("is_done", F("planned_at").asc(nulls_first=True), *NEWEST)


def observations_seen_by(user: Doer) -> QuerySet[Observation]:
    """For one page of its own."""
    return observations_listed(user).select_related("placement__team", "told_by").prefetch_related("files")


def files_seen_by(user: Doer, observation: int) -> QuerySet[ObservationFile]:
    seen = permissions.SEE_OBSERVATIONS.rows(Observation.objects.filter(pk=observation), user)
    return ObservationFile.objects.filter(observation__in=seen.values("pk"))


@dataclass(frozen=True)
class Seen:
    """One observation as its reader may see it; `score` is None where it is still being scored."""

    observation: Observation
    card: Card
    items: Sequence[tuple[Item, Mark]]
    marks: Mapping[str, Mark]
    score: Score | None
    moves: frozenset[str]
    may_write: bool
    may_read: bool
    shows_observer: bool


def observation_seen(observation: Observation, user: Doer) -> Seen:
    card, marks = card_of(observation.scorecard), marks_kept(observation.marks)
    is_done = observation.state in DONE
    is_own = observation.observer_id == user.pk
    items = [(item, marks[item.code]) for item in items_of(observation.scorecard) if item.code in marks]
    return Seen(
        observation=observation,
        card=card,
        items=items if is_done else [],
        marks=marks,
        score=score(card, marks) if is_done else None,
        moves=frozenset(move.name for move in moves_open(OBSERVATION_MOVES, observation, user)),
        may_write=is_own and observation.state in (PLANNED, VISITED) and permissions.OBSERVE.is_held_by(user),
        may_read=observation.state == TOLD and observation.read_at is None and _is_about(observation, user),
        shows_observer=is_own or permissions.WATCH.is_held_by(user) or observation.kind == LIVE,
    )


def _is_about(observation: Observation, user: Doer) -> bool:
    return permissions.READ_OBSERVATION.allows(observation, user)


def observation_to_print(user: Doer, number: int) -> Observation | None:
    return observations_seen_by(user).filter(pk=number, state__in=DONE).first()


def rounds_seen_by(user: Doer) -> QuerySet[ShopperRound]:
    """With how many visits each has, how many are made, how many told."""
    rows = ShopperRound.objects.select_related("scorecard", "made_by").annotate(
        n=Count("visits", filter=~Q(visits__state=CALLED_OFF)),
        made=Count("visits", filter=Q(visits__state__in=DONE)),
        told=Count("visits", filter=Q(visits__state=TOLD)),
    )
    return permissions.SEE_SHOPPING.rows(rows, user).order_by("-first_on", "-pk")


def visits_of(made: ShopperRound, user: Doer) -> QuerySet[Observation]:
    return observations_listed(user).filter(round=made).order_by("number")


def scorecards_to_observe() -> QuerySet[Scorecard]:
    """Versions in force, those for visits first."""
    return Scorecard.objects.filter(state=Scorecard.State.PUBLISHED).order_by("channel", "code")


def card_of_channel(channel: str) -> Scorecard | None:
    """The one in force today for everybody's contacts on it, before those kept for some posts."""
    rows = list(scorecards_in_force(channel))
    return min(rows, key=lambda row: bool(row.posts), default=None)


def able_shoppers() -> QuerySet[User]:
    """Whoever may score a visit, by name."""
    able = RoleGrant.objects.filter(role__in=list(permissions.OBSERVE.reach)).values("user")
    never = RoleGrant.objects.filter(role__in=permissions.OBSERVE.never).values("user")
    return User.objects.filter(is_active=True, pk__in=able).exclude(pk__in=never).order_by("name", "pk")


def people_met() -> QuerySet[Person]:
    """Whom a shopper may meet: whoever has been placed in a frontline post."""
    placed = Placement.objects.filter(post__is_frontline=True).values("person")
    return Person.objects.filter(pk__in=placed).order_by("number")


def survey(user: Doer, *, first_on: date, last_on: date) -> QuerySet[Person]:
    """Whom this user may listen to, with how often anybody did in the period, and when last: the least heard first,
    of these whoever was heard longest ago."""
    rows = permissions.LISTEN.rows(Person.objects.all(), user)
    heard = Q(observations__kind=LIVE, observations__state__in=DONE)
    within = heard & Q(observations__visited_on__range=(first_on, last_on))
    team = Placement.objects.filter(on_day(clock.today()), person=OuterRef("pk")).order_by("-since")
    found = rows.annotate(
        heard=Count("observations", filter=within),
        last_heard=Max("observations__visited_on", filter=heard),
        team_name=Subquery(team.values("team__name")[:1]),
    )
    return found.order_by("heard", F("last_heard").asc(nulls_first=True), "number")


@dataclass(frozen=True)
class SurveySum:
    """How many people have too few, enough and more than asked for."""

    short: int
    enough: int
    over: int

    @property
    def people(self) -> int:
        return self.short + self.enough + self.over


def survey_sum(rows: "QuerySet[Any]") -> SurveySum:
    """One query for the whole survey."""
    counts = [rules.standing(one["heard"], **asked_for()) for one in rows.order_by().values("pk", "heard")]
    return SurveySum(*(counts.count(code) for code in (rules.SHORT, rules.ENOUGH, rules.OVER)))


def asked_for() -> dict[str, int]:
    """How many a person a survey asks for."""
    return {"fewest": settings.LISTEN_FEWEST, "most": settings.LISTEN_MOST}


def observed_shares(
    start: date, end: date, kinds: Iterable[str], agents: Iterable[int] | None = None
) -> Iterator[tuple[int, str, Fraction]]:
    """(agent, indicator, per cent) of every observation told: the mean share of its items of that indicator. What does
    not count for the agent does not count here either."""
    rows = Observation.objects.filter(state=TOLD, kind__in=list(kinds), visited_on__range=(start, end))
    cards: dict[int, tuple[Card, Mapping[str, str]]] = {}
    for one in _of(rows.select_related("scorecard").order_by("visited_on", "pk"), agents):
        if one.scorecard_id not in cards:
            items = items_of(one.scorecard)
            told = {item.code: item.indicator for item in items if item.indicator and item.kind != NOTE}
            cards[one.scorecard_id] = card_of(one.scorecard), told
        yield from _shares(one, *cards[one.scorecard_id])


def _of(rows: QuerySet[Observation], agents: Iterable[int] | None) -> Iterator[Observation]:
    if agents is None:
        yield from rows.iterator(chunk_size=CHUNK)
        return
    keys = sorted(agents)
    for start in range(0, len(keys), CHUNK):
        yield from rows.filter(agent__in=keys[start : start + CHUNK])


def _shares(one: Observation, card: Card, indicators: Mapping[str, str]) -> Iterator[tuple[int, str, Fraction]]:
    found: dict[str, list[Fraction]] = {}
    for code, mark in marks_kept(one.marks).items():
        share = None if mark.value == NA or code not in indicators else share_of(card, card.by_code[code], mark.value)
        if share is not None and not (mark.cause in OUTSIDE_CAUSES and share < 1):
            found.setdefault(indicators[code], []).append(share)
    agent: Any = one.agent_id
    for indicator, shares in found.items():
        yield agent, indicator, 100 * sum(shares, Fraction(0)) / len(shares)
