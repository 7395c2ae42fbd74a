import pytest

from hengcai.appraisal.rules.spread import band_shares, leanings


def test_shares_of_the_bands_with_their_interval():
    excellent, good, low = band_shares({"excellent": 9, "good": 67, "to_improve": 17})
    assert (good.n, round(good.share, 2), round(good.low, 2), round(good.high, 2)) == (67, 0.72, 0.62, 0.8)
    assert (excellent.band, low.band) == ("excellent", "to_improve")
    assert band_shares({"good": 0}) == []


def test_superiors_stand_beside_everybodys_mean():
    found = {
        one.name: one for one in leanings({"Song": [4.5, 4.6, 4.7, 4.4], "Guo": [3.1, 3.0, 3.2, 3.1], "Ma": [3.9, 3.7]})
    }
    assert found["Song"].difference == pytest.approx(4.55 - 3.82)
    assert found["Song"].is_apart
    assert found["Guo"].is_apart
    assert (found["Ma"].n, found["Ma"].is_apart) == (2, False)


def test_one_person_or_equal_marks_give_no_interval():
    one, same = leanings({"One": [4.0], "Same": [3.0, 3.0, 3.0]})
    assert (one.low, one.high, one.is_apart) == (None, None, False)
    assert (same.low, same.is_apart, same.n) == (None, False, 3)
    assert leanings({}) == []
