"""Agents confirm or dispute what is published: some disputes are decided, one of each state is under way, one is late."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from itertools import islice

from hengcai.accounts.models import User
from hengcai.accounts.queries import holders_of
from hengcai.appraisal.actions import confirm_correction, confirm_correction_alone, propose_correction
from hengcai.appraisal.models import Correction
from hengcai.appraisal.permissions import CONFIRM_CORRECTION
from hengcai.appraisal.tasks import open_corrections_step
from hengcai.base import clock
from hengcai.demo.rechecks import ready_to_publish
from hengcai.demo.scoring import Desk
from hengcai.quality.actions.disputes import (
    add_opinion,
    confirm_evaluation,
    decide_dispute,
    dispute_evaluation,
    mark_blind,
    take_dispute,
)
from hengcai.quality.cards import card_of, marks_of
from hengcai.quality.models import Dispute, Evaluation
from hengcai.quality.permissions import TAKE
from hengcai.quality.rules import disputes as rules
from hengcai.quality.rules.card import ANCHORED, YES_NO, Card, Marks
from hengcai.quality.rules.disputes import PARTLY, REJECTED, UPHELD, Ruling, Wish

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
PUBLISHED_EARLY, VISITORS = 12, ("li", "wang")
CORRECTED = "申诉改判后，按改判的评分重新计算。"
ALONE = "考核小组目前只有一名成员可以处理更正，结果已影响本人当月考核，不宜再等。"
LOW = ("2", "3", "no", "4")  # worth asking for more
SAID = {
    "zh": {
        "wish": "这一步我做了，只是说得短；请对照这一段再听一遍。",
        "opinion": "复听过，做是做了，话说得偏急；请按标准看。",
        UPHELD: "按标准的写法，该做的都做到了。",
        PARTLY: "做了，但没有做全：确认的那一句缺了。",
        REJECTED: "复听没有听到，对话里也找不到这一步。",
    },
    "en": {
        "wish": "I did do this, only briefly; please listen to this part again.",
        "opinion": "I listened again: it is there, if hurried. Please hold it against the standard.",
        UPHELD: "Everything the standard asks for is there.",
        PARTLY: "It was begun and not finished: the sentence that confirms it is missing.",
        REJECTED: "It cannot be heard, and nothing in the conversation stands for it.",
    },
}


@dataclass
class Disputes:
    """`waiting`: rounds that are being scored and will not be published before the demo's present."""

    desk: Desk
    waiting: list[list[Evaluation]] = field(default_factory=list)

    def of_a_round(self, made: Sequence[Evaluation]) -> None:
        """Two decided by the next day, a third left lying by whoever took it."""
        found = list(self._raised(made, 3))
        for outcome, one in zip((PARTLY, REJECTED), found, strict=False):
            self._later(2, self._support, one)
            self._later(4, self._take, one)
            self._later(5, self._mark, one)
            self._later(24, self._decide, one, outcome)
        for one in found[2:]:
            self._later(30, self._take, one)

    def of_the_newest(self) -> None:
        """A few are published early; of these some are confirmed, some disputed, those of the visitors left to them."""
        made = ready_to_publish([one for some in self.waiting for one in some])
        made.sort(key=lambda one: self._name(one) not in VISITORS)
        early = made[:PUBLISHED_EARLY]
        if not early:
            return
        self.desk.publish(early)
        others = [one for one in early if self._name(one) not in VISITORS]
        for number, one in enumerate(self._raised(others, 3)):
            self._support(one)
            for step in (self._take, self._mark)[:number]:
                step(one)
        for agreed in self._answerable(others)[:2]:
            confirm_evaluation(agreed, by=_whole(agreed.agent.user), today=clock.today())

    def of_a_months_end(self, made: Sequence[Evaluation]) -> None:
        """One is won when the month is out already, so that its result is corrected."""
        for one in self._raised(made, 1):
            self._later(4, self._take, one)
            self._later(5, self._mark, one)
            self._later(5 * 24, self._decide, one, UPHELD)
            self._later(5 * 24 + 1, partial(open_corrections_step, 0))
            self._later(6 * 24, self._correct)

    def _correct(self) -> None:
        for one in Correction.objects.filter(state=Correction.State.OPEN).select_related("old"):
            zheng = self.desk.users["zheng"]
            made = propose_correction(one.old, by=zheng, reason=CORRECTED)
            able = holders_of(CONFIRM_CORRECTION).exclude(pk__in=[zheng.pk, made.subject_id or 0]).order_by("pk")
            second = able.first()
            if second:
                confirm_correction(made, by=second)
            else:
                confirm_correction_alone(made, by=zheng, reason=ALONE)

    def _later(self, hours: int, act: Callable[..., object], *args: object) -> None:
        self.desk.timeline.add(clock.now() + hours * AN_HOUR, partial(act, *args))

    def _name(self, one: Evaluation) -> str:
        return one.agent.user.username if one.agent.user else ""

    def _answerable(self, made: Sequence[Evaluation]) -> list[Evaluation]:
        rows = Evaluation.objects.filter(
            pk__in=[one.pk for one in made], state="published", is_current=True, dispute=None
        )
        rows = rows.filter(agent__user__isnull=False).select_related("agent__user", "scorecard", "assignment__contact")
        return list(rows.order_by("pk"))

    def _raised(self, made: Sequence[Evaluation], most: int) -> Iterator[Dispute]:
        """By agents who lost something they can ask back, the partly winnable first."""
        found = ((one, code) for one in self._answerable(made) if (code := self._lost(one)))
        for one, code in islice(found, most):
            card, marks = _sheet(one)
            item, mark = card.by_code[code], marks[code]
            value = "5" if item.kind == ANCHORED else rules.wishable(card, item, mark.value)[0]
            wish = Wish(value, self._words(one)["wish"], mark.turn)
            yield dispute_evaluation(one, by=_whole(one.agent.user), wishes={code: wish}, today=clock.today())

    def _lost(self, one: Evaluation) -> str:
        """The item lowest marked of those that could stand higher."""
        card, marks = _sheet(one)
        found = [item.code for item in rules.disputable(card, marks) if item.kind in (ANCHORED, YES_NO)]
        low = [code for code in found if marks[code].value in LOW]
        return min(low, key=lambda code: LOW.index(marks[code].value), default="")

    def _support(self, dispute: Dispute) -> None:
        where = dispute.evaluation.placement
        lead = where.lead.user if where and where.lead else None
        if lead:
            add_opinion(dispute, by=lead, opinion=self._words(dispute.evaluation)["opinion"])

    def _take(self, dispute: Dispute) -> None:
        take_dispute(dispute, by=self._decider(dispute))

    def _decider(self, dispute: Dispute) -> User:
        """An analyst who may take it; Chen is left what waits."""
        rows = Dispute.objects.filter(pk=dispute.pk)
        return next(one for one in reversed(self.desk.scorers) if TAKE.rows(rows, one).exists())

    def _mark(self, dispute: Dispute) -> None:
        card, _marks = _sheet(dispute.evaluation)
        rows = {one.item.code: one for one in dispute.items.select_related("item")}
        values = {code: _midway(card, code, one.first, one.wished) for code, one in rows.items()}
        mark_blind(dispute, by=_whole(dispute.decider), values=values)

    def _decide(self, dispute: Dispute, outcome: str) -> None:
        card, _marks = _sheet(dispute.evaluation)
        rulings = {}
        for one in dispute.items.select_related("item"):
            parts = rules.between(card, card.by_code[one.item.code], one.first, one.wished)
            kind = UPHELD if outcome == PARTLY and not parts else outcome
            value = parts[-1] if kind == PARTLY else ""
            rulings[one.item.code] = Ruling(kind, self._words(dispute.evaluation)[kind], value)
        decide_dispute(dispute, by=_whole(dispute.decider), rulings=rulings)

    def _words(self, one: Evaluation) -> dict[str, str]:
        return SAID[self.desk.told(one).dialogue.language]


def _whole(user: User | None) -> User:
    assert user is not None  # noqa: S101 - chosen so
    return user


def _sheet(one: Evaluation) -> tuple[Card, Marks]:
    return card_of(one.scorecard), marks_of(one.answers.select_related("item"))


def _midway(card: Card, code: str, first: str, wished: str) -> str:
    return (rules.between(card, card.by_code[code], first, wished) or [first])[-1]
