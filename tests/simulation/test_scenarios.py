"""Scenarios from draft to retired: published ones never change."""

import pytest

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.simulation.actions import (
    add_scenario,
    copy_scenario,
    edit_scenario,
    load_shipped_scenarios,
    publish_scenario,
    retire_scenario,
    start_run,
)
from hengcai.simulation.definitions import definition_of, story_of
from hengcai.simulation.models import Run, Scenario
from hengcai.simulation.queries.scenarios import moves_of, scenarios_seen_by, standings
from hengcai.simulation.shipped import all_shipped, shipped_scenarios
from tests import cast
from tests.simulation.stories import TODAY, definition, published, said, story

pytestmark = pytest.mark.django_db


def draft(**changes):
    return add_scenario(cast.centre(), by=cast.user("zhou"), definition=definition(**changes))


def test_a_draft_may_lack_what_publishing_asks_for(db):
    made = draft(competencies=[])
    assert (made.code, made.number, made.state) == ("tiny", 1, "draft")
    with pytest.raises(NotValid, match="competency_missing"):
        publish_scenario(made, by=cast.user("zhou"), today=TODAY)
    edit_scenario(made, by=cast.user("zhou"), definition=definition(), edit_count=0)
    assert publish_scenario(made, by=cast.user("zhou"), today=TODAY).state == "published"


def test_what_was_written_is_read_again(db):
    assert story_of(Scenario.objects.get(pk=draft().pk)) == story()


def test_a_published_one_never_changes_and_the_next_version_retires_it(db):
    first, zhou = published(), cast.user("zhou")
    run = start_run(first, by=cast.li().user)
    with pytest.raises(NotNow, match=r"move\.state"):
        edit_scenario(first, by=zhou, definition=definition(title=said("other")), edit_count=0)
    second = copy_scenario(first, by=zhou)
    edit_scenario(second, by=zhou, definition={**definition_of(second), "title": said("other")}, edit_count=0)
    publish_scenario(second, by=zhou, today=TODAY)
    first.refresh_from_db()
    assert (first.state, first.title.zh, second.number) == ("retired", "tiny。", 2)
    assert Run.objects.get(pk=run.pk).scenario == first


def test_an_older_page_overwrites_nothing(db):
    made = draft()
    edit_scenario(made, by=cast.user("zhou"), definition=definition(), edit_count=0)
    with pytest.raises(NotNow, match="stale"):
        edit_scenario(made, by=cast.user("zhou"), definition=definition(), edit_count=0)


def test_codes_are_used_once(db):
    made = draft()
    with pytest.raises(NotNow, match="draft_there"):
        draft()
    with pytest.raises(NotValid, match="code_known"):
        copy_scenario(made, by=cast.user("zhou"), code="tiny")
    with pytest.raises(NotValid, match="code_wrong"):
        copy_scenario(made, by=cast.user("zhou"), code="Tiny!")
    assert copy_scenario(made, by=cast.user("zhou"), code="own").code == "own"
    with pytest.raises(NotValid, match="title_missing"):
        draft(code="bare", title={})


@pytest.mark.parametrize("name", ["li", "zhao", "chen", "qian", "sun"])
def test_only_writers_write(db, name):
    with pytest.raises(NotAllowed):
        add_scenario(cast.centre(), by=cast.user(name), definition=definition())


def test_players_see_what_is_published_and_writers_all(db):
    shown, hidden = published(), draft(code="other")
    li = cast.li().user
    assert list(scenarios_seen_by(li)) == [shown]
    assert set(scenarios_seen_by(cast.user("zhou"))) == {shown, hidden}
    assert list(scenarios_seen_by(cast.user("sun"))) == []
    assert moves_of(hidden, cast.user("zhou")) == ["edit_scenario", "publish_scenario"]
    assert standings(li) == {}


def test_a_retired_one_is_not_started(db):
    made = retire_scenario(published(), by=cast.user("zhou"))
    with pytest.raises(NotAllowed):
        start_run(made, by=cast.li().user)


def test_shipped_ones_are_loaded_once_and_leave_ones_own_alone(db):
    own = published({**shipped_scenarios()[0], "title": said("own")})
    made = load_shipped_scenarios(cast.centre(), by=cast.user("zhou"), today=TODAY)
    assert len(made) == len(all_shipped()) - 1
    assert {one.state for one in made} == {"published"}
    assert Scenario.objects.get(code=own.code).title.zh == "own。"
    assert load_shipped_scenarios(cast.centre(), by=cast.user("zhou"), today=TODAY) == []
