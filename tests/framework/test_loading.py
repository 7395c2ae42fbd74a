"""A centre that has no library yet takes one in, whole or not at all."""

import pytest

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.framework import actions, queries, rules, shipped, states
from hengcai.framework.definitions import export_definition
from hengcai.framework.models import Competency, Framework, Post, Profile
from tests.cast import MONDAY, centre, user
from tests.framework.stage import in_force

pytestmark = pytest.mark.django_db


def refused(code):
    return pytest.raises((NotAllowed, NotNow, NotValid), match=code)


def test_without_a_library_it_is_said_what_to_do():
    assert queries.framework_in_force() is None
    with pytest.raises(NotNow, match="none_in_force"):
        queries.the_framework()


def test_shipped_library_is_loaded_and_published():
    framework = in_force()
    assert (framework.state, framework.number, framework.published_on) == ("published", 1, MONDAY)
    assert Competency.objects.count() == 67
    assert Profile.objects.filter(state="published").count() == Post.objects.count() == 9


def test_shipped_library_is_loaded_once():
    in_force()
    with refused("framework.already_there"):
        actions.load_shipped(centre(), by=user("zheng"), today=MONDAY)


def test_what_is_exported_is_what_was_loaded():
    loaded = rules.normalised(shipped.shipped_definition())
    framework = actions.load_definition(centre(), by=user("wu"), definition=loaded)
    assert export_definition(framework) == loaded


def test_a_broken_definition_leaves_nothing_behind():
    broken = rules.normalised(shipped.shipped_definition())
    broken["library"][0]["competencies"][0]["good"] = []
    with refused("framework.count"):
        actions.load_definition(centre(), by=user("wu"), definition=broken)
    assert not Framework.objects.exists()


@pytest.mark.parametrize("rubbish", [None, [], {"library": 3}, {"library": [{}], "models": [], "groups": []}])
def test_rubbish_is_refused_and_not_a_bug(rubbish):
    with pytest.raises(NotValid):
        actions.load_definition(centre(), by=user("wu"), definition=rubbish)


@pytest.mark.parametrize("state", Framework.State.values)
@pytest.mark.parametrize("move", states.MOVES, ids=lambda move: move.name)
def test_every_move_from_every_state(move, state):
    framework = Framework.objects.create(number=1, state=state)
    if state in move.sources:
        move.enter(framework, user("zheng"))
    else:
        with pytest.raises(NotNow):
            move.enter(framework, user("zheng"))
