"""Appeals of each kind: one adjusted, one rejected, one withdrawn; of the newest results one is heard and one just filed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from hengcai.accounts.models import User
from hengcai.appeals.actions import (
    agree_to_answer,
    answer_opinion,
    ask_opinion,
    file_appeal,
    hear_appeal,
    propose_answer,
    withdraw_appeal,
)
from hengcai.appeals.models import Appeal
from hengcai.appeals.queries.appeals import sight_of
from hengcai.appeals.rules.appeals import Petition
from hengcai.appraisal.models import Result
from hengcai.appraisal.rules.rulings import FIGURE, LEVEL, Ruled
from hengcai.appraisal.ruling import parts_of
from hengcai.base import clock
from hengcai.demo.timeline import Timeline, at
from hengcai.records.models import Record

A_DAY, A_WEEK = timedelta(days=1), timedelta(weeks=1)
OPEN_FOR = 9  # days before today in which appeals are left open
VISITORS = ("li", "wang")
PETITIONS = {
    "adjusted": Petition(
        ("rating", "evidence"), "评价里说我“不做复述”，可是三月十一日、十八日两通录音里都有完整的复述，请再听一遍。",
        "按这两通录音重新评这一项。",
    ),
    "rejected": Petition(
        ("figures",), "满意度低是因为那周系统故障，客户把气撒在我身上，不应该算我的。", "去掉那一周的客户评价。",
    ),
    "withdrawn": Petition(("arithmetic",), "总分和我自己加的不一样。", "请核对一遍。"),
    "heard": Petition(("procedure", "rating"), "面谈之前没有给我看依据，写的例子也不是我的通话。", "换人重新评“问题解决”。"),
    "assigned": Petition(("evidence",), "质检样本里有两通是转接来的，前半段不是我处理的。", "这两通不计入。"),
}  # fmt: skip
REASONS = {
    "adjusted": "复听了申诉人列出的两通录音，给方案之前都有复述并等客户确认，原评价依据不足，予以调整。",
    "rejected": "核对了工单和系统公告：故障发生在周二下午，申诉人当天没有上线，低分评价来自另外三天，与故障无关。维持原结果。",
}
HEARD = "申诉人说明了经过，当场播放了两通录音。班组长书面说明已附。"
QUESTION, OPINION = "评这一项时参考了哪几通录音？", "参考的是月初的三通，后两通当时没有听到。"
CLOSED = ("adjusted", "rejected", "withdrawn")


@dataclass
class Appeals:
    timeline: Timeline
    told: list[str] = field(default_factory=list)  # which stories have begun

    def lay_out(self, start: date, today: date) -> None:
        """Every Thursday somebody may; of the last days two are left open."""
        day = start + timedelta(days=(3 - start.weekday()) % 7)
        while day < today - OPEN_FOR * A_DAY:
            self.timeline.add(at(day, 11), self._one_of(CLOSED))
            day += A_WEEK
        for story, days in (("heard", 3), ("assigned", 1)):
            self.timeline.add_by_now(at(today - days * A_DAY, 11), self._one_of((story,)))

    def _one_of(self, stories: tuple[str, ...]) -> Callable[[], None]:
        return lambda: self._begin(next((one for one in stories if one not in self.told), ""))

    def _begin(self, story: str) -> None:
        found = self._record(story) if story else None
        if found is None:
            return
        self.told.append(story)
        result = Result.objects.select_related("participant__cycle__policy", "participant__person").get(
            pk=found.result_id
        )
        by = _user(found.person.user)
        one = file_appeal(result, by=by, petition=PETITIONS[story], today=clock.today())
        moment = clock.now()
        if story == "withdrawn":
            self._later(moment, 1, lambda: withdraw_appeal(_again(one), by=by))
        if story in ("adjusted", "rejected", "heard") and one.state == Appeal.State.ASSIGNED:
            self._later(moment, 1, lambda: self._heard(_again(one), asks=story == "adjusted"))
        if story in REASONS and one.state == Appeal.State.ASSIGNED:
            self._later(moment, 4, lambda: self._answered(_again(one), story))

    def _later(self, moment: datetime, days: int, act: Callable[[], object]) -> None:
        self.timeline.add_by_now(moment + days * A_DAY, act)

    def _record(self, story: str) -> Record | None:
        """In time, of somebody with a sign-in; for the adjusted one something must be there to adjust."""
        rows = Record.objects.filter(
            appeal_by__gte=clock.today(), person__user__is_active=True, result__is_current=True, result__appeals=None,
            result__answers=None,
            result__final__isnull=False,
        )  # fmt: skip
        rows = rows.exclude(person__user__username__in=VISITORS).exclude(state__in=("replaced", "archived"))
        for one in rows.select_related("person__user", "result__participant__cycle__policy").order_by("cycle", "pk")[
            :30
        ]:
            if story != "adjusted" or _better(one.result):
                return one
        return None

    def _heard(self, one: Appeal, *, asks: bool) -> None:
        members = _members(one)
        superiors = sight_of(one, members[0]).superiors if asks else ()
        for lead in list(superiors)[:1]:
            asked = ask_opinion(one, by=members[0], of=lead, question=QUESTION, today=clock.today())
            answer_opinion(asked, by=lead, answer=OPINION)
        present = "、".join([one.appellant.name, *(user.name for user in members[:2])])
        today = clock.today()
        hear_appeal(_again(one), by=members[0], held_on=today, present=present, words=HEARD, today=today)

    def _answered(self, one: Appeal, story: str) -> None:
        members, outcome = _members(one), story
        ruled = _better(one.result) if story == "adjusted" else []
        propose_answer(one, by=members[0], outcome=outcome, reasons=REASONS[story], ruled=ruled)
        agree_to_answer(_again(one), by=members[1])


def _better(result: Result) -> list[Ruled]:
    """The first figure that could be higher, a little higher."""
    for part, today in parts_of(result).items():
        if part.kind == LEVEL and part.source == "superior" and today is not None and Decimal(today) <= 4:
            return [Ruled(part, Decimal(today) + 1)]
        if part.kind == FIGURE and part.code in result.inputs.get("rated", {}) and Fraction(today or 100) < 90:
            return [Ruled(part, Decimal(90))]
    return []


def _members(one: Appeal) -> list[User]:
    rows = one.members.filter(left_at=None).select_related("user").order_by("place")
    return [row.user for row in rows]


def _again(one: Appeal) -> Appeal:
    rows = Appeal.objects.select_related(
        "appellant", "result__participant__cycle__policy", "result__participant__person"
    )
    return rows.get(pk=one.pk)


def _user(user: User | None) -> User:
    assert user is not None  # noqa: S101 - chosen so
    return user
