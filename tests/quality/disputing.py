"""One evaluation of Li's on its way through a dispute: Chen scored it, Cao decides, Feng may take over."""

from datetime import UTC, date, datetime

from hengcai.base import clock
from hengcai.quality import actions
from hengcai.quality.models import Dispute, Evaluation
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.disputes import Ruling, Wish
from tests import cast
from tests.quality import scene

MONDAY = datetime(2026, 3, 16, 2, 0, tzinfo=UTC)
LAST_DAY, TOO_LATE = date(2026, 3, 19), date(2026, 3, 20)
DUE = date(2026, 3, 20)  # of a dispute of Tuesday
TUESDAY = date(2026, 3, 17)
FIRST = {**scene.GOOD, "listening": Mark("2", "cut in"), "identity": Mark("no", "not asked")}
WISHES = {"listening": Wish("4", "let her finish", 1), "identity": Wish("yes", "asked at the start")}
BLIND = {"listening": "4", "identity": "no"}
RULINGS = {"listening": Ruling("upheld", "she was heard out"), "identity": Ruling("rejected", "never asked")}


def published(agent=None, marks=None) -> Evaluation:
    made = scene.evaluation(agent, FIRST if marks is None else marks)
    with clock.set_to(MONDAY):
        scene.publish([made])
    return Evaluation.objects.get(pk=made.pk)


def dispute(of=None, *, by="li", wishes=None, today=TUESDAY) -> Dispute:
    evaluation = of or published()
    return actions.dispute_evaluation(evaluation, by=cast.user(by), wishes=wishes or WISHES, today=today)


def confirm(of=None, *, by="li", today=TUESDAY) -> Evaluation:
    return actions.confirm_evaluation(of or published(), by=cast.user(by), today=today)


def take(one, *, by="cao") -> Dispute:
    return actions.take_dispute(one, by=cast.user(by))


def take_over(one, *, by="feng", reason="Chen is the only analyst") -> Dispute:
    return actions.take_over_dispute(one, by=cast.user(by), reason=reason)


def mark(one, *, by="cao", values=None) -> Dispute:
    return actions.mark_blind(one, by=cast.user(by), values=values or BLIND)


def decide(one, *, by="cao", rulings=None) -> Dispute:
    return actions.decide_dispute(one, by=cast.user(by), rulings=rulings or RULINGS)


def support(one, *, by="zhao", opinion="I heard it as she did") -> Dispute:
    return actions.add_opinion(one, by=cast.user(by), opinion=opinion)


def give_back(one, *, by="cao", reason="away next week") -> Dispute:
    return actions.give_back_dispute(one, by=cast.user(by), reason=reason)


def withdraw(one, *, by="li") -> Dispute:
    return actions.withdraw_dispute(one, by=cast.user(by))


WAY = {"open": (), "taken": (take,), "marked": (take, mark), "decided": (take, mark, decide), "withdrawn": (withdraw,)}


def in_state(state: str) -> Dispute:
    one = dispute()
    cast.zhao()
    for step in WAY[state]:
        step(one)
    return Dispute.objects.get(pk=one.pk)
