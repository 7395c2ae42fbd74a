"""Results of before and after a revision that moved the levels: compared on one scale, and it is said."""

from fractions import Fraction

from hengcai.framework.actions import publish_framework
from hengcai.framework.rules import STANDARD_MOVED
from hengcai.insight.letters.person import person_letter
from hengcai.insight.letters.team import team_letter
from hengcai.insight.queries.person import person_report
from hengcai.insight.queries.team import team_gaps
from tests import cast
from tests.framework.stage import draft
from tests.insight import stage

BARE = {"peers": (), "customers": (), "marks": ()}
NOTE = "能力库第 1 版（含）以前的级和分，已按现在各级的含义换算后再比；当时发布的没有改。"


def the_standard_in_both(name="li"):
    """3 of before in the quarter before, 4 in this one: the same work."""
    before = stage.rated(stage.quarter(code="2025-Q4", period=stage.Q4), name, superior=3, own=3, practical=3, **BARE)
    said = {"reason": "yearly", "changes": "4 is the standard", "reviewed_by": "Zheng"}
    publish_framework(draft(), by=cast.user("zheng"), today=cast.MONDAY, level_map=STANDARD_MOVED, **said)
    return before, stage.rated(stage.quarter(), name, superior=4, own=4, practical=4, **BARE)


def test_whoever_did_the_same_is_told_it_is_the_same(db):
    before, now = the_standard_in_both()
    report = person_report(now, to_rated=True)
    assert (before.final, now.final, report.change) == (3, 4, 0)
    assert report.history == [("2025-Q4", Fraction(4)), ("2026-Q1", Fraction(4))]
    assert {line.before for line in report.competencies if line.rated is not None} == {Fraction(4)}
    assert person_letter(report, "zh-hans").head.change.replace("\u2009", " ") == f"与上季度相同。{NOTE}"


def test_an_earlier_result_keeps_what_was_published(db):
    before, _now = the_standard_in_both()
    report = person_report(before, to_rated=True)
    assert (report.final, report.earlier_scale) == (3, None)
    assert {line.rated for line in report.competencies if line.rated is not None} == {Fraction(3)}


def test_a_team_is_compared_on_one_scale(db):
    _before, now = the_standard_in_both()
    gaps = team_gaps(cast.team("one"), now.participant.cycle, cast.user("qian"))
    assert {mean.before for part in gaps.parts for mean in part.means if mean.n_before} == {Fraction(4)}
    assert team_letter(gaps, "zh-hans").means_note.replace("\u2009", " ").endswith(NOTE)


def test_what_contacts_showed_of_the_quarter_before_is_carried_over_too(db):
    stage.standards()
    stage.observe(stage.person("li"), "communication", ["3"] * 4, on=stage.Q4[0])
    before, now = the_standard_in_both("wang")
    stage.rated(before.participant.cycle, "li", **BARE)
    stage.rated(now.participant.cycle, "li", **BARE)
    gaps = team_gaps(cast.team("one"), now.participant.cycle, cast.user("qian"), kind="observed")
    assert {mean.before for part in gaps.parts for mean in part.means if mean.n_before} == {Fraction(4)}
