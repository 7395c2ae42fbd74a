"""What practical examinations and panels ask of whom."""

from collections.abc import Iterable

from hengcai.accounts.queries import holders_of
from hengcai.assessment import permissions
from hengcai.assessment.models import AngoffPanel, CheckSheet, PanelJudge, Practical
from hengcai.base.roles import GROUP
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register

SECOND, RESULT, OBJECTION, ESTIMATE = "practical.tick", "practical.result", "practical.objection", "panel.estimate"
THING, PANEL = "assessment.practical", "assessment.panel"
register(
    Kind(SECOND, THING, "tick-practical", "list-practicals"),
    Kind(RESULT, THING, "see-practical", "list-practicals", lapses=True),
    Kind(OBJECTION, THING, "see-practical", "list-practicals", up=(GROUP,)),
    Kind(ESTIMATE, PANEL, "see-cut-panel-sheet", "list-cut-panels"),
)


def asked(sheet: CheckSheet) -> None:
    practical = sheet.practical
    open_duties(SECOND, [Owed(sheet.examiner_id, practical.pk, None, str(practical.checklist.title.zh))])


def sent(sheet: CheckSheet) -> None:
    settle_duties(SECOND, [sheet.practical_id], users=[sheet.examiner_id])


def over(practical: Practical) -> None:
    settle_duties(SECOND, [practical.pk])


def finished(practical: Practical) -> None:
    """The person is told that there is a result, until when they may object."""
    user = practical.person.user_id
    if user:
        what = str(practical.checklist.title.zh)
        open_duties(RESULT, [Owed(user, practical.pk, practical.object_until, what)])


def read(practical: Practical) -> None:
    settle_duties(RESULT, [practical.pk])


def objected(practical: Practical) -> None:
    """To everybody who may answer and had no part in it."""
    settle_duties(RESULT, [practical.pk])
    examiners = set(practical.sheets.values_list("examiner", flat=True)) | {practical.person.user_id}
    able = [
        one for one in holders_of(permissions.ANSWER_OBJECTION).values_list("pk", flat=True) if one not in examiners
    ]
    open_duties(OBJECTION, [Owed(one, practical.pk, None, str(practical.checklist.title.zh)) for one in able])


def answered(practical: Practical) -> None:
    settle_duties(OBJECTION, [practical.pk])
    user = practical.person.user_id
    if user:
        open_duties(RESULT, [Owed(user, practical.pk, None, str(practical.checklist.title.zh))])


def called(panel: AngoffPanel, judges: Iterable[PanelJudge]) -> None:
    open_duties(ESTIMATE, [Owed(one.user_id, panel.pk, None, panel.name) for one in judges])


def estimated(judge: PanelJudge) -> None:
    settle_duties(ESTIMATE, [judge.panel_id], users=[judge.user_id])


def shut(panel: AngoffPanel) -> None:
    settle_duties(ESTIMATE, [panel.pk])
