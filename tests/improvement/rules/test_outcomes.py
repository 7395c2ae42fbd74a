"""What an interval allows to be said: improved, not improved, or cannot tell yet."""

from hypothesis import given
from hypothesis import strategies as st

from hengcai.improvement.rules.outcomes import CANNOT_TELL, IMPROVED, NOT, of_figure, of_people, verdict_of
from hengcai.quality.rules.measures import Count
from tests.quality.rules.test_changes import CARD

LISTENING = CARD.by_code["listening"]
ENDS = st.floats(-1, 1)
WORTH = st.floats(0.01, 0.5)


@given(ENDS, ENDS, WORTH, st.sampled_from([1, -1]))
def test_an_interval_with_nought_and_the_least_gain_in_it_tells_nothing(one, other, worth, sense):
    low, high = sorted((one, other))
    worst, best = (low, high) if sense > 0 else (-high, -low)
    wanted = IMPROVED if worst > 0 else NOT if best < worth else CANNOT_TELL
    assert verdict_of(low, high, worth=worth, sense=sense) == wanted


@given(ENDS, ENDS, WORTH)
def test_where_less_is_better_the_mirror_image_says_the_same(one, other, worth):
    low, high = sorted((one, other))
    assert verdict_of(low, high, worth=worth) == verdict_of(-high, -low, worth=worth, sense=-1)


@given(WORTH, st.sampled_from([1, -1]))
def test_without_an_interval_nobody_can_tell(worth, sense):
    assert verdict_of(None, None, worth=worth, sense=sense) == CANNOT_TELL


@given(st.integers(0, 400), st.integers(0, 400), st.sampled_from([1, -1]))
def test_a_figure_is_judged_by_the_difference_of_two_months(top, other, sense):
    found = of_figure(Count(top, 400), Count(other, 400), sense=sense)
    assert found.difference is not None
    assert (found.verdict == IMPROVED) <= (sense * found.difference > 0)
    assert (found.n_before, found.n_after) == (400, 400)


def test_a_month_that_is_missing_says_which():
    assert of_figure(Count(), Count(3, 4), sense=1).lacks == "too_few_before"
    assert of_figure(Count(3, 4), Count(), sense=1).lacks == "month_missing"


def test_of_several_people_each_counts_once_however_often_they_were_heard():
    """Forty contacts of two people are two people; three who all rose are told."""
    many = {1: ["2"] * 20, 2: ["3"] * 20}
    assert of_people(CARD, LISTENING, many, many).lacks == "too_few_before"
    before = {1: ["2", "2"], 2: ["2", "3"], 3: ["3", "2"], 4: ["2", "2"]}
    after = {1: ["4", "4"], 2: ["4", "4"], 3: ["5", "4"], 4: ["4", "5"]}
    found = of_people(CARD, LISTENING, before, after)
    assert (found.verdict, found.n_before, found.n_after) == (IMPROVED, 8, 8)
    assert of_people(CARD, LISTENING, before, {}).lacks == "too_few_after"
