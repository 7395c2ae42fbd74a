"""One session of Zhao's with Li, on listening, from an evaluation published on a Monday of March."""

from datetime import UTC, date, datetime, timedelta

from hengcai.base import clock
from hengcai.coaching import actions
from hengcai.coaching.models import Coaching
from hengcai.coaching.rules.library import Draft
from hengcai.coaching.rules.sessions import Cut, Plan
from hengcai.quality.drawn_models import Draw, DrawnStratum, Pick, SamplingPlan
from hengcai.quality.models import Assignment, Evaluation
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.quality import disputing as dis
from tests.quality import scene

TUESDAY = date(2026, 3, 17)
LOOK_ON = date(2026, 3, 31)
PASSWORD = "a-long-enough-one"
SAID = {"strengths": "calm", "gap": "cuts in", "agreed": "lets them finish, then sums up in one sentence", "notes": ""}


def knows_password(*names):
    for name in names:
        user = cast.user(name)
        user.set_password(PASSWORD)
        user.save()


def published() -> Evaluation:
    cast.zhao()
    return dis.published()


def plan(evaluation, *, item="listening", cuts=None, look_on=LOOK_ON, **texts) -> Plan:
    marked = evaluation.answers.get(item__code=item).item_id
    return Plan(marked, look_on, cuts=cuts or (Cut(evaluation.pk, 0, 1),), **{**SAID, **texts})


def prepared(evaluation=None, *, by="zhao", **how) -> Coaching:
    found = evaluation or published()
    return actions.prepare_coaching([found], by=cast.user(by), plan=plan(found, **how), today=TUESDAY)


def hold(one, *, by="zhao", held_on=TUESDAY):
    return actions.hold_coaching(one, by=cast.user(by), held_on=held_on, today=TUESDAY)


def sign(one, *, by, password=PASSWORD):
    return actions.sign_coaching(one, by=cast.user(by), password=password)


def held() -> Coaching:
    one = prepared()
    knows_password("li", "zhao")
    hold(one)
    return again(one)


def signed() -> Coaching:
    one = held()
    for name in ("li", "zhao"):
        sign(again(one), by=name)
    return again(one)


def again(one):
    return type(one).objects.get(pk=one.pk)


def drawn(*marks: str, since: date, rule: str = "", item: str = "listening") -> list[Evaluation]:
    """Contacts of Li that chance drew, a day apart, each published with this mark."""
    draw = _draw()
    stratum, _new = DrawnStratum.objects.get_or_create(
        draw=draw, key=f"li|{rule}", agent=cast.li(), rule=rule, defaults={"n": 50, "k": 40}
    )
    return [_one(mark, since + timedelta(days=n), stratum, item) for n, mark in enumerate(marks)]


def _draw() -> Draw:
    feng = cast.user("feng")
    facts = {"text": "", "first_on": date(2026, 1, 1), "last_on": date(2026, 6, 30), "seed": 1, "made_by": feng}
    plan = SamplingPlan.objects.get_or_create(name="of chance", defaults=facts)[0]
    return Draw.objects.get_or_create(plan=plan, number=0, defaults={"up_to": 9, "n": 9, "digest": "-", "by": feng})[0]


def _one(mark: str, on: date, stratum: DrawnStratum, item: str) -> Evaluation:
    at = datetime.combine(on, datetime.min.time(), UTC) + timedelta(hours=4)
    made = scene.evaluation(cast.li(), {**scene.GOOD, item: Mark(mark, "heard")}, at=at)
    pick = Pick.objects.create(draw=stratum.draw, stratum=stratum, contact=made.assignment.contact)
    Assignment.objects.filter(pk=made.assignment_id).update(pick=pick, why="drawn")
    Evaluation.objects.filter(pk=made.pk).update(state="published")
    return made


def draft(kind="model", **more) -> Draft:
    return Draft(**{"kind": kind, "title": "听完再答", "lesson": "客户说完再复述一遍。", "tags": "倾听 复述", **more})


def case(kind="model", *, by="zhao", evaluation=None, **more):
    with clock.set_to(dis.MONDAY):
        return actions.make_case(evaluation or published(), by=cast.user(by), draft=draft(kind, **more))
