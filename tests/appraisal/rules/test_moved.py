from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hengcai.appraisal.rules.month import month_score
from hengcai.appraisal.rules.moved import Moved, moved
from hengcai.appraisal.rules.policy_file import default_month_policy

POLICY = default_month_policy()
POINTS = {name: {code: one.value for code, one in group.indicators.items()} for name, group in POLICY.groups.items()}
known = st.sets(st.sampled_from(POLICY.indicators))


def test_a_missing_indicator_moves_within_its_group_and_a_missing_group_as_a_whole():
    there = [code for code in POLICY.indicators if code not in {"wording", "satisfaction", "upheld_complaints"}]
    assert moved(POINTS, there) == [Moved("wording", Fraction(5), False), Moved("satisfaction", Fraction(20), True)]


def test_nothing_moves_when_everything_or_nothing_is_known():
    assert moved(POINTS, POLICY.indicators) == []
    assert moved(POINTS, []) == []


@given(known)
def test_what_moved_is_what_the_arithmetic_gave_no_points(there):
    values = dict.fromkeys(there, Fraction(1, 2))
    score = month_score(values, POLICY)
    told = moved(POINTS, there)
    if score.exact is None:
        assert told == []
        return
    groups = {one.code for one in told if one.is_group}
    assert groups == {name for name, one in score.groups.items() if not one.points}
    lost = {code for code, one in score.indicators.items() if not one.points}
    within = {one.code for one in told if not one.is_group}
    assert lost == within | {code for name in groups for code in POINTS[name]}
    assert sum(one.points for one in told) == sum(
        (POINTS[g][c] for g in POINTS for c in POINTS[g] if c in lost), Fraction(0)
    )
