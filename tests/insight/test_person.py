"""A result as its reader may see it, in data and in words."""

from datetime import date
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.appraisal.models import Result
from hengcai.appraisal.queries.results import result_for
from hengcai.insight.letters.person import person_letter
from hengcai.insight.queries.person import person_report, unread
from tests import cast
from tests.insight import stage
from tests.quality import plans

pytestmark = pytest.mark.usefixtures("standards")


def letter(result: Result, *, own: bool = True, language: str = "zh-hans"):
    return person_letter(person_report(result, to_rated=own, sees_peers=not own), language)


def words(found) -> str:
    """Everything a letter says, without thin spaces."""
    return repr(found).replace("\\u2009", " ").replace("\u2009", " ")


def test_the_headline_says_band_score_and_that_nothing_is_there_to_compare_with(db):
    found = letter(stage.rated(stage.quarter(), peers=(4, 5, 4)))
    assert (found.head.band, found.head.tone, found.head.score) == ("良好", "good", "4.0")
    assert found.head.change == "没有上季度的分可比。"
    assert "4.0 的可信范围" in words(found.head.certainty)


def test_a_change_is_told_with_its_size_and_its_doubt(db):
    stage.rated(stage.quarter(code="2025-Q4", period=stage.Q4), superior=3, own=3)
    found = letter(stage.rated(stage.quarter(), superior=5, own=4), language="en")
    assert found.head.change == "1.0 above last quarter; the interval is unknown, so this may be chance."


def test_an_unpublished_earlier_result_is_never_compared_with(db):
    stage.rated(stage.quarter(code="2025-Q4", period=stage.Q4, state="preliminary"), superior=3)
    report = person_report(stage.rated(stage.quarter()), to_rated=True)
    assert report.before is None
    assert [code for code, _final in report.history] == ["2026-Q1"]


def test_abilities_below_the_post_are_named_with_what_is_asked(db):
    found = letter(stage.rated(stage.quarter(), superior={"emotion_management": 1}, peers=(4, 4, 4)))
    assert (
        "10 项能力中 0 项达到岗位要求；情绪管理 2.1，要求 4；沟通与表达 3.9，要求 4.5；快速响应 3.9，要求 4；"
        in words(found.head.summary[0])
    )
    assert [one.tone for one in [found.head]] == ["good"]
    low = next(row for row in found.abilities.rows if row.code == "emotion_management")
    assert "hc-improve" in low.row


def test_the_group_sees_peers_in_a_line_of_their_own_with_a_sum_one_can_check(db):
    report = person_report(stage.rated(stage.quarter(), peers=(4, 5, 3)), to_rated=False, sees_peers=True)
    found = person_letter(report, "zh-hans")
    lines = {line.name: line for line in found.sources.lines}
    assert words(lines["同事评价"].note) == "'3 份合计 12 ÷ 3'"
    assert words(lines["实操考核"].note) == "'（情景模拟 3 + 笔试 80 分折合 4）÷ 2'"
    assert lines["客户评价"].note.replace("\u2009", " ") == "5 个评价合计 20 ÷ 5"
    assert words(found.sources.total).startswith("'合计 3.95，四舍五入")
    parts = sum(Fraction(line.part) for line in found.sources.lines)
    assert parts == Fraction("3.95")


def test_peers_are_one_line_with_the_superior_and_nothing_unrounded_is_told(db):
    report = person_report(stage.rated(stage.quarter(), peers=(4, 5, 5)), to_rated=True)
    assert report.is_veiled
    assert report.detail["exact"] is None
    assert {line.source for line in report.sources} == {"superior_and_peer", "self", "customer", "practical"}
    found = person_letter(report, "zh-hans")
    assert "合计 " not in found.sources.total
    assert "位评价人" not in found.head.certainty
    assert "同事评分单独列出，会让人推断出谁给了几分" in words(found.sources.sources)


def test_two_peers_count_for_nothing_and_their_weight_goes_to_the_others(db):
    result = stage.rated(stage.quarter(), peers=(1, 2))
    assert result.exact == stage.rated(stage.quarter(code="none", period=stage.Q4), peers=()).exact
    found = letter(result, language="en")
    (note,) = [one.note for one in found.sources.sources if one.name == "Peers"]
    assert note.startswith("fewer than 3 peers rated, not counted: with so few people could work out who gave what")


def test_the_ability_peers_rate_has_no_level_for_the_person(db):
    result = stage.rated(stage.quarter(), peers=(1, 2, 1))
    report = person_report(result, to_rated=True)
    line = next(one for one in report.competencies if one.competency.code == "collaboration")
    assert (line.rated, line.is_withheld, line.n_raters) == (None, True, 0)
    assert not any(gap.code == "collaboration" for gap in (*report.strengths, *report.shortfalls))
    assert any("单独列出会让人推断出" in sentence for sentence in person_letter(report, "zh-hans").head.summary)
    others = person_report(result, to_rated=False, sees_peers=True)
    assert next(one for one in others.competencies if one.competency.code == "collaboration").rated is not None


def test_last_period_s_level_that_peers_rated_is_not_told_as_a_ghost_either(db):
    stage.rated(stage.quarter(code="2025-Q4", period=stage.Q4), peers=(1, 2, 1))
    report = person_report(stage.rated(stage.quarter(), peers=()), to_rated=True)
    line = next(one for one in report.competencies if one.competency.code == "collaboration")
    assert line.rated is not None
    assert line.before is None


def test_the_group_sees_two_peers_apart(db):
    report = person_report(
        stage.rated(stage.counted_from_one_on(stage.quarter()), peers=(4, 5)), to_rated=False, sees_peers=True
    )
    assert not report.is_veiled
    assert "peer" in {line.source for line in report.sources}


def test_without_enough_evidence_there_are_reasons_and_no_figure(db):
    found = letter(stage.rated(stage.quarter(), superior=None, customers=("4",)))
    assert found.head.verdict == "证据不足，没有出分"
    said = words(found.head.summary)
    assert "没有上级评价" in said
    assert "客户评价不足 5 个，该来源不计入" in said
    assert "上级评价是必须有的来源" in said
    assert (found.head.figure, found.sources.lines, found.sources.total) == ("", [], "")
    assert "必须有上级评价" in words(found.sources.notes)


def test_what_is_missing_says_where_its_weight_went(db):
    found = letter(stage.rated(stage.quarter(), customers=(), peers=(4, 4, 4)))
    notes = {one.name: one.note.replace("\u2009", " ") for one in found.sources.sources}
    assert notes["客户评价"] == "没有评价，这 20% 的权重按比例分给了其余来源"
    assert any("未计入的来源：客户评价" in note for note in found.sources.notes)


def test_a_resit_says_how_it_counts(db):
    marks = (("业务知识", 1, "40"), ("业务知识", 2, "90"))
    found = letter(stage.rated(stage.quarter(), marks=marks, peers=(4, 4, 4)))
    notes = {one.name: one.note.replace("\u2009", " ") for one in found.sources.sources}
    assert notes["实操考核"] == "情景模拟 3 级，笔试 60 分折合 3 级"
    assert any("补考" in note for note in found.sources.notes)


def test_observed_levels_need_three_contacts_and_say_how_many(db):
    result = stage.rated(stage.quarter(), peers=(4, 4, 4))
    stage.observe(result.participant.person, "communication", ["3", "4", "5"])
    stage.observe(result.participant.person, "problem_solving", ["4", "4"], first_id=50)
    stage.observe(result.participant.person, "service_awareness", ["4", "4", "4"], first_id=70)
    rows = {row.code: row.observed.replace("\u2009", " ") for row in letter(result, own=False).abilities.rows}
    assert rows["communication"] == "观察 4.0 [1.5–5.0] · 3 条记录"
    assert rows["problem_solving"] == "观察 2 条，样本太少，不计算均值"
    assert rows["service_awareness"] == "观察 4.0 · 3 条记录，评分全部相同，无法计算可信范围"
    assert rows["emotion_management"] == "没有观察到"


def test_the_person_is_told_only_what_published_evaluations_show(db):
    result = stage.rated(stage.quarter(), peers=(4, 4, 4))
    stage.observe(result.participant.person, "communication", ["3", "4", "5"])
    own = {row.code: row.observed for row in letter(result).abilities.rows}
    assert own["communication"] == "没有观察到"


def test_moments_follow_the_ability_they_speak_of_and_the_same_words_are_said_once(db):
    result = stage.rated(stage.quarter(), peers=(4, 4, 4))
    first = stage.evaluated("li", "5", comment="复述了要点", turn=2, number=1)
    stage.evaluated("li", "5", comment="复述了要点", number=2, on=date(2026, 2, 3))
    stage.evaluated("li", "1", comment="抢话", number=3, on=date(2026, 1, 20))
    stage.evaluated("li", "5", comment="还没发布", state="submitted", number=4)
    found = letter(result).sayings
    said = [one for one in found.good if one.moments]
    assert [one.text for one in said] == ["复述了要点"]
    assert next((moment.evaluation_id, moment.turn) for moment in said[0].moments) == (first.pk, 2)
    assert [moment.label.replace("\u2009", " ") for moment in said[0].moments] == [
        "查看片段 3月12日",
        "查看记录 2月3日",
    ]
    assert [one.text for one in found.practise if one.moments] == ["抢话"]
    assert "还没发布" not in words(found)


def test_without_published_evaluations_it_says_so(db):
    found = letter(stage.rated(stage.quarter()))
    assert found.sayings.moments_note.startswith("本期没有已发布的质检结果")
    assert dict(found.drawn)["质检员"] == "还没有评"


def test_how_contacts_were_drawn_is_counted(db):
    result = stage.rated(stage.quarter())
    stage.evaluated("li", "4", number=1)
    stage.evaluated("li", "4", number=2, state="submitted")
    drawn = dict(letter(result).drawn)
    assert drawn["数量"].replace("\u2009", " ") == "1月1日到3月31日共 7 条交互记录，质检已评 2 条，已发布 1 条。"
    assert "人工指定" in drawn["抽取方式"]


def test_what_a_plan_drew_is_told_apart_from_what_was_picked_by_hand_with_the_share_heard(db):
    result = stage.rated(stage.quarter())
    plans.picked(stage.evaluated("li", "4", number=1).assignment)
    said = dict(letter(result).drawn)["抽取方式"].replace("\u2009", " ")
    assert said.startswith("评过的 1 条都按抽检计划随机抽取")
    stage.evaluated("li", "4", number=2)
    said = dict(letter(result).drawn)["抽取方式"]
    assert "1 条按抽检计划随机抽取，1 条人工指定" in said.replace("\u2009", " ")
    assert "占本期全部记录的 28.6%" in said.replace("\u2009", " ")  # two of seven


def test_a_centre_with_its_own_bands_keeps_colours_and_names(db):
    result = stage.rated(stage.quarter())
    text = "name: Own\nversion: 1\nbands: [{code: gold, from: '3.9'}, {code: tin, from: '1'}]\n"
    policy = result.participant.cycle.policy
    policy.text = text
    policy.save()
    result = stage.computed_for(_again(result))
    found = letter(result, own=False)
    assert (found.head.band, found.head.tone) == ("gold", "excellent")
    assert "《Own》" in found.sources.how_why


def _again(result: Result):
    participant = result.participant
    Result.objects.all().delete()
    return type(participant).objects.select_related("cycle__policy").get(pk=participant.pk)


def test_a_month_says_what_each_indicator_was_counted_from_and_where_points_went(db):
    result = stage.counted(stage.month(), csat=("5", "5", "5", "4", "2"), resolved=4)
    found = letter(result)
    lines = {line.name: line for group in found.month.groups for line in group.lines}
    assert lines["客户满意度"].basis.replace("\u2009", " ") == "5 个评价里 4 个满意（4 分及以上），80%"
    assert lines["客户满意度"].rule.replace("\u2009", " ") == "80%起得分，92%得满分；不足 5 个不计"
    assert lines["首次解决率"].basis.replace("\u2009", " ") == (
        "5 件里 4 件导入时标为首次解决，80%（没有客户编号和诉求类别可查，只看标记）"
    )
    assert lines["首次解决率"].rule.replace("\u2009", " ") == "60%起得分，85%得满分"
    assert lines["有责投诉"].basis.replace("\u2009", " ") == "判为有责的投诉 1 件"
    assert lines["倾听"].basis == "本月没有数据"
    said = words(found.month.notes)
    assert "问题解决时效没有数据，其 5 分按比例分给了同组其余指标。" in said
    assert "沟通整组没有数据，其 20 分按比例分给了其余各组。" in said
    assert (found.sources, found.abilities) == (None, None)
    assert found.month.final == found.head.score


@pytest.mark.parametrize(
    ("made_of", "said"),
    [
        ([4, 5, 5], "5 件首次联系里 4 件首次解决，80%。按记录判断：同一客户 7 天内没有为同一件事再来，也没标“未解决”才算"),
        ([4, 5, 3], "5 件里 4 件首次解决，80%。其中 3 件按记录判断：同一客户 7 天内没有为同一件事再来，也没标“未解决”才算；"
                    "其余缺客户编号或诉求类别，以导入的标记为准"),
        ([4, 5], "5 件里 4 件导入时标为首次解决，80%（没有客户编号和诉求类别可查，只看标记）"),
        ([1], "统计值 80%"),
    ],
)  # fmt: skip
def test_a_month_says_which_way_first_contacts_were_reckoned(db, made_of, said):
    result = stage.counted(stage.month(), csat=("5", "5", "5", "4", "2"), resolved=4)
    result.inputs["made_of"]["first_contact_resolution"] = made_of
    result.save()
    lines = {line.name: line for group in letter(result).month.groups for line in group.lines}
    assert lines["首次解决率"].basis.replace("\u2009", " ") == said


def test_a_figure_of_too_few_ratings_says_so_and_its_points_go_to_the_others(db):
    found = letter(stage.counted(stage.month(), csat=("5", "5", "2")))
    line = next(line for group in found.month.groups for line in group.lines if line.name == "客户满意度")
    assert line.basis.replace("\u2009", " ") == (
        "3 个评价里 2 个满意（4 分及以上），66.7%。不足 5 个，样本太少，本月不计"
    )
    assert line.share == "–"
    told = [one.replace("\u2009", " ") for one in found.month.notes]
    assert "客户满意度只有 3 个，样本太少，不计；其 12 分按比例分给了同组其余指标。" in told
    assert not any(one.startswith("客户满意度没有数据") for one in told)


def test_rated_indicators_of_a_month_say_from_how_many_evaluations(db):
    cycle = stage.month()
    item = stage.card()
    item.indicator = "listening"
    item.save()
    stage.evaluated("li", "4", number=1)
    result = stage.counted(cycle)
    line = next(line for group in letter(result).month.groups for line in group.lines if line.name == "倾听")
    assert line.basis.replace("\u2009", " ") == "1 份质检，80%"
    assert line.share == "80%"


def test_remarks_stand_beside_the_month_and_few_peers_are_kept_back(db):
    result = stage.counted(stage.month())
    stage.remark(result, "superior", "接得稳", stage.peer(9))
    stage.remark(result, "peer", "只有我这么写", stage.peer(1))
    assert letter(result).month.remarks == [("上级评价", "接得稳")]
    assert ("同事评价", "只有我这么写") in letter(result, own=False).month.remarks


def test_no_rater_is_named_in_any_letter(db):
    result = stage.rated(stage.quarter(), peers=(4, 5, 3))
    for own in (True, False):
        assert "ecret-" not in words(letter(result, own=own))


def test_opening_a_result_once_makes_it_read(db, client):
    result = stage.rated(stage.quarter())
    user = cast.user("li")
    assert unread([result], user) == [result]
    client.force_login(user)
    client.get(f"/results/{result.pk}/")
    assert unread([result], user) == []
    assert unread([result], cast.user("wang")) == [result]


@pytest.mark.parametrize(
    ("name", "sees"),
    [("li", True), ("wang", False), ("zhao", True), ("lin", False), ("chen", False), ("feng", False), ("zhou", True),
     ("wu", True), ("zheng", True), ("qian", True), ("sun", False)],
)  # fmt: skip
def test_who_may_read_li_s_published_result(db, name, sees):
    result = stage.rated(stage.quarter())
    assert (result_for(cast.user(name), result.pk) is not None) == sees


def test_before_publication_only_those_who_run_the_cycle_read_it(db):
    result = stage.rated(stage.quarter(state="preliminary"))
    readers = {name for name in cast.ROLES if result_for(cast.user(name), result.pk)}
    assert readers == {"wu", "zheng", "qian"}


def test_a_group_member_does_not_read_their_own_result_from_the_group_s_side(db):
    cast.person("zheng")
    result = stage.rated(stage.quarter(state="preliminary"), "zheng", peers=())
    assert result_for(cast.user("zheng"), result.pk) is None
    assert result_for(cast.user("wu"), result.pk) is not None


def test_the_cost_of_a_report_does_not_grow_with_what_is_in_it(db):
    result = stage.rated(stage.quarter())
    stage.evaluated("li", "5", comment="好", number=1)
    few = _queries(result)
    for number in range(2, 5):
        stage.evaluated("li", "5", comment="好", number=number)
    assert _queries(result) == few <= 22


def _queries(result: Result) -> int:
    with CaptureQueriesContext(connection) as seen:
        found = result_for(cast.user("zhao"), result.pk)
        assert found
        person_letter(person_report(found, to_rated=False, sees_peers=True), "zh-hans")
    return len(seen)
