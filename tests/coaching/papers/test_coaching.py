"""辅导记录表: one session with its signatures and its marks before and after, or a sheet to be written on."""

from datetime import date

import pytest

from hengcai.coaching import actions
from tests import cast
from tests.coaching import coaching_scene as co
from tests.paper.laying import everything, made, refused, tables

pytestmark = pytest.mark.django_db


def test_a_session_stands_on_paper_with_what_its_marks_allow_to_be_said():
    one = co.signed()
    co.drawn("2", "1", "2", "2", since=date(2026, 3, 2))
    co.drawn("4", "5", "4", "4", since=date(2026, 3, 18))
    actions.add_remark(one, by=cast.user("li"), words="call me on 13812345678")
    form = made("coaching", session=one.pk, reader="li")
    text = everything(form)
    for said in (
        co.SAID["agreed"],
        "辅导前 1.8（4 条），辅导后 4.3（4 条）",
        "相差 +2.5，95% 可信范围 +1.6 ~ +3.4",
        "差距超出了偶然波动",
    ):
        assert said in text
    assert "13812345678" not in text
    assert form.is_filled


def test_a_stranger_has_none_and_blank_it_leaves_room():
    one = co.prepared()
    cast.lin()
    refused("form.no_coaching", made, "coaching", session=one.pk, reader="lin")
    (table,) = tables(made("coaching", reader="zhao"))
    assert set(table.rows[0]) == {""}


def test_too_few_says_how_many_are_lacking():
    one = co.signed()
    co.drawn("2", "3", "2", since=date(2026, 3, 2))
    assert "至少还差 3 条" in everything(made("coaching", session=one.pk, reader="zhao"))
