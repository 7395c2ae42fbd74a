"""The record of a calibration on paper: after the reveal, for the table; each reads their own outcome alone."""

import pytest

from tests.paper.laying import everything, made, refused, tables
from tests.quality import calibrating as cal

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(db):
    one = cal.in_state("closed")
    one.minutes = "record 4 分要写到回访号码 13812345678"
    one.save()
    return one


def test_a_closed_session_is_recorded_from_its_marks_to_its_certificates(closed):
    form = made("calibration", calibration=closed.pk, reader="feng")
    marks, contacts, agreement, severity, decisions = tables(form)
    assert form.is_filled
    assert marks.rows[0][1:] == ("listening项", "Cao 5、Chen 4、Tang 2", "4", "she was heard out")
    assert (len(contacts.rows), contacts.rows[0][2]) == (3, "Li")
    assert agreement.rows[-1][0] == "合计（同一种评分方式）"
    assert len(severity.rows) == 3
    assert [row[1] for row in decisions.rows] == ["通过认证", "通过认证", "需再培训"]
    text = everything(form)
    assert "三级" not in text
    assert "three levels below the reference" in text
    assert "13812345678" not in text


def test_an_analyst_reads_their_own_outcome_alone(closed):
    *_others, decisions = tables(made("calibration", calibration=closed.pk, reader="chen"))
    assert [row[0] for row in decisions.rows] == ["Chen"]


def test_before_the_reveal_there_is_no_record_and_a_stranger_has_none():
    one = cal.score(cal.begin(cal.plan()))
    for reader in ("feng", "chen"):
        refused("form.no_calibration", made, "calibration", calibration=one.pk, reader=reader)
    cal.reveal(one)
    cal.analyst("lu")
    refused("form.no_calibration", made, "calibration", calibration=one.pk, reader="lu")


def test_blank_it_leaves_room_to_write(db):
    (table,) = tables(made("calibration", reader="feng"))
    assert len(table.rows) == 10
    assert set(table.rows[0]) == {""}
