"""What a calibration session asks of its analysts and of its chair, by when."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings

from hengcai.base import clock
from hengcai.base.days import day_of
from hengcai.base.roles import GROUP, HEAD, QUALITY_SUPERVISOR
from hengcai.inbox.duties import Owed, missing_duties, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.quality.calibration_models import BlindSheet, Calibration
from hengcai.quality.deadlines import last_day_to_conclude, last_day_to_reveal

SESSION, STATE = "quality.calibration", Calibration.State
SCORE, REVEAL, CONCLUDE = "calibration.score", "calibration.reveal", "calibration.conclude"
UP = (QUALITY_SUPERVISOR, GROUP, HEAD)
register(
    Kind(SCORE, SESSION, "see-calibration", "list-calibrations", "list-calibrations", up=UP),
    Kind(REVEAL, SESSION, "see-calibration", "list-calibrations", "list-calibrations", up=(HEAD, *UP)),
    Kind(CONCLUDE, SESSION, "see-calibration", "list-calibrations", "list-calibrations", up=(HEAD, *UP)),
)


def scoring_begun(session: Calibration) -> None:
    """The analysts score by the day that was announced; the chair reveals the working day after."""
    analysts = session.seats.order_by("pk").values_list("analyst", flat=True)
    open_duties(SCORE, [Owed(user, session.pk, session.due_on, session.name) for user in analysts])
    open_duties(REVEAL, [Owed(session.chair_id, session.pk, last_day_to_reveal(session.due_on), session.name)])


def handed_in(sheet: BlindSheet) -> None:
    """Settled with the last contact."""
    session = sheet.of.calibration_id
    left = BlindSheet.objects.filter(of__calibration=session, analyst=sheet.analyst_id, state=BlindSheet.State.OPEN)
    if not left.exists():
        settle_duties(SCORE, [session], users=[sheet.analyst_id])


def revealed(session: Calibration) -> None:
    settle_duties((SCORE, REVEAL), [session.pk])
    due_on = last_day_to_conclude(clock.today())
    open_duties(CONCLUDE, [Owed(session.chair_id, session.pk, due_on, session.name)])


def missing() -> dict[str, list[Owed]]:
    """By kind, what sessions that are going ask of somebody whose inbox does not say so: they are older than their
    duties. What is late already is due today."""
    found: dict[str, list[Owed]] = {SCORE: [], REVEAL: [], CONCLUDE: []}
    for session in Calibration.objects.exclude(state__in=(STATE.PLANNED, STATE.CLOSED)).order_by("pk"):
        for kind, user, due_on in _asked_by(session):
            found[kind].append(Owed(user, session.pk, max(due_on, clock.today()), session.name))
    return {kind: missing_duties(kind, owed) for kind, owed in found.items()}


def _asked_by(session: Calibration) -> Iterator[tuple[str, int, date]]:
    if session.state == STATE.SCORING:
        left = BlindSheet.objects.filter(of__calibration=session, state=BlindSheet.State.OPEN).order_by("analyst")
        yield from ((SCORE, user, session.due_on) for user in left.values_list("analyst", flat=True).distinct())
        yield REVEAL, session.chair_id, last_day_to_reveal(session.due_on)
    elif session.revealed_at:
        yield CONCLUDE, session.chair_id, last_day_to_conclude(day_of(session.revealed_at, settings.TIME_ZONE))


def closed(session: Calibration) -> None:
    settle_duties(CONCLUDE, [session.pk])
