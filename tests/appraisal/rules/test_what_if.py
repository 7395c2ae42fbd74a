"""A draft tried on kept inputs: the same numbers as the arithmetic that makes results."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.appraisal.figures import MonthInputs
from hengcai.appraisal.rules import what_if
from hengcai.appraisal.rules.month import month_score
from hengcai.appraisal.rules.policy_file import default_month_policy, default_skill_policy, parsed_month_policy
from hengcai.appraisal.rules.what_if import Scored, Tried, trial_of
from hengcai.base.errors import NotValid

MONTH = default_month_policy()
RATED = [name for name in MONTH.indicators if name not in MONTH.rules]
PERCENT = st.fractions(0, 100, max_denominator=70)
INPUTS = st.builds(
    lambda rated, first, hours, happy, upheld: (rated, first, hours, happy, upheld),
    st.dictionaries(st.sampled_from(RATED), PERCENT),
    st.none() | st.tuples(st.integers(0, 40), st.integers(40, 60)), st.none() | st.fractions(0, 80, max_denominator=30),
    st.none() | st.tuples(st.integers(0, 3), st.integers(3, 12)), st.none() | st.integers(0, 4),
)  # fmt: skip
OTHER = 'rules: {satisfaction: {kind: steps, steps: [["0.5", "0.4"], ["0.9", "1"]], minimum_n: "4"}}\n'
OWN = 'groups: {a: {points: "100", indicators: {first_contact_resolution: "60", wording: "40"}}}\nrules: {}\n'


def kept(parts) -> MonthInputs:
    rated, first, hours, happy, upheld = parts
    inputs = MonthInputs()
    for name, percent in rated.items():
        inputs.rate(name, percent, 8)
    if first:
        inputs.count("first_contact_resolution", Fraction(*first), *first, n=first[1])
    if hours is not None:
        inputs.count("time_to_resolution", hours, 60, 3, n=3)
    if happy:
        inputs.count("satisfaction", Fraction(*happy), *happy, n=happy[1])
    if upheld is not None:
        inputs.count("upheld_complaints", Fraction(upheld), upheld)
    return inputs


@settings(max_examples=60)
@given(parts=INPUTS, text=st.sampled_from(["", OTHER, OWN, "repeat_days: 5"]))
def test_a_month_comes_to_what_the_appraisal_itself_would_say(parts, text) -> None:
    policy, inputs = parsed_month_policy(text, file="p"), kept(parts)
    score = month_score(inputs.values(policy), policy, counts=inputs.counts)
    assert trial_of(policy)(inputs.kept()) == Scored(score.total, score.grade or "")


def test_a_figure_that_cannot_be_one_under_the_draft_is_refused() -> None:
    with pytest.raises(NotValid):
        trial_of(MONTH)({"rated": {RATED[0]: "101"}})


def test_a_quarter_is_rebuilt_from_its_ratings_customers_and_marks() -> None:
    inputs = {
        "ratings": [["superior", 1, "a", "4.5"], ["superior", 1, "b", None], ["self", 2, "a", "4"], ["practical", 3, "a", "3"]],
        "customers": [["4.5", 5]], "marks": [["written", 1, "80"]],
    }  # fmt: skip
    assert trial_of(default_skill_policy())(inputs) == Scored("4.3", "good")
    assert trial_of(default_skill_policy())({}) == Scored(None, "")


def test_only_what_collects_other_inputs_cannot_be_tried() -> None:
    draft = parsed_month_policy("repeat_days: 5\nobserved: both", file="p")
    assert what_if.untried(MONTH, draft) == ("repeat_days", "observed")
    assert what_if.untried(default_skill_policy(), default_skill_policy()) == ()


def test_cost_is_the_change_of_coefficient_times_each_base() -> None:
    up, same = Scored("91.0", "excellent"), Scored("85.0", "good")
    tried = [Tried(1, None, same, up), Tried(2, None, same, same), Tried(3, None, Scored(None, ""), up)]
    found = what_if.cost(tried, MONTH, MONTH, {1: Fraction(3000)})
    assert (found.coefficient, found.people, found.money, found.without_base) == (Fraction(1, 5), 2, 600, 1)
    assert what_if.cost(tried, MONTH, MONTH, {}).money is None
    assert what_if.moves(tried)["good", "excellent"] == 1
