"""What was given out, as those who give it read it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.accounts.models import RoleGrant
from hengcai.quality.actions import save_draft, withdraw_assignment
from hengcai.quality.models import Assignment
from hengcai.quality.queries import GivenFilter, given_out, given_rows
from hengcai.quality.queries.assigning import analysts_given_work, contacts_named
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db
TODAY = scene.DUE


def begun(given):
    return save_draft(given, by=given.analyst, marks={}, comment="so far", edit_count=0)


def rows(name="feng", *, today=TODAY, **narrowed):
    user = cast.user(name)
    return given_rows(given_out(user, GivenFilter(**narrowed)), user, today=today)


def due(given, on):
    Assignment.objects.filter(pk=given.pk).update(due_on=on)
    return given


def test_it_is_narrowed_by_analyst_and_state():
    mine, other, done = scene.assignment(), scene.assignment(analyst=cast.user("cao")), scene.assignment()
    scene.submit(done)
    assert {one.assignment for one in rows()} == {mine, other, done}
    assert [one.assignment for one in rows(analyst=cast.user("chen").pk, state="open")] == [mine]
    assert [one.assignment for one in rows(state="done")] == [done]
    assert rows(state="withdrawn") == []


def test_open_work_stands_by_due_day_and_anything_else_with_the_newest_first():
    first, second, third = (scene.assignment() for _ in range(3))
    due(second, date(2026, 3, 20))
    assert [one.assignment for one in rows(state="open")] == [second, first, third]
    assert [one.assignment for one in rows()] == [third, second, first]


def test_a_row_says_whether_it_is_begun_late_and_may_be_withdrawn():
    given, done = scene.assignment(), scene.assignment()
    scene.submit(done)
    begun(given)
    on_time, finished = rows(state="open")[0], rows(state="done")[0]
    assert (on_time.is_begun, on_time.is_late, on_time.may_withdraw) == (True, False, True)
    assert rows(state="open", today=TODAY + timedelta(days=1))[0].is_late
    assert (finished.is_begun, finished.is_late, finished.may_withdraw) == (False, False, False)


def test_a_withdrawn_draft_is_out_of_sight():
    given = scene.assignment()
    begun(given)
    withdraw_assignment(given, by=cast.user("feng"))
    (row,) = rows(today=TODAY + timedelta(days=9))
    assert (row.is_begun, row.is_late, row.may_withdraw) == (False, False, False)


@pytest.mark.parametrize("name", ["chen", "li", "zhao", "wu", "qian", "sun"])
def test_others_read_nothing_of_it(name):
    given = scene.assignment()
    assert rows(name) == []
    assert not contacts_named([given.contact_id], cast.user(name)).exists()


def test_an_analyst_who_may_be_given_none_any_more_is_still_found():
    given = scene.assignment()
    cast.user("cao")
    RoleGrant.objects.filter(user=given.analyst).delete()
    assert list(analysts_given_work()) == [given.analyst]


def test_three_rows_cost_as_many_queries_as_one():
    counts = []
    for agents in ([cast.li()], [cast.wang(), cast.he()]):
        for agent in agents:
            begun(scene.assignment(scene.contact(agent)))
        with CaptureQueriesContext(connection) as found:
            assert len(rows()) == len(agents) + len(counts)
        counts.append(len(found))
    assert counts[0] == counts[1] <= 6  # the reader and their roles among them
