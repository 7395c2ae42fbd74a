"""The demo's practical examinations: the shipped check-lists, agents examined by two of them, one objection, and one panel
that set a cut score."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from hengcai.accounts.models import Centre, User
from hengcai.assessment.actions import (
    Put,
    Ticked,
    adopt_cut,
    close_panel,
    end_first_round,
    keep_ticks,
    load_questions,
    load_shipped_checklists,
    object_to_practical,
    open_panel,
    open_practical,
    send_panel_sheet,
    send_sheet,
    start_clock,
    stop_clock,
)
from hengcai.assessment.checking import list_of
from hengcai.assessment.models import AngoffPanel, BankQuestion, Checklist, Practical
from hengcai.assessment.rules.checklists import LEVEL, Item
from hengcai.base import clock
from hengcai.base.bilingual import encode
from hengcai.people.models import Person
from hengcai.training.models import Course

SEED, EXAMINED, BY_TWO = 2027, {"ticket_entry": 14, "complaint_call": 10}, 6
JUDGES = ("zhou", "feng", "zheng", "chen", "zhao")
QUESTIONS, COURSE = 8, "complaint_handling"
NOTES = ("念回号码时少了一段。", "道歉之后马上查了两次预约。", "备注写在内部栏，师傅看不到。")


def leave_practicals(centre: Centre, users: dict[str, User]) -> None:
    trainer, second = users["zhou"], users["feng"]
    load_shipped_checklists(centre, by=trainer, today=clock.today())
    agents = Person.objects.filter(user__role_grants__role="agent").distinct().order_by("pk")
    dice, people = random.Random(SEED), list(agents.select_related("user"))
    now = clock.now()
    for code, most in EXAMINED.items():
        checklist = Checklist.objects.get(code=code, state=Checklist.State.PUBLISHED)
        for place, person in enumerate(people[: min(most, len(people))]):
            begun = now - timedelta(days=20 - place, hours=dice.randint(1, 5))
            _examine(checklist, person, [trainer, second] if place < BY_TWO else [trainer], Setting(dice, begun))
    _object(people)
    _panel(centre, users, dice)


@dataclass(frozen=True)
class Setting:
    dice: random.Random
    begun: datetime


def _examine(checklist: Checklist, person: Person, examiners: list[User], at: Setting) -> None:
    """Each has the trade to their own degree; a second examiner sees a little less or more of it."""
    dice, items, first = at.dice, list_of(checklist).items, examiners[0]
    skill, second = dice.uniform(0.55, 0.97), examiners[1] if len(examiners) > 1 else None
    with clock.set_to(at.begun):
        practical = open_practical(person, by=first, checklist=checklist, second=second)
        start_clock(practical, by=first)
    with clock.set_to(at.begun + timedelta(seconds=checklist.minutes * 50 + dice.randint(-60, 60))):
        stop_clock(practical, by=first)
        seen = {one.id: _value(one, skill, dice) for one in items}
        for place, examiner in enumerate(examiners):
            own = {one.id: _seen(one, seen, skill, dice) if place else seen[one.id] for one in items}
            _send(practical, examiner, own, dice.choice(NOTES))


def _seen(one: Item, seen: dict[str, str], skill: float, dice: random.Random) -> str:
    """What a second examiner ticks: nearly always the same."""
    differs = not one.is_critical and dice.random() < 0.12
    return _value(one, skill, dice) if differs else seen[one.id]


def _send(practical: Practical, examiner: User, values: dict[str, str], remark: str) -> None:
    sheet = practical.sheets.get(examiner=examiner)
    rows = [Ticked(f"{sheet.pk}-{item}", "demo", item, value) for item, value in values.items()]
    keep_ticks(sheet, by=examiner, ticks=[*rows, Ticked(f"{sheet.pk}-remark", "demo", "", note=remark)])
    send_sheet(sheet, by=examiner)


def _value(item: Item, skill: float, dice: random.Random) -> str:
    if item.kind == LEVEL:
        return str(min(5, max(1, round(1 + 4 * skill + dice.uniform(-1, 1)))))
    is_done = dice.random() < (skill + 1) / 2 if item.is_critical else dice.random() < skill
    return "done" if is_done else "not_done"


def _object(people: list[Person]) -> None:
    """One of those who failed sees it otherwise; nobody has answered yet."""
    failed = (
        Practical.objects.filter(person__in=people, is_passed=False, object_until__gte=clock.today())
        .select_related("person__user")
        .first()
    )
    if failed and failed.person.user:
        object_to_practical(failed, by=failed.person.user, reason="身份证号是客户自己报的，我没有写进工单，请看录屏。")


def _panel(centre: Centre, users: dict[str, User], dice: random.Random) -> None:
    for course in Course.objects.filter(code=COURSE, state=Course.State.PUBLISHED):
        load_questions(centre, by=users["zhou"], course=COURSE, quiz=encode(course.quiz))
    rows = BankQuestion.objects.filter(state=BankQuestion.State.PUBLISHED).exclude(kind="essay").order_by("code")
    put = [Put(one, Decimal(1)) for one in rows[:QUESTIONS]]
    judges = [users[name] for name in JUDGES if name in users]
    if not put or len(judges) < len(JUDGES):
        return
    panel = open_panel(
        centre, by=users["zhou"], name="新人上岗理论笔试分数线", questions=put, judges=judges,
        borderline="能独立处理常见咨询，复杂业务知道去哪里查、找谁问；偶尔漏一个条件，不会说错承诺，也不会泄露客户信息。",
    )  # fmt: skip
    ease = {one.pk: dice.randint(50, 85) for one in panel.questions.all()}
    for number in (1, 2):
        for judge in panel.judges.select_related("user", "panel").order_by("pk"):
            spread = 16 if number == 1 else 7
            percents = {
                key: min(100, max(0, round((one + dice.randint(-spread, spread)) / 5) * 5)) for key, one in ease.items()
            }
            send_panel_sheet(judge, by=judge.user, percents=percents)
        panel = AngoffPanel.objects.get(pk=panel.pk)
        (end_first_round if number == 1 else close_panel)(panel, by=users["zhou"])
    adopt_cut(panel, by=users["zheng"], why="按评审第二轮的结果采用；首次使用后看试题分析，再定是否复评。")
