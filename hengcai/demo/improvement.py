"""Corrective actions in every state, one that helped and one that is late; last month's analysis, issued and talked over;
reports that arrive by themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hengcai.accounts.models import Centre, User
from hengcai.base import clock
from hengcai.base.days import months_back
from hengcai.base.errors import NotNow
from hengcai.coaching.models import Coaching
from hengcai.demo.timeline import Timeline, at
from hengcai.improvement import actions
from hengcai.improvement.actions.months import Minutes, Written
from hengcai.improvement.actions.remedies import Subject
from hengcai.improvement.actions.standing import Place, When
from hengcai.improvement.models import Remedy
from hengcai.improvement.rules.remedies import PERSON, PROCESS, SYSTEM, Plan
from hengcai.improvement.rules.remedies import TEAM as OF_TEAM
from hengcai.improvement.tasks import bring_to_the_end
from hengcai.people.models import Person, Team
from hengcai.quality.measure_models import CauseReport

A_DAY = timedelta(days=1)
COUNTED_DAYS = 215  # back: seven months
COACHED = 22  # days ago, when the one who gets better was coached
LATE = ("工单系统高峰时段存盘要等十几秒，坐席先口头记录、事后补录，容易漏项。", "存盘改为后台排队，高峰时段页面不卡。")
HELPED = ("最近几通里，客户还没说完就接话，要客户重复。", "每天听自己的一通录音，记下插话的地方；接话前先停两秒。")
HELPED_PROOF = "连续五个班次都有自听记录，班组长抽查了三通。"
HELPED_SEEN = "新抽的几通都等客户说完才接话，复述也准确。"
TEAM = ("班组合格率低于中心平均，失分集中在核实信息。", "班前会用两个案例讲核实的顺序，全组演练一遍。")
TEAM_PROOF = "班前会记录已签阅，全组演练完成。"
PROMPT = ("质检结果常常拖到一周以后才反馈给本人。", "每天下班前发布当天复核完的结果。")
PROMPT_PROOF = "改为每天 17 点集中发布，连续两周没有积压。"
ENDING = "每日发布已写进质检工作流程，不再单独跟踪。"
WRITTEN = {
    "zh-hans": (
        "变化超出误差的几项已在质量分析会上逐项讨论，对应的整改见会议决定；其余指标在误差之内。",
        "跟进工单系统存盘慢的整改；新人抽检量加一倍。",
    ),
    "en": (
        "The figures that moved beyond chance were discussed one by one in the quality meeting; its decisions name the corrective "
        "actions. All other figures moved within chance.",
        "Follow up the slow saving of tickets; double the sample of newcomers.",
    ),
}
MINUTES = "逐项过了上月数据，讨论了失分最多的三个评分项。"
DECISIONS = ("小额退费放给一线当场办理，修订流程并培训。", "核实信息的顺序做成一页卡片，放到知识库首页。")


@dataclass
class Improvements:
    centre: Centre
    users: Mapping[str, User]
    timeline: Timeline

    def plan(self, today: date) -> None:
        """Lays out what happens when."""
        put = self.timeline.add_by_now
        put(
            at(today - 70 * A_DAY, 10),
            lambda: self._raise(PROCESS, PROMPT, "zheng", today - 50 * A_DAY, figure="prompt"),
        )
        put(at(today - 60 * A_DAY, 10), lambda: self._finish("prompt", PROMPT_PROOF))
        put(at(today - COACHED * A_DAY, 11), lambda: self._raise(SYSTEM, LATE, "sun", today - 6 * A_DAY))
        put(at(today - COACHED * A_DAY, 12), lambda: self._beside_coaching(today))
        put(at(today - 12 * A_DAY, 10), lambda: self._of_a_team(today))
        put(at(today - 9 * A_DAY, 8), self._subscribe)
        put(at(today - 4 * A_DAY, 11), lambda: self._finish("passed", TEAM_PROOF))
        put(at(today - 2 * A_DAY, 16), self._see_that_it_helped)

    def tell(self, today: date) -> None:
        """What stands on figures that are counted when everything else has happened."""
        first, by = today - COUNTED_DAYS * A_DAY, self.users["feng"]
        actions.count_places(self.centre, by=by, first=first.replace(day=1), last=today)
        for one in Remedy.objects.filter(state="done", figure="prompt"):
            actions.check_remedy(one, by=by, words="看了完成之后的整月数据。", today=today)
            actions.close_remedy(one, by=by, words=ENDING)
        self._from_a_cause(today)
        self._analysis(today)
        bring_to_the_end()

    def _raise(self, about: str, words: tuple[str, str], owner: str, due_on: date, **more: object) -> None:
        self._raised(Plan(about, *words, due_on, **more), Subject(self.users[owner]))  # type: ignore[arg-type]

    def _raised(self, plan: Plan, subject: Subject) -> Remedy:
        return actions.raise_remedy(self.centre, by=self.users["feng"], plan=plan, subject=subject, today=clock.today())

    def _finish(self, figure: str, proof: str) -> None:
        for one in Remedy.objects.filter(state="open", figure=figure):
            actions.finish_remedy(one, by=one.owner, proof=proof, today=clock.today())

    def _beside_coaching(self, today: date) -> None:
        """Of the one who gets better: the same item, drawn before and after."""
        session = Coaching.objects.filter(state="signed").order_by("pk").first()
        if session is None:
            return
        plan = Plan(PERSON, *HELPED, today - 15 * A_DAY, item=session.item_id)
        made = self._raised(plan, Subject(session.coach, session.agent))
        actions.finish_remedy(made, by=session.coach, proof=HELPED_PROOF, today=clock.today())

    def _see_that_it_helped(self) -> None:
        for one in Remedy.objects.filter(state="done", about=PERSON):
            actions.check_remedy(one, by=self.users["feng"], words=HELPED_SEEN, today=clock.today())

    def _of_a_team(self, today: date) -> None:
        if team := self._team():
            subject = Subject(self.users["zhao"], team=team)
            self._raised(Plan(OF_TEAM, *TEAM, today - 2 * A_DAY, figure="passed"), subject)

    def _team(self) -> Team | None:
        """That of the visiting lead."""
        lead = Person.objects.filter(user=self.users["zhao"]).first()
        return (
            Team.objects.filter(placements__lead=lead, placements__until=None).order_by("pk").first() if lead else None
        )

    def _subscribe(self) -> None:
        if team := self._team():
            actions.subscribe(self.centre, by=self.users["zhao"], place=Place(team=team), when=When("week", 8))
        for name, span in (("qian", "month"), ("feng", "week")):
            actions.subscribe(self.centre, by=self.users[name], place=Place(), when=When(span, 8))

    def _from_a_cause(self, today: date) -> None:
        report = CauseReport.objects.filter(state="answered").order_by("-month", "cause").first()
        if report is not None:
            actions.raise_from_cause(report, by=self.users["feng"], language="zh-hans", today=today)

    def _analysis(self, today: date) -> None:
        """Of the last month that is over, as far as anything was counted of it."""
        feng = self.users["feng"]
        try:
            report = actions.draft_month(self.centre, by=feng, month=months_back(today, 2), today=today)
        except NotNow:
            return
        for count, (language, (summary, focus)) in enumerate(WRITTEN.items()):
            written = Written(language, summary=summary, focus=focus)
            report = actions.edit_month(report, by=feng, written=written, edit_count=count)
        report = actions.issue_month(report, by=self.users["qian"])
        people = [self.users[name] for name in ("qian", "feng", "zhou", "zhao")]
        told = Minutes(MINUTES, DECISIONS)
        meeting = actions.enter_meeting(report, by=feng, held_on=today, attendees=people, told=told)
        decision = meeting.decisions.order_by("pk")[0]
        subject = Subject(self.users["zheng"], source=Remedy.Source.MEETING, source_id=decision.pk)
        self._raised(
            Plan(PROCESS, "退费要先转后台审核，坐席当场给不了准话。", decision.text, today + 20 * A_DAY), subject
        )
