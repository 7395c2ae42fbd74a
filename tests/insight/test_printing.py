"""Paper as PDF and as workbook: the same content, nothing lost, nothing made into a formula."""

import shutil
import subprocess
from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.conf import settings

from hengcai.appraisal.papers.cycle import cycle_paper
from hengcai.appraisal.queries.report import cycle_report
from hengcai.base.errors import NotNow
from hengcai.insight.papers.person import person_paper
from hengcai.insight.papers.team import team_paper
from hengcai.insight.queries.person import person_report
from hengcai.insight.queries.team import team_gaps
from hengcai.paper.blocks import Bullets, Chart, Heading, Lines, Paper, Paragraph, Signatures, Table
from hengcai.paper.characters import covered_characters
from hengcai.paper.drawing.levels import Level
from hengcai.paper.drawing.radar import radar
from hengcai.paper.pdf import as_pdf
from hengcai.paper.workbook import as_xlsx
from tests import cast
from tests.insight import stage

TODAY = date(2026, 4, 20)
has_fonts = (settings.FONTS / "regular.ttf").exists()
needs_fonts = pytest.mark.skipif(
    not has_fonts or not shutil.which("pdftotext"), reason="make assets, and poppler's pdftotext"
)
SAMPLE = Paper(
    title="技能评价表", subtitle="一季度", language="zh", head="云川客服中心", foot="2026年4月20日打印",
    facts=[("姓名", "李娜"), ("工号", "")],
    blocks=[
        Heading("一"), Paragraph("第一段\u2009文字"), Paragraph("小字", is_small=True), Bullets(["甲", "乙"]),
        Chart(radar([Level("沟通", 4.0, 3.0)] * 3, label="x"), "说明"),
        Table(["能力", "级"], [("沟通", "4.5"), ("=1+1", "003")], widths=(2, 1), numeric=(1,)),
        Table(["空"], [("",)], row_height=1.2), Lines(2), Signatures(["本人", "日期"]),
    ],
)  # fmt: skip


def text_of(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def cells(xlsx: bytes) -> dict[str, list[list[object]]]:
    book = openpyxl.load_workbook(BytesIO(xlsx))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def everything(xlsx: bytes) -> str:
    return "\n".join(str(cell) for rows in cells(xlsx).values() for row in rows for cell in row if cell is not None)


@needs_fonts
def test_a_pdf_holds_every_block_in_chinese():
    text = text_of(as_pdf(SAMPLE))
    for part in (
        "技能评价表",
        "一季度",
        "云川客服中心",
        "李娜",
        "第一段 文字",
        "小字",
        "甲",
        "沟通",
        "4.5",
        "=1+1",
        "说明",
        "本人",
        "日期",
    ):
        assert part in text


@needs_fonts
def test_the_font_s_characters_are_read():
    assert {ord("衡"), ord("才"), ord("A"), ord("▼")} <= covered_characters()


def test_without_fonts_it_says_what_to_do(settings, tmp_path):
    settings.FONTS = tmp_path
    with pytest.raises(NotNow) as refusal:
        as_pdf(SAMPLE)
    assert refusal.value.code == "paper.fonts_missing"


def test_a_workbook_has_the_words_in_front_and_a_sheet_a_table():
    found = cells(as_xlsx(SAMPLE))
    assert list(found) == ["技能评价表", "一", "一 2"]
    front = [row[0] for row in found["技能评价表"]]
    assert front[:3] == ["技能评价表", "云川客服中心", "一季度"]
    assert "第一段 文字" in front
    assert "本人 ____________" in front
    assert found["一"] == [["能力", "级"], ["沟通", 4.5], ["=1+1", "003"]]


def test_numbers_stay_numbers_and_text_stays_text():
    paper = Paper(
        "x", "", "en", [Table(["a"], [("12",), ("4.2 [3.9–4.5]",), ("0",), (3,), (None,), ("-0.5",), ("1e5",)])]
    )
    column = [row[0] for row in cells(as_xlsx(paper))["x 2"]]
    assert column == ["a", 12, "4.2 [3.9–4.5]", 0, 3, None, -0.5, "1e5"]
    assert Decimal(str(column[1])) == 12


@pytest.fixture
def results(db, standards):
    return stage.quarter()


def own(result):
    return person_paper(person_report(result, to_rated=True), language="zh-hans", today=TODAY)


def inner(result):
    return person_paper(person_report(result, to_rated=False, sees_peers=True), language="zh-hans", today=TODAY)


@needs_fonts
def test_peers_cannot_be_read_off_the_pdf_or_workbook_of_the_person_rated(results):
    result = stage.rated(results, peers=(1, 1, 2), customers=stage.UNEVEN)
    exact = result.detail["exact"]
    sheet = {row[0]: row for row in cells(as_xlsx(own(result)))["能力"]}
    assert sheet["协作能力"][1:3] == ["–", "–"]
    assert sheet["情绪管理"][1] is not None
    for text in (text_of(as_pdf(own(result))), everything(as_xlsx(own(result)))):
        assert "上级和同事" in text
        assert "同事评价 " not in text
        assert exact not in text
        assert "secret-peer" not in text.lower()
        assert "1.33" not in text
    assert {"1.3333", exact} <= set(
        everything(as_xlsx(inner(result))).replace("合计 ", "").replace("，", "\n").split("\n")
    )


@needs_fonts
def test_what_holds_raters_own_lines_says_whom_it_is_not_for(results):
    result = stage.rated(results, peers=(1, 2), customers=stage.UNEVEN)
    assert "不要转给本人" in text_of(as_pdf(inner(result)))
    assert "交本人的一份" in text_of(as_pdf(own(result)))


@needs_fonts
def test_a_person_s_pdf_has_sources_sum_abilities_and_signatures(results):
    text = text_of(as_pdf(own(stage.rated(results, peers=(4, 5, 3)))))
    for part in ("个人技能评分报告", "由五个来源合成", "十一项能力", "情绪管理", "抽取方式", "本人"):
        assert part in text


def test_a_month_holds_nobody_s_own_lines_and_needs_no_warning(db, standards):
    result = stage.counted(stage.month())
    assert inner(result).foot == "2026年4月20日打印"
    assert own(result).foot == "2026年4月20日打印 · 交本人的一份"


def test_a_month_s_workbook_has_every_indicator(db, standards):
    paper = own(stage.counted(stage.month()))
    sheet = cells(as_xlsx(paper))["指标"]
    names = [str(row[0]).strip() for row in sheet]
    assert "首次解决率" in names
    assert names[0] == "指标"
    assert sheet[-1][-1] == float(paper.blocks[0].text.split("，")[0].split("：")[1])


def test_a_corrected_result_names_its_revision_and_reason(results):
    result = stage.rated(results)
    result.revision, result.reason = 2, "上级漏交了一项"
    result.save()
    assert "第 2 次：上级漏交了一项" in everything(as_xlsx(own(result)))


def test_a_team_s_workbook_marks_cells_without_colour(db, standards):
    cycle = stage.quarter()
    stage.mates("ai", "bo")
    for name in ("ai", "bo"):
        stage.rated(cycle, name, superior=2, own=2, peers=(), customers=())
    gaps = team_gaps(cast.team("one"), cycle, cast.user("zhao"))
    paper = team_paper(gaps, language="zh-hans", today=TODAY)
    found = cells(as_xlsx(paper))["每人每项"]
    assert [row[0] for row in found] == ["姓名", "岗位要求", "Ai", "Bo", "低于要求"]
    assert "▽" in str(found[2][1])
    assert "2 人中 2 人" in everything(as_xlsx(paper))


@pytest.mark.parametrize("kind", ["quarter", "month"])
def test_a_cycle_s_report_has_a_line_a_person_and_a_line_a_team(db, standards, kind):
    if kind == "quarter":
        cycle = stage.quarter()
        stage.rated(cycle)
        stage.rated(cycle, "wang", superior=None)
    else:
        cycle = stage.month()
        stage.counted(cycle)
    paper = cycle_paper(cycle_report(cycle, cast.user("zheng")), language="zh-hans", today=TODAY)
    found = cells(as_xlsx(paper))
    assert [row[0] for row in found["名单"]][1:] == (["Li", "Wang"] if kind == "quarter" else ["Li"])
    if kind == "month":
        assert found["名单"][0][3:8] == ["沟通", "问题解决", "服务态度", "合规", "客户满意"]
        assert "运营与质检结果" not in found["名单"][0]
    assert found["各班组"][1][0] == "Team one"


def test_a_cycle_without_results_has_no_report(db, standards):
    with pytest.raises(NotNow) as refusal:
        cycle_report(stage.quarter(), cast.user("zheng"))
    assert refusal.value.code == "appraisal.nothing_computed"


@needs_fonts
def test_every_paper_sets_in_english_too(results):
    result = stage.rated(results, peers=(4, 5, 3))
    paper = person_paper(person_report(result, to_rated=True), language="en", today=TODAY)
    text = text_of(as_pdf(paper))
    assert "Individual skill report" in text
    assert "How five sources make up 4.0" in text
