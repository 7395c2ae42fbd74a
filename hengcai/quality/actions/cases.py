from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.interactions.models import Transcript
from hengcai.quality import duties, permissions, states
from hengcai.quality.models import Case, Evaluation, RedLine


@action(permissions.REPORT)
def report_red_line(
    evaluation: Evaluation, *, by: User, red_line: RedLine, reason: str, turn: int | None = None
) -> Case:
    """Opens a case at once, before anything is submitted; nothing follows from it until a second person confirms."""
    if not reason.strip():
        raise NotValid("quality.case_reason_missing")
    check_lengths(reason)
    _check_turn(evaluation, turn)
    open_cases = Case.objects.filter(evaluation__assignment=evaluation.assignment_id, red_line=red_line)
    if open_cases.filter(state=Case.State.OPEN).exists():
        raise NotNow("quality.case_open_already", name=red_line.name)
    case = Case.objects.create(
        evaluation=evaluation,
        agent=evaluation.agent,
        red_line=red_line,
        reason=reason.strip(),
        turn=turn,
        reported_by=by,
        reported_at=clock.now(),
    )
    duties.reported(case)
    return case


@action(permissions.JUDGE)
def judge_case(case: Case, *, by: User, confirm: bool, judgement: str) -> Case:
    """By a second person, with the grounds in words."""
    move = states.CONFIRM if confirm else states.DISMISS
    move.enter(case, by)
    if not judgement.strip():
        raise NotValid("quality.judgement_missing")
    check_lengths(judgement)
    case.state = move.target
    case.judged_by, case.judged_at, case.judgement = by, clock.now(), judgement.strip()
    case.save()
    duties.judged(case)
    return case


def _check_turn(evaluation: Evaluation, turn: int | None) -> None:
    if turn is None:
        return
    transcript = Transcript.objects.filter(contact=evaluation.assignment.contact_id).first()
    if transcript is None or not 0 <= turn < len(transcript.turns):
        raise NotValid("quality.turn_unknown", turn=turn + 1, items=(), names=())
