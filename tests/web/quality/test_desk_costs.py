"""What an open desk asks for again and again, in queries: sixty-four of them share one small server."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hengcai.base import clock
from hengcai.quality.models import Answer
from hengcai.quality.presence_models import Presence
from tests.quality import scene

pytestmark = pytest.mark.django_db
MARKS = {f"mark-{code}": mark.value for code, mark in scene.GOOD.items()}
CHANGED = {**MARKS, "mark-listening": "2", "comment-listening": "打断了两次"}
POINTING = {**CHANGED, "line-wording": "2"}


@pytest.fixture
def saved(enter):
    """Posts to a door of a desk that has saved once; gives the statements it took."""
    given, client = scene.assignment(), enter("chen")
    client.post(reverse("keep-draft", args=[given.pk]), {**MARKS, "edit_count": 0})

    def statements(name, facts):
        address = reverse(name, args=[given.pk]) if name != "tell-presence" else reverse(name)
        with CaptureQueriesContext(connection) as found:
            assert client.post(address, {**facts, "sheet": f"assignment:{given.pk}"}).status_code == 200
        return [one["sql"] for one in found if "SAVEPOINT" not in one["sql"]]

    return statements


@pytest.mark.parametrize(
    ("name", "facts", "most"),
    [
        ("keep-draft", {**CHANGED, "edit_count": 1}, 14),
        ("keep-draft", {**POINTING, "edit_count": 1}, 15),  # what was said, once a mark points at it
        ("preview-score", CHANGED, 6),
        ("preview-score", POINTING, 7),
    ],
)
def test_what_a_desk_sends_costs_few_statements(saved, name, facts, most):
    assert len(saved(name, facts)) <= most


def test_only_marks_that_changed_are_written(saved):
    kept = dict(Answer.objects.values_list("item__code", "pk"))
    saved("keep-draft", {**CHANGED, "edit_count": 1})
    now = dict(Answer.objects.values_list("item__code", "pk"))
    assert {code for code in kept if now[code] != kept[code]} == {"listening"}
    assert Answer.objects.get(item__code="listening").comment == "打断了两次"


def test_a_mark_taken_back_is_gone(saved):
    saved("keep-draft", {**MARKS, "mark-record": "", "edit_count": 1})
    assert set(Answer.objects.values_list("item__code", flat=True)) == set(scene.GOOD) - {"record"}


def test_what_the_steps_of_an_item_say_is_not_read_for_a_sum(saved):
    assert not [one for one in saved("preview-score", CHANGED) if '"guidance"' in one or '"anchors"' in one]


def test_who_else_is_there_costs_few_statements_and_seldom_a_write(saved):
    saved("tell-presence", {"window": "one"})
    assert len(saved("tell-presence", {"window": "one"})) <= 5
    with clock.set_to(clock.now() + timedelta(seconds=6)):
        again = saved("tell-presence", {"window": "one"})
    assert [one.split()[0] for one in again] == ["SELECT"] * 5 + ["UPDATE"]


def test_whoever_comes_clears_away_what_others_left_behind(saved):
    saved("tell-presence", {"window": "one"})
    with clock.set_to(clock.now() + timedelta(minutes=2)):
        saved("tell-presence", {"window": "two"})
    assert [one.window for one in Presence.objects.all()] == ["two"]
