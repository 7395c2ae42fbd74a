"""A second version of the month's policy came into force by its whole procedure; one of the quarter is being discussed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from hengcai.accounts.models import Centre, User
from hengcai.appraisal import actions
from hengcai.appraisal.models import Policy
from hengcai.appraisal.policy_changes import unexplained
from hengcai.appraisal.rules.procedure import Meeting, Notice, Present
from hengcai.demo.people import Staff
from hengcai.demo.timeline import Timeline, at
from hengcai.people.queries.days import staff_on

A_DAY = timedelta(days=1)
BEGUN, CLOSED, MET, POSTED = 34, 27, 25, 20  # days before it is in force
SIGNED = 12  # days after the notice, on paper at the teams' briefings
MISSING = 4  # have not signed yet
OPENED_DAYS_AGO, OPEN_DAYS = 3, 4
MONTH = """name: 月度服务质量考核 Monthly service quality
windows: {appeal: "7", answer: "10", silence: "5", notice: "5"}   # 轮班的人五个工作日不够
"""
QUARTER = """name: 季度技能评价 Quarterly skill appraisal
customer_minimum: 8
"""
WHY = {
    "window:appeal": "轮班的同事五个工作日里常常只上三天班，来不及准备依据。",
    "policy:customer_minimum": "五个评价太少，碰上一个差评就掉一档；去年八个以上的占九成。",
}
SAID = (  # (who, article, what, answer, why)
    ("li", "windows.appeal", "夜班一周休三天，五个工作日真的不够，建议延长到七个。", "taken", "采纳，改成七个工作日。"),
    ("wang", "rules.upheld_complaints", "快递弄丢的投诉别算到我们头上。", "partly", "判为有责的才扣，规则里已写明；判责说明会再写细。"),
    ("zhao", "windows.answer", "十个工作日答复太久，能不能五个？", "not_taken", "要另找没打过分的人调录音，五个做不到。"),
    ("chen", "", "条文写得清楚，没有意见。", "taken", "谢谢。"),
)  # fmt: skip
ASKED = (
    ("wang", "sources.customer", "在线的评价本来就少，八个会不会有人一直没有客户分？", "", ""),
    ("zhao", "sources.customer", "同意，五个确实不稳。", "taken", "采纳。"),
)
PRESENT = (
    Present("何梅（工会主席）", "union"), Present("王芳", "staff"), Present("郑远山", "panel"),
    Present("吴倩", "panel"), Present("钱立群", "management"),
)  # fmt: skip
MINUTES = (
    "逐条讨论征求到的意见。申诉期由五个工作日改为七个，一致同意；答复期维持十个工作日，赵建国保留意见。"
    "职工代表王芳转达：大家最关心投诉判责，请质检把判责说明写细。表决通过，下月公示施行。"
)
NOTICE = "新一版月度考核制度已讨论通过，现予公示：申诉期由五个工作日改为七个工作日，其余不变。全文见系统“考核制度”，请每个人看过后签收。"


@dataclass
class Policies:
    centre: Centre
    staff: Staff
    timeline: Timeline
    password: str

    def tell(self, begins: date, today: date) -> None:
        put = self.timeline.add_by_now
        put(at(begins - BEGUN * A_DAY, 10), partial(self._discuss_month, begins))
        put(at(begins - CLOSED * A_DAY, 15), self._answered)
        put(at(begins - MET * A_DAY, 16), partial(self._decide, begins - MET * A_DAY))
        put(at(begins - POSTED * A_DAY, 9), partial(self._announce, begins))
        put(at(begins - (POSTED - SIGNED) * A_DAY, 18), partial(self._sign, begins - (POSTED - SIGNED) * A_DAY))
        put(at(begins, 8), partial(self._begin, begins))
        put(at(today - OPENED_DAYS_AGO * A_DAY, 10), partial(self._discuss_quarter, today))

    def _user(self, name: str) -> User:
        return self.staff.users[name]

    def _drafted(self, kind: str, text: str, by: str) -> Policy:
        made = actions.add_policy(self.centre, by=self._user(by), kind=kind, text=text)
        for change in unexplained(made):
            actions.explain_change(made, by=self._user(by), place=change.place, reason=WHY[change.place])
        return made

    def _discuss_month(self, begins: date) -> None:
        self.month = self._drafted(Policy.Kind.MONTHLY, MONTH, "wu")
        opened, closes = begins - BEGUN * A_DAY, begins - CLOSED * A_DAY
        words = "只改申诉期一条，其余不变。请大家看一看，有意见直接写在对应的条文下面。"
        actions.discuss_policy(self.month, by=self._user("wu"), closes_on=closes, today=opened, invitation=words)
        self._comment(self.month, SAID, opened)

    def _comment(self, policy: Policy, said: Sequence[tuple[str, str, str, str, str]], day: date) -> None:
        self.waiting = []
        for name, article, text, answer, why in said:
            one = actions.comment_on_policy(policy, by=self._user(name), text=text, article=article, today=day)
            if answer:
                self.waiting.append((one, answer, why))

    def _answered(self) -> None:
        for one, answer, why in self.waiting:
            actions.answer_comment(one, by=self._user("zheng"), answer=answer, reason=why)

    def _decide(self, day: date) -> None:
        meeting = Meeting(held_on=day, minutes=MINUTES, present=PRESENT, votes_for=4, votes_abstained=1)
        actions.decide_policy(self.month, by=self._user("qian"), meeting=meeting, today=day)

    def _announce(self, begins: date) -> None:
        day = begins - POSTED * A_DAY
        notice = Notice(text=NOTICE, place="一楼公告栏、员工群", posted_on=day, in_force_from=begins)
        actions.announce_policy(self.month, by=self._user("wu"), notice=notice, today=day)

    def _sign(self, day: date) -> None:
        """Chen and Zhao at their desks, the teams on the list of their briefing; the last few of the list were away, and
        the visitor has it before them."""
        for name in ("chen", "zhao"):
            actions.acknowledge_policy(self.month, by=self._user(name), password=self.password, today=day)
        away = {"li", "wu"}
        people = staff_on(day).select_related("user").order_by("number")
        numbers = [one.number for one in people if one.user is None or one.user.username not in away]
        few = numbers[: max(1, len(numbers) - MISSING)]
        actions.take_in_signatures(self.month, by=self._user("wu"), numbers=few, signed_on=day, today=day)

    def _begin(self, begins: date) -> None:
        actions.publish_policy(self.month, by=self._user("qian"), today=begins)

    def _discuss_quarter(self, today: date) -> None:
        opened = today - OPENED_DAYS_AGO * A_DAY
        draft = self._drafted(Policy.Kind.QUARTERLY, QUARTER, "zheng")
        actions.discuss_policy(draft, by=self._user("zheng"), closes_on=today + OPEN_DAYS * A_DAY, today=opened)
        self._comment(draft, ASKED, opened)
        for one, answer, why in self.waiting:
            actions.answer_comment(one, by=self._user("wu"), answer=answer, reason=why)
