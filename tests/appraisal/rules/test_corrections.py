"""What two revisions of a result differ in."""

from hypothesis import given
from hypothesis import strategies as st

from hengcai.appraisal.rules.corrections import Difference, differences

OLD = {"total": "82.9", "grade": "good", "indicators": {"wording": {"earned": "5.3"}, "records": {"earned": "5.0"}}}
NEW = {"total": "84.2", "grade": "good", "indicators": {"wording": {"earned": "6.6"}, "records": {"earned": "5.0"}}}
FIGURES = st.dictionaries(st.sampled_from("abc"), st.fixed_dictionaries({"earned": st.sampled_from(["1", "2"])}))
DETAILS = st.fixed_dictionaries({}, optional={"total": st.sampled_from(["1", "2"]), "indicators": FIGURES})


def test_score_and_band_are_told_always_and_of_the_rest_what_is_another():
    found = differences(OLD, NEW)
    assert [(one.code, one.old, one.new, one.is_changed) for one in found] == [
        ("total", "82.9", "84.2", True), ("grade", "good", "good", False), ("wording", "5.3", "6.6", True),
    ]  # fmt: skip


def test_a_source_that_came_or_went_stands_beside_nothing():
    found = differences({"final": "3.7", "band": "good", "sources": {"peer": {"score": "3"}}}, {"final": None})
    assert found[0] == Difference("total", "final", "3.7", None)
    assert found[-1] == Difference("sources", "peer", "3", None)


@given(DETAILS, DETAILS)
def test_turned_round_it_tells_the_same_backwards(old, new):
    there, back = differences(old, new), differences(new, old)
    assert {(one.code, one.old, one.new) for one in there} == {(one.code, one.new, one.old) for one in back}
    assert all(not one.is_changed for one in differences(old, old))
