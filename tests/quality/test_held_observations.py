"""What somebody is given of mystery shopping and listening: all of it once told, before that only that it is there."""

import json

import pytest

from hengcai.cli.held_words import LISTS
from hengcai.quality.queries.held_observations import observation_marks_held, observations_held, observations_made
from tests import cast
from tests.cli.handing_out import held
from tests.quality import observing

pytestmark = pytest.mark.django_db


def test_before_it_is_told_it_is_there_and_nothing_of_it(tmp_path):
    observing.scored()
    [row] = observations_held(cast.li())
    assert row["withheld"] == "not_published"
    assert {row[name] for name in ("visited_on", "total", "notes", "comment")} == {None}
    assert list(observation_marks_held(cast.li())) == []
    found = held(tmp_path, "li")
    assert set(LISTS) <= set(found)
    assert not {"plan_visits", "score_observation"} & {one["action"] for one in found["log"]}


def test_told_it_is_whole_and_nobody_who_went_is_named(tmp_path):
    one = observing.told()
    [row] = observations_held(cast.li())
    assert (row["observation"], row["exact"], row["withheld"]) == (one.pk, one.exact, None)
    marks = {mark["item"]: mark["value"] for mark in observation_marks_held(cast.li())}
    assert marks == {code: mark["value"] for code, mark in one.marks.items()}
    found = held(tmp_path, "li")
    assert found["observations"] == [row]
    told = json.dumps([found[name] for name in ("observations", "observation_marks", "log")])
    assert one.observer.name not in told
    assert one.observer.username not in told


def test_whoever_went_gets_their_own_as_pointers():
    one = observing.told()
    rows = list(observations_made(one.observer))
    assert {row["observation"]: row["state"] for row in rows}[one.pk] == "told"
    assert "agent" not in rows[0]
