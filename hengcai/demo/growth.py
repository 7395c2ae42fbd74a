"""Two ladders in force, some first steps given, two people in the reserve, a development plan signed and one begun."""

from datetime import date, timedelta

from hengcai.accounts.models import Centre, User
from hengcai.appraisal.models import Result
from hengcai.framework.models import Competency
from hengcai.growth import actions
from hengcai.growth.actions.plans import GoalPlan
from hengcai.growth.models import Ladder, Outlook
from hengcai.growth.reading import climbers
from hengcai.people.models import Person

LADDERS = ("frontline", "leading")
GIVEN, RESERVED = 12, 2
SEEN = "质检主管签过的上岗考核单，看过原件。"
BECAUSE = "条件逐项核对过，考核小组 {month} 月例会通过。"
RESERVE = "班组同事遇到问题愿意问他，代班两次现场没出乱子，明年想让他试着带一个小组。"
GOALS = (
    (
        "complaint_settling",
        "投诉工单能独立办结，不用班组长接手",
        "每周跟听两条投诉录音，写出处理步骤",
        "班组长每两周陪听一次，讲评二十分钟",
        90,
    ),
    (None, "带一名新人通过上岗考核", "按带教计划陪两周，每天收班前讲十分钟", "排班给出带教时间", 150),
)


class Growing:
    """Through the actions of whoever does it: HR and the group keep the ladders, leads see what was shown."""

    def __init__(self, centre: Centre, users: dict[str, User], *, password: str, today: date) -> None:
        self.centre, self.users, self.password, self.today = centre, users, password, today

    def leave(self) -> None:
        for code in LADDERS:
            made = actions.load_preset(self.centre, by=self.users["wu"], code=code)
            actions.publish_ladder(made, by=self.users["zheng"], today=self.today)
            self._count(made)
        frontline = Ladder.objects.get(code=LADDERS[0])
        self._first_steps(frontline)
        self._count(frontline)
        self._reserve(Ladder.objects.get(code=LADDERS[1]))
        self._plans()

    def _count(self, ladder: Ladder) -> None:
        people = climbers(ladder, today=self.today)
        actions.count_outlooks(ladder, by=self.users["wu"], persons=people, today=self.today)

    def _first_steps(self, ladder: Ladder) -> None:
        """Of those who lack only the paper nobody had seen yet."""
        step, by = ladder.steps.get(order=1), self.users["wu"]
        rows = Outlook.objects.filter(ladder=ladder, step=step, verdict="one_step").select_related("person")
        near = [one for one in rows.order_by("person__number") if one.lines[-1]["state"] == "missing"]
        for one in near[:GIVEN]:
            actions.note_proof(one.person, by=by, step=step, place=0, seen_on=self.today, words=SEEN)
            because = BECAUSE.format(month=self.today.month)
            actions.rate_standing(one.person, by=by, step=step, because=because, today=self.today)

    def _reserve(self, ladder: Ladder) -> None:
        step = ladder.steps.get(order=1)
        good = Result.objects.filter(
            is_current=True, band__in=("excellent", "good"), participant__cycle__kind="quarter"
        )
        on_it = Outlook.objects.filter(ladder=ladder).values("person")
        people = Person.objects.filter(pk__in=on_it, participations__results__in=good).exclude(user=self.users["li"])
        for person in people.distinct().order_by("number")[:RESERVED]:
            actions.keep_in_reserve(person, by=self.users["qian"], step=step, because=RESERVE, today=self.today)

    def _plans(self) -> None:
        zhao, li = self.users["zhao"], self.users["li"]
        signed = actions.open_growth_plan(Person.objects.get(user=li), by=zhao, year=self.today.year)
        codes = {one.code: one.pk for one in Competency.objects.filter(framework__state="published")}
        goals = [
            GoalPlan(
                what, self.today + timedelta(days=days), competency=codes.get(code or ""), how=how, support=support
            )
            for code, what, how, support, days in GOALS
        ]
        words = {"wish": "想往投诉处理走，两年内评上三星。", "strengths": "记得住流程，客户急的时候能稳住。"}
        signed = actions.edit_growth_plan(signed, by=zhao, goals=goals, edit_count=0, **words)
        signed = actions.agree_growth_plan(signed, by=zhao, today=self.today)
        for user in (li, zhao):
            signed = actions.sign_growth_plan(signed, by=user, password=self.password, edit_count=signed.edit_count)
        actions.open_growth_plan(Person.objects.get(user=self.users["wang"]), by=zhao, year=self.today.year)
