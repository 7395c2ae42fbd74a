"""A panel by Angoff's method: called, each judge apart, the spread shown, a second round, a cut adopted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from hengcai.accounts.models import Centre, User
from hengcai.assessment import check_duties as duties
from hengcai.assessment import permissions, states
from hengcai.assessment.models import AngoffPanel, BankQuestion, CutScore, Estimate, PanelJudge, PanelQuestion
from hengcai.assessment.panels import cut_in
from hengcai.assessment.rules.angoff import FEWEST
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.lengths import check_lengths

MOST_QUESTIONS, MOST_JUDGES, MOST_POINTS, LONGEST_NAME, PLACES = 200, 40, 100, 200, 4
Percents = Mapping[int, int]
"""PanelQuestion → how many of a hundred."""


@dataclass(frozen=True)
class Put:
    """A question of the test with its points, in the test's order."""

    question: BankQuestion
    points: Decimal = Decimal(1)


@action(permissions.RUN_PANEL)
def open_panel(
    centre: Centre, *, by: User, name: str, borderline: str, questions: Sequence[Put], judges: Sequence[User]
) -> AngoffPanel:
    """`borderline`: whom the judges are to have in mind, in words they all read."""
    check_lengths(name, borderline)
    if not name.strip() or len(name.strip()) > LONGEST_NAME or not borderline.strip():
        raise NotValid("panel.words_missing")
    if not 1 <= len(questions) <= MOST_QUESTIONS or len({one.question.pk for one in questions}) < len(questions):
        raise NotValid("panel.questions_wrong", most=MOST_QUESTIONS)
    if any(not 0 < one.points <= MOST_POINTS for one in questions):
        raise NotValid("panel.points_wrong", most=MOST_POINTS)
    able = {one.pk: one for one in judges}
    if not FEWEST <= len(able) <= MOST_JUDGES:
        raise NotValid("panel.judges_few", fewest=FEWEST, most=MOST_JUDGES)
    if not all(permissions.ESTIMATE.is_held_by(one) for one in able.values()):
        raise NotAllowed("permission.role", permission=permissions.ESTIMATE.code)
    facts = {"name": name.strip(), "borderline": borderline.strip(), "opened_by": by, "opened_at": clock.now()}
    made = AngoffPanel.objects.create(**facts)
    rows = [
        PanelQuestion(panel=made, order=place, question=one.question, points=one.points)
        for place, one in enumerate(questions, start=1)
    ]
    PanelQuestion.objects.bulk_create(rows)
    duties.called(made, PanelJudge.objects.bulk_create([PanelJudge(panel=made, user=one) for one in able.values()]))
    return made


@action(permissions.ESTIMATE, once_a_day=True, unsaid={"percents"})
def keep_panel_sheet(judge: PanelJudge, *, by: User, percents: Percents) -> PanelJudge:
    """A draft of one's own sheet in the round that is on; nobody else reads it before the round ends."""
    number = _round(judge)
    known = set(judge.panel.questions.values_list("pk", flat=True))
    if not set(percents) <= known or any(not 0 <= one <= 100 for one in percents.values()):
        raise NotValid("panel.percent_wrong")
    for question, percent in percents.items():
        Estimate.objects.update_or_create(
            judge=judge, question_id=question, round=number, defaults={"percent": percent}
        )  # fmt: skip
    return judge


@action(permissions.ESTIMATE, unsaid={"percents"})
def send_panel_sheet(judge: PanelJudge, *, by: User, percents: Percents) -> PanelJudge:
    """Every question; from now on it stays for this round."""
    keep_panel_sheet(judge, by=by, percents=percents)
    number = _round(judge)
    lacking = judge.panel.questions.count() - judge.estimates.filter(round=number).count()
    if lacking:
        raise NotValid("panel.estimates_missing", count=lacking)
    name = "first_sent_at" if number == 1 else "second_sent_at"
    setattr(judge, name, clock.now())
    judge.save(update_fields=[name])
    duties.estimated(judge)
    return judge


@action(states.END_FIRST)
def end_first_round(panel: AngoffPanel, *, by: User) -> AngoffPanel:
    """The spread is shown; each judge begins the second round with what they said in the first."""
    done = list(panel.judges.exclude(first_sent_at=None))
    if len(done) < FEWEST:
        raise NotNow("panel.too_few_sent", fewest=FEWEST)
    first = Estimate.objects.filter(judge__in=done, round=1)
    rows = [Estimate(judge_id=one.judge_id, question_id=one.question_id, round=2, percent=one.percent) for one in first]
    Estimate.objects.bulk_create(rows)
    duties.shut(panel)
    duties.called(panel, done)
    return panel


@action(states.CLOSE_PANEL)
def close_panel(panel: AngoffPanel, *, by: User) -> AngoffPanel:
    """The second round is over; its cut can be adopted."""
    if panel.judges.exclude(second_sent_at=None).count() < FEWEST:
        raise NotNow("panel.too_few_sent", fewest=FEWEST)
    panel.closed_at = clock.now()
    panel.save(update_fields=["closed_at"])
    duties.shut(panel)
    return panel


@action(states.DROP_PANEL)
def drop_panel(panel: AngoffPanel, *, by: User) -> AngoffPanel:
    """Called off; it is kept and leads to no cut."""
    duties.shut(panel)
    return panel


@action(states.ADOPT_CUT)
def adopt_cut(panel: AngoffPanel, *, by: User, points: Fraction | None = None, why: str) -> CutScore:
    """The panel's own cut, or another one with the reason; once, so that tests can point at it."""
    if CutScore.objects.filter(panel=panel).exists():
        raise NotNow("panel.adopted_already")
    found = cut_in(panel, 2)
    if found.cut is None:
        raise NotNow("panel.too_few_sent", fewest=FEWEST)
    chosen = found.cut if points is None else points
    if not 0 < chosen <= found.total:
        raise NotValid("panel.cut_wrong", total=str(found.total))
    if not why.strip():
        raise NotValid("panel.why_missing")
    check_lengths(why)
    return CutScore.objects.create(
        panel=panel, exact=str(chosen), points=Decimal(round_half_up(chosen, PLACES)), total=Decimal(round_half_up(found.total, 2)),
        panel_exact=str(found.cut), error=None if found.se is None else Decimal(f"{found.se:.4f}"), n_judges=found.n_judges,
        why=why.strip(), adopted_by=by, adopted_at=clock.now(),
    )  # fmt: skip


def _round(judge: PanelJudge) -> int:
    """The one that is on and that this judge has not sent yet; the second is for those who were in the first."""
    state = judge.panel.state
    if state == AngoffPanel.State.FIRST and judge.first_sent_at is None:
        return 1
    if state == AngoffPanel.State.SECOND and judge.first_sent_at and judge.second_sent_at is None:
        return 2
    raise NotNow("panel.round_over")
