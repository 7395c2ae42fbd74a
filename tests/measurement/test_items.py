"""Item analysis against another program's printed example, published intervals and a plain second reckoning."""

import numpy as np
import pytest

from hengcai.measurement.errors import MeasurementRefusal
from hengcai.measurement.items import answers_of, cronbach_alpha, difficulty, extremes, item_analysis
from hengcai.measurement.reports.items import ItemRoles, items

# `cronbach_alpha` of pingouin 0.5: 15 people, ten items; the program prints .592 and .195 to .840
LIKERT = np.array([[int(sign) for sign in row] for row in (
    "3224145143", "5546351255", "7535564336", "2343322266", "6556544467", "1223425235", "4335352124", "2544372246", "6255516523",
    "5246435317", "4135253234", "4423253423", "5556233244", "6555422146", "4435531323")], float)  # fmt: skip


def long(table):
    rows = [
        (f"p{p}", f"q{i}", table[p, i])
        for p in range(table.shape[0])
        for i in range(table.shape[1])
        if not np.isnan(table[p, i])
    ]
    return [list(column) for column in zip(*rows, strict=True)]


def test_alpha_and_its_interval_are_those_another_program_prints():
    alpha, sem = cronbach_alpha(LIKERT)
    assert alpha.estimate == pytest.approx(0.5917188485995826, abs=1e-12)
    assert (round(alpha.low, 3), round(alpha.high, 3), alpha.n) == (0.195, 0.84, 15)
    assert sem == pytest.approx(LIKERT.sum(axis=1).std(ddof=1) * (1 - 0.5917188485995826) ** 0.5)


def test_discrimination_is_the_correlation_with_the_rest():
    found = item_analysis(answers_of(*long(LIKERT)))
    for place, item in enumerate(found.items):
        rest = LIKERT.sum(axis=1) - LIKERT[:, place]
        r = np.corrcoef(LIKERT[:, place], rest)[0, 1]
        half = 1.959964 / np.sqrt(12)
        assert item.discrimination.estimate == pytest.approx(r)
        assert item.discrimination.low == pytest.approx(np.tanh(np.arctanh(r) - half), abs=1e-6)
        assert item.difficulty.estimate == pytest.approx(LIKERT[:, place].mean() / LIKERT[:, place].max())


def test_difficulty_of_right_and_wrong_has_the_published_interval():
    found = difficulty(np.array([1.0] * 81 + [0.0] * 182), 1.0)
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)


def test_ties_at_the_edge_share_the_places_left():
    upper, lower = extremes(np.array([9.0, 8, 8, 8, 5, 4, 3, 2, 2, 1, 7]))  # floor(.27 * 11) = 2
    assert upper.tolist() == pytest.approx([1, 1 / 3, 1 / 3, 1 / 3, 0, 0, 0, 0, 0, 0, 0])
    assert lower.tolist() == pytest.approx([0, 0, 0, 0, 0, 0, 0, 0.5, 0.5, 1, 0])


def test_27_percent_of_100_are_27():
    assert extremes(np.arange(100.0))[0].sum() == 27


def test_a_wrong_option_that_draws_the_able_is_named():
    table = np.array([[1, 1], [1, 1], [1, 0], [0, 0], [0, 1], [0, 1], [1, 0], [1, 0]], float)
    chosen = ["a" if value else "b" for value in table.ravel()]
    found = item_analysis(answers_of(*long(table), options=chosen)).items[1]
    assert [(one.id, one.share) for one in found.options] == [("a", 0.5), ("b", 0.5)]
    assert {"negative_discrimination", "few_persons:8"} <= set(found.cautions)


def test_missing_pairs_are_left_out_and_alpha_is_of_the_complete():
    table = LIKERT.copy()
    table[5, 3] = np.nan
    found = item_analysis(answers_of(*long(table)))
    assert found.items[3].n == 14
    assert (found.alpha.n, found.alpha.cautions) == (14, ("persons_left_out:1",))
    assert found.alpha.estimate == pytest.approx(cronbach_alpha(np.delete(LIKERT, 5, axis=0))[0].estimate)


def test_an_item_nobody_gets_right_has_difficulty_0_and_no_discrimination():
    table = np.array([[1, 0], [0, 0], [1, 0], [1, 0]], float)
    found = item_analysis(answers_of(*long(table))).items[1]
    assert found.difficulty.estimate == 0
    assert (found.discrimination.estimate, found.discrimination.cautions) == (None, ("nothing_varies",))


@pytest.mark.parametrize(
    ("rows", "more", "code"),
    [((["a", "a"], ["q", "q"], [1, 0]), {}, "items.repeated"), ((["a"], ["q"], [""]), {}, "ratings.none"), ((["a"], ["q"], [3]), {"largest": 2.0}, "items.above_max"),
     ((["a"], ["q"], [3]), {"largest": -1.0}, "items.max_not_positive")],
)  # fmt: skip
def test_what_is_no_table_of_answers_is_refused(rows, more, code):
    with pytest.raises(MeasurementRefusal, match=code):
        answers_of(*rows, **more)


def test_the_report_has_the_keys_promised():
    columns = dict(zip(("person", "item", "score"), long(LIKERT), strict=True))
    found = items(columns, roles=ItemRoles("person", "item", "score"), largest=7.0)
    assert list(found) == ["items", "alpha", "sem"]
    assert list(found["items"][0]) == [
        "id",
        "n",
        "difficulty",
        "discrimination",
        "upper_lower_27",
        "options",
        "cautions",
    ]
    assert found["items"][0]["difficulty"]["estimate"] == pytest.approx(LIKERT[:, 0].mean() / 7)
    with pytest.raises(MeasurementRefusal, match="column_missing"):
        items(columns, roles=ItemRoles("nobody", "item", "score"))
