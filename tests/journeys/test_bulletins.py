"""A notice on the phone: read, signed once it was in view, a question answered wrong, the passage, the notice again."""

from datetime import timedelta

import pytest

from hengcai.base import clock
from hengcai.bulletins import actions
from hengcai.bulletins.models import Reader
from hengcai.bulletins.rules.notices import Text
from tests import cast
from tests.bulletins.scene import question
from tests.journeys.test_simulations import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = 390
BODY = "退货期限由 7 天**改为 15 天**。\n\n- 已下单未签收的也按新期限办。"


@pytest.fixture
def notice():
    cast.li()
    zhou, today = cast.user("zhou"), clock.today()
    text = Text(today, title_zh="退货期限调整", body_zh=BODY, must_read=True, due_kind="hours")
    made = actions.add_bulletin(cast.centre(), by=zhou, text=text)
    actions.publish_bulletin(made, by=zhou)
    actions.add_bulletin_question(made, by=zhou, question=question(), passage="退货期限改为 15 天。")
    draw = actions.Draw(["q1"], today + timedelta(days=2))
    actions.open_spot_test(made, by=zhou, draw=draw, today=today)
    return made


def test_a_notice_is_read_signed_tested_and_read_again(notice, visit):
    page = visit("li", width=PHONE).go(f"/bulletins/{notice.pk}/")
    sign = page.locator("button[value=sign]")
    assert sign.is_disabled()
    assert sign.bounding_box()["height"] >= 44
    found = faults(page, "notice")
    page.wait_for_selector("button[value=sign]:enabled")
    sign.click()
    page.wait_for_selector("text=现在答题")
    reader = Reader.objects.get(bulletin=notice, person=cast.li())
    assert reader.read_at is not None
    assert reader.seconds >= 3
    page.click("text=现在答题")
    found += faults(page, "test")
    page.click("text=7 天")
    page.click("text=提交答案")
    page.wait_for_selector("blockquote")
    assert "退货期限改为 15 天" in page.inner_text("blockquote")
    found += faults(page, "answers")
    page.click("text=重读通知")
    page.wait_for_selector("button[value=sign]")
    reader.refresh_from_db()
    assert reader.read_at is None
    assert reader.first_read_at is not None
    assert not found, "\n".join(found)
