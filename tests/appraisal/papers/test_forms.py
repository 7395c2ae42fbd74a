"""Rating forms, practical test, summary, month's sheet and the end of probation: filled for those who may see what is on them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.appraisal.models import RatingTask
from hengcai.insight.forms import form_of
from hengcai.paper.forms.form import Choice
from hengcai.paper.forms.registry import form_called
from tests import cast
from tests.insight import stage
from tests.paper.laying import TODAY, everything, made, offered, refused, tables

pytestmark = pytest.mark.usefixtures("standards")


def test_peers_rate_collaboration_only(db):
    assert [row[0] for row in tables(made("rating", source="peer"))[0].rows] == ["协作能力"]
    assert len(tables(made("rating"))[0].rows) == 11


def filled_quarter(**given):
    cycle = stage.quarter()
    stage.rated(cycle, "li", **given)
    RatingTask.objects.filter(source="peer").update(comment="只有同事会这么写")
    RatingTask.objects.filter(source="superior").update(comment="上级的话")
    return cycle


def test_the_group_sees_filled_forms_and_no_peer_s_name(db):
    cycle = filled_quarter(peers=(4, 5), superior={"communication": 2, "emotion_management": None})
    form = made("rating", cycle=cycle, number="li")
    assert form.is_filled
    rows = {row[0]: row for row in tables(form)[0].rows}
    assert (rows["沟通与表达"][2], rows["情绪管理"][2]) == ("2", "未观察")
    assert "上级的话" in everything(form)
    assert ("评价人", "Zhao") in form.paper.facts
    peers = made("rating", cycle=cycle, number="li", source="peer")
    assert "secret-peer" not in everything(peers).lower()
    assert "同事 1" in everything(peers).replace("\u2009", " ")


def test_a_rater_has_their_own_form_and_nobody_else_s(db):
    cycle = filled_quarter(peers=(4, 5))
    assert made("rating", cycle=cycle, number="li", reader="zhao").is_filled
    assert made("practical", cycle=cycle, number="li", reader="zhou").is_filled
    assert made("self-assessment", cycle=cycle, number="li", reader="li").is_filled
    for reader, code in (
        ("li", "rating"),
        ("zhao", "self-assessment"),
        ("lin", "rating"),
        ("chen", "rating"),
        ("li", "practical"),
    ):
        refused("form.not_here", made, code, cycle=cycle, number="li", reader=reader)


def test_the_person_rated_never_gets_a_peer_s_form_whatever_their_role(db):
    cast.user("li").role_grants.create(role="appraisal_group")
    cycle = filled_quarter(peers=(4, 5))
    refused("form.not_here", made, "rating", cycle=cycle, number="li", source="peer", reader="li")


def test_the_practical_sheet_holds_both_attempts_and_what_counts(db):
    cycle = filled_quarter(marks=(("业务知识", 1, "40"), ("业务知识", 2, "90")))
    form = made("practical", cycle=cycle, number="li", reader="zhou")
    assert tables(form)[-1].rows == [("业务知识", "40", "90", "60")]


def test_the_summary_holds_those_the_reader_may_see_by_name(db):
    cycle = stage.quarter()
    stage.rated(cycle, "wang", peers=(4, 4, 4))
    stage.rated(cycle, "he")
    stage.rated(cycle, "li", superior=None)
    rows = {
        reader: [row[0] for row in tables(made("skill-summary", cycle=cycle, reader=reader))[0].rows]
        for reader in ("zheng", "zhao")
    }
    assert rows == {"zheng": ["He", "Li", "Wang"], "zhao": ["Li", "Wang"]}
    wang = next(row for row in tables(made("skill-summary", cycle=cycle))[0].rows if row[0] == "Wang")
    assert wang[4:] == ["4.0", "4.0", "4.0", "4.0", "3.5", "4.0", "良好"]
    assert not made("skill-summary", cycle=cycle, reader="li").is_filled


def test_the_month_s_sheet_is_one_person_s_or_everybody_s(db):
    cycle = stage.month()
    result = stage.counted(cycle)
    stage.remark(result, "superior", "接得稳", stage.person("zhao"))
    everybody = made("month-sheet", cycle=cycle)
    assert [row[0] for row in tables(everybody)[0].rows] == ["Li"]
    one = made("month-sheet", cycle=cycle, number="li", reader="li")
    text = everything(one)
    assert "判为有责的投诉 1 件" in text.replace("\u2009", " ")
    assert "接得稳" in text
    refused("form.not_here", made, "month-sheet", cycle=cycle, number="li", reader="wang")


def test_the_probation_form_shows_what_its_reader_may_see(db):
    cycle = stage.probation()
    stage.rated(stage.counted_from_one_on(cycle), "li", peers=(1, 2))
    own = {row[0]: row for row in tables(made("probation", cycle=cycle, number="li", reader="li"))[0].rows}
    lead = {row[0]: row for row in tables(made("probation", cycle=cycle, number="li", reader="zhao"))[0].rows}
    assert own["协作能力"][2] == "–"
    assert lead["协作能力"][2] != "–"
    assert own["沟通与表达"] == lead["沟通与表达"]
    refused("form.not_here", made, "probation", cycle=cycle, number="li", reader="wang")


def test_open_cycles_are_offered_once_people_may_know_of_them(db):
    stage.quarter(state="preliminary")
    assert offered("skill-summary", "cycle", "zheng") == ["2026-Q1"]
    assert offered("skill-summary", "cycle", "li") == []


@pytest.mark.parametrize("code", ["skill-summary", "month-sheet"])
def test_three_lines_cost_as_many_queries_as_one(db, code):
    cycle = stage.month() if code == "month-sheet" else stage.quarter()
    add = stage.counted if code == "month-sheet" else stage.rated
    add(cycle, "li")
    few = _queries(code, cycle)
    for name in ("wang", "he"):
        add(cycle, name)
    assert _queries(code, cycle) == few


def _queries(code, cycle):
    user = cast.user("zheng")
    with CaptureQueriesContext(connection) as seen:
        form_of(form_called(code), Choice({"cycle": cycle}), user=user, language="zh-hans", today=TODAY)
    return len(seen)
