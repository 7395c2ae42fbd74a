"""Forms: blank and filled, in both languages, in the centre's own words, for those who may see what is on them."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.accounts.actions import settle_centre
from hengcai.appraisal.models import RatingTask
from hengcai.appraisal.papers.asking import RATERS
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotNow, NotValid
from hengcai.framework.models import Framework, Post
from hengcai.insight.forms import form_of
from hengcai.paper.blocks import Signatures, Table
from hengcai.paper.forms.form import Choice
from hengcai.paper.forms.heads import texts_of
from hengcai.paper.forms.registry import form_called, forms
from hengcai.paper.forms.settling import as_shipped, fields_of, settled, signature_lines
from hengcai.paper.workbook import as_xlsx
from hengcai.quality.models import Item, Scorecard, Section
from tests import cast
from tests.insight import stage

pytestmark = pytest.mark.usefixtures("standards")
TODAY = date(2026, 4, 20)


def made(code, *, reader="zheng", language="zh-hans", **chosen):
    if "source" in chosen:
        chosen["source"] = next(one for one in RATERS if one.code == chosen["source"])
    return form_of(form_called(code), Choice(chosen), user=cast.user(reader), language=language, today=TODAY)


def offered(code, name, reader):
    ask = next(one for one in form_called(code).asks if one.name == name)
    return [one.code for one in ask.offers(cast.user(reader))]


def tables(form):
    return [block for block in form.paper.blocks if isinstance(block, Table)]


def everything(form) -> str:
    book = openpyxl.load_workbook(BytesIO(as_xlsx(form.paper)))
    return "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None
    )


def refused(code, call, *args, **given):
    with pytest.raises((NotNow, NotValid)) as refusal:
        call(*args, **given)
    assert refusal.value.code == code
    return refusal.value.facts


@pytest.fixture
def cards(db):
    stage.card()
    facts = {"channel": "ticket", "kind": "deduction", "pass_line": 85, "excellence_line": 90, "state": "published"}
    ticket = Scorecard.objects.create(code="ticket", name={"zh": "工单检查扣分表", "en": "Ticket card"}, **facts)
    section = Section.objects.create(
        scorecard=ticket, code="s", name={"zh": "完整性", "en": "Complete"}, weight=0, order=1
    )
    Item.objects.create(
        section=section, code="missing", kind="deduction", name={"zh": "联系信息缺漏", "en": "Details missing"},
        guidance={"zh": "缺一项扣一次", "en": "Once a ticket"}, points=8, order=1,
    )  # fmt: skip
    return ticket


@pytest.mark.parametrize("kind", forms(), ids=lambda kind: kind.code)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_form_can_be_laid_out_blank_with_signature_lines(cards, kind, language):
    form = made(kind.code, language=language)
    assert not form.is_filled
    assert form.paper.title == texts_of(kind, {})["title"].read(language)
    assert isinstance(form.paper.blocks[-1], Signatures)
    assert tables(form)
    assert as_xlsx(form.paper)


def test_the_standard_names_every_indicator_with_its_anchors(db):
    form = made("skill-standard", post=Post.objects.get(code="inbound"))
    rows = [row for table in tables(form) for row in table.rows]
    assert len(rows) > 20
    assert all(row[3] and row[5] for row in rows)
    assert [row[0] for row in rows if row[0]][:2] == ["沟通与表达", "问题解决"]


def test_an_ability_without_indicators_shows_its_own_anchors(db):
    hiring = Post.objects.create(code="hiring", name=Bilingual("招聘", "Hiring"), model_code="person_quality")
    rows = [row for table in tables(made("skill-standard", post=hiring)) for row in table.rows]
    assert len(rows) == 19
    assert all(row[0] and row[2] and row[4] for row in rows)


def test_peers_rate_collaboration_only(db):
    assert [row[0] for row in tables(made("rating", source="peer"))[0].rows] == ["协作能力"]
    assert len(tables(made("rating"))[0].rows) == 7


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


def test_an_evaluation_fills_its_scorecard_for_those_who_may_read_it(cards):
    evaluation = stage.evaluated("li", "2", comment="没有复述", turn=4)
    form = made("scorecard", evaluation=evaluation.pk, reader="li")
    assert form.is_filled
    row = tables(form)[0].rows[0]
    assert row[3:] == ["2", "没有复述（第\u20095\u2009句）"]
    assert ("总分", "80.0") in form.paper.facts
    refused("form.no_evaluation", made, "scorecard", evaluation=evaluation.pk, reader="wang")
    hidden = stage.evaluated("li", "2", state="submitted", number=5)
    refused("form.no_evaluation", made, "scorecard", evaluation=hidden.pk, reader="li")


def test_the_ticket_sheet_takes_ticket_cards_and_writes_points_off(cards):
    assert offered("ticket-check", "card", "zheng") == ["ticket"]
    assert offered("scorecard", "card", "zheng") == ["call"]
    assert tables(made("ticket-check"))[0].rows[0][2].replace("\u2009", " ") == "扣 8"


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


def test_without_anything_in_force_it_says_so(db):
    Framework.objects.update(state="draft")
    for code in ("skill-standard", "rating", "scorecard"):
        refused("form.nothing_to_lay_out", made, code)


def test_an_unknown_form_is_refused():
    refused("form.unknown", form_called, "no-such-form")


def settle(kind, **changed):
    centre = cast.centre()
    texts = {one.name: one.text for one in fields_of(kind, centre.form_heads)} | changed
    heads = settled(kind, centre.form_heads, texts=texts, signatures=signature_lines(kind, centre.form_heads))
    return settle_centre(
        centre, by=cast.user("sun"), name=centre.name, agent_word=centre.agent_word, form_heads=heads
    ).form_heads


def test_a_centre_s_own_words_stand_on_the_form_and_only_they_are_kept(db):
    kind = form_called("rating")
    heads = settle(kind, title=Bilingual("上级打分表", "Marks"), **{"column.level": Bilingual("打几级", "Level")})
    assert heads == {
        "rating": {"title": {"zh": "上级打分表", "en": "Marks"}, "labels": {"level": {"zh": "打几级", "en": "Level"}}}
    }
    form = made("rating")
    assert form.paper.title == "上级打分表"
    assert tables(form)[0].columns[2] == "打几级"
    assert made("practical").paper.title == "实操考核评分表"


def test_signature_lines_are_the_centre_s_own(db):
    kind, centre = form_called("rating"), cast.centre()
    texts = {one.name: one.text for one in fields_of(kind, {})}
    heads = settled(kind, {}, texts=texts, signatures=("打分人\n\n复核人\n日期", "Rater\nChecker"))
    settle_centre(centre, by=cast.user("qian"), name=centre.name, agent_word=centre.agent_word, form_heads=heads)
    assert made("rating").paper.blocks[-1].labels == ("打分人", "复核人", "日期")
    assert made("rating", language="en").paper.blocks[-1].labels == ("Rater", "Checker", "日期")
    assert as_shipped(kind, heads) == {}


def test_words_that_will_not_do_are_refused(db):
    kind = form_called("rating")
    refused("form.title_missing", settle, kind, title=Bilingual(" ", "x"))
    refused("form.line_too_long", settle, kind, note=Bilingual("长" * 401, ""))


def test_settling_nothing_keeps_nothing(db):
    assert settle(form_called("rating")) == {}


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


def test_a_card_with_choices_bonus_critical_items_and_causes_is_written_out_whole(cards):
    anchored = stage.card()
    facts = {"section": anchored.section, "guidance": {"zh": "", "en": ""}}
    ways = [
        {"id": "full", "name": {"zh": "办好", "en": "Done"}, "points": "10"},
        {"id": "half", "name": {"zh": "一半", "en": "Half"}, "points": "5"},
    ]
    choice = Item.objects.create(
        code="way", kind="choice", name={"zh": "办法", "en": "Way"}, options=ways, weight=10, order=2, **facts
    )
    Item.objects.create(code="extra", kind="bonus", name={"zh": "加分", "en": "Extra"}, points=3, order=3, **facts)
    critical = {"critical_scope": "whole", "critical_class": "compliance"}
    identity = Item.objects.create(
        code="identity",
        kind="yes_no",
        name={"zh": "身份核验", "en": "Identity"},
        weight=0,
        order=4,
        **critical,
        **facts,
    )
    blank = {row[0]: row for row in tables(made("scorecard"))[0].rows}
    assert blank["办法"][1:4] == ["办好\u200910\u2009分；一半\u20095\u2009分", "10", "办好、一半"]
    assert blank["加分"][2:4] == ["加\u20093", "有　没有"]
    assert blank["身份核验（致命项，整张记\u20090\u2009分）"][3] == "通过　未通过　N"
    evaluation = stage.evaluated("li", "na", number=9)
    evaluation.answers.create(item=choice, value="half")
    evaluation.answers.create(item=identity, value="no", comment="先办后核", cause="process")
    evaluation.exact, evaluation.exact_without_fatal, evaluation.has_fatal, evaluation.comment = (
        "0",
        "80",
        True,
        "总的还行",
    )
    evaluation.save()
    form = made("scorecard", evaluation=evaluation.pk, reader="feng")
    rows = {row[0]: row for row in tables(form)[0].rows}
    assert (rows["倾听"][3], rows["办法"][3], rows["加分"][3]) == ("N", "一半", "–")
    assert rows["身份核验（致命项，整张记\u20090\u2009分）"][3:] == ["未通过", "先办后核 · 流程"]
    assert dict(form.paper.facts)["总分"].replace("\u2009", " ") == "0.0（不计致命项 80.0）"
    assert "总的还行" in everything(form)
