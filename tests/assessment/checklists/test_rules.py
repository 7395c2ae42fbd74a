"""What a check-list is worth: exact shares, what fails the whole, two examiners."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hengcai.assessment.rules.checklist_files import number_text, problems, read_checklist, written
from hengcai.assessment.rules.checklists import alike, joined, missing, outcome, share, to_settle
from hengcai.assessment.rules.levels import level_of
from hengcai.assessment.shipped_checklists import shipped_checklists
from hengcai.base.errors import NotValid
from tests.assessment.lists import ALL_DONE, definition, item

LIST = read_checklist(definition())


def of(*sheets, settled=None, seconds=None, checklist=LIST):
    return outcome(checklist, joined(checklist, sheets, settled), seconds=seconds)


def test_what_does_not_apply_takes_its_weight_along():
    found = of(ALL_DONE)
    assert (
        found.percent == Fraction(2 + 1 + Fraction(1, 2), 4) * 100
    )  # greets 2, checks 1, speaks half of 1; writes out
    assert found.shares == {"listening": Fraction(5, 6), "process_policy": Fraction(1)}
    assert found.is_passed
    assert missing(LIST, {"greets": "done", "speaks": "na"}) == ["checks", "speaks", "writes"]


def test_a_critical_item_fails_the_whole_whatever_the_sum():
    found = of({**ALL_DONE, "checks": "not_done"})
    assert (found.is_passed, found.failed_for, found.critical) == (False, ("critical",), ("checks",))


def test_the_pass_line_itself_passes_and_nothing_that_applies_does_not():
    half = {"greets": "not_done", "checks": "done", "speaks": "5", "writes": "done"}
    assert of(half).percent == 60
    assert of(half).is_passed
    alone = read_checklist({**definition(), "items": [item("writes", may_skip=True)]})
    assert of({"writes": "na"}, checklist=alone).failed_for == ("below",)


def test_time_fails_only_where_it_binds():
    assert of(ALL_DONE, seconds=301).is_passed
    bound = read_checklist(definition(time_binds=True))
    assert of(ALL_DONE, seconds=300, checklist=bound).is_passed
    assert of(ALL_DONE, seconds=301, checklist=bound).failed_for == ("over_time",)


def test_two_examiners_are_averaged_but_agree_on_what_is_critical():
    other = {"greets": "not_done", "checks": "not_done", "speaks": "5", "writes": "done"}
    assert to_settle(LIST, [ALL_DONE, other], {}) == ["checks"]
    assert to_settle(LIST, [ALL_DONE, other], {"checks": ["done", "heard twice"]}) == []
    found = joined(LIST, [ALL_DONE, other], {"checks": "done"})
    assert found == {"greets": Fraction(1, 2), "checks": 1, "speaks": Fraction(3, 4), "writes": 1}
    assert alike(LIST, ALL_DONE, other) == (0, 4)


@given(some.lists(some.sampled_from(["done", "not_done", "na"]), min_size=1, max_size=9))
def test_the_percentage_is_the_share_of_the_weight_that_applied(values):
    items = [item(f"i{place}", may_skip=True) for place in range(len(values))]
    made = read_checklist({**definition(), "items": items})
    found = of({f"i{place}": value for place, value in enumerate(values)}, checklist=made)
    there = [share(one) for one in values if one != "na"]
    assert found.percent == (sum(there) / Fraction(len(there)) * 100 if there else None)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"code": "No"}, "code_wrong"), ({"kind": "written"}, "kind_wrong"), ({"minutes": 0}, "minutes_wrong"), ({"minutes": True}, "minutes_wrong"),
        ({"pass_percent": "101"}, "pass_wrong"), ({"items": "x"}, "items_wrong"), ({"items": [item("a"), item("a")]}, "item_twice"),
        ({"items": [item("A b")]}, "item_code"), ({"items": [item("a", kind="x")]}, "item_kind"), ({"items": [item("a", critical=True, may_skip=True)]}, "critical_wrong"),
        ({"items": [item("a", weight="0")]}, "weight_wrong"), ({"items": [item("a", weight="1.001")]}, "weight_wrong"), ({"colour": 1}, "key_unknown"),
        ({"task": {"zh": "长" * 1201}}, "text_long"), ({"items": ["x"]}, "unreadable"), ({"task": {"fr": "x"}}, "key_unknown"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_by_name(change, code):
    with pytest.raises(NotValid, match=f"checklist.{code}"):
        read_checklist(definition(**change))


def test_a_draft_says_what_it_lacks_to_be_published():
    lacking = read_checklist(
        {**definition(), "items": [{"id": "a", "kind": "level", "text": {"zh": "看"}}], "setup": {}}
    )
    assert [facts.get("place") for _code, facts in problems(lacking)] == ["setup", "a"]
    assert [code for code, _facts in problems(read_checklist(definition(items=[])))] == ["checklist.empty"]


@pytest.mark.parametrize("given", shipped_checklists(), ids=lambda one: one["code"])
def test_shipped_lists_are_whole_and_read_as_they_are_written(given):
    found = read_checklist(given)
    assert problems(found) == []
    assert read_checklist(written(found)) == found
    assert any(one.is_critical for one in found.items)
    assert all(one.competency for one in found.items)


def test_numbers_are_written_as_they_are_read():
    assert [number_text(Fraction(text)) for text in ("60", "0.5", "2.25", "100")] == ["60", "0.5", "2.25", "100"]


def test_marks_become_levels_as_the_appraisal_reads_them():
    assert [level_of(Fraction(one)) for one in (0, 30, 60, 80, 100)] == [1, 2, 3, 4, 5]
