import pytest

from hengcai.measurement import linking as module
from hengcai.measurement.errors import NotATable
from hengcai.measurement.linking import linking


def test_raters_who_share_an_agent_are_linked():
    found = linking({"agent": ["li", "li", "wang"], "rater": ["a", "b", "b"]})
    assert found.linked
    assert found.subsets == ({"agent": ["li", "wang"], "rater": ["a", "b"]},)
    assert (found.fewest_double_scores, found.advised_double_scores(100)) == (0, 0)


def test_one_rater_a_team_is_not_linked_though_all_share_the_items():
    rows = [(agent, rater, item) for agent, rater in (("li", "a"), ("wang", "b"), ("chen", "a")) for item in (1, 2)]
    agents, raters, items = zip(*rows, strict=True)
    found = linking({"agent": agents, "rater": raters, "item": items})
    assert not found.linked
    assert found.subsets == (
        {"agent": ["li", "chen"], "rater": ["a"], "item": [1, 2]},
        {"agent": ["wang"], "rater": ["b"], "item": [1, 2]},
    )
    assert (found.fewest_double_scores, found.advised_double_scores(55), found.advised_double_scores(3)) == (1, 6, 1)


def test_one_double_score_links_two_teams():
    agents, raters, items = zip(*[("li", "a", 1), ("wang", "b", 1), ("wang", "a", 1), ("wang", "b", 2)], strict=True)
    assert linking({"agent": agents, "rater": raters, "item": items}).linked


LATIN = [(row, column, (row + column) % 3) for row in range(3) for column in range(3)]


def test_a_latin_square_is_linked_though_no_two_rows_agree_in_two_facets():
    a, b, c = zip(*LATIN, strict=True)
    assert linking({"a": a, "b": b, "c": c}).linked


def test_the_square_is_left_unlinked_when_it_is_too_large_for_algebra(monkeypatch):
    monkeypatch.setattr(module, "LARGEST_EXACT", 5)
    a, b, c = zip(*LATIN, strict=True)
    assert len(linking({"a": a, "b": b, "c": c}).subsets) == 9


def test_a_facet_that_is_the_sum_of_two_others_cannot_be_told_from_them():
    rows = [(a, b, f"{a // 2}{b // 2}") for a in range(4) for b in range(4)]
    a, b, c = zip(*rows, strict=True)
    found = linking({"a": a, "b": b, "c": c})
    assert [subset["c"] for subset in found.subsets] == [["00"], ["01"], ["10"], ["11"]]
    assert found.subsets[1] == {"a": [0, 1], "b": [2, 3], "c": ["01"]}


def test_two_islands_are_named_in_the_order_of_their_first_row():
    found = linking({"agent": [5, 1, 5], "rater": ["z", "y", "x"]})
    assert found.subsets == ({"agent": [5], "rater": ["x", "z"]}, {"agent": [1], "rater": ["y"]}) or found.subsets == (
        {"agent": [5], "rater": ["z", "x"]},
        {"agent": [1], "rater": ["y"]},
    )


def test_one_facet_alone_is_linked():
    assert linking({"agent": ["li", "wang"]}).linked


def test_columns_of_unlike_length_are_refused():
    with pytest.raises(NotATable):
        linking({"agent": [1], "rater": []})
