import itertools
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hengcai.insight.rules import findings
from hengcai.insight.rules.findings import LINE, MAYBE, MEETS, SURE, UNKNOWN, Seen, Shortfall

FOUR = Fraction(4)
levels = st.integers(10, 50).map(lambda tenths: Fraction(tenths, 10))


@st.composite
def seen(draw) -> Seen:
    value = draw(levels)
    if draw(st.booleans()):
        return Seen(value)
    half = draw(st.integers(1, 15)) / 10
    return Seen(value, float(value) - half, float(value) + half, draw(st.integers(3, 30)))


teams = st.lists(seen(), max_size=15)
maps = st.dictionaries(st.sampled_from("abcdefg"), teams, max_size=7)
profiles = st.dictionaries(st.sampled_from("abcdefg"), levels, max_size=7)


def test_eight_of_twelve_below_three_with_their_bracket():
    sure = [Seen(Fraction(5, 2), 2.2, 2.8, 6)] * 6
    leaning = [Seen(Fraction(29, 10), 2.5, 3.3, 6)] * 2
    reaching = [Seen(Fraction(33, 10), 2.9, 3.7, 6)] * 2
    above = [Seen(FOUR, 3.6, 4.4, 6)] * 2
    found = findings.shortfall("emotion", sure + leaning + reaching + above, line=LINE)
    assert (found.below, found.total, found.surely, found.maybe) == (8, 12, 6, 10)


def test_without_any_interval_a_count_has_no_bracket():
    found = findings.shortfall("emotion", [Seen(Fraction(2)), Seen(Fraction(4))], line=LINE)
    assert (found.below, found.surely, found.maybe) == (1, None, None)


def test_one_whose_interval_is_unknown_may_stand_on_either_side():
    found = findings.shortfall("emotion", [Seen(Fraction(5)), Seen(FOUR, 3.6, 4.4, 6)], line=LINE)
    assert (found.surely, found.maybe) == (0, 1)


@given(teams, levels)
def test_the_bracket_holds_the_count(team, line):
    found = findings.shortfall("x", team, line=line)
    assert found.below == sum(one.value < line for one in team)
    if found.surely is not None:
        assert 0 <= found.surely <= found.below <= found.maybe <= found.total


@given(teams, levels)
def test_knowing_less_never_narrows_the_bracket(team, line):
    less = [Seen(one.value) if number % 2 else one for number, one in enumerate(team)]
    all_known, half_known = findings.shortfall("x", team, line=line), findings.shortfall("x", less, line=line)
    if None not in (all_known.surely, half_known.surely):
        assert half_known.surely <= all_known.surely
        assert half_known.maybe >= all_known.maybe


def test_a_cell_is_sure_only_when_its_whole_interval_lies_below():
    assert findings.mark(Seen(Fraction(33, 10), 2.9, 3.7, 8), FOUR) == SURE
    assert findings.mark(Seen(Fraction(37, 10), 3.3, 4.1, 8), FOUR) == MAYBE
    assert findings.mark(Seen(FOUR, 3.6, 4.4, 8), FOUR) == MEETS
    assert findings.mark(Seen(Fraction(33, 10)), FOUR) == MAYBE
    assert findings.mark(None, FOUR) == UNKNOWN
    assert findings.mark(Seen(Fraction(1)), None) == MEETS


@given(seen(), levels)
def test_a_sure_cell_is_below_and_never_merely_perhaps(one, line):
    found = findings.mark(one, line)
    assert (found == MEETS) == (one.value >= line)
    if found == SURE:
        assert one.is_surely_below(line)
        assert one.is_maybe_below(line)


@given(maps, profiles)
def test_what_falls_below_three_comes_before_what_misses_the_post(by_code, required):
    found = findings.shortfalls(by_code, required, most=99)
    is_standard = [one.line == LINE and one.share >= findings.NAMED_SHARE for one in found]
    assert is_standard == sorted(is_standard, reverse=True)
    assert len({one.code for one in found}) == len(found)
    assert all(one.below for one in found)
    for before, after in itertools.pairwise(found):
        if before.line == after.line == LINE:
            assert before.share >= after.share


@given(maps, profiles, st.integers(0, 5))
def test_only_the_worst_few_are_named(by_code, required, most):
    assert findings.shortfalls(by_code, required, most=most) == findings.shortfalls(by_code, required, most=99)[:most]


def bracket(surely, maybe, below=5, line=LINE):
    return Shortfall("x", below, 12, line, surely, maybe)


def test_a_change_is_told_only_when_the_brackets_part():
    assert findings.changed(bracket(8, 10, 9), bracket(3, 7, 6)) == "more"
    assert findings.changed(bracket(3, 5, 4), bracket(6, 8, 7)) == "fewer"
    assert findings.changed(bracket(6, 10, 8), bracket(5, 9, 7)) == "within"
    assert findings.changed(bracket(6, 10), bracket(6, 10)) == "same"
    assert findings.changed(bracket(None, None, 8), bracket(5, 9, 7)) == "unknown"
    assert findings.changed(bracket(6, 10, 8), bracket(None, None, 7)) == "unknown"


def test_nothing_is_compared_with_another_line_or_with_nothing():
    assert findings.changed(bracket(6, 10), None) == "new"
    assert findings.changed(bracket(6, 10), bracket(6, 10, line=FOUR)) == "new"


@given(maps, profiles)
def test_all_meet_means_every_level_reaches_its_line(by_code, required):
    for code in findings.met_by_all(by_code, required):
        assert by_code[code]
        assert all(one.value >= required[code] for one in by_code[code])


@given(maps, profiles)
def test_what_all_meet_is_no_shortfall_of_the_post(by_code, required):
    all_meet = set(findings.met_by_all(by_code, required))
    missed = {one.code for one in findings.shortfalls(by_code, required, most=99) if one.line == required.get(one.code)}
    assert not all_meet & missed


def test_a_mean_of_nothing_is_nothing():
    assert findings.mean_of([]) is None
    assert findings.mean_of([Fraction(1), Fraction(2)]) == Fraction(3, 2)


def test_one_newcomer_makes_no_finding_about_newcomers():
    assert findings.newcomers_weakest({"a": [Seen(Fraction(2))]}) is None
    assert findings.newcomers_weakest({"a": [Seen(LINE), Seen(LINE)]}) is None
    assert findings.newcomers_weakest({}) is None


@given(maps)
def test_the_newcomers_weakest_is_the_lowest_mean_below_three(by_code):
    found = findings.newcomers_weakest(by_code)
    means = [findings.mean_of([one.value for one in ones]) for ones in by_code.values() if len(ones) >= 2]
    low = [mean for mean in means if mean < LINE]
    assert (found.mean if found else None) == (min(low) if low else None)
    if found:
        assert found.n == len(by_code[found.code]) >= 2


@given(st.dictionaries(st.sampled_from("abcdefg"), levels), profiles)
def test_gaps_part_a_person_by_what_the_post_asks(own, required):
    above, below = findings.gaps(own, required)
    assert {gap.code for gap in above} | {gap.code for gap in below} == set(own) & set(required)
    assert [gap.size for gap in above] == sorted((gap.size for gap in above), reverse=True)
    assert [gap.size for gap in below] == sorted(gap.size for gap in below)
    assert all(gap.size >= 0 for gap in above)
    assert all(gap.size < 0 for gap in below)


def test_a_change_needs_both_ends():
    assert findings.change(FOUR, Fraction(7, 2)) == Fraction(1, 2)
    assert findings.change(FOUR, None) is None
    assert findings.change(None, FOUR) is None


def test_a_share_of_nobody_is_nothing():
    assert Shortfall("x", 0, 0, LINE, None, None).share == 0
