"""The panel's own work: terms, two minutes, tasks, a project group, suggestions of which one led to an article."""

from datetime import date, timedelta

from hengcai.accounts.models import Centre, User, system_user
from hengcai.appraisal.models import Policy
from hengcai.base import clock
from hengcai.council import actions
from hengcai.council.actions.group import Errand, Minutes
from hengcai.council.models import Suggestion
from hengcai.council.rules.group import Mandate, Point, new_code
from hengcai.demo.timeline import Timeline, at

A_DAY = timedelta(days=1)
SEATS = (
    ("qian", "chair", "office", "中心负责人兼任"), ("zheng", "analyst", "elected", "职工会议推选"),
    ("wu", "hr", "appointed", "中心任命"), ("feng", "analyst", "appointed", "中心任命"),
)  # fmt: skip
FIRST = Point(
    "季度考核口径",
    "上季度三个班组对“专业知识”的尺度不一，班组长希望给例子。",
    "校准会每月一次，例子进案例库。",
    (2, 0, 0),
)
SECOND = Point("申诉处理情况", "通报了申诉件数和处理结果，样本还少，不下结论。", "下季度再看。", (2, 0, 0))
SUGGESTIONS = (
    ("写明每项指标怎么算", "考核表只写总分，希望每个指标写明怎么算、数据从哪里来。", "adopted", "已写入新版制度，结果页也列出每一步计算。"),
    ("夜班按时段比", "夜班来电少，平均处理时长没法和白班比。", "partly", "运营指标已按同时段、同队列对比；考核指标暂不改，下半年评估。"),
    ("取消自评", "自评大家都打高分，没意义。", "not_adopted", "自评占 20%，用来对照本人与他人的看法，取消后面谈就少了一项对照，暂不采纳。"),
    ("面谈表加一栏", "面谈表希望加“需要的支持”一栏。", "", ""),
)  # fmt: skip
UNNAMED = ("请提前一天通知面谈", "临时通知面谈，没有时间准备。")


def lay_out(centre: Centre, users: dict[str, User], timeline: Timeline, *, start: date, today: date) -> None:
    day = today - 40 * A_DAY
    timeline.add(at(start + A_DAY, 9), lambda: _seats(centre, users))
    timeline.add_by_now(at(day, 15), lambda: _first_meeting(centre, users))
    timeline.add_by_now(at(today - 20 * A_DAY, 10), lambda: _suggest(centre, users))
    timeline.add_by_now(at(today - 12 * A_DAY, 10), lambda: _answer(users))
    timeline.add_by_now(at(today - 2 * A_DAY, 16), lambda: _second_meeting(centre, users))


def _seats(centre: Centre, users: dict[str, User]) -> None:
    for name, part, chosen, basis in SEATS:
        mandate = Mandate(part, chosen, clock.today(), None, basis)
        actions.add_seat(centre, by=users["qian"], user=users[name], mandate=mandate)


def _first_meeting(centre: Centre, users: dict[str, User]) -> None:
    zheng, qian, today = users["zheng"], users["qian"], clock.today()
    minutes = Minutes("考核小组例会", today, [zheng, qian], [FIRST], "职工代表一名")
    meeting = actions.write_meeting(centre, by=zheng, minutes=minutes, today=today)
    actions.approve_meeting(meeting, by=qian)
    group = actions.add_project(
        centre, by=qian, name="现状调研组", purpose="摸清各岗位的能力短板，提出培训重点。", since=today, until=None
    )
    for name, part in (("feng", "manager"), ("wu", "hr"), ("li", "senior")):
        actions.join_project(group, by=qian, user=users[name], part=part)
    errands = (
        Errand("挑三通录音作校准例子", users["feng"], today + 10 * A_DAY, meeting),
        Errand("发放并回收调研问卷", users["wu"], today + 30 * A_DAY, project=group),
        Errand("访谈十名客服代表", users["feng"], today + 50 * A_DAY, project=group),
    )
    made = [actions.set_errand(centre, by=qian, errand=one, today=today) for one in errands]
    actions.finish_errand(made[0], by=users["feng"], result="选了三通，已放进案例库。")


def _suggest(centre: Centre, users: dict[str, User]) -> None:
    for place, (title, text, _outcome, _answer) in enumerate(SUGGESTIONS):
        by = users[("li", "wang", "zhao", "chen")[place]]
        actions.suggest(centre, by=by, title=title, text=text, today=clock.today())
    facts = {"title": UNNAMED[0], "text": UNNAMED[1]}
    actions.suggest_unnamed(centre, by=system_user(), code=new_code(), today=clock.today(), **facts)


def _answer(users: dict[str, User]) -> None:
    zheng = users["zheng"]
    for title, _text, outcome, answer in SUGGESTIONS:
        one = Suggestion.objects.get(title=title)
        actions.take_up_suggestion(one, by=zheng)
        if outcome:
            actions.answer_suggestion(one, by=zheng, outcome=outcome, answer=answer)
    policy = Policy.objects.filter(kind="monthly", state="published").order_by("-number").first()
    if policy is not None:
        adopted = Suggestion.objects.get(title=SUGGESTIONS[0][0])
        actions.note_article(adopted, by=zheng, policy=policy, key="groups")


def _second_meeting(centre: Centre, users: dict[str, User]) -> None:
    zheng, qian, today = users["zheng"], users["qian"], clock.today()
    minutes = Minutes("申诉情况通报会", today, [zheng, qian], [SECOND])
    actions.write_meeting(centre, by=zheng, minutes=minutes, today=today)
