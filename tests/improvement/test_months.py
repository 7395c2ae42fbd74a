"""质量分析月报: drafted from what was counted, edited, issued once, revised with a reason; its meeting."""

from datetime import date

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.improvement import actions
from hengcai.improvement.actions.months import Minutes, Written
from hengcai.improvement.models import MonthReport
from hengcai.improvement.month_letter import said, sentences
from hengcai.improvement.papers.month import month_paper
from hengcai.improvement.queries.months import months_seen_by
from hengcai.paper.blocks import Chart
from hengcai.paper.telling import Teller
from hengcai.quality.actions import sum_up_measures
from tests import cast
from tests.improvement import improving as im
from tests.quality import measuring

pytestmark = pytest.mark.django_db
MARCH, TODAY = date(2026, 3, 1), date(2026, 4, 9)


def drafted(by="feng"):
    measuring.scored()
    sum_up_measures(cast.centre(), by=cast.user("feng"), today=TODAY)
    actions.count_places(cast.centre(), by=cast.user("feng"), first=MARCH, last=date(2026, 3, 31))
    return actions.draft_month(cast.centre(), by=cast.user(by), month=MARCH, today=TODAY)


def edit(report, *, by="feng", count=0, **written):
    kept = {"language": "zh-hans", "summary": "总体平稳", **written}
    return actions.edit_month(again(report), by=cast.user(by), written=Written(**kept), edit_count=count)


def again(report):
    return MonthReport.objects.get(pk=report.pk)


def told(report, language="zh-hans"):
    return {one.key: one.text for one in said(again(report), Teller(language))}


def test_a_draft_says_every_figure_with_its_n_and_interval_in_both_languages():
    report = drafted()
    for language in ("zh-hans", "en"):
        found = told(report, language)
        assert "95%" in found["quality.passed"]
        assert "/ 4" in found["quality.passed"]
        assert "6" in found["service.contacts"]
    keys = {one.key for one in sentences(report.facts, Teller("en"))}
    assert keys == {one.key for one in sentences(report.facts, Teller("zh-hans"))}


def test_without_a_month_before_nothing_is_said_to_have_moved():
    report = drafted()
    assert not any(one.is_beyond_chance for one in sentences(report.facts, Teller("en")))


def test_what_moved_beyond_chance_is_said_first():
    facts = drafted().facts
    many = {"counts": {"passed": [180, 200, 0], "handling": [0, 0, 0]}, "causes": {}, "alpha": None}
    few = {"counts": {"passed": [120, 200, 0], "handling": [0, 0, 0]}, "causes": {}, "alpha": None}
    facts["quality"] |= {"now": many, "before": few}
    found = {one.key: one for one in sentences(facts, Teller("en"))}["quality.passed"]
    assert (found.is_beyond_chance, found.sense) == (True, 1)
    assert "significant" in found.text
    facts["quality"] |= {"before": many}
    assert (
        "within the margin of error" in {one.key: one.text for one in sentences(facts, Teller("en"))}["quality.passed"]
    )


def test_a_changed_sentence_stands_in_its_language_and_one_left_out_is_gone():
    report = drafted()
    edit(report, texts={"quality.passed": "合格率需要关注。"}, left_out=["service.contacts"])
    assert told(report)["quality.passed"] == "合格率需要关注。"
    assert told(report, "en")["quality.passed"] != "合格率需要关注。"
    assert "service.contacts" not in told(report)
    edit(report, count=1, texts={"quality.passed": ""})
    assert "95%" in told(report)["quality.passed"]


def test_an_older_page_overwrites_nothing_and_no_sentence_is_made_up():
    report = drafted()
    edit(report)
    with pytest.raises(NotNow, match=r"improvement\.month_stale"):
        edit(report)
    with pytest.raises(NotValid, match=r"improvement\.sentence_unknown"):
        edit(report, count=1, texts={"weather": "晴"})


def test_what_is_issued_has_a_number_and_never_changes():
    report = drafted()
    with pytest.raises(NotNow, match=r"improvement\.summary_missing"):
        actions.issue_month(again(report), by=cast.user("feng"))
    edit(report)
    with pytest.raises(NotAllowed):
        actions.issue_month(again(report), by=cast.user("zheng"))
    actions.issue_month(again(report), by=cast.user("qian"))
    assert again(report).number == "202603-01"
    for act in (lambda: edit(report, count=1), lambda: actions.issue_month(again(report), by=cast.user("feng"))):
        with pytest.raises(NotNow):
            act()
    with pytest.raises(NotNow, match=r"improvement\.month_issued"):
        actions.draft_month(cast.centre(), by=cast.user("feng"), month=MARCH, today=TODAY)


def test_a_revision_gives_its_reason_and_leaves_the_first_as_it_was():
    report = drafted()
    edit(report)
    actions.issue_month(again(report), by=cast.user("feng"))
    with pytest.raises(NotValid, match=r"improvement\.reason_missing"):
        actions.revise_month(again(report), by=cast.user("feng"), because=" ", today=TODAY)
    second = actions.revise_month(again(report), by=cast.user("feng"), because="投诉改判", today=TODAY)
    assert (second.revision, second.summary["zh"], again(report).state) == (2, "总体平稳", "issued")
    with pytest.raises(NotNow, match=r"improvement\.month_not_newest"):
        actions.revise_month(again(report), by=cast.user("feng"), because="又一次", today=TODAY)


def test_a_draft_is_read_by_those_who_make_it_an_issued_one_by_leads_too():
    report = drafted()
    for name, before in (("feng", True), ("qian", True), ("zhao", False), ("wu", False), ("li", False)):
        assert months_seen_by(cast.user(name)).exists() == before
    edit(report)
    actions.issue_month(again(report), by=cast.user("feng"))
    assert months_seen_by(cast.user("zhao")).exists()
    assert not months_seen_by(cast.user("li")).exists()


@pytest.mark.parametrize(
    "month", [date(2026, 4, 1), date(2026, 2, 1), date(2026, 3, 2), date(1, 1, 1), date(9999, 12, 1)]
)
def test_only_a_month_that_is_over_and_has_something_is_drafted(month):
    with pytest.raises((NotNow, NotValid)):
        actions.draft_month(cast.centre(), by=cast.user("feng"), month=month, today=TODAY)


def test_a_meeting_keeps_who_was_there_and_what_was_decided():
    report, feng = drafted(), cast.user("feng")
    told_there = Minutes("逐项过了一遍", ["复盘抢话", "", "更新知识库"])
    how = {"by": feng, "held_on": TODAY, "attendees": [feng, cast.user("qian")], "told": told_there}
    with clock.set_to(clock.now().replace(year=2026, month=4, day=10)):
        with pytest.raises(NotNow, match=r"improvement\.month_draft"):
            actions.enter_meeting(again(report), **how)
        edit(report)
        actions.issue_month(again(report), by=feng)
        with pytest.raises(NotValid, match=r"improvement\.meeting_day"):
            actions.enter_meeting(again(report), **{**how, "held_on": date(2026, 4, 30)})
        made = actions.enter_meeting(again(report), **how)
    assert [one.text for one in made.decisions.order_by("pk")] == ["复盘抢话", "更新知识库"]
    text = str(month_paper(again(report), language="zh-hans", today=TODAY).blocks)
    assert "复盘抢话" in text
    assert "Qian" in text


def test_drawings_stand_beside_the_sentences_where_there_are_two_months():
    report = drafted()
    two = [["2026-02", {"passed": [60, 100, 0]}], ["2026-03", {"passed": [70, 100, 0]}]]
    report.facts["quality"]["months"] = two
    assert any(isinstance(block, Chart) for block in month_paper(report, language="en", today=TODAY).blocks)


def test_measures_of_the_month_stand_in_it():
    im.raised()
    report = drafted()
    assert report.facts["remedies"]["raised"] == 1
    assert report.facts["remedies"]["late"] == 1  # due on 31 March
