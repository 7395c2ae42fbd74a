"""What a calibration session asks of its analysts and of its chair, by when."""

from hengcai.base import clock
from hengcai.base.roles import GROUP, HEAD, QUALITY_SUPERVISOR
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.quality.calibration_models import BlindSheet, Calibration
from hengcai.quality.deadlines import last_day_to_conclude, last_day_to_reveal

SESSION = "quality.calibration"
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


def closed(session: Calibration) -> None:
    settle_duties(CONCLUDE, [session.pk])
