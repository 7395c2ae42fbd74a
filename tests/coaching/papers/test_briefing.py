"""班前会记录表: one briefing with who was there, or a sheet to be written on."""

import pytest

from hengcai.coaching import actions
from tests import cast
from tests.coaching.test_briefings import hold, prepared
from tests.paper.laying import everything, made, refused, tables

pytestmark = pytest.mark.django_db


def test_a_briefing_stands_on_paper_with_its_cases_and_who_was_there():
    one = hold(prepared())
    actions.read_briefing(one, by=cast.user("wang"))
    form = made("briefing", briefing=one.pk, reader="zhao")
    assert form.is_filled
    cases, there = tables(form)
    assert cases.rows[0][0] == "听完再答"
    assert [(row[0], row[2], bool(row[3])) for row in there.rows] == [("li", "到", False), ("wang", "未到", True)]
    assert cast.team("one").name in everything(form)


def test_a_stranger_has_none_and_blank_it_leaves_room():
    one = hold(prepared())
    cast.lin()
    refused("form.no_briefing", made, "briefing", briefing=one.pk, reader="lin")
    cases, there = tables(made("briefing", reader="zhao"))
    assert (set(cases.rows[0]), len(there.rows)) == ({""}, 12)
