"""What would be enough for the next band is enough by the real scorer, and anything less is not."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hengcai.appraisal.rules import skill
from hengcai.appraisal.rules.month import month_score
from hengcai.appraisal.rules.next_band import next_month_grade, next_skill_band, rounded_up
from hengcai.appraisal.rules.policy_file import parsed_month_policy, parsed_skill_policy
from hengcai.appraisal.rules.skill import Heard

SKILL, MONTH = parsed_skill_policy("", file="-"), parsed_month_policy("", file="-")
A_BIT = Fraction(1, 10**9)
LEVELS = st.fractions(min_value=1, max_value=5, max_denominator=60)
HEARD = st.fixed_dictionaries({"superior": LEVELS, "self": LEVELS}, optional={
    "peer": LEVELS, "customer": LEVELS, "practical": LEVELS,
})  # fmt: skip
SHARES = st.fractions(min_value=0, max_value=1, max_denominator=40)


def scored(levels):
    heard = {name: Heard(levels[name], 5, 5) if name in levels else Heard() for name in skill.SOURCES}
    return skill._combined(heard, SKILL)


@given(HEARD)
def test_a_source_at_what_is_needed_reaches_the_next_band_and_a_bit_less_does_not(levels):
    score = scored(levels)
    found = next_skill_band(score, SKILL)
    if score.band in (None, SKILL.bands[0].code):
        assert found is None
        return
    assert found.missing > 0
    assert [one.size for one in found.changes] == sorted(one.size for one in found.changes)
    for one in found.changes:
        assert scored({**levels, one.code: one.needed}).band == found.band
        assert scored({**levels, one.code: one.needed - A_BIT}).band == score.band
    named = {one.code for one in found.changes}
    for other in levels.keys() - named:
        assert scored({**levels, other: Fraction(5)}).band == score.band


def values_of(shares):
    """A value for each indicator that earns about this share by its rule."""
    found = {}
    for name in MONTH.indicators:
        rule, share = MONTH.rules.get(name), shares[name]
        if rule is None:
            found[name] = share * 100
        elif name == "upheld_complaints":
            found[name] = Fraction(round(share * 3))
        else:
            found[name] = rule.floor.value + share * (rule.target.value - rule.floor.value)
    return found


@given(
    st.fixed_dictionaries(dict.fromkeys(MONTH.indicators, SHARES)),
    st.sets(st.sampled_from(MONTH.indicators), max_size=6),
)
def test_an_indicator_at_what_is_needed_reaches_the_next_grade_and_less_does_not(shares, absent):
    values = {name: None if name in absent else value for name, value in values_of(shares).items()}
    score = month_score(values, MONTH)
    found = next_month_grade(score, MONTH)
    if score.grade in (None, MONTH.grades[0].code):
        assert found is None
        return
    for one in found.changes:
        assert month_score({**values, one.code: one.value}, MONTH).grade != score.grade
        rule = MONTH.rules.get(one.code)
        if one.code == "upheld_complaints":
            assert month_score({**values, one.code: one.value + 1}, MONTH).grade == score.grade
            continue
        way = -1 if rule is not None and rule.target.value < rule.floor.value else 1
        assert month_score({**values, one.code: one.value - way * A_BIT}, MONTH).grade == score.grade
    named = {one.code for one in found.changes} | absent
    for other in set(MONTH.indicators) - named:
        best = (
            values_of(dict.fromkeys(MONTH.indicators, Fraction(1)))[other]
            if other != "upheld_complaints"
            else Fraction(0)
        )
        assert month_score({**values, other: best}, MONTH).grade == score.grade


def test_a_tie_at_the_half_reaches_the_band():
    score = scored({"superior": Fraction(3), "self": Fraction(3), "practical": Fraction(3)})
    found = next_skill_band(score, SKILL)
    assert (found.band, found.least) == ("good", Fraction(345, 100))
    assert found.changes[0].code == "superior"
    assert found.changes[0].needed == 3 + Fraction(45, 100) * Fraction(70, 40)


def test_what_is_shown_is_still_enough():
    assert rounded_up(Fraction(10, 3), 1) == Fraction("3.4")
    assert rounded_up(Fraction(10, 3), 1, downwards=True) == Fraction("3.3")
