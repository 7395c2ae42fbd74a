"""Wang below the bar in two quarters, the rules signed before; a plan of Zhao's, and a re-test."""

from datetime import date

from hengcai.appraisal.models import Policy
from hengcai.consequences import actions
from hengcai.consequences.models import Plan, StepPaper
from hengcai.consequences.rules.plans import PlanText
from tests import cast
from tests.coaching.coaching_scene import PASSWORD, knows_password
from tests.consequences import scene

QUARTERS = {"2025-Q3": (date(2025, 7, 1), date(2025, 9, 30)), "2025-Q4": (date(2025, 10, 1), date(2025, 12, 31))}
KNOWN, TODAY, STARTS, ENDS = date(2025, 6, 2), date(2026, 3, 16), date(2026, 3, 17), date(2026, 4, 30)
AGAIN = (date(2026, 5, 1), date(2026, 5, 8))
BELOW, ABOVE = ("3.1", "to_improve"), ("3.9", "good")
TEXT = PlanText("抢话", "先听完再答", "赵恒山每周一次辅导", STARTS, ENDS)


def quarters(*, until: str = "2025-Q4", name: str = "wang", second=BELOW):
    for code in QUARTERS:
        quarter(code, name=name, score=second if code == "2025-Q4" else BELOW)
        if code == until:
            break


def quarter(code: str, *, name: str = "wang", score=BELOW):
    period = QUARTERS[code]
    made = scene.cycle(code, period, kind="quarter")
    type(made).objects.filter(pk=made.pk).update(published_at=f"{period[1].isoformat()}T12:00+00:00")
    scene.result(made, name, *score)


def known(name: str = "wang", on: date = KNOWN) -> StepPaper:
    facts = {"step": "known", "on": on, "words": "signed on paper", "today": TODAY}
    return actions.keep_step_paper(cast.person(name), by=cast.user("wu"), **facts)


def drafted(*, by: str = "zhao") -> Plan:
    cast.person("zhao")
    cast.person("wang")
    if not StepPaper.objects.exists():
        known()
        quarters()
    return actions.draft_improvement(cast.person("wang"), by=cast.user(by), text=TEXT, today=TODAY)


def running() -> Plan:
    plan = actions.offer_improvement(drafted(), by=cast.user("zhao"), today=TODAY)
    knows_password("zhao", "wang")
    for name in ("wang", "zhao"):
        plan = signed(plan, name)
    return again(plan)


def signed(plan: Plan, name: str) -> Plan:
    """With the page they have before them now."""
    one = again(plan)
    return actions.sign_improvement(one, by=cast.user(name), password=PASSWORD, edit_count=one.edit_count)


def retest(final: str, band: str, *, name: str = "wang", period=AGAIN):
    return scene.result(scene.cycle(f"s-{period[1]}", period, kind="special"), name, final, band)


def failed() -> Plan:
    plan = running()
    return actions.fail_improvement(plan, by=cast.user("zhao"), retest=retest(*BELOW), words="still cuts in")


def again(one):
    return type(one).objects.get(pk=one.pk)


def policy() -> Policy:
    return scene.policy("quarterly")
