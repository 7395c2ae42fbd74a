"""A table taken whole gives what its rows give one by one, or is left to them."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengcai.appraisal.rules import together
from hengcai.appraisal.rules.policy import SkillPolicy
from hengcai.appraisal.rules.policy_file import default_skill_policy, parsed_skill_policy
from hengcai.appraisal.rules.skill import skill_score
from hengcai.appraisal.rules.tables import CUSTOMER_COLUMNS, RATING_COLUMNS, SkillTables
from hengcai.base.errors import NotValid
from hengcai.base.tables.columns import plain_columns

SEEN = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
WEIGHED = parsed_skill_policy('item_weights: {listening: "2", empathy: "0.5"}', file="p")
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["li", "wang", "王"]), st.sampled_from(["superior", "self", "peer", "customer", "practical"]),
        st.sampled_from(["zhao", "chen", "li"]), st.sampled_from(["listening", "empathy", "closing", "collaboration"]),
        st.sampled_from(["1", "2.5", "4", "5", "3.333333", "", "4.0"]),
    ),
    max_size=40, unique_by=lambda row: row[:4],
)  # fmt: skip


def put(folder: Path, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Path:
    path = folder / "t.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([columns, *rows])
    return path


def by_rows(rows: list[tuple[str, ...]], policy: SkillPolicy, **how: bool) -> SkillTables:
    gathered = SkillTables(policy, **how)
    for row in rows:
        gathered.take_rating(dict(zip(RATING_COLUMNS, row, strict=True)))
    return gathered


def whole(path: Path, policy: SkillPolicy, **how: bool) -> SkillTables | None:
    gathered = SkillTables(policy, **how)
    table = plain_columns(path, ids=RATING_COLUMNS[:4], values=RATING_COLUMNS[4:])
    return gathered if table is not None and gathered.take_ratings(table.columns) else None


def scored(gathered: SkillTables, policy: SkillPolicy) -> dict[str, object]:
    return {agent: skill_score(evidence, policy) for agent, evidence in gathered.agents.items()}


@SEEN
@given(ROWS, st.sampled_from([default_skill_policy(), WEIGHED]))
def test_ratings_of_a_table_score_as_its_rows_do(
    tmp_path: Path, rows: list[tuple[str, ...]], policy: SkillPolicy
) -> None:
    found = whole(put(tmp_path, RATING_COLUMNS, rows), policy)
    assert found is not None
    expected = by_rows(rows, policy)
    assert list(found.agents) == list(expected.agents)
    assert scored(found, policy) == scored(expected, policy)


@SEEN
@given(
    st.lists(
        st.tuples(st.sampled_from(["li", "王"]), st.just("2026-01-05"), st.sampled_from(["1", "4.5", ""])), max_size=20
    )
)
def test_customers_scores_are_summed_as_their_rows_are(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    found, expected = (SkillTables(default_skill_policy(), customers_apart=True) for _ in range(2))
    for row in rows:
        expected.take_customer_score(dict(zip(CUSTOMER_COLUMNS, row, strict=True)))
    table = plain_columns(put(tmp_path, CUSTOMER_COLUMNS, rows), ids=("agent",), values=("date", "score"))
    assert table is not None
    assert found.take_customer_scores(table.columns)
    assert scored(found, default_skill_policy()) == scored(expected, default_skill_policy())
    assert list(found.agents) == list(expected.agents)


FIRST = ("li", "peer", "zhao", "listening", "4")


@pytest.mark.parametrize(
    "row",
    [("li", "peer", "zhao", "listening", ""), ("li", "boss", "zhao", "empathy", "4"), ("li", "peer", "", "empathy", "4"),
     ("li", "peer", "zhao", "empathy", "6"), ("li", "peer", "zhao", "empathy", "four"), (" li", "peer", "chen", "empathy", "4"),
     ("li", "peer", "chen", "empathy", "4.0000001"), ("li", "customer", "chen", "empathy", "4")],
)  # fmt: skip
def test_a_table_with_anything_unusual_is_left_to_its_rows(tmp_path: Path, row: tuple[str, ...]) -> None:
    path = put(tmp_path, RATING_COLUMNS, [FIRST, row])
    assert whole(path, default_skill_policy(), customers_apart=True) is None


def test_two_spellings_of_an_item_are_one_item_that_cannot_be_rated_twice(tmp_path: Path) -> None:
    rows = [FIRST, ("li", "peer", "zhao", "ｌistening", "3")]
    assert whole(put(tmp_path, RATING_COLUMNS, rows), default_skill_policy()) is None
    with pytest.raises(NotValid) as refusal:
        by_rows(rows, default_skill_policy())
    assert refusal.value.code == "appraisal.rating_twice"


def test_codes_and_sums_too_large_for_whole_numbers_are_left_to_the_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, RATING_COLUMNS, [FIRST])
    assert whole(path, default_skill_policy()) is not None
    monkeypatch.setattr(together, "_LARGEST_CODE", 0)
    assert whole(path, default_skill_policy()) is None
    monkeypatch.setattr(together, "_LARGEST_CODE", 1 << 62)
    monkeypatch.setattr(together, "_LARGEST_SUM", 0)
    assert whole(path, default_skill_policy()) is None
    customers = plain_columns(
        put(tmp_path, CUSTOMER_COLUMNS, [("li", "2026-01-05", "4")]), ids=("agent",), values=("date", "score")
    )
    assert customers is not None
    assert not SkillTables(default_skill_policy()).take_customer_scores(customers.columns)


@pytest.mark.parametrize("row", [("li", "5 January", "4"), ("", "2026-01-05", "4"), ("li", "2026-01-05", "9")])
def test_customers_scores_that_would_be_refused_are_left_to_their_rows(tmp_path: Path, row: tuple[str, ...]) -> None:
    table = plain_columns(put(tmp_path, CUSTOMER_COLUMNS, [row]), ids=("agent",), values=("date", "score"))
    assert table is not None
    assert not SkillTables(default_skill_policy()).take_customer_scores(table.columns)


def test_few_ratings_of_many_agents_and_items_are_summed_alike(tmp_path: Path) -> None:
    rows = [(f"agent{place}", "peer", f"rater{place}", f"item{place}", "4") for place in range(60)]
    found = whole(put(tmp_path, RATING_COLUMNS, rows), default_skill_policy())
    assert found is not None
    assert scored(found, default_skill_policy()) == scored(
        by_rows(rows, default_skill_policy()), default_skill_policy()
    )
