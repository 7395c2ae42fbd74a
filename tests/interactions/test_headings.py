"""Columns under the names of Chinese and English offices: known, or asked about; never taken silently."""

from datetime import UTC, datetime, timedelta

import pytest

from hengcai.base.errors import NotValid
from hengcai.interactions.kinds.registry import KINDS
from hengcai.interactions.models import Contact, Measure
from hengcai.interactions.naming import guessed, look_by_headings
from hengcai.interactions.rules.headings import HEADINGS
from hengcai.interactions.rules.headings.heading import plain, readings
from hengcai.interactions.templates import kinds_with_template, template
from hengcai.people.models import Person
from tests import cast
from tests.interactions.bringing import counts

PEOPLE = "工号,姓名,班组,岗位,入职日期"


def written(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


def bring(path, kind, **options):
    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import the_centre
    from hengcai.interactions.actions.importing import start_import
    from hengcai.interactions.importing import import_whole

    run = start_import(the_centre(), by=system_user(), file=look_by_headings(path, kind=kind, options=options))
    list(import_whole(run, by=system_user()))
    run.refresh_from_db()
    return run


@pytest.mark.parametrize(
    ("kind", "headings", "found"),
    [
        ("people", "*工号,姓 名,所属班组,职位,入职日期（必填）", ["id", "name", "team", "post", "hired_on"]),
        ("people", "Employee ID,Full name,Team,Job title,Hire date", ["id", "name", "team", "post", "hired_on"]),
        ("people", "员工编号/Staff ID,姓名(Name),班组,岗位,入职时间", ["id", "name", "team", "post", "hired_on"]),
        ("contacts", "通话流水号,坐席工号,开始时间,渠道", ["id", "agent", "started_at", "channel"]),
        ("contacts", "会话ID,客服工号,会话开始时间,媒体类型", ["id", "agent", "started_at", "channel"]),
        ("contacts", "Call ID,Agent,Start time,Media type", ["id", "agent", "started_at", "channel"]),
        ("measures", "坐席工号,开始日期,结束日期,指标名称,数值", ["agent", "period_start", "period_end", "measure", "value"]),
    ],
)  # fmt: skip
def test_headings_of_offices_and_vendors_are_known(kind, headings, found):
    columns = headings.split(",")
    assert guessed(kind, columns).found == dict(zip(found, columns, strict=True))


def test_a_heading_that_may_mean_two_columns_is_asked_about():
    made = guessed("people", ["工号", "姓名", "部门", "岗位", "日期"])
    assert made.asked == {"部门": ("team", "site"), "日期": ("hired_on", "since", "left_on")}
    assert made.lacks(["team", "hired_on", "id"]) == ["team", "hired_on"]


def test_two_headings_for_one_column_are_both_asked_about():
    made = guessed("contacts", ["通话流水号", "开始时间", "接通时间"])
    assert made.asked == {"开始时间": ("started_at",), "接通时间": ("started_at",)}


def test_our_own_name_goes_before_every_other():
    made = guessed("contacts", ["id", "流水号", "agent", "工号"])
    assert made.found == {"id": "id", "agent": "agent"}
    assert made.left == ("流水号", "工号")


def test_a_unit_of_its_own_is_never_passed_over():
    assert readings("通话时长(秒)")
    assert guessed("contacts", ["时长（分钟）"]).left == ("时长（分钟）",)
    assert guessed("measures", ["指标值(%)"]).left == ("指标值(%)",)


@pytest.mark.parametrize(
    "heading",
    ["时长（分钟数）", "时长(单位：分钟)", "通话时长/分钟", "时长 (min.)", "通话时长[分钟/次]", "talk time (hrs)", "通话时长(m)", "满意度(10分制)",
     "满意度（0-100）", "满意度（1–10）", "推荐度(1-5)"],
)  # fmt: skip
def test_a_unit_is_heard_however_it_is_written(heading):
    assert guessed("contacts", [heading]).left == (heading,)


@pytest.mark.parametrize(
    "heading",
    [
        "通话时长(秒)",
        "通话时长(时:分:秒)",
        "时长(hh:mm:ss)",
        "时长(h:m:s)",
        "满意度(5分制)",
        "满意度(1~5分)",
        "推荐度（0-10）",
        "NPS (0–10)",
    ],
)
def test_our_own_unit_and_that_of_a_clock_are_no_other_unit(heading):
    assert guessed("contacts", [heading]).found


@pytest.mark.parametrize("kind", sorted(HEADINGS))
def test_the_table_names_every_column_and_no_other(kind):
    handler = KINDS[kind]
    assert set(HEADINGS[kind]) - {"duration"} == {*handler.required, *handler.optional}


@pytest.mark.parametrize("kind", sorted(HEADINGS))
def test_no_name_the_template_writes_is_in_doubt(kind):
    names = [(column, plain(name)) for column, one in HEADINGS[kind].items() for name in (one.zh, one.en)]
    for column, name in names:
        others = [other for other, one in HEADINGS[kind].items() if name in map(plain, one.names) and other != column]
        assert others == []


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("kind", sorted(HEADINGS))
def test_a_template_sent_in_as_it_is_has_all_columns_and_brings_nothing(db, tmp_path, kind, ending, language):
    assert kind in kinds_with_template()
    path = tmp_path / f"t.{ending}"
    path.write_bytes(template(kind, ending=ending, language=language))
    if ending == "xlsx":
        with pytest.raises(NotValid, match=r"import\.no_rows"):
            look_by_headings(path, kind=kind)
        return
    cast.person("li")
    before = Person.objects.count()
    assert counts(bring(path, kind)) == (2, 0, 0, 2, 0)
    assert (Person.objects.count(), Contact.objects.count()) == (before, 0)


def test_people_come_in_under_chinese_headings_in_gb18030(db, tmp_path):
    path = written(tmp_path / "花名册.csv", f"{PEOPLE},手机\n8001,赵敏,呼入一班,呼入客服,2025年3月3日,139\n", "gb18030")
    assert counts(bring(path, "people")) == (1, 1, 0, 0, 0)
    assert Person.objects.get(number="8001").name == "赵敏"


def test_contacts_come_in_under_a_vendors_headings_with_their_length(db, tmp_path):
    cast.person("li")
    head = "通话流水号,坐席工号,开始时间,时长,渠道,是否首次解决\n"
    rows = "a,li,2026-03-16 09:00:00,320,呼入,已解决\nb,li,2026/3/16 9:00,0:05:20,在线,否\nc,li,2026-03-16 09:00:00,5:20,视频,\n"
    run = bring(written(tmp_path / "话单.csv", head + rows), "contacts")
    assert counts(run) == (3, 2, 0, 0, 1)
    a, b = Contact.objects.order_by("key")
    assert (a.channel, b.channel, a.is_resolved_first, b.is_resolved_first) == ("call", "chat", True, False)
    assert a.ended_at == b.ended_at == datetime(2026, 3, 16, 1, 0, tzinfo=UTC) + timedelta(seconds=320)
    assert run.rejects.get().column == "时长"


def test_words_for_channels_are_the_same_content_as_our_codes(db, tmp_path):
    cast.person("li")
    bring(
        written(tmp_path / "a.csv", "id,agent,started_at,channel,complaint\na,li,2026-03-16T09:00,call,upheld\n"),
        "contacts",
    )
    again = written(tmp_path / "b.csv", "流水号,工号,开始时间,渠道,投诉\na,li,2026-03-16 09:00,电话,有责\n")
    assert counts(bring(again, "contacts")) == (1, 0, 0, 1, 0)


def test_a_measure_may_be_called_by_its_chinese_name(db, tmp_path):
    cast.person("li")
    path = written(tmp_path / "m.csv", "工号,期初,期末,指标,指标值\nli,2026-03-01,2026-03-31,首次解决率,85%\n")
    assert counts(bring(path, "measures")) == (1, 1, 0, 0, 0)
    assert Measure.objects.get().code == "first_contact_resolution"


def test_a_file_that_has_all_our_names_is_taken_to_the_letter(tmp_path):
    path = written(tmp_path / "a.csv", "id,agent,started_at,channel,满意度\na,li,2026-03-16T09:00,call,5\n")
    assert look_by_headings(path, kind="contacts").mapping == {}


def test_a_doubtful_heading_of_a_needed_column_is_refused_by_name(db, tmp_path):
    path = written(tmp_path / "a.csv", "工号,姓名,部门,岗位,入职日期\n1,a,b,c,2025-01-01\n")
    with pytest.raises(NotValid) as refused:
        look_by_headings(path, kind="people")
    assert (refused.value.code, refused.value.facts["heading"]) == ("import.heading_unclear", "部门")


def test_a_title_of_several_cells_above_chinese_names_is_told(db, tmp_path):
    path = written(tmp_path / "a.csv", f"2026年3月,花名册,,,\n{PEOPLE}\n1,a,b,c,2025-01-01\n")
    with pytest.raises(NotValid) as refused:
        look_by_headings(path, kind="people")
    assert (refused.value.code, refused.value.facts["row"]) == ("table.names_further_down", 2)
