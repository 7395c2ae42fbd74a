"""Mystery shopping and live listening: planned, made, scored, told."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.conf import settings

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.evidence.actions import Observation as Noted
from hengcai.evidence.actions import note_evidence
from hengcai.evidence.models import Evidence
from hengcai.interactions.models import Contact
from hengcai.people.models import Person
from hengcai.quality import observation_duties as duties
from hengcai.quality import permissions, states
from hengcai.quality.cards import card_of, items_of
from hengcai.quality.models import Scorecard
from hengcai.quality.observation_models import Observation, ObservationFile, ShopperRound
from hengcai.quality.placing import local_day, placement_on
from hengcai.quality.rules import observations as rules
from hengcai.quality.rules.card import Marks
from hengcai.quality.rules.competencies import levels
from hengcai.quality.rules.marks import check_marks, check_submission, kept_marks
from hengcai.quality.rules.rechecks import marks_kept, marks_told
from hengcai.quality.rules.score import Score, score

LARGEST_SEED, PLACES, MOST_FILES, LONGEST_NAME = 10**9, 6, 10, 200
VISIT = Contact.Channel.VISIT
SOURCE = "quality.observation"
MYSTERY, LIVE = Observation.Kind
PLANNED, VISITED, SCORED, TOLD, CALLED_OFF = Observation.State


@dataclass(frozen=True)
class Brief:
    """What shoppers are asked to do, and when."""

    name: str
    channel: str
    scorecard: Scorecard
    scenario: str
    asks: str
    looks_for: str
    span: rules.Span
    visits: int


@action(permissions.PLAN_SHOPPING)
def plan_round(
    _centre: Centre, *, by: User, brief: Brief, shoppers: Sequence[User], seed: int | None = None
) -> ShopperRound:
    """The visits with their moments and shoppers; each shopper learns of theirs."""
    rules.check_span(brief.span, visits=brief.visits, shoppers=len(shoppers))
    _check_brief(brief)
    chosen = secrets.randbelow(LARGEST_SEED) if seed is None else seed
    span = {name: getattr(brief.span, name) for name in ("first_on", "last_on", "from_hour", "to_hour")}
    words = {name: getattr(brief, name).strip() for name in ("name", "scenario", "asks", "looks_for")}
    made = ShopperRound.objects.create(
        channel=brief.channel, scorecard=brief.scorecard, seed=chosen, made_by=by, made_at=clock.now(), **span, **words
    )
    keys = sorted({one.pk for one in shoppers})
    who = rules.shared(brief.visits, keys, seed=chosen)
    times = rules.schedule(brief.span, visits=brief.visits, seed=chosen)
    rows = [_visit(made, number, *one) for number, one in enumerate(zip(times, who, strict=True), start=1)]
    Observation.objects.bulk_create(rows)
    duties.planned(list(made.visits.all()))
    return made


@action(states.CALL_OFF)
def call_off(observation: Observation, *, by: User, reason: str) -> Observation:
    """A visit that will not be made, or did not come to anything."""
    if not reason.strip():
        raise NotValid("quality.call_off_reason_missing")
    check_lengths(reason)
    observation.called_off_because = reason.strip()
    observation.save(update_fields=["called_off_because"])
    duties.made(observation)
    return observation


@action(states.VISIT)
def record_visit(observation: Observation, *, by: User, agent: Person, at: datetime, notes: str) -> Observation:
    """Whom the shopper met, when, and what was said; it may be put right until it is scored."""
    check_lengths(notes)
    if observation.kind != MYSTERY:
        raise NotNow("quality.not_a_visit")
    if at > clock.now():
        raise NotValid("quality.visit_ahead", column="at")
    if agent.user_id == by.pk:
        raise NotValid("quality.visit_of_oneself", column="agent")
    _met(observation, agent, at)
    observation.notes = notes.strip()
    observation.save()
    return observation


@action(permissions.LISTEN)
def start_listening(agent: Person, *, by: User, scorecard: Scorecard) -> Observation:
    """Now, with this agent. One that was begun and not submitted is gone on with."""
    begun = Observation.objects.filter(kind=LIVE, observer=by, agent=agent, state=VISITED, scorecard=scorecard).first()
    if begun:
        return begun
    _check_card(scorecard)
    one = Observation(kind=LIVE, channel=scorecard.channel, scorecard=scorecard, observer=by, state=VISITED)
    _met(one, agent, clock.now())
    one.save()
    return one


@action(permissions.OBSERVE)
def add_observed_file(observation: Observation, *, by: User, place: str, media_type: str, size: int) -> ObservationFile:
    """A recording or a picture; once it is told nothing is added any more."""
    if observation.state not in (PLANNED, VISITED, SCORED):
        raise NotNow("quality.observation_closed")
    if observation.files.count() >= MOST_FILES:
        raise NotNow("quality.observation_files", most=MOST_FILES)
    return ObservationFile.objects.create(
        observation=observation, place=place, media_type=media_type, byte_count=size, added_at=clock.now()
    )


@action(permissions.OBSERVE, once_a_day=True)
def save_observation(observation: Observation, *, by: User, marks: Marks, comment: str, edit_count: int) -> Observation:
    """A draft. An older page overwrites nothing."""
    if observation.state != VISITED:
        raise NotNow("quality.observation_not_open")
    check_marks(card_of(observation.scorecard), marks, turn_count=0)
    return _write(observation, marks, comment, edit_count)


@action(permissions.OBSERVE)
def submit_observation(
    observation: Observation, *, by: User, marks: Marks, comment: str, edit_count: int
) -> Observation:
    """The score. A live listening is told at once: its agent knew that somebody listened."""
    made = score_observation(observation, by=by, marks=marks, comment=comment, edit_count=edit_count)
    return tell_observation(made, by=by) if made.kind == LIVE else made


@action(states.SCORE_OBSERVATION)
def score_observation(
    observation: Observation, *, by: User, marks: Marks, comment: str, edit_count: int
) -> Observation:
    card = card_of(observation.scorecard)
    check_submission(card, marks, turn_count=0)
    kept = kept_marks(card, marks)
    _write(observation, kept, comment, edit_count)
    _close(observation, score(card, kept))
    duties.made(observation)
    return observation


@action(states.TELL)
def tell_observation(observation: Observation, *, by: User) -> Observation:
    """From now on agent and lead see it, and it stands in the ledger."""
    observation.told_at, observation.told_by = clock.now(), by
    observation.save(update_fields=["told_at", "told_by"])
    note_evidence(_noted(observation), by=by)
    duties.told(observation)
    return observation


@action(permissions.PLAN_SHOPPING)
def tell_round(made: ShopperRound, *, by: User) -> int:
    """All that is scored, at once: told one by one, the first would warn the others. How many that were."""
    rows = list(made.visits.filter(state=SCORED).order_by("number"))
    if not rows:
        raise NotNow("quality.nothing_to_tell")
    for one in rows:
        tell_observation(one, by=by)
    return len(rows)


@action(permissions.READ_OBSERVATION)
def read_observation(observation: Observation, *, by: User) -> Observation:
    """The agent has read it."""
    if observation.read_at is None:
        observation.read_at = clock.now()
        observation.save(update_fields=["read_at"])
        duties.read(observation)
    return observation


def _check_brief(brief: Brief) -> None:
    _check_card(brief.scorecard)
    if brief.channel not in Contact.Channel.values:
        raise NotValid("quality.shopper_channel", column="channel", known=", ".join(Contact.Channel.values))
    if brief.channel != VISIT and brief.scorecard.channel not in (brief.channel, VISIT):
        raise NotValid("quality.shopper_card", column="scorecard")
    for column in ("name", "scenario", "asks", "looks_for"):
        text = getattr(brief, column)
        check_lengths(text)
        if not text.strip():
            raise NotValid("quality.brief_incomplete", column=column)
    if len(brief.name.strip()) > LONGEST_NAME:
        raise NotValid("quality.brief_name_long", column="name", most=LONGEST_NAME)


def _check_card(scorecard: Scorecard) -> None:
    if scorecard.state != Scorecard.State.PUBLISHED:
        raise NotNow("quality.card_not_in_force")


def _visit(made: ShopperRound, number: int, at: datetime, shopper: int) -> Observation:
    return Observation(
        kind=MYSTERY, round=made, number=number, channel=made.channel, scorecard_id=made.scorecard_id,
        observer_id=shopper, planned_at=at.replace(tzinfo=ZoneInfo(settings.TIME_ZONE)),
    )  # fmt: skip


def _met(observation: Observation, agent: Person, at: datetime) -> None:
    where = placement_on(agent.pk, at)
    observation.agent, observation.placement = agent, where
    observation.visited_at, observation.visited_on = at, local_day(at, where)


def _write(observation: Observation, marks: Marks, comment: str, edit_count: int) -> Observation:
    check_lengths(comment, *(mark.comment for mark in marks.values()))
    told, words = marks_told(marks), comment.strip()
    if edit_count != observation.edit_count:
        if (told, words) != (observation.marks, observation.comment):
            raise NotNow("quality.stale", edit_count=observation.edit_count)
        return observation
    observation.marks, observation.comment, observation.saved_at = told, words, clock.now()
    observation.edit_count += 1
    observation.save(update_fields=["marks", "comment", "saved_at", "edit_count"])
    return observation


def _close(observation: Observation, found: Score) -> None:
    observation.scored_at, observation.has_fatal = clock.now(), bool(found.fatals)
    observation.exact = "" if found.total is None else str(found.total)
    observation.total = None if found.total is None else Decimal(round_half_up(found.total, PLACES))
    observation.save(update_fields=["scored_at", "has_fatal", "exact", "total"])


def _noted(observation: Observation) -> list[Noted]:
    """One a competency, broad ones included, with where it comes from."""
    card = card_of(observation.scorecard)
    competencies = [item.competency for item in items_of(observation.scorecard) if item.competency]
    broad = {one.code: one.broad for one in competencies if one.broad}
    by_code = {one.code: one for one in (*competencies, *broad.values())}
    found = score(card, marks_kept(observation.marks))
    values = levels(card, found, {code: one.code for code, one in broad.items()})
    where, agent, on = observation.placement, observation.agent_id, observation.visited_on
    if agent is None or on is None:  # nobody was met; nothing is told then
        return []
    return [
        Noted(
            person_id=agent, competency=by_code[code], kind=Evidence.Kind.OBSERVED, exact=value,
            source_kind=SOURCE, source_id=observation.pk, source_revision=1, on=on,
            team_id=where.team_id if where else None, post_id=where.post_id if where else None,
        )
        for code, value in values.items()
    ]  # fmt: skip
