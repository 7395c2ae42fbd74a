"""Calibration sessions as far as their reader may look: before their own marks are in, no name of an agent; before the
chair reveals, no mark but their own, whoever they are."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from hengcai.base.errors import NotValid
from hengcai.base.permissions import Doer
from hengcai.base.states import moves_open
from hengcai.interactions.models import Contact
from hengcai.quality import permissions
from hengcai.quality.calibrating import contacts_of, covered_turns, marks_given, session_card
from hengcai.quality.calibration_models import BlindSheet, Calibration, CalibrationContact, Seat
from hengcai.quality.models import Assignment, Scorecard
from hengcai.quality.rules.card import Card, Mark
from hengcai.quality.states import CALIBRATION_MOVES

STATE, IN = Calibration.State, BlindSheet.State.IN
BEFORE_REVEAL = (STATE.PLANNED, STATE.SCORING)
DRAWN_FROM = timedelta(days=30)
NAMED = 5
Turns = Sequence[Mapping[str, Any]]


def calibrations_seen_by(user: Doer) -> QuerySet[Calibration]:
    """What goes on first, the earliest due of it; then the newest."""
    own = permissions.SEE_CALIBRATIONS.rows(Calibration.objects.all(), user)  # joined to seats: counted apart
    found = Calibration.objects.filter(pk__in=own.values("pk"))
    is_done = ExpressionWrapper(Q(state=STATE.CLOSED), output_field=BooleanField())
    counted = found.select_related("chair", "scorecard").annotate(
        is_done=is_done,
        contact_count=Count("contacts", distinct=True),
        seat_count=Count("seats", distinct=True),
    )
    return counted.order_by("is_done", "due_on", "-pk")


@dataclass(frozen=True)
class Place:
    """A contact of the session; `agent` is empty while its reader is blind. `own`: the reader's sheet of it."""

    row: CalibrationContact
    agent: str
    own: BlindSheet | None

    @property
    def number(self) -> int:
        return self.row.number


@dataclass(frozen=True)
class Progress:
    seat: Seat
    done: int
    of: int

    @property
    def is_in(self) -> bool:
        return self.done == self.of


@dataclass(frozen=True)
class Session:
    """`is_blind`: the reader still has marks to give. `shows_marks`: the chair has revealed them."""

    calibration: Calibration
    places: Sequence[Place]
    progress: Sequence[Progress]
    moves: frozenset[str]
    is_blind: bool
    is_seated: bool
    may_chair: bool

    @property
    def shows_marks(self) -> bool:
        return self.calibration.state not in BEFORE_REVEAL

    @property
    def next_place(self) -> Place | None:
        return next((one for one in self.places if one.own and one.own.state != IN), None)

    @property
    def waiting(self) -> list[str]:
        return [one.seat.analyst.name for one in self.progress if not one.is_in]


def session_of(calibration: Calibration, user: Doer) -> Session:
    seats = list(calibration.seats.select_related("analyst", "issued_by").order_by("analyst__name", "analyst"))
    places = contacts_of(calibration)
    own = {sheet.of_id: sheet for sheet in _own_sheets(calibration, user)}
    is_seated = any(seat.analyst_id == user.pk for seat in seats)
    is_blind = calibration.state in BEFORE_REVEAL and is_seated and not _is_all_in(own.values(), len(places))
    return Session(
        calibration=calibration,
        places=[Place(row, "" if is_blind else row.contact.agent.name, own.get(row.pk)) for row in places],
        progress=_progress(calibration, seats, len(places)),
        moves=frozenset(move.name for move in moves_open(CALIBRATION_MOVES, calibration, user)),
        is_blind=is_blind,
        is_seated=is_seated,
        may_chair=permissions.CHAIR.allows(calibration, user),
    )


def _own_sheets(calibration: Calibration, user: Doer) -> QuerySet[BlindSheet]:
    return BlindSheet.objects.filter(of__calibration=calibration, analyst=user.pk)


def _is_all_in(sheets: Iterable[BlindSheet], count: int) -> bool:
    return sum(sheet.state == IN for sheet in sheets) == count


def _progress(calibration: Calibration, seats: Sequence[Seat], count: int) -> list[Progress]:
    rows = BlindSheet.objects.filter(of__calibration=calibration, state=IN).order_by()
    done = dict(rows.values_list("analyst").annotate(n=Count("pk")))
    return [Progress(seat, done.get(seat.analyst_id, 0), count) for seat in seats]


@dataclass(frozen=True)
class Blind:
    """One contact before its analyst. `turns` without the agent's name; `edit_count` is what must be named to save."""

    sheet: BlindSheet
    card: Card
    scorecard: Scorecard
    marks: Mapping[str, Mark]
    turns: Turns
    seconds: int | None
    of: int

    @property
    def is_open(self) -> bool:
        return self.sheet.state != IN and self.sheet.of.calibration.state == STATE.SCORING

    @property
    def is_closed(self) -> bool:
        return not self.is_open


def sheets_of(user: Doer, pk: int) -> QuerySet[BlindSheet]:
    """The reader's own of one session."""
    rows = BlindSheet.objects.filter(of__calibration=pk).exclude(of__calibration__state=STATE.PLANNED)
    rows = rows.select_related("of__calibration__scorecard", "of__contact__agent", "of__contact__transcript", "analyst")
    return permissions.SCORE_BLIND.rows(rows, user).order_by("of__number")


def blind_of(sheet: BlindSheet) -> Blind:
    session, contact = sheet.of.calibration, sheet.of.contact
    card = session_card(session)
    turns = covered_turns(contact)
    return Blind(
        sheet=sheet,
        card=card,
        scorecard=session.scorecard,
        marks=marks_given(sheet.marks.select_related("item")),
        turns=turns,
        seconds=_seconds(contact, turns),
        of=session.contacts.count(),
    )


def _seconds(contact: Contact, turns: Turns) -> int | None:
    if contact.ended_at:
        return int((contact.ended_at - contact.started_at).total_seconds())
    return max((int(turn["end"]) for turn in turns if turn.get("end") is not None), default=None)


def contacts_by_key(keys: Iterable[str], user: Doer) -> list[Contact]:
    """In the order named; one that is not there is refused by its name."""
    permissions.CALL.enter([], user)
    wanted = [key.strip() for key in keys if key.strip()]
    found = {one.key: one for one in Contact.objects.filter(key__in=wanted).select_related("agent")}
    missing = [key for key in wanted if key not in found]
    if missing:
        raise NotValid("quality.calibration_contact_missing", contacts=tuple(missing[:NAMED]))
    return [found[key] for key in wanted]


def contacts_by_id(keys: Sequence[int], user: Doer) -> list[Contact]:
    """In the order named, as many as there are."""
    permissions.CALL.enter([], user)
    found = Contact.objects.select_related("agent").in_bulk(keys)
    return [found[key] for key in dict.fromkeys(keys) if key in found]


def contacts_drawn(scorecard: Scorecard, count: int, user: Doer, *, now: datetime) -> list[Contact]:
    """By lot from the last days: of the card's channel, with words, given to nobody yet."""
    permissions.CALL.enter([], user)
    given = Assignment.objects.filter(contact=OuterRef("pk"))
    rows = Contact.objects.filter(channel=scorecard.channel, turn_count__gt=0, started_at__gte=now - DRAWN_FROM)
    keys = list(rows.filter(~Exists(given)).values_list("pk", flat=True))
    if not keys:
        raise NotValid("quality.calibration_nothing_to_draw")
    chosen = secrets.SystemRandom().sample(keys, min(count, len(keys)))
    return list(Contact.objects.filter(pk__in=chosen).select_related("agent").order_by("pk"))


def keys_of(calibration: Calibration) -> list[str]:
    return list(calibration.contacts.order_by("number").values_list("contact__key", flat=True))


def certificates_seen_by(user: Doer) -> QuerySet[Seat]:
    """What came of closed sessions, the newest first; of each analyst the last is in force."""
    rows = Seat.objects.filter(calibration__state=STATE.CLOSED).exclude(outcome="")
    newer = Seat.objects.filter(analyst=OuterRef("analyst"), calibration__state=STATE.CLOSED).exclude(outcome="")
    is_last = ~Exists(newer.filter(pk__gt=OuterRef("pk")))
    seen = permissions.SEE_CERTIFICATES.rows(rows, user).annotate(is_last=is_last)
    return seen.select_related("analyst", "calibration", "issued_by").order_by("analyst__name", "-issued_on", "-pk")
