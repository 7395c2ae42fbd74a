from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hengcai.appraisal.rules.evidence import Evidence
from hengcai.appraisal.rules.policy_file import default_skill_policy
from hengcai.appraisal.rules.skill import skill_score
from hengcai.insight.rules import sums

POLICY = default_skill_policy()
level = st.sampled_from([None, "1", "2", "3", "4", "5", "3.5"])
forms = st.dictionaries(
    st.tuples(st.sampled_from(["superior", "self", "peer", "practical"]), st.integers(1, 3), st.sampled_from("abc")),
    level, max_size=20,
)  # fmt: skip
marks = st.dictionaries(
    st.tuples(st.sampled_from(["law", "product"]), st.sampled_from([1, 2])), st.integers(0, 100).map(str), max_size=4
)
customers = st.lists(st.tuples(st.sampled_from(["1", "4.5", "5"]), st.integers(1, 9)), max_size=4)


def rows(form):
    return [[source, rater, item, value] for (source, rater, item), value in form.items()]


def scored(form, marks=(), customers=()):
    evidence = Evidence()
    for source, rater, item, value in form:
        evidence.rate(source, rater=rater, item=item, score=None if value is None else Fraction(value))
    for test, attempt, mark in marks:
        evidence.mark(test, attempt=attempt, mark=Fraction(mark))
    for score, count in customers:
        for _one in range(count):
            evidence.rate_as_customer(Fraction(score))
    return skill_score(evidence, POLICY).sources


@given(forms)
def test_a_plain_sum_divides_to_the_source_s_score(form):
    found = scored(rows(form))
    for source in ("superior", "self", "peer"):
        told = sums.of_source(rows(form), source)
        if told is None or (
            source == "peer" and len({row[1] for row in rows(form) if row[0] == source and row[3]}) < 3
        ):
            assert found[source].score is None
        elif told.is_plain:
            assert told.total / told.count == found[source].score
            assert told.ratings == found[source].n_ratings


@given(forms, marks)
def test_the_practical_source_is_the_mean_of_scenario_and_written_level(form, papers):
    if any(attempt == 2 and (test, 1) not in papers for test, attempt in papers):
        return
    listed = [[test, attempt, mark] for (test, attempt), mark in papers.items()]
    told = sums.practical(rows(form), listed, POLICY.written_mark)
    parts = [part for part in (told.scenario, told.level) if part is not None]
    expected = sum(parts, Fraction(0)) / len(parts) if parts else None
    assert scored(rows(form), listed)["practical"].score == expected
    assert told.has_resit == any(attempt == 2 for _test, attempt in papers)


@given(customers)
def test_customers_sum_to_their_mean(given_by_them):
    told = sums.of_customers(given_by_them)
    count = sum(times for _score, times in given_by_them)
    assert (told is None) == (count == 0)
    if told and count >= POLICY.customer_minimum:
        assert told.total / told.count == scored([], customers=given_by_them)["customer"].score


def test_items_rated_unequally_or_weighted_are_not_a_plain_sum():
    form = [["peer", 1, "a", "4"], ["peer", 2, "a", "5"], ["peer", 1, "b", "3"]]
    assert sums.of_source(form, "peer") == sums.Sum(Fraction(12), 2, 3, is_plain=False)
    alone = [["self", 1, "a", "4"]]
    assert sums.of_source(alone, "self", is_weighted=True).is_plain is False
