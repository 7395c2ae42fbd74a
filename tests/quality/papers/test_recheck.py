"""The record of a recheck: blank for anybody, filled once the second score is in, never before."""

from fractions import Fraction

import pytest

from tests import cast
from tests.paper.laying import made, refused, tables
from tests.quality.test_rechecks import FAR, drawn, score, settle

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _share(settings):
    settings.RECHECK_SHARE = Fraction(1, 10)


def test_it_tells_both_scores_why_it_was_drawn_and_what_was_settled():
    one = score(drawn(), FAR)
    settle(one, "taken", reason="打断客户，复核属实")
    form = made("recheck", recheck=one.pk, reader="feng")
    rows = {row[0]: row for row in tables(form)[0].rows}
    assert form.is_filled
    assert rows["listening项"][1:] == ("4", "", "1", "cut in", "1")
    facts = dict(form.paper.facts)
    assert (facts["复核原因"], facts["复核人"]) == ("随机抽中", cast.user("cao").name)
    assert facts["初评总分"] != facts["复核总分"]


def test_before_the_second_score_is_in_there_is_nothing_to_read():
    one = drawn()
    for reader in ("feng", "cao", "chen", "li"):
        refused("form.no_recheck", made, "recheck", recheck=one.pk, reader=reader)
    assert not made("recheck", reader="feng").is_filled
