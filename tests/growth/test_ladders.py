"""Ladders: what ships can be taken over; what could be misread is refused with its line; published by another person."""

import pytest

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.growth import actions, presets
from hengcai.growth.models import Ladder
from hengcai.growth.rules.ladder import parsed_ladder
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standards")]
STEP = """
  - {name: {zh: 一星}, stars: 1, months: 2, wanted: {listening: "4"}}
"""
TEXT = "name: {zh: 星级}\ntrack: professional\nposts: [inbound]\nsteps:" + STEP


def refused(text):
    with pytest.raises(NotValid) as caught:
        parsed_ladder(text, file="l.yaml", posts=["inbound"], competencies={"listening"})
    return caught.value.code, caught.value.facts["line"]


@pytest.mark.parametrize("code", presets.codes())
def test_every_shipped_ladder_can_be_taken_over_and_published(code):
    made = actions.load_preset(cast.centre(), by=cast.user("zheng"), code=code)
    actions.publish_ladder(made, by=cast.user("qian"), today=cast.MONDAY)
    made.refresh_from_db()
    assert (made.state, bool(made.name.zh and made.name.en)) == ("published", True)
    assert [one.order for one in made.steps.order_by("order")] == list(range(1, made.steps.count() + 1))


@pytest.mark.parametrize(
    ("was", "becomes", "code"),
    [
        ("track: professional", "track: sideways", "growth.track_unknown"),
        ("[inbound]", "[outbound]", "growth.post_unknown"),
        ("listening", "juggling", "growth.competency_unknown"),
        ('"4"', '"6"', "growth.level_outside"),
        ('"4"', "4", "yaml.number_unquoted"),
        ("stars: 1", "stars: 9", "yaml.not_whole_number"),
        ("months: 2", "weeks: 2", "yaml.key_unknown"),
    ],
)
def test_what_could_be_misread_is_refused_with_its_line(was, becomes, code):
    found, line = refused(TEXT.replace(was, becomes))
    assert (found, line) == (code, TEXT[: TEXT.index(was)].count("\n") + 1)


def test_a_step_asks_for_no_less_than_the_one_below():
    lower = STEP.replace('"4"', '"3.5"')
    assert refused(TEXT + lower.lstrip("\n"))[0] == "growth.step_below"


def test_nobody_publishes_what_they_wrote_and_a_new_version_retires_the_old():
    first = actions.write_ladder(cast.centre(), by=cast.user("zheng"), code="stars", text=TEXT)
    with pytest.raises(NotAllowed):
        actions.publish_ladder(first, by=cast.user("zheng"), today=cast.MONDAY)
    actions.publish_ladder(first, by=cast.user("qian"), today=cast.MONDAY)
    with pytest.raises(NotNow):
        actions.rewrite_ladder(Ladder.objects.get(), by=cast.user("zheng"), text=TEXT, edit_count=0)
    second = actions.write_ladder(cast.centre(), by=cast.user("wu"), code="stars", text=TEXT)
    actions.publish_ladder(second, by=cast.user("zheng"), today=cast.MONDAY)
    assert list(Ladder.objects.order_by("number").values_list("number", "state")) == [(1, "retired"), (2, "published")]


def test_two_at_once_do_not_overwrite_each_other():
    made = actions.write_ladder(cast.centre(), by=cast.user("zheng"), code="stars", text=TEXT)
    actions.rewrite_ladder(made, by=cast.user("wu"), text=TEXT.replace("一星", "甲"), edit_count=0)
    with pytest.raises(NotNow):
        actions.rewrite_ladder(Ladder.objects.get(), by=cast.user("zheng"), text=TEXT, edit_count=0)
    assert made.steps.get().name.zh == "甲"
