"""绩效面谈记录表 and 结果确认书, filled and blank."""

import pytest

from hengcai.records import actions
from tests import cast
from tests.paper.laying import everything, made, refused, tables
from tests.records import scene
from tests.records.scene import A_DAY, PUBLISHED_ON, at, password_of, record

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]


def test_a_record_stands_on_paper_from_the_talk_to_the_hash():
    scene.published_quarter()
    today = PUBLISHED_ON + A_DAY
    with at(today):
        actions.save_interview(record(), by=cast.user("zhao"), talk=scene.TALK, edit_count=0)
        actions.hold_interview(record(), by=cast.user("zhao"), held_on=today, today=today)
        password = password_of("li")
        actions.sign_record(record(), by=cast.user("li"), password=password)
    sheet = everything(made("confirmation", record=record().pk, reader="li"))
    for said in ("Gives no date", "已签字，2026年4月14日", "签字表示我已知悉并确认", record().seal.digest):
        assert said in sheet
    talk = everything(made("interview", record=record().pk, reader="zhao"))
    assert "Tells the day in every call" in talk
    refused("form.no_record", made, "confirmation", record=record().pk, reader="lin")


def test_blank_they_leave_room_to_write():
    scene.published_month()
    (table,) = tables(made("confirmation", reader="zhao"))
    assert set(table.rows[0]) == {""}
    assert "约定的改进计划" in everything(made("interview", reader="zhao"))
