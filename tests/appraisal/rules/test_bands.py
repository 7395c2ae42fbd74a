from hypothesis import given
from hypothesis import strategies as st

from hengcai.appraisal.rules import bands


def test_the_shipped_bands_have_their_colours():
    codes = ("excellent", "good", "to_improve")
    assert [bands.tone(code, codes) for code in codes] == [bands.EXCELLENT, bands.GOOD, bands.IMPROVE]
    grades = ("excellent", "good", "pass", "fail")
    assert [bands.tone(code, grades) for code in grades] == [bands.EXCELLENT, bands.GOOD, bands.PASS, bands.IMPROVE]
    assert bands.tone("", grades) == bands.NONE


@given(st.lists(st.text(min_size=1), min_size=2, unique=True))
def test_the_ends_are_told_apart_whatever_they_are_called(codes):
    assert [bands.tone(code, codes) for code in codes].count(bands.EXCELLENT) == 1
    assert [bands.tone(code, codes) for code in codes].count(bands.IMPROVE) == 1
