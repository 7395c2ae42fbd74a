from decimal import Decimal

import pytest

from hengcai.appraisal.rules.rows import mark_of, rating_of
from hengcai.base.errors import NotValid

RATING = {
    "cycle": "2026-Q1",
    "agent": "li",
    "source": "superior",
    "rater": "zhao",
    "item": "communication",
    "score": "4",
}
MARK = {"cycle": "2026-Q1", "agent": "li", "test": "业务知识", "mark": "71.25"}


def refusal_of(call, values):
    with pytest.raises(NotValid) as refusal:
        call(values)
    return refusal.value.facts["column"], refusal.value.code


def test_a_rating_is_read_cell_by_cell():
    facts = rating_of(
        {**RATING, "score": " 4.250000 ", "comment": " said early ", "source": "Superior", "item": "Communication"}
    )
    assert (facts.level, facts.comment, facts.key) == (
        Decimal("4.25"),
        "said early",
        ("2026-Q1", "li", "superior", "zhao", "communication"),
    )


def test_an_empty_score_is_not_observed():
    assert rating_of({**RATING, "score": ""}).level is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"cycle": ""}, ("cycle", "appraisal.name_missing")), ({"agent": " "}, ("agent", "appraisal.name_missing")),
        ({"source": "customer"}, ("source", "appraisal.source_unknown")), ({"rater": "li"}, ("rater", "appraisal.rater_is_rated")),
        ({"source": "self"}, ("rater", "appraisal.rater_is_rated")), ({"score": "0.9"}, ("score", "appraisal.score_outside")),
        ({"score": "5.000001"}, ("score", "appraisal.score_outside")), ({"score": "４"}, ("score", "decimal.malformed")),
        ({"score": "NaN"}, ("score", "decimal.malformed")), ({"score": "1.0000001"}, ("score", "appraisal.too_many_places")),
        ({"item": None}, ("item", "appraisal.name_missing")), ({"item": "x" * 81}, ("item", "appraisal.text_too_long")),
        ({"comment": "x" * 4001}, ("comment", "appraisal.text_too_long")),
    ],
)  # fmt: skip
def test_a_rating_that_does_not_fit_names_its_column(cells, expected):
    assert refusal_of(rating_of, {**RATING, **cells}) == expected


def test_a_self_assessment_is_by_the_person():
    assert rating_of({**RATING, "source": "self", "rater": "li"}).source == "self"


def test_a_mark_is_read_and_the_first_attempt_needs_no_number():
    assert (mark_of(MARK).mark, mark_of(MARK).attempt) == (Decimal("71.25"), 1)
    assert mark_of({**MARK, "attempt": " 2 "}).key == ("2026-Q1", "li", "业务知识", 2)
    assert mark_of({**MARK, "mark": "0"}).mark == 0


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"mark": ""}, ("mark", "appraisal.name_missing")), ({"mark": "100.5"}, ("mark", "appraisal.mark_outside")),
        ({"mark": "-1"}, ("mark", "decimal.malformed")), ({"attempt": "3"}, ("attempt", "appraisal.attempt_unknown")),
        ({"test": ""}, ("test", "appraisal.name_missing")),
    ],
)  # fmt: skip
def test_a_mark_that_does_not_fit_names_its_column(cells, expected):
    assert refusal_of(mark_of, {**MARK, **cells}) == expected
