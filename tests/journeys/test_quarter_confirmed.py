"""A quarter the whole way in a real browser: opened, rated, computed, reviewed, published, talked over, signed by one, objected
to and appealed against by another, ruled on, what followed from it looked at again, archived and verified."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from hengcai.accounts.models import system_user
from hengcai.accounts.queries import the_centre
from hengcai.appeals.models import Appeal
from hengcai.appraisal.actions import add_cycle, load_shipped_policies, pass_rater_training
from hengcai.appraisal.actions.cycles import Dates
from hengcai.appraisal.models import Result
from hengcai.appraisal.rules.training import RIGHT_ANSWERS
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.cli.program import run
from hengcai.consequences.models import Nomination
from hengcai.framework.actions import load_shipped
from hengcai.jobs.worker import work_once
from hengcai.records.keeping import file_of
from hengcai.records.models import Batch, Record
from hengcai.records.tasks import round_to_its_end
from tests import cast
from tests.appraisal import stage
from tests.journeys.test_quarter import rate
from tests.journeys.visitor import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
A_DAY, A_WEEK = timedelta(days=1), timedelta(weeks=1)
PEOPLE = ("li", "wang", "zhao", "zheng", "qian", "wu", "feng", "zhou")


@pytest.fixture
def quarter():
    """Laid out, over since yesterday; nobody has been asked yet."""
    by, today = system_user(), localdate()
    load_shipped(the_centre(), by=by, today=cast.HIRED)
    load_shipped_policies(the_centre(), by=by, today=cast.HIRED)
    for name in PEOPLE:
        cast.user(name)
        pass_rater_training(cast.user(name), by=cast.user(name), answers=RIGHT_ANSWERS, today=today)
    for name in ("li", "wang"):
        for number in range(5):
            stage.contact(cast.person(name), number, csat="4", on=today - A_WEEK)
    return add_cycle(
        the_centre(), by=cast.user("zheng"), kind="quarter", code="now", name=Bilingual("本季度技能评价", "This quarter"),
        period=(today - 60 * A_DAY, today - A_DAY), dates=Dates(*[today + n * A_DAY for n in (1, 2, 3, 4)]),
    )  # fmt: skip


def press(page, value, *, name="do"):
    page.locator(f"button[name='{name}'][value='{value}']").first.click()
    page.wait_for_load_state()


def rated(cycle, lead):
    """Wang's superior at the page; the other forms as the page's own tests send them."""
    for name, source, by in (("li", "self", "li"), ("wang", "self", "wang"), ("li", "superior", "zhao")):
        stage.send(stage.task(cycle, name, source), by=by, today=localdate())
    rate(lead, stage.task(cycle, "wang"), level="3")


def settled(panel, address):
    """Every finding, each with its reason."""
    page = panel.go(address)
    while page.locator("input[name='do'][value='settle']").count():
        one = page.locator("details:has(input[name='do'][value='settle'])").first
        one.locator("summary").click()
        one.locator("textarea").fill("样本少，逐项看过，不改")
        one.locator("button[type='submit']").click()
        page.wait_for_load_state()


def published(cycle, panel, head):
    address = f"/cycles/{cycle.pk}/publication/"
    page = panel.go(address)
    if page.locator("#reason").count():
        page.fill("#reason", "客户评价不足五个，不计入")
    press(page, "propose_publication", name="move")
    press(head.go(address), "confirm_publication", name="move")
    stage.finish(cycle)


def talked_over(lead, record):
    page = lead.go(f"/records/{record.pk}/interview/")
    page.fill("#strengths", "能听完客户的话再答")
    page.fill("#gaps", "处理时限没有每次都说")
    page.fill("#what-1", "每周听两通自己的录音，记下一处要改的")
    page.fill("#by-1", (localdate() + 20 * A_DAY).isoformat())
    press(page, "hold")
    assert "本人签字" in lead.text() or "在这里签字" in lead.text(), lead.text()


def signed(agent, record):
    page = agent.go(f"/records/{record.pk}/")
    page.fill("#password", PASSWORD)
    press(page, "sign")
    assert "已签字" in agent.text()


def appealed(agent, record):
    """An objection first, in their own words; then the appeal with a picture as evidence."""
    page = agent.go(f"/records/{record.pk}/")
    page.click("details:has(#words) summary")
    page.fill("#words", "三月那几通不是我接的")
    page.fill("#object-password", PASSWORD)
    press(page, "object")
    assert "有异议" in agent.text()
    page = agent.go(f"/appeals/add/{record.pk}/")
    page.check("input[name='subjects'][value='rating']")
    page.fill("#grounds", "上级评价依据的通话不是我接的，通话记录可查")
    page.fill("#wanted", "按我自己的通话重新评价")
    page.click("main form button[type='submit']")
    page.wait_for_load_state()
    picture = {"name": "通话记录.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + b"0" * 40}
    page.set_input_files("#file", picture)
    press(page, "file")
    assert "通话记录.png" in agent.text()
    return Appeal.objects.get()


def ruled(visit, appeal):
    """Heard and put forward by one of those drawn, agreed to by another."""
    first, second = (row.user.username for row in appeal.members.select_related("user").order_by("place")[:2])
    page = (member := visit(first)).go(f"/appeals/{appeal.pk}/")
    page.fill("#present", "王、吴")
    page.fill("#said", "对过通话记录，确实不是本人接的")
    press(page, "hear")
    page.check("input[name='outcome'][value='upheld']")
    page.fill("#reasons", "依据的通话不是本人接的，按本人的通话认定")
    page.click("details:has(input[name^='ruled-']) summary")
    for field in page.locator("input[name^='ruled-level:superior:']").all():
        field.fill("5")
    press(page, "propose")
    assert "已提出" in member.text() or "处理意见" in member.text()
    press(visit(second).go(f"/appeals/{appeal.pk}/"), "agree")


def nominated(result):
    """Up for everybody to see, on the strength of what is appealed against."""
    today, by = localdate(), cast.user("zhao")
    Nomination.objects.create(
        kind="star", person=result.participant.person, result=result, state="notice", reason="服务好", nominated_by=by,
        nominated_at=clock.now(), notice_from=today, notice_until=today + 7 * A_DAY, notice_by=cast.user("wu"),
    )  # fmt: skip


def archived(office):
    with clock.set_to(clock.now() + 60 * A_DAY):
        round_to_its_end()
    batch = Batch.objects.get()
    assert run(["archive", "verify", str(file_of(batch))]) == 0
    page = office.go("/records/archive/")
    page.click("main .page-header button")
    page.wait_for_load_state()
    while work_once():
        pass
    office.go("/records/archive/")
    assert "没有被改过" in office.text()
    return batch


def test_from_opening_a_quarter_to_its_verified_archive(quarter, visit):
    panel, head, lead = visit("zheng"), visit("qian"), visit("zhao")
    press(panel.go(f"/cycles/{quarter.pk}/"), "open_cycle", name="move")
    rated(quarter, lead)
    press(panel.go(f"/cycles/{quarter.pk}/"), "compute_cycle", name="move")
    for address in ("findings", "patterns"):
        settled(panel, f"/cycles/{quarter.pk}/{address}/")
    published(quarter, panel, head)

    records = {one.person.number: one for one in Record.objects.select_related("person")}
    for name in ("li", "wang"):
        talked_over(lead, records[name])
    signed(visit("li", width=360), records["li"])
    agent, old = visit("wang", width=360), Result.objects.get(participant__person=cast.wang())
    nominated(old)
    appeal = appealed(agent, records["wang"])
    ruled(visit, appeal)

    fresh = Result.objects.get(participant__person=cast.wang(), is_current=True)
    assert (fresh.revision, fresh.final > old.final) == (2, True)
    agent.go(f"/appeals/{appeal.pk}/")
    assert all(str(one.final.normalize()) in agent.text() for one in (old, fresh)), agent.text()
    head.go(f"/appeals/{appeal.pk}/")
    assert "评优依据的是改前的得分" in head.text()
    signed(agent, Record.objects.get(result=fresh))

    batch = archived(visit("wu"))
    assert sorted(Record.objects.filter(batch=batch, person__number__in=["li", "wang"]).values_list("outcome", flat=True)) == [
        "objected", "signed", "signed",
    ]  # fmt: skip
