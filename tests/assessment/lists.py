"""Small check-lists and panels for the tests."""

from decimal import Decimal

from hengcai.assessment import actions
from hengcai.assessment.models import BankQuestion, Checklist
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from tests import cast


def said(text):
    return {"zh": f"{text}。", "en": f"{text}."}


def item(code, **more):
    seen = {"done": said(f"{code} seen"), "not_done": said(f"{code} not seen")}
    return {"id": code, "text": said(code), "anchors": seen, **more}


def definition(code="desk", **more):
    levels = {one: said(f"level {one}") for one in ("1", "3", "5")}
    items = [
        item("greets", competency="listening", weight="2"),
        item("checks", critical=True, competency="process_policy"),
        {"id": "speaks", "text": said("speaks"), "kind": "level", "anchors": levels, "competency": "listening"},
        item("writes", may_skip=True),
    ]
    return {
        "code": code, "title": said("Desk"), "kind": "operation", "minutes": 5, "task": said("Take the call"),
        "setup": said("A phone"), "items": items, **more,
    }  # fmt: skip


def published(**more):
    made = actions.add_checklist(cast.centre(), by=cast.user("zhou"), definition=definition(**more))
    return actions.publish_checklist(Checklist.objects.get(pk=made.pk), by=cast.user("zhou"), today=cast.MONDAY)


def ticks(values, device="phone", **more):
    return [
        actions.Ticked(key=f"{device}-{code}-{value}", device=device, item=code, value=value, **more)
        for code, value in values.items()
    ]


ALL_DONE = {"greets": "done", "checks": "done", "speaks": "3", "writes": "na"}


def examined(person, values=None, *, by=None, checklist=None):
    """Opened, ticked and sent by one examiner."""
    by = by or cast.user("zhou")
    practical = actions.open_practical(person, by=by, checklist=checklist or published())
    sheet = practical.sheets.get(examiner=by)
    actions.keep_ticks(sheet, by=by, ticks=ticks(values or ALL_DONE))
    actions.send_sheet(sheet, by=by)
    practical.refresh_from_db()
    return practical


def questions(n=3, code="q"):
    """Published questions of the bank."""
    content = {"kind": "true_false", "answers": [{"value": "true", "share": "1"}]}
    return [
        BankQuestion.objects.create(
            code=f"{code}{place}", kind="true_false", state="published", content={**content, "id": f"{code}{place}", "text": said(f"Question {place}")},
            title=Bilingual(f"第 {place} 题", f"Question {place}"), stem_key=f"{code}{place}", made_by=cast.user("zhou"), made_at=clock.now(),
        )
        for place in range(1, n + 1)
    ]  # fmt: skip


def panel(judges=("zhou", "feng", "zheng"), n=3, code="q"):
    put = [actions.Put(one, Decimal(1)) for one in questions(n, code)]
    users = [cast.user(name) for name in judges]
    return actions.open_panel(
        cast.centre(),
        by=cast.user("zhou"),
        name="Billing basics",
        borderline="Just enough to start.",
        questions=put,
        judges=users,
    )
