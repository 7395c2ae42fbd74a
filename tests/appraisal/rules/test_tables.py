import pytest

from hengcai.appraisal.rules.month import month_score
from hengcai.appraisal.rules.policy_file import default_month_policy, default_skill_policy, parsed_skill_policy
from hengcai.appraisal.rules.tables import MonthTable, SkillTables
from hengcai.base.errors import NotValid

RATING = {"agent": "li", "source": "peer", "rater": "wang", "item": "listening", "score": "4"}
MARK = {"agent": "li", "test": "theory", "mark": "80", "attempt": ""}
CSAT = {"agent": "li", "date": "2026-01-05", "score": "4"}
VALUE = {"agent": "li", "indicator": "wording", "value": "90"}


def refused(take: object, row: dict[str, str]) -> tuple[str, object]:
    with pytest.raises(NotValid) as refusal:
        take(row)  # type: ignore[operator]
    return refusal.value.code, refusal.value.facts["column"]


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        ({"source": "boss"}, "appraisal.source_unknown", "source"),
        ({"source": "quality"}, "appraisal.source_unknown", "source"),
        ({"score": "0.9"}, "appraisal.score_outside", "score"),
        ({"score": "5.0000001"}, "appraisal.score_outside", "score"),
        ({"score": "４"}, "decimal.malformed", "score"),
        ({"score": "1e0"}, "decimal.malformed", "score"),
        ({"score": "\t"}, "decimal.malformed", "score"),
        ({"agent": " "}, "appraisal.name_missing", "agent"),
        ({"rater": ""}, "appraisal.name_missing", "rater"),
        ({"item": ""}, "appraisal.name_missing", "item"),
    ],
)
def test_a_wrong_rating_is_refused_with_its_column(change: dict[str, str], code: str, column: str) -> None:
    assert refused(SkillTables(default_skill_policy()).take_rating, RATING | change) == (code, column)


def test_a_rating_is_known_by_agent_source_rater_and_item_without_the_spaces_around() -> None:
    gathered = SkillTables(default_skill_policy())
    gathered.take_rating(RATING | {"score": " "})
    for other in ({"agent": "zhao"}, {"source": "self"}, {"rater": "chen"}, {"item": "empathy"}):
        gathered.take_rating(RATING | other)
    assert refused(gathered.take_rating, RATING | {"agent": " li "}) == ("appraisal.rating_twice", "rater")


def test_customers_rated_in_two_tables_are_refused_even_without_a_score() -> None:
    gathered = SkillTables(default_skill_policy(), customers_apart=True)
    row = RATING | {"source": "customer", "score": ""}
    assert refused(gathered.take_rating, row) == ("appraisal.customers_twice", "source")


def test_quality_is_a_source_where_the_policy_says_so() -> None:
    gathered = SkillTables(parsed_skill_policy('sources: {superior: "0.6", quality: "0.4"}', file="p"))
    gathered.take_rating(RATING | {"source": "quality"})
    gathered.take_rating(RATING | {"source": "peer"})
    assert refused(gathered.take_rating, RATING | {"source": "stars"})[1] == "source"


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        ({"date": "5.1.2026"}, "appraisal.day_malformed", "date"),
        ({"date": ""}, "appraisal.day_malformed", "date"),
        ({"score": "6"}, "appraisal.score_outside", "score"),
        ({"agent": ""}, "appraisal.name_missing", "agent"),
    ],
)
def test_a_wrong_customer_score_is_refused(change: dict[str, str], code: str, column: str) -> None:
    assert refused(SkillTables(default_skill_policy()).take_customer_score, CSAT | change) == (code, column)


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        ({"mark": "100.5"}, "appraisal.mark_outside", "mark"),
        ({"mark": "-1"}, "decimal.malformed", "mark"),
        ({"attempt": "3"}, "appraisal.attempt_unknown", "attempt"),
        ({"test": ""}, "appraisal.name_missing", "test"),
    ],
)
def test_a_wrong_mark_is_refused(change: dict[str, str], code: str, column: str) -> None:
    assert refused(SkillTables(default_skill_policy()).take_mark, MARK | change) == (code, column)


def test_no_attempt_named_is_the_first() -> None:
    gathered = SkillTables(default_skill_policy())
    gathered.take_mark(MARK | {"mark": ""})
    gathered.take_mark(MARK | {"attempt": "2"})
    assert refused(gathered.take_mark, MARK | {"attempt": "1"}) == ("appraisal.mark_twice", "attempt")


def test_agents_keep_the_order_of_their_first_row() -> None:
    gathered = SkillTables(default_skill_policy())
    gathered.take_rating(RATING | {"agent": "wang", "score": ""})
    gathered.take_rating(RATING)
    gathered.take_customer_score(CSAT | {"agent": "sun"})
    gathered.take_customer_score(CSAT | {"agent": "sun", "score": ""})
    gathered.take_mark(MARK | {"agent": "chen"})
    gathered.take_mark(MARK)
    assert list(gathered.agents) == ["wang", "li", "sun", "chen"]
    assert gathered.agents["sun"].customer_count == 1


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        ({"indicator": "unheard"}, "appraisal.indicator_unknown", "indicator"),
        ({"indicator": "unheard", "value": ""}, "appraisal.indicator_unknown", "indicator"),
        ({"value": "101"}, "quantity.percent_outside", "value"),
        ({"value": "-1"}, "quantity.percent_outside", "value"),
        ({"value": "9O%"}, "decimal.malformed", "value"),
        ({"indicator": "upheld_complaints", "value": "-1"}, "quantity.negative", "value"),
        ({"agent": ""}, "appraisal.name_missing", "agent"),
    ],
)
def test_a_wrong_indicator_is_refused(change: dict[str, str], code: str, column: str) -> None:
    assert refused(MonthTable(default_month_policy()).take_value, VALUE | change) == (code, column)


def test_an_indicator_given_twice_is_refused_even_when_empty() -> None:
    gathered = MonthTable(default_month_policy())
    gathered.take_value(VALUE | {"value": ""})
    assert refused(gathered.take_value, VALUE) == ("appraisal.indicator_twice", "indicator")
    assert month_score(gathered.agents["li"], default_month_policy()).status == "not_enough_evidence"
