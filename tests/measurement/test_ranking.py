"""Kendall's W against a textbook, another program and a plain second reckoning; the pooled ranking and who differs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from hengcai.measurement.errors import MeasurementRefusal
from hengcai.measurement.ranking import concordance, kendall_w, ranks_of, spearman_pairs
from hengcai.measurement.reports.ranking import RankingRoles, ranking

# six applicants by three executives (Siegel & Castellan 1988)
EXECUTIVES = np.array([[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]], float)
# 20 people by three raters, many ties: R `irr::kendall(anxiety, TRUE)` prints Wt = 0.54, Chisq(19) = 30.8, p = 0.0429
ANXIETY = np.array([
    [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3], [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
    [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2]], float)  # fmt: skip


def long(table):
    rows = [(f"j{j}", f"i{i}", table[j, i]) for j in range(table.shape[0]) for i in range(table.shape[1])]
    return [list(column) for column in zip(*rows, strict=True)]


def told(table, **more):
    judge, item, rank = long(table)
    return ranking({"j": judge, "i": item, "r": rank}, roles=RankingRoles("j", "i", "r"), **more)


def test_w_is_that_of_the_textbook_and_of_another_program():
    assert round(concordance(ranks_of(*long(EXECUTIVES))).w.estimate, 3) == 0.162
    found = concordance(ranks_of(*long(ANXIETY)))
    assert (round(found.w.estimate, 2), round(found.chi_square, 1), found.df, round(found.p, 4)) == (
        0.54,
        30.8,
        19,
        0.0429,
    )


@given(st.integers(2, 6), st.integers(2, 8), st.integers(0, 2**32 - 1))
def test_w_is_the_mean_spearman_of_all_pairs_where_nothing_ties(m, n, seed):
    dice = np.random.default_rng(seed)
    table = np.array([dice.permutation(n) + 1.0 for _judge in range(m)])
    pairs = [stats.spearmanr(table[a], table[b])[0] for a in range(m) for b in range(a)]
    assert kendall_w(table) == pytest.approx((1 + (m - 1) * np.mean(pairs)) / m)
    assert spearman_pairs(table)[1, 0] == pytest.approx(pairs[0])


@settings(max_examples=40)
@given(st.integers(3, 6), st.integers(3, 7), st.integers(0, 2**32 - 1))
def test_the_order_of_rows_changes_nothing_and_all_stays_on_its_scale(m, n, seed):
    dice = np.random.default_rng(seed)
    table = dice.integers(1, 5, (m, n)).astype(float)
    table[:, 0], table[:, 1] = 0, 9  # so that nobody ties everything
    found = told(table)
    assert 0 <= found["w"]["low"] <= found["w"]["high"] <= 1 if found["w"]["low"] is not None else True
    assert all(1 <= one["low"] <= one["mean_rank"] <= one["high"] <= n for one in found["items"])
    assert [one["mean_rank"] for one in found["items"]] == sorted(one["mean_rank"] for one in found["items"])
    order = dice.permutation(m)
    judge, item, rank = long(table[order])
    names = {f"j{place}": f"j{was}" for place, was in enumerate(order)}
    again = ranking({"j": [names[one] for one in judge], "i": item, "r": rank}, roles=RankingRoles("j", "i", "r"))
    assert again["w"]["estimate"] == pytest.approx(found["w"]["estimate"])
    assert {one["id"]: one["rank"] for one in again["items"]} == {one["id"]: one["rank"] for one in found["items"]}


def test_judges_who_rank_by_lot_are_not_said_to_agree():
    """A bootstrap over judges as such would give about .36 for five of them and 19 items."""
    dice = np.random.default_rng(5)
    lows = []
    for _panel in range(30):
        table = np.array([dice.permutation(19) + 1.0 for _judge in range(5)])
        lows.append(concordance(ranks_of(*long(table))).w.low)
    assert np.mean(lows) < 0.2


def test_one_who_ranks_the_other_way_round_stands_apart():
    table = np.array([[1, 2, 3, 4, 5]] * 4 + [[5, 4, 3, 2, 1]], float)
    found = told(table)
    assert [round(one["correlation_with_rest"], 6) for one in found["judges"]] == [1, 1, 1, 1, -1]


def test_two_judges_have_no_interval_and_ties_share_a_place():
    found = told(np.array([[1, 2, 3], [2, 1, 3]], float))
    assert (found["w"]["low"], found["items"][0]["low"]) == (None, None)
    assert [one["rank"] for one in found["items"]] == [1.5, 1.5, 3]


def test_what_was_left_out_is_refused_by_name_or_shares_the_ranks_left_over():
    columns = {"j": ["a"] * 4 + ["b"] * 2, "i": ["w", "x", "y", "z", "z", "x"], "r": [1, 2, 3, 4, 10, 20]}
    roles = RankingRoles("j", "i", "r")
    with pytest.raises(MeasurementRefusal, match="left_out") as refused:
        ranking(columns, roles=roles)
    assert refused.value.facts == {"judge": "b", "items": "w, y"}
    found = ranking(columns, roles=roles, incomplete=True)
    assert found["w"]["cautions"][0] == "ranking_filled:b"
    means = {one["id"]: one["mean_rank"] for one in found["items"]}
    assert means == {"w": 2.25, "x": 2.0, "y": 3.25, "z": 2.5}


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"j": ["a", "a"], "i": ["x", "y"], "r": [1, 2]}, "ranking.one_judge"),
        ({"j": ["a", "b"], "i": ["x", "x"], "r": [1, 2]}, "ranking.one_item"),
        ({"j": ["a", "a", "a", "b"], "i": ["x", "y", "x", "x"], "r": [1, 2, 3, 1]}, "ranking.repeated"),
        ({"j": ["a", "a", "b", "b"], "i": ["x", "y", "x", "y"], "r": [1, 1, 2, 2]}, "ranking.all_tied"),
        ({"j": ["a"], "i": ["x"]}, "table.column_missing"),
    ],
)
def test_what_cannot_be_told_is_refused(columns, code):
    with pytest.raises(MeasurementRefusal, match=code):
        ranking(columns, roles=RankingRoles("j", "i", "r"))
