"""Some errors lie outside the agent; month by month they go to whoever can mend the cause. Most are answered, one is late."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from zlib import crc32

from hengcai.accounts.models import Centre, User
from hengcai.base import clock
from hengcai.base.roles import TRAINER
from hengcai.demo.talk import Told
from hengcai.demo.timeline import Timeline, at
from hengcai.quality.actions import answer_cause, close_cause, collect_causes, name_cause_owner
from hengcai.quality.measure_models import CauseReport
from hengcai.quality.rules.card import Item
from hengcai.quality.rules.causes import Answered

SYSTEM, KNOWLEDGE, PROCESS, POLICY = "system", "knowledge", "process", "policy"
ONE_IN = 6  # errors that are not the agent's
CAUSES = (SYSTEM, KNOWLEDGE, PROCESS, SYSTEM, POLICY)
OWNERS = {SYSTEM: "sun", PROCESS: "zheng", POLICY: "wu"}
ROLES = {KNOWLEDGE: TRAINER}  # whoever of the trainers comes to it first
ANSWERS_FOR = {TRAINER: "zhou"}
A_DAY, A_FORTNIGHT = timedelta(days=1), timedelta(days=14)
WHY = {
    SYSTEM: {"zh": "当时系统卡住，查不到也存不上", "en": "The system had stalled: nothing could be looked up or saved"},
    KNOWLEDGE: {"zh": "知识库里这一条是旧的", "en": "The knowledge base still held the old answer"},
    PROCESS: {"zh": "流程规定这一步要先转后台，当场做不了", "en": "The process sends this to the back office first"},
    POLICY: {"zh": "政策没有写明这种情况怎么办", "en": "The policy does not say what to do in this case"},
}
ANSWERS = {
    SYSTEM: (
        "高峰时段工单存盘超时，坐席只能口头记、事后补。",
        "存盘改为后台排队，页面先放行；改好后连看两周的超时数。",
    ),
    KNOWLEDGE: ("资费调整以后，知识库有几条没有同步更新。", "逐条核对资费类条目，今后调整当天由培训组更新。"),
    PROCESS: ("退费要先转后台审核，坐席当场给不了准话。", "小额退费放给一线当场办，流程修订后全员培训。"),
    POLICY: ("合约期内搬家的收费口径没有写明。", "请业务部门补充口径，发布前先用统一的答复话术。"),
}
SEEN = "抽了十条同类记录，都按新的做法办成了。"


def cause_of(item: Item, told: Told) -> str:
    """The same of the same dialogue, whoever scores it; never of a critical item."""
    number = crc32(f"{told.dialogue.id} {item.code}".encode())
    return "" if item.is_critical or number % ONE_IN else CAUSES[number // ONE_IN % len(CAUSES)]


def why_told(cause: str, told: Told) -> str:
    return WHY[cause][told.dialogue.language]


@dataclass
class Causes:
    centre: Centre
    users: Mapping[str, User]

    def name_owners(self) -> None:
        for cause, owner in OWNERS.items():
            name_cause_owner(self.centre, by=self.users["feng"], cause=cause, owner=self.users[owner])
        for cause, role in ROLES.items():
            name_cause_owner(self.centre, by=self.users["feng"], cause=cause, role=role)

    def lay_out(self, timeline: Timeline, months: Sequence[tuple[date, date]], *, today: date) -> None:
        """Older months are seen through; of the last but one a cause was left lying; of the newest
        one is still to be answered."""
        put = timeline.add_by_now
        for number, (first, last) in enumerate(reversed(months)):
            if number == 0:
                put(at(max(last + A_DAY, today - 2 * A_DAY), 9), partial(self.collect, first))
                put(at(today - A_DAY, 11), partial(self.answer, first, leaves=1))
                continue
            put(at(last + 10 * A_DAY, 9), partial(self.collect, first))
            put(at(last + 13 * A_DAY, 11), partial(self.answer, first, leaves=int(number == 1)))
            if number > 1:
                put(at(last + 27 * A_DAY, 11), partial(self.close, first))

    def collect(self, month: date) -> None:
        collect_causes(self.centre, by=self.users["feng"], month=month, today=clock.today())

    def answer(self, month: date, *, leaves: int = 0) -> None:
        """All of a month, or all but some."""
        found = CauseReport.objects.filter(month=month, state="open").order_by("cause")
        for one in found[: max(found.count() - leaves, 0)]:
            words, measure = ANSWERS[one.cause]
            said = Answered(words, measure, clock.today() + A_FORTNIGHT)
            answer_cause(one, by=one.owner or self.users[ANSWERS_FOR[one.role]], answer=said, today=clock.today())

    def close(self, month: date) -> None:
        for one in CauseReport.objects.filter(month=month, state="answered").exclude(owner=self.users["feng"]):
            close_cause(one, by=self.users["feng"], note=SEEN)
