"""Pages of home, results, teams and forms: who gets in, what stands there, what is noted, what it costs."""

import re
import shutil
import subprocess
from io import BytesIO

import openpyxl
import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.accounts.queries import the_centre
from hengcai.audit.models import Entry
from hengcai.paper.forms.registry import forms
from tests import cast
from tests.insight import stage

pytestmark = pytest.mark.usefixtures("standards")
LIST = 30
HEAVIEST = 100_000
can_print = pytest.mark.skipif(
    not (settings.FONTS / "regular.ttf").exists() or not shutil.which("pdftotext"), reason="make assets, and pdftotext"
)


def get(client, name, path, *, language="zh-hans", **query):
    client.force_login(cast.user(name))
    client.cookies["hengcai_language"] = language
    return client.get(path, query)


def text(answer) -> str:
    """What a page says, without its tags and thin spaces."""
    return re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\u2009", " ")


def queries(client, name, path, **query) -> int:
    get(client, name, path, **query)
    with CaptureQueriesContext(connection) as seen:
        answer = get(client, name, path, **query)
    assert answer.status_code == 200
    assert len(answer.content) < HEAVIEST
    return len([one for one in seen if not re.match(r"(SAVEPOINT|RELEASE|BEGIN|COMMIT)", one["sql"])])


@pytest.mark.parametrize("name", sorted(cast.ROLES))
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_everybody_has_a_home(db, client, name, language):
    stage.rated(stage.quarter())
    answer = get(client, name, "/", language=language)
    assert answer.status_code == 200
    assert answer.content.decode().count("btn-primary") <= 1


@pytest.mark.parametrize(
    ("language", "clauses", "said"),
    [
        ("en", ["Nothing due this week, ", "2 later"], "this week, </span> <span"),
        ("zh-hans", ["本周没有到期的，", "以后还有 2 件"], "没有到期的，</span><span"),
    ],
)
def test_clauses_of_a_heading_stand_apart_in_english_only(db, client, monkeypatch, language, clauses, said):
    monkeypatch.setattr("hengcai.insight.letters.home.clauses_of", lambda title, tongue: clauses)
    assert said in get(client, "li", "/", language=language).content.decode()


def test_home_leads_to_the_result_not_read_yet(db, client):
    result = stage.rated(stage.quarter())
    page = get(client, "li", "/").content.decode()
    assert f'href="/results/{result.pk}/"' in page
    assert "目前没有待办" in text(get(client, "wang", "/"))


def test_home_stays_cheap_for_every_role(db, client):
    stage.rated(stage.quarter())
    stage.counted(stage.month())
    costs = {name: queries(client, name, "/") for name in cast.ROLES}
    assert max(costs.values()) <= LIST, costs


def test_own_results_are_listed_with_band_and_day(db, client):
    stage.rated(stage.quarter())
    stage.counted(stage.month())
    page = text(get(client, "li", "/my/results/"))
    assert "一季度技能评价" in page
    assert "三月考核" in page
    assert "2026年4月13日" in page
    empty = text(get(client, "wang", "/my/results/"))
    assert "还没有发布过您的结果" in empty
    assert "一季度技能评价" not in empty


def test_own_results_cost_the_same_with_three_as_with_one(db, client):
    stage.rated(stage.quarter())
    few = queries(client, "li", "/my/results/")
    stage.rated(stage.quarter(code="2025-Q4", period=stage.Q4))
    stage.counted(stage.month())
    assert queries(client, "li", "/my/results/") == few <= LIST


def test_a_result_reads_from_headline_to_how_contacts_were_drawn(db, client):
    result = stage.rated(stage.quarter(), peers=(4, 5, 3))
    page = text(get(client, "li", f"/results/{result.pk}/"))
    order = ["良好", "由五个来源合成", "十一项能力", "优点与待改进", "的计算过程", "抽取方式"]
    places = [page.index(part) for part in order]
    assert places == sorted(places)
    english = text(get(client, "li", f"/results/{result.pk}/", language="en"))
    assert "How five sources make" in english
    assert "区间" not in english


def test_a_result_links_each_moment_to_its_evaluation(db, client):
    result = stage.rated(stage.quarter(), peers=(4, 4, 4))
    evaluation = stage.evaluated("li", "5", comment="复述了要点", turn=2)
    page = get(client, "li", f"/results/{result.pk}/").content.decode()
    assert f"/quality/evaluations/{evaluation.pk}/?turn=2#turn-2" in page


def test_peers_are_hidden_from_the_person_on_every_way_out(db, client):
    result = stage.rated(stage.quarter(), peers=(1, 1, 2), customers=stage.UNEVEN)
    exact, level = result.detail["exact"], result.levels["collaboration"]["level"]
    ways = [
        text(get(client, "li", f"/results/{result.pk}/")),
        text(get(client, "li", "/")),
        text(get(client, "li", "/my/results/")),
    ]
    book = openpyxl.load_workbook(BytesIO(get(client, "li", f"/results/{result.pk}/xlsx").content))
    ways.append("\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row))
    for shown in ways:
        assert exact not in shown
        assert level not in shown
        assert "secret-peer" not in shown.lower()
        assert not re.search(r"同事评价\s", shown)
    assert "合并显示" in ways[0]
    assert "合并显示" in ways[3]
    others = text(get(client, "zheng", f"/results/{result.pk}/"))
    assert re.search(r"同事评价\s", others)


@can_print
def test_peers_are_hidden_in_the_pdf_too(db, client):
    result = stage.rated(stage.quarter(), peers=(1, 1, 2), customers=stage.UNEVEN)
    answer = get(client, "li", f"/results/{result.pk}/pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=answer.content, capture_output=True, check=True)
    shown = done.stdout.decode()
    assert "上级和同事" in shown
    assert result.detail["exact"] not in shown
    assert not re.search(r"同事评价\s", shown)


def test_the_row_of_collaboration_has_no_level_for_the_person(db, client):
    result = stage.rated(stage.quarter(), peers=(1, 1, 2), customers=stage.UNEVEN)
    page = get(client, "li", f"/results/{result.pk}/").content.decode()
    row = page[page.index("/framework/competencies/collaboration/") :]
    row = row[: row.index("</li>")]
    assert "<b>" not in row
    assert "不单独显示级别" in row


@pytest.mark.parametrize("name", ["wang", "lin", "chen", "feng", "sun"])
@pytest.mark.parametrize("page", ["", "pdf", "xlsx"])
def test_other_people_s_results_do_not_exist_for_those_they_are_not_for(db, client, name, page):
    result = stage.rated(stage.quarter())
    assert get(client, name, f"/results/{result.pk}/{page}").status_code == 404


def test_reading_somebody_s_result_leaves_an_entry_each_time_and_one_s_own_once(db, client):
    result = stage.rated(stage.quarter())
    read = Entry.objects.filter(action="read_result", thing=f"appraisal.result:{result.pk}")
    get(client, "zhao", f"/results/{result.pk}/")
    get(client, "zhao", f"/results/{result.pk}/")
    assert read.count() == 2
    get(client, "li", f"/results/{result.pk}/")
    get(client, "li", f"/results/{result.pk}/")
    assert read.count() == 3
    get(client, "li", f"/results/{result.pk}/xlsx")
    assert read.count() == 4
    assert set(read.values_list("subject", flat=True)) == {cast.user("li").pk}


def test_a_corrected_result_says_so(db, client):
    result = stage.rated(stage.quarter())
    result.revision, result.reason = 2, "漏了一份"
    result.save()
    assert "这是第 2 版。更正原因：漏了一份" in text(get(client, "li", f"/results/{result.pk}/"))


def test_what_people_write_is_never_markup(db, client):
    result = stage.counted(stage.month())
    stage.remark(result, "superior", "<script>alert(1)</script>", stage.person("zhao"))
    page = get(client, "li", f"/results/{result.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_month_s_page_shows_groups_and_remarks(db, client):
    result = stage.counted(stage.month())
    page = text(get(client, "li", f"/results/{result.pk}/"))
    for part in ("满分 100", "客户满意度", "3 个评价里 2 个满意", "权重 0", "没有评语", "按比例分给了其余各组"):
        assert part in page


def test_a_lead_s_list_holds_own_teams_by_name(db, client):
    stage.rated(stage.quarter())
    cast.he()
    page = text(get(client, "zhao", "/teams/"))
    assert "Team one" in page
    assert "Team two" not in page
    assert "良好  1" in re.sub(r"[ \n]+", "  ", page)
    for name in ("li", "chen", "sun"):
        assert get(client, name, "/teams/").status_code == 403


def test_a_team_s_page_has_findings_a_map_and_what_to_do(db, client):
    cycle = stage.quarter()
    stage.mates("ai", "bo", "cui")
    for name in ("ai", "bo", "cui"):
        stage.rated(cycle, name, superior={"emotion_management": 1}, own=2, practical=2, peers=(), customers=())
    team = cast.team("one")
    answer = get(client, "zhao", f"/teams/{team.pk}/")
    page = text(answer)
    for part in (
        "情绪管理是全组的短板",
        "3 人中 3 人的情绪管理低于 3 级",
        "每人各项能力与岗位要求",
        "和上季度比",
        "总分的分布",
        "下一步",
    ):
        assert part in page
    assert answer.content.decode().count("btn-primary") == 1
    assert list(re.findall(r">(Ai|Bo|Cui)<", answer.content.decode()))[:3] == ["Ai", "Bo", "Cui"]


@pytest.mark.parametrize(
    ("name", "status"), [("zhao", 200), ("lin", 404), ("li", 403), ("feng", 200), ("zhou", 200), ("chen", 403)]
)
def test_who_opens_a_team(db, client, name, status):
    stage.rated(stage.quarter())
    cast.he()
    assert get(client, name, f"/teams/{cast.team('one').pk}/").status_code == status


def test_a_team_before_any_cycle_says_what_is_missing(db, client):
    cast.li()
    page = text(get(client, "zhao", f"/teams/{cast.team('one').pk}/"))
    assert "还没有能力级别" in page
    assert get(client, "zhao", f"/teams/{cast.team('one').pk}/pdf").status_code == 404


def test_an_unknown_cycle_of_a_team_is_no_page(db, client):
    stage.rated(stage.quarter())
    path = f"/teams/{cast.team('one').pk}/"
    assert get(client, "zhao", path, cycle="2099-Q9").status_code == 404
    assert get(client, "zhao", path, cycle="2026-Q1").status_code == 200


def test_looking_at_a_team_leaves_an_entry(db, client):
    stage.rated(stage.quarter())
    get(client, "zhao", f"/teams/{cast.team('one').pk}/", levels="observed")
    assert Entry.objects.filter(action="read_team_gaps").count() == 1


def test_a_team_of_many_is_shown_fifty_at_a_time(db, client):
    cycle = stage.quarter()
    names = [f"m{number:02}" for number in range(53)]
    stage.mates(*names)
    for name in names:
        stage.rated(cycle, name, own=None, peers=(), practical=None, customers=(), marks=())
    path = f"/teams/{cast.team('one').pk}/"
    assert len(re.findall(r">M\d\d<", get(client, "zhao", path).content.decode().split("<tbody>")[1])) == 50
    assert "M52" in text(get(client, "zhao", path, page=2))


def test_teams_cost_the_same_with_three_people_as_with_one(db, client):
    cycle = stage.quarter()
    stage.mates("ai", "bo", "cui")
    stage.rated(cycle, "ai", peers=(), customers=())
    path = f"/teams/{cast.team('one').pk}/"
    few = queries(client, "zhao", path), queries(client, "zhao", "/teams/")
    for name in ("bo", "cui"):
        stage.rated(cycle, name, peers=(), customers=())
    assert (queries(client, "zhao", path), queries(client, "zhao", "/teams/")) == few
    assert max(few) <= LIST


@pytest.mark.parametrize("kind", [kind.code for kind in forms()])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_form_has_a_page(db, client, kind, language):
    stage.card()
    answer = get(client, "li", f"/forms/{kind}/", language=language)
    assert answer.status_code == (409 if kind == "ticket-check" else 200)


def test_forms_are_listed_with_their_own_titles(db, client):
    page = text(get(client, "li", "/forms/"))
    assert "技能评价标准表" in page
    assert "工单检查表" in page
    assert "修改表名和栏目" not in page
    assert get(client, "li", "/forms/no-such/").status_code == 404


def test_what_cannot_be_filled_is_shown_blank_with_the_reason(db, client):
    stage.rated(stage.quarter())
    answer = get(client, "wang", "/forms/rating/", cycle="2026-Q1", number="li")
    assert answer.status_code == 409
    assert "没有您有权查看的" in text(answer)
    assert "沟通与表达" in text(answer)
    assert get(client, "wang", "/forms/rating/xlsx", cycle="2026-Q1", number="li").status_code == 409


def test_a_filled_form_is_noted_and_a_blank_one_is_not(db, client):
    stage.rated(stage.quarter())
    get(client, "zhao", "/forms/rating/")
    assert not Entry.objects.filter(action="read_form").exists()
    assert get(client, "zhao", "/forms/rating/", cycle="2026-Q1", number="li").status_code == 200
    assert Entry.objects.filter(action="read_form").count() == 1


def test_a_workbook_of_a_form_is_offered_as_a_file(db, client):
    answer = get(client, "li", "/forms/skill-standard/xlsx")
    assert "skill-standard.xlsx" in answer["Content-Disposition"]
    assert openpyxl.load_workbook(BytesIO(answer.content)).sheetnames[0] == "技能评价标准表"


def fields(client, kind):
    answer = get(client, "sun", f"/forms/{kind}/edit/")
    return {name: answer.context["form"][name].value() for name in answer.context["form"].fields}


def test_the_centre_s_own_words_are_edited_and_taken_back(db, client):
    given = fields(client, "rating")
    answer = client.post("/forms/rating/edit/", {**given, "title.zh": "上级打分表"}, follow=True)
    assert "上级打分表" in text(answer)
    assert the_centre().form_heads["rating"]["title"]["zh"] == "上级打分表"
    client.post("/forms/rating/edit/", {"reset": "1"})
    assert the_centre().form_heads == {}


def test_an_empty_title_is_refused_beside_the_words(db, client):
    given = fields(client, "rating")
    answer = client.post("/forms/rating/edit/", {**given, "title.zh": " "})
    assert answer.status_code == 422
    assert "表名不能空着" in text(answer)
    assert the_centre().form_heads == {}


@pytest.mark.parametrize(("name", "status"), [("sun", 200), ("qian", 200), ("li", 403), ("zhao", 403), ("wu", 403)])
def test_only_those_who_settle_the_centre_change_a_form_s_words(db, client, name, status):
    assert get(client, name, "/forms/rating/edit/").status_code == status


def test_every_page_needs_a_sign_in(db, client):
    for path in ("/", "/my/results/", "/results/1/", "/teams/", "/teams/1/", "/forms/", "/forms/rating/pdf"):
        assert client.get(path).status_code == 302
