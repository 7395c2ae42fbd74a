"""What follows from results in the demo: pay of the months that are out, one improvement plan that succeeded, awards."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial

from hengcai.accounts.actions import renew_passwords
from hengcai.accounts.first_passwords import first_password
from hengcai.accounts.models import Centre, User, system_user
from hengcai.appraisal.actions import (
    Dates,
    add_cycle,
    add_marks,
    add_participant,
    compute_cycle,
    confirm_publication,
    open_cycle,
    propose_publication,
    publish_cycle,
    send_rating,
)
from hengcai.appraisal.forms import form_items
from hengcai.appraisal.models import Cycle, RatingTask, Result
from hengcai.appraisal.rules.publication import TAKE_BACK
from hengcai.appraisal.rules.raters import Given
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import Refusal
from hengcai.consequences import actions
from hengcai.consequences.models import Nomination, PayRun, Plan, Review
from hengcai.consequences.rules.bases import BaseRow
from hengcai.consequences.rules.plans import PlanText
from hengcai.consequences.steps import is_below
from hengcai.demo.periods import Period
from hengcai.demo.timeline import Timeline, at
from hengcai.people.models import Person, Placement, Site
from hengcai.people.permissions import on_day

A_DAY = timedelta(days=1)
PAID_AFTER, DRAFTED_AFTER, LASTS, RETEST_AFTER = 21, 16, 42, 46  # days after a month, after a quarter, of a plan
BASES, FIXED, LEAST = (1800, 2000, 2200), 3200, Fraction(2330)
SOURCE = "省人力资源和社会保障厅关于调整最低工资标准的通知"
GAP = "抽到的 12 条来电里有 7 条没等客户说完就报流程，其中 3 条因此重复核实。"
GOALS = "先听客户说完，再用一句话复述要办的事；复评抽到的录音里十条有八条做到。"
SUPPORT = "班组长每周听一条录音一起复盘；前两周安排跟听示范案例各两条。"
LETTER = "复评抽到的录音里都等客户说完才复述，做法稳定下来了。"
PRAISE = "连续两个月把转过两三手的投诉接到底，客户专门来电道谢。"
PAPER = "制度培训签到表第 1 页，纸质，存人力资源"
UPHELD = "抽到的录音逐条听过，扣分点都有对应时间，等次成立。"
WAIVED = "抽到的通数太少，其中两通还在系统故障时段，不据此扣减。"
LEVEL = Fraction(4)


class Consequences:
    def __init__(self, centre: Centre, users: dict[str, User], timeline: Timeline, password: str) -> None:
        self.centre, self.users, self.timeline, self.password = centre, users, timeline, password

    def lay_out(self, start: date, months: list[Period], quarter: Period, *, today: date) -> None:
        put = self.timeline.add
        put(at(start, 9), lambda: self._bases(start))
        for _first, last in months:
            put(at(last + PAID_AFTER * A_DAY, 10), self._pay(f"{last:%Y-%m}"))
        drafted = quarter[1] + DRAFTED_AFTER * A_DAY
        put(at(drafted, 10), lambda: self._plan(quarter, start, drafted))
        put(at(drafted + RETEST_AFTER * A_DAY, 10), lambda: self._retest(drafted + RETEST_AFTER * A_DAY))
        for days, is_granted in ((30, True), (3, False)):
            put(at(today - days * A_DAY, 11), self._award(today - days * A_DAY, is_granted=is_granted))

    def _bases(self, start: date) -> None:
        """Of everybody on the phones; a newcomer's comes with their first month."""
        wu = self.users["wu"]
        people = Person.objects.filter(placements__post__is_frontline=True).distinct().order_by("number")
        rows = [
            BaseRow(n, one.number, start - 600 * A_DAY, Fraction(BASES[n % len(BASES)]), Fraction(FIXED))
            for n, one in enumerate(people)
        ]
        actions.take_in_bases(self.centre, by=wu, rows=rows)
        for site in Site.objects.order_by("pk"):
            actions.add_minimum_wage(site, by=wu, since=start - 365 * A_DAY, amount=LEAST, source=SOURCE)

    def _pay(self, code: str) -> Callable[[], object]:
        """Prepared by HR and signed off by the head; the newest waits for the head."""

        def paid() -> None:
            cycle = Cycle.objects.filter(code=code, state=Cycle.State.PUBLISHED).first()
            if cycle is None:
                return
            for waiting in PayRun.objects.filter(state=PayRun.State.PREPARED):
                fresh = actions.prepare_run_anew(waiting, by=self.users["wu"])
                actions.export_run(actions.decide_run(fresh, by=self.users["qian"]), by=self.users["wu"])
            self._reviewed()
            try:
                actions.prepare_run(cycle, by=self.users["wu"], budget=Fraction(6000 * cycle.participants.count()))
            except Refusal:
                return  # nobody of this month has a base

        return paid

    def _reviewed(self) -> None:
        """Once, of a month that is paid: one cut upheld, which goes into the next run, and one waived."""
        waits = Review.objects.filter(result__participant__cycle__pay_runs__state=PayRun.State.EXPORTED)
        if waits.exclude(state=Review.State.OPEN).exists():
            return
        acts = ((actions.uphold_review, UPHELD), (actions.waive_review, WAIVED))
        for (act, words), one in zip(acts, list(waits.order_by("pk")[:2]), strict=False):
            act(one, by=self.users["qian"], reason=words)

    def _plan(self, quarter: Period, start: date, today: date) -> None:
        """Of one in the lowest band whose lead signs in; the rules were signed for before."""
        rows = Result.objects.filter(
            is_current=True, participant__cycle__kind="quarter", participant__cycle__period_end=quarter[1],
            participant__person__user__isnull=False, participant__placement__lead__user__isnull=False,
            participant__post__is_frontline=True,
        )  # fmt: skip
        wanted = rows.select_related(
            "participant__cycle__policy", "participant__person", "participant__placement__lead"
        )
        below = [one for one in wanted.order_by("participant__person__number") if is_below(one)]
        here = [one for one in below if _lead_of(one.participant.person, today) is not None]
        if not here:
            return
        person = here[0].participant.person
        lead = _lead_of(person, today)
        assert lead is not None  # noqa: S101 - looked for
        actions.keep_step_paper(person, by=self.users["wu"], step="known", on=start, words=PAPER, today=today)
        text = PlanText(GAP, GOALS, SUPPORT, today, today + LASTS * A_DAY)
        plan = actions.draft_improvement(person, by=lead, text=text, today=today)
        plan = actions.offer_improvement(plan, by=lead, today=today)
        for one in (person.user, lead):
            assert one is not None  # noqa: S101 - looked for
            user = User.objects.get(pk=one.pk)
            password = self._password_of(user)
            edits = {"edit_count": plan.edit_count}
            actions.sign_improvement(Plan.objects.get(pk=plan.pk), by=user, password=password, **edits)

    def _password_of(self, by: User) -> str:
        """Of an account nobody signs in with: made for this one signature."""
        if by.has_usable_password() and not by.must_change_password:
            return self.password
        made = first_password()
        renew_passwords([by], by=system_user(), passwords={by.pk: made})
        by.refresh_from_db()
        return made

    def _retest(self, today: date) -> None:
        """A special appraisal of the one person, published like any other; the plan closes with it."""
        plan = Plan.objects.filter(state=Plan.State.RUNNING).select_related("person", "lead").first()
        if plan is None:
            return
        zheng, qian = self.users["zheng"], self.users["qian"]
        name, days = (
            Bilingual("改进计划复评", "Reassessment after an improvement plan"),
            Dates(today, today, today, today),
        )
        period = (today - 3 * A_DAY, today - A_DAY)
        cycle = add_cycle(
            self.centre, by=zheng, kind="special", purpose="retest", code=f"RT-{today:%Y%m%d}", name=name, period=period,
            dates=days,
        )  # fmt: skip
        add_participant(cycle, by=zheng, person=plan.person)
        open_cycle(cycle, by=zheng, today=today)
        for task in RatingTask.objects.filter(participant__cycle=cycle).select_related(
            "rater__user", "participant__post"
        ):
            if task.rater.user is not None and task.source != "peer":
                given = {item.code: Given(LEVEL, reason=LETTER) for item in form_items(task)}
                send_rating(task, by=task.rater.user, given=given, comment="", edit_count=task.edit_count, today=today)
        add_marks(
            cycle, by=zheng, marks=[{"person": plan.person_id, "test": "业务知识", "attempt": 1, "mark": Decimal(82)}]
        )
        compute_cycle(cycle, by=zheng)
        propose_publication(cycle, by=zheng, reason="只评一人，同事不参加。", today=today)
        confirm_publication(cycle, by=qian, today=today)
        with clock.set_to(clock.now() + TAKE_BACK):
            publish_cycle(cycle, by=qian)
            self._close(plan, cycle)

    def _close(self, plan: Plan, cycle: Cycle) -> None:
        found = Result.objects.filter(participant__cycle=cycle, final__isnull=False).first()
        if found is not None and not is_below(found):
            actions.succeed_improvement(plan, by=plan.lead, retest=found, words=LETTER)

    def _award(self, today: date, *, is_granted: bool) -> Callable[[], object]:
        """服务之星 of the newest month out, of somebody no red line rules out."""

        def awarded() -> None:
            rows = Result.objects.filter(
                is_current=True,
                band="excellent",
                participant__cycle__kind="month",
                participant__cycle__state="published",
            ).exclude(participant__person__in=Nomination.objects.values("person"))
            order = ("-participant__cycle__period_end", "participant__person__number")
            for one in rows.select_related("participant__person", "participant__cycle__policy").order_by(*order)[:20]:
                made = self._nominated(one, today)
                if made is not None:
                    if is_granted:
                        day = made.notice_until or today
                        self.timeline.add(at(day + A_DAY, 9), partial(self._grant, made, day + A_DAY))
                    return

        return awarded

    def _nominated(self, result: Result, today: date) -> Nomination | None:
        try:
            made = actions.nominate(
                result.participant.person, by=self.users["zheng"], kind="star", result=result, reason=PRAISE
            )
            return actions.open_notice(made, by=self.users["wu"], today=today)
        except Refusal:
            return None

    def _grant(self, made: Nomination, today: date) -> None:
        actions.grant_award(made, by=self.users["qian"], today=today)


def _lead_of(person: Person, today: date) -> User | None:
    place = Placement.objects.filter(on_day(today), person=person).select_related("lead__user").first()
    return place.lead.user if place and place.lead else None
