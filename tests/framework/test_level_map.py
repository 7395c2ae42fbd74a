"""Levels of two versions meet: they are read on one scale, and what was given keeps the level it was given with."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hengcai.base.errors import NotValid
from hengcai.evidence.queries import observed_values
from hengcai.framework import actions, rules
from hengcai.framework.definitions import export_definition
from hengcai.framework.models import Indicator
from hengcai.framework.rules.level_map import STANDARD_MOVED, backwards, carried, check_level_map, level_map
from hengcai.framework.scales import is_same_scale, read_on, stands_at_three
from tests import cast
from tests.cast import MONDAY, centre, user
from tests.evidence.test_actions import note, observation
from tests.framework.stage import competency, draft, in_force, profile
from tests.standing import standing

LEVEL = some.fractions(min_value=1, max_value=5, max_denominator=60)
TENTHS = some.integers(11, 49).map(lambda tenths: Fraction(tenths, 10))
POINTS = some.lists(some.tuples(TENTHS, TENTHS), max_size=4).map(
    lambda inner: (
        (Fraction(1), Fraction(1)),
        *zip(*(sorted({pair[side] for pair in inner}) for side in (0, 1)), strict=False),
        (Fraction(5), Fraction(5)),
    )
)
MARCH = {"start": date(2026, 3, 1), "end": date(2026, 3, 31)}
WORDS = {"reason": "yearly", "changes": "4 is the standard", "reviewed_by": "Zheng", "today": MONDAY}


def of_before():
    """The framework in force as it was when 3 was the standard: nothing said what 4 is."""
    framework = in_force()
    rows = list(Indicator.objects.filter(competency__framework=framework))
    for row in rows:
        row.anchors = {level: text for level, text in row.anchors.items() if level != "4"}
    Indicator.objects.bulk_update(rows, ["anchors"])
    framework.competencies.exclude(anchors={}).update(anchors={})
    return framework


def published(made, **chosen):
    return actions.publish_framework(made, by=user("zheng"), **WORDS, **chosen)


def moved():
    """A version whose 4 is the 3 of before."""
    return published(draft(), level_map=STANDARD_MOVED)


@pytest.mark.parametrize(
    ("before", "here"), [("1", "1"), ("2", "2"), ("5/2", "3"), ("3", "4"), ("7/2", "17/4"), ("4", "9/2"), ("5", "5")]
)
def test_what_was_the_standard_is_the_standard(before, here):
    assert carried(Fraction(before), level_map(STANDARD_MOVED)) == Fraction(here)


@given(level=LEVEL, points=POINTS)
def test_a_level_carried_there_and_back_is_the_level_it_was(level, points):
    assert carried(carried(level, points), backwards(points)) == level


@given(low=LEVEL, high=LEVEL, points=POINTS)
def test_the_higher_of_two_stays_the_higher(low, high, points):
    assert (low < high) == (carried(low, points) < carried(high, points))


@given(level=LEVEL)
def test_nothing_written_changes_nothing(level):
    assert carried(level, level_map({})) == level


@pytest.mark.parametrize(
    "written",
    [
        {"1": "1", "3": "4"},
        {"1": "2", "5": "5"},
        {"1": "1", "3": "4", "4": "4", "5": "5"},
        {"1": "1", "3": "4", "4": "3", "5": "5"},
        {"1": "1", "3": "four", "5": "5"},
        {"1": "1", "3": 4.0, "5": "5"},
        {"0": "1", "5": "5"},
        ["3", "4"],
        "3=4",
    ],
)
def test_a_map_that_cannot_be_read_both_ways_is_refused(written):
    with pytest.raises(NotValid, match=r"framework\.level_map"):
        check_level_map(written)


standards = standing(in_force)


@pytest.mark.django_db
@pytest.mark.usefixtures("standards")
class TestVersions:
    def test_levels_of_before_are_read_on_the_scale_of_now_and_the_other_way_round(self):
        before = in_force()
        after = moved()
        assert read_on(after)(before.pk, "3") == "4"
        assert read_on(before)(after.pk, "4") == "3"
        assert read_on(after)(after.pk, "3") == "3"
        assert not is_same_scale(before, after)

    def test_maps_of_several_versions_follow_one_another(self):
        before = in_force()
        published(draft(), level_map=STANDARD_MOVED)
        published(draft())
        newest = published(draft(), level_map={"1": "1", "4": "3", "5": "5"})
        assert read_on(newest)(before.pk, "3") == "3"
        assert read_on(newest)(before.pk, "2") == "5/3"

    def test_evidence_keeps_its_level_and_a_trend_reads_it_on_one_scale(self):
        before, person = in_force(), cast.li()
        seen = [observation("3"), observation("7/2", source=2, on=date(2026, 3, 1))]
        note(*(one._replace(competency=competency(before)) for one in seen))
        after = moved()
        assert [level for *_who, level in observed_values([person], **MARCH, framework=before)] == ["7/2", "3"]
        assert [level for *_who, level in observed_values([person], **MARCH, framework=after)] == ["17/4", "4"]

    def test_a_version_after_one_whose_standard_was_three_moves_the_levels_by_itself(self):
        assert stands_at_three(of_before())
        made = actions.take_shipped(centre(), by=user("wu"))
        assert made.level_map == STANDARD_MOVED
        assert published(made).level_map == STANDARD_MOVED

    def test_a_four_of_a_centres_own_beside_anchors_without_one_is_of_the_time_before(self):
        own = Indicator.objects.filter(competency__framework=of_before()).first()
        own.anchors = {**own.anchors, "4": own.anchors["5"]}
        own.save(update_fields=["anchors"])
        assert actions.take_shipped(centre(), by=user("wu")).level_map == STANDARD_MOVED

    def test_a_version_after_one_that_says_what_four_is_leaves_them(self):
        assert not stands_at_three(in_force())
        assert actions.take_shipped(centre(), by=user("wu")).level_map == {}

    def test_a_revision_of_old_texts_is_a_draft_that_cannot_be_published_before_it_says_what_four_is(self):
        made = actions.revise_framework(of_before(), by=user("wu"), reason="old")
        with pytest.raises(NotValid, match=r"framework\.anchor_levels"):
            published(made)

    def test_a_file_may_bring_its_own_map(self):
        definition = {**export_definition(in_force()), "level_map": {1: 1, 4: 3, 5: 5}}
        made = actions.load_definition(centre(), by=user("wu"), definition=definition)
        assert made.level_map == {"1": "1", "4": "3", "5": "5"}
        with pytest.raises(NotValid, match=r"framework\.level_map"):
            rules.check_definition(rules.normalised({**definition, "level_map": {1: 1}}))

    def test_what_posts_ask_for_is_restated_and_what_was_published_stays(self):
        before = profile()
        asked = {row.competency.code: row.required_level for row in before.requirements.select_related("competency")}
        after = moved()
        restated = profile()
        before.refresh_from_db()
        assert (before.state, restated.framework, restated.number) == ("retired", after, before.number + 1)
        wanted = {
            code: round(Decimal(1) * (4 + (level - 3) / 2), 2) if level >= 3 else level for code, level in asked.items()
        }
        found = {row.competency.code: row.required_level for row in restated.requirements.select_related("competency")}
        assert found == wanted
        assert before.requirements.count() == len(asked)

    def test_a_draft_of_a_post_goes_over_as_a_draft(self):
        open_draft = actions.revise_profile(profile(), by=user("wu"))
        after = moved()
        open_draft.refresh_from_db()
        assert (open_draft.state, open_draft.framework) == ("draft", after)
        assert {row.competency.framework_id for row in open_draft.requirements.select_related("competency")} == {
            after.pk
        }
