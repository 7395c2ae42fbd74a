"""The fair score beside the one that counts: in words, in full, and never so that a peer could be found out."""

from decimal import Decimal

import pytest

from hengcai.appraisal.models import FairScore, Result
from hengcai.insight.letters.person import person_letter
from hengcai.insight.papers.person import person_paper
from hengcai.insight.queries.person import person_report
from tests.insight import stage
from tests.insight.test_person import letter, words

pytestmark = pytest.mark.usefixtures("standards")
BANDS = [["excellent", 0.0004], ["good", 0.931], ["to_improve", 0.0686]]


def known(result: Result, basis: str = "final", **facts: object) -> FairScore:
    figures = {"raw": "4.05", "fair": "3.86", "low": "3.52", "high": "4.2", "bands": BANDS, "n": 6}
    return FairScore.objects.create(result=result, basis=basis, **{**figures, **facts})


def unknown(result: Result, basis: str, why: str) -> FairScore:
    return FairScore.objects.create(result=result, basis=basis, unknown=why, raw=Decimal("3.7"), n=1)


def test_raw_fair_interval_and_chances_stand_side_by_side(db):
    result = stage.rated(stage.quarter(), peers=(4, 5, 4))
    known(result)
    found = person_letter(person_report(result, to_rated=False, sees_peers=True), "zh-hans")
    assert words(found.fair.heading) == "'剔除评分尺度差异后，公平分为 3.9（原分 4.1）'"
    row = found.fair.rows[0]
    assert (row.raw, row.fair, row.interval) == ("4.1", "3.9", "[3.5–4.2]")
    assert words(row.bands) == "'优秀 <1% · 良好 93% · 待提升 7%'"
    assert "4.0 是原分；剔除评分尺度差异后为 3.9" in words(found.head.certainty)
    assert "可以测出谁偏严" in words(found.sources.notes)


@pytest.mark.parametrize(("before", "said"), [("3.8", "within the margin of error"), ("2.9", "a significant change")])
def test_a_change_is_held_against_the_error_of_both_periods(db, before, said):
    last = stage.rated(stage.quarter(code="2025-Q4", period=stage.Q4), superior=3, own=3, peers=(4, 4, 4))
    known(
        last,
        raw="3.3",
        fair=before,
        low=str(Decimal(before) - Decimal("0.3")),
        high=str(Decimal(before) + Decimal("0.3")),
    )
    now = stage.rated(stage.quarter(), superior=5, own=4, peers=(4, 4, 4))
    known(now)
    assert said in letter(now, language="en").head.change


def test_a_change_from_a_score_without_an_interval_says_which_one_is_missing(db):
    stage.rated(stage.quarter(code="2025-Q4", period=stage.Q4), superior=3, own=3, peers=(4, 4, 4))
    now = stage.rated(stage.quarter(), superior=5, own=4, peers=(4, 4, 4))
    known(now)
    assert "last quarter, whose interval is not known" in letter(now, language="en").head.change


def test_what_cannot_be_told_says_why(db):
    result = stage.rated(stage.quarter(), peers=(4, 5, 4))
    unknown(result, "final", "not_linked")
    unknown(result, "superior", "not_linked")
    unknown(result, "peer", "by_lot")
    unknown(result, "evaluations", "one_rater")
    found = person_letter(person_report(result, to_rated=False, sees_peers=True), "en")
    assert found.fair.heading == "Fair score: not enough data this period"
    notes = [row.note for row in found.fair.rows]
    assert "no one was rated by two line managers" in notes[1]
    assert "too few to estimate severity" in notes[2]
    assert "only one analyst, so" in notes[3]
    assert all((row.fair, row.bands, row.strip) == ("–", "", "") for row in found.fair.rows)
    assert "interval is unknown" in found.head.certainty


def test_where_peers_count_the_person_rated_sees_the_final_s_correction_as_coarse_as_the_final(db):
    result = stage.rated(stage.quarter(), peers=(4, 5, 5))
    for basis in ("final", "superior", "peer"):
        known(result, basis)
    (final,) = person_report(result, to_rated=True).fair
    assert [str(part) for part in (final.raw, final.fair, final.low, final.high)] == ["4.0000", "3.8", "3.5", "4.2"]
    assert final.bands == []
    said = letter(result, language="en").head.certainty.replace("\u2009", " ")
    assert said.endswith("for rater severity it is 3.8, 95% interval [3.5–4.2].")
    assert [len(one.bands) for one in person_report(result, to_rated=False, sees_peers=True).fair] == [3, 3, 3]


def test_with_two_peers_that_count_the_person_rated_sees_only_what_evaluations_say(db):
    result = stage.rated(stage.counted_from_one_on(stage.quarter()), peers=(4, 5))
    for basis in ("final", "superior", "peer"):
        known(result, basis)
    known(result, "evaluations", raw="81", fair="78.4", low="70", high="103", bands=[["excellent", 0.01]])
    report = person_report(result, to_rated=True)
    assert [one.basis for one in report.fair] == ["evaluations"]
    assert "3.86" not in words(letter(result))
    assert letter(result).fair.rows[0].interval == "[70.0–100.0]"
    assert [one.basis for one in person_report(result, to_rated=False, sees_peers=True).fair] == [
        "final",
        "superior",
        "peer",
        "evaluations",
    ]


def test_paper_carries_the_same_table(db):
    result = stage.rated(stage.quarter(), peers=(4, 5, 4))
    known(result)
    report = person_report(result, to_rated=True)
    paper = person_paper(report, language="en", today=stage.Q1[1])
    told = words(paper.blocks)
    assert "Adjusted for rater severity: 3.8 (as given: 4.0)" in told
    assert "[3.5–4.2]" in told


def test_a_result_from_before_has_no_such_section(db):
    result = stage.rated(stage.quarter())
    assert person_letter(person_report(result, to_rated=True), "en").fair is None
