"""Panels as lists, judges' sheets and results show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count, QuerySet

from hengcai.accounts.models import User
from hengcai.accounts.queries import holders_of
from hengcai.assessment import permissions, states
from hengcai.assessment.models import AngoffPanel, BankQuestion, CutScore, PanelJudge, PanelQuestion
from hengcai.assessment.panels import cut_in
from hengcai.assessment.rules.angoff import Cut, Spread
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open

ORDERS = Orders({"opened": ("-opened_at", "-pk"), "name": ("name", "-pk"), "state": ("state", "-opened_at", "-pk")})
State = AngoffPanel.State


def panels_seen_by(user: Doer) -> QuerySet[AngoffPanel]:
    rows = AngoffPanel.objects.select_related("opened_by", "adopted").annotate(
        n_judges=Count("judges", distinct=True), n_questions=Count("questions", distinct=True)
    )
    return permissions.SEE_PANELS.rows(rows.order_by("-opened_at", "-pk"), user)


def seat_of(panel: AngoffPanel, user: Doer) -> PanelJudge | None:
    """The user's own seat among the judges."""
    return permissions.ESTIMATE.rows(PanelJudge.objects.filter(panel=panel), user).select_related("panel").first()


def panel_moves(panel: AngoffPanel, user: Doer) -> list[str]:
    """A cut is adopted once."""
    is_adopted = CutScore.objects.filter(panel=panel).exists()
    open_now = moves_open(states.PANEL_MOVES, panel, user)
    return [one.name for one in open_now if not (is_adopted and one.name == "adopt_cut")]


def able_judges() -> QuerySet[User]:
    return holders_of(permissions.ESTIMATE).order_by("name")


def questions_meant(codes: Sequence[str]) -> dict[str, BankQuestion]:
    """Published questions by code."""
    rows = BankQuestion.objects.filter(code__in=list(codes), state=BankQuestion.State.PUBLISHED)
    return {one.code: one for one in rows}


@dataclass(frozen=True)
class Line:
    """One question on a judge's sheet; `spread`: what all said in the round before."""

    row: PanelQuestion
    percent: int | None
    first: int | None
    spread: Spread | None


def sheet_lines(judge: PanelJudge) -> list[Line]:
    panel = judge.panel
    number = 1 if panel.state == State.FIRST else 2
    own = {(one.question_id, one.round): one.percent for one in judge.estimates.all()}
    before = {one.id: one for one in cut_in(panel, 1).questions} if number == 2 else {}
    rows = panel.questions.select_related("question").order_by("order")
    return [
        Line(one, own.get((one.pk, number)), own.get((one.pk, 1)) if number == 2 else None, before.get(str(one.pk)))
        for one in rows
    ]


@dataclass(frozen=True)
class Round:
    number: int
    n_sent: int
    cut: Cut | None  # none while the round is on: nobody sees others' figures before


@dataclass(frozen=True)
class Found:
    rounds: tuple[Round, ...]
    questions: dict[str, PanelQuestion]
    apart: tuple[Spread, ...]
    judges: tuple[PanelJudge, ...]


def found_in(panel: AngoffPanel) -> Found:
    judges = list(panel.judges.select_related("user").order_by("user__name", "pk"))
    first = cut_in(panel, 1) if panel.state in (State.SECOND, State.CLOSED) else None
    second = cut_in(panel, 2) if panel.state == State.CLOSED else None
    sent = (sum(one.first_sent_at is not None for one in judges), sum(one.second_sent_at is not None for one in judges))
    newest = second or first
    questions = {str(one.pk): one for one in panel.questions.select_related("question").order_by("order")}
    rounds = (Round(1, sent[0], first), *((Round(2, sent[1], second),) if first else ()))
    return Found(rounds, questions, newest.apart if newest else (), tuple(judges))


def cuts_for(code: str = "") -> QuerySet[CutScore]:
    """Adopted cuts, newest first; of panels on one question alone where `code` is given."""
    rows = CutScore.objects.select_related("panel", "adopted_by").order_by("-adopted_at", "-pk")
    return rows.filter(panel__questions__question__code=code).distinct() if code else rows


def pass_share(cut: CutScore) -> Fraction:
    """The cut as a share of the full points: what a paper of the same questions is passed with."""
    return Fraction(cut.exact) / Fraction(cut.total)


def own_round(judge: PanelJudge) -> int:
    """The round the judge may fill in now; 0 where none."""
    state = judge.panel.state
    if state == State.FIRST and judge.first_sent_at is None:
        return 1
    return 2 if state == State.SECOND and judge.first_sent_at and judge.second_sent_at is None else 0
