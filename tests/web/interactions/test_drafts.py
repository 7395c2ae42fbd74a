"""A file looked at before it comes in: columns chosen, all faults at their cells, corrected there, imported once."""

import csv
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hengcai.audit.models import Entry
from hengcai.interactions import drafting, importing
from hengcai.interactions.models import ColumnChoice, Contact, ImportDraft, ImportRun
from hengcai.jobs.models import Job
from hengcai.jobs.worker import work_once
from hengcai.people.models import Person
from tests import cast

HEAD = "工号,姓名,班组,岗位,入职日期,邮箱,备注"
GOOD = "901,赵敏,呼入一班,呼入客服,2025-03-03,zm@example.com,x"
BAD = "902,,呼入一班,呼入客服,3/3/2025,nobody,y"


@pytest.fixture
def enter(client, db):
    def sign_in(name, language="en"):
        client.cookies["hengcai_language"] = language
        client.force_login(cast.user(name))
        return client

    return sign_in


def send(client, content, name="花名册.csv", kind="people", **fields):
    raw = content if isinstance(content, bytes) else content.encode()
    data = {"kind": kind, "file": SimpleUploadedFile(name, raw), "do": "check", **fields}
    return client.post(reverse("start-import"), data)


def draft():
    return ImportDraft.objects.get()


def page(client):
    answer = client.get(reverse("see-draft", args=[draft().pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def post(client, name, **fields):
    return client.post(reverse(name, args=[draft().pk]), fields)


def correct(client, row, **cells):
    """Cells by their headings."""
    columns = draft().columns
    fields = {f"cell-{row}-{columns.index(name)}": text for name, text in cells.items()}
    return post(client, "correct-cells", edit_count=draft().edit_count, **fields)


def work():
    while work_once():
        pass


def told(row):
    return {(fault["column"], fault["code"]) for fault in row["faults"]}


def test_all_faults_of_a_row_stand_at_their_cells(enter):
    client = enter("wu")
    assert send(client, f"{HEAD}\n{GOOD}\n{BAD}\n").url == reverse("see-draft", args=[draft().pk])
    first, second = draft().shown
    assert (first["faults"], draft().counts) == (
        [], {"read": 2, "at_fault": 1, "added": 1, "updated": 0, "passed_over": 0},
    )  # fmt: skip
    assert told(second) == {
        ("姓名", "table.value_missing"), ("入职日期", "people.day_malformed"), ("邮箱", "people.email_malformed"),
    }  # fmt: skip
    text = page(client)
    assert text.count('aria-invalid="true"') == 3
    assert "“3/3/2025” is not a date" in text
    assert "Import 1 row" in text
    assert not Person.objects.filter(number="901").exists()


def test_cells_corrected_on_the_page_are_what_is_imported(enter):
    client = enter("wu")
    send(client, f"{HEAD}\n{GOOD}\n{BAD}\n", name="a.csv")
    correct(client, 3, 姓名="钱多", 入职日期="2025-03-03", 邮箱="q@example.com")
    assert (draft().counts["at_fault"], draft().corrected_count) == (0, 3)
    answer = post(client, "take-draft")
    work()
    assert answer.url == reverse("see-import", args=[ImportRun.objects.get().pk])
    assert Person.objects.get(number="902").name == "钱多"
    assert not ImportDraft.objects.exists()
    assert not list(importing.uploads().iterdir())
    assert client.post(answer.url.replace("imports/", "imports/drafts/") + "import/").status_code == 404


def workbook(*rows):
    book = openpyxl.Workbook()
    sheet = book.active
    hidden = book.create_sheet("字典", 0)
    hidden.sheet_state = "hidden"
    for row in rows:
        sheet.append(row)
    for cell in sheet["E"][1:]:
        cell.number_format = "yyyy/m/d"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_is_corrected_where_it_stands_and_its_other_cells_stay_what_they_are(enter):
    from datetime import date

    client = enter("wu")
    day, rows = date(2025, 3, 3), [HEAD.split(",")]
    rows += [["901", "赵敏", "一班", "客服", day, "", ""], [day, "", "一班", "客服", day, "", "=1+1"]]
    send(client, workbook(*rows), name="花名册.xlsx")
    assert draft().sheet == "Sheet"
    assert ("工号", "table.id_is_day") in told(draft().shown[1]) or told(draft().shown[1]) == {
        ("备注", "table.formula")
    }
    correct(client, 3, 姓名="钱多")
    assert draft().counts["at_fault"] == 1
    correct(client, 3, 工号="902", 备注="z")
    assert draft().counts["at_fault"] == 0
    post(client, "take-draft")
    work()
    assert sorted(Person.objects.filter(number__startswith="90").values_list("number", "name")) == [
        ("901", "赵敏"), ("902", "钱多"),
    ]  # fmt: skip


def test_columns_in_doubt_are_asked_about_and_the_choice_is_kept(enter):
    client = enter("wu")
    content = "工号,姓名,部门,岗位,日期\n901,赵敏,一班,客服,2025-03-03\n"
    send(client, content)
    assert draft().state == "choosing"
    assert "赵敏" in page(client)
    answer = post(client, "choose-columns", **{"column-0": "id", "column-1": "name", "column-3": "post"})
    assert answer.status_code == 422
    assert "still missing: Team, Hired on" in answer.content.decode()
    names = dict(enumerate(("id", "name", "team", "post", "hired_on")))
    post(client, "choose-columns", **{f"column-{place}": name for place, name in names.items()})
    assert draft().counts["added"] == 1
    post(client, "discard-draft")
    assert ColumnChoice.objects.count() == 1
    send(client, content)
    assert draft().state == "ready"


def test_one_column_cannot_be_chosen_twice(enter):
    client = enter("wu")
    send(client, f"{HEAD}\n{GOOD}\n")
    answer = post(client, "choose-columns", **{"column-0": "id", "column-1": "id"})
    assert (answer.status_code, "chosen twice" in answer.content.decode()) == (422, True)


def test_a_column_left_out_by_choice_does_not_come_in(enter):
    client = enter("wu")
    send(client, "id,name,team,post,hired_on,email\n901,A,T,P,2025-03-03,nonsense\n", name="a.csv")
    assert draft().counts["at_fault"] == 1
    post(
        client,
        "choose-columns",
        **{f"column-{n}": name for n, name in enumerate(("id", "name", "team", "post", "hired_on"))},
    )
    assert draft().counts["at_fault"] == 0
    post(client, "take-draft")
    work()
    assert Person.objects.get(number="901").email == ""


def test_a_page_left_open_meanwhile_does_not_overwrite(enter):
    client = enter("wu")
    send(client, f"{HEAD}\n{BAD}\n")
    correct(client, 2, 姓名="钱多")
    answer = post(client, "correct-cells", edit_count=0, **{"cell-2-1": "另一个"})
    assert answer.status_code == 409
    assert draft().shown[0]["cells"]["姓名"] == "钱多"


@pytest.mark.parametrize("count", ["", "abc", "²", "-1", "9" * 5_000])
def test_a_page_that_does_not_say_what_it_saw_overwrites_nothing(enter, count):
    client = enter("wu")
    send(client, f"{HEAD}\n{BAD}\n")
    assert post(client, "correct-cells", edit_count=count, **{"cell-2-1": "另一个"}).status_code == 409
    assert draft().shown[0]["cells"]["姓名"] == ""


def test_a_file_with_a_very_long_name_comes_in_and_gives_its_faults_back(enter):
    client = enter("wu")
    assert send(client, f"{HEAD}\n{BAD}\n", name="名" * 120 + ".csv").status_code == 302
    faults = client.get(reverse("download-faults", args=[draft().pk]))
    assert b"902" in b"".join(faults.streaming_content)


def test_rows_at_fault_further_down_are_shown_and_counted(enter):
    client = enter("wu")
    rows = [f"{n},N{n},一班,客服,{'x' if n > 150 else '2025-03-03'},," for n in range(100, 200)]
    send(client, "\n".join([HEAD, *rows]))
    assert [row["row"] for row in draft().shown] == list(range(2, 22))
    assert [row["row"] for row in draft().at_fault] == list(range(53, 83))
    assert draft().faults == {"入职日期\tpeople.day_malformed": 49}
    with CaptureQueriesContext(connection) as seen:
        assert len(page(client)) < 100_000
    assert len(seen) <= 12


def test_rows_at_fault_are_downloaded_with_all_reasons_and_come_in_when_corrected(enter):
    client = enter("wu", "zh-hans")
    send(client, f"{HEAD}\n{GOOD}\n{BAD}\n")
    answer = client.get(reverse("download-faults", args=[draft().pk]))
    rows = list(csv.reader(b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()))
    assert rows[0] == [*HEAD.split(","), "row", "column", "reason"]
    text = b"".join(client.get(reverse("download-faults", args=[draft().pk])).streaming_content).decode("utf-8-sig")
    assert text.count("不像邮箱地址") == text.count("不是日期") == 1
    mended = text.replace("902,,", "902,钱多,").replace("3/3/2025,nobody", "2025-03-03,")
    post(client, "discard-draft")
    send(client, mended, name="b.csv")
    assert draft().counts["added"] == 1


def test_contacts_show_every_fault_and_cover_what_customers_said(enter):
    cast.person("li")
    client = enter("feng")
    head = "通话流水号,坐席工号,开始时间,时长,渠道,满意度,对话内容"
    rows = ['a,li,2026-03-16 09:00,60,电话,5,"客户：我的电话 13812345678"', "b,nobody,昨天,xx,邮件,9,"]
    send(client, "\n".join([head, *rows]), kind="contacts")
    assert told(draft().shown[1]) >= {
        ("坐席工号", "contact.agent_unknown"), ("开始时间", "import.moment_malformed"),
        ("渠道", "import.choice_unknown"), ("满意度", "import.outside"),
    }  # fmt: skip
    assert "13812345678" not in page(client)
    assert not Contact.objects.exists()


def test_a_title_line_and_merged_cells_are_told_beside_the_field(enter):
    client = enter("wu")
    book = openpyxl.load_workbook(BytesIO(workbook(["花名册"], HEAD.split(","), GOOD.split(","))))
    out = BytesIO()
    book.save(out)
    answer = send(client, out.getvalue(), name="a.xlsx")
    assert (answer.status_code, "looks like a title above the column names" in answer.content.decode()) == (422, True)
    book["Sheet"].delete_rows(1)
    book["Sheet"].merge_cells("C2:C3")
    out = BytesIO()
    book.save(out)
    assert "cells are merged" in send(client, out.getvalue(), name="a.xlsx").content.decode()
    assert not ImportDraft.objects.exists()
    assert not list(importing.uploads().iterdir())


def test_a_heavy_file_is_checked_by_the_worker(enter, monkeypatch):
    monkeypatch.setattr(drafting, "SMALL_BYTES", 10)
    client = enter("wu")
    send(client, f"{HEAD}\n{GOOD}\n{BAD}\n")
    assert f'data-job="{reverse("see-job", args=[Job.objects.get().pk])}"' in page(client)
    assert post(client, "take-draft").status_code == 409
    work()
    text = page(client)
    assert draft().counts["read"] == 2
    assert "Too large to correct here" in text
    assert 'name="cell-' not in text
    assert correct(client, 3, 姓名="钱多").status_code == 409


def test_a_file_broken_half_way_says_where(enter):
    client = enter("wu")
    send(client, "\n".join([HEAD, *[GOOD] * 4, '902,"x', ""]))
    assert draft().state == "failed"
    assert "a double quote is unclosed" in page(client)


def test_nobody_else_sees_a_draft(enter):
    client = enter("wu")
    send(client, f"{HEAD}\n{GOOD}\n")
    addresses = [reverse(name, args=[draft().pk]) for name in ("see-draft", "download-faults", "take-draft")]
    client = enter("sun")
    assert [client.get(one).status_code for one in addresses[:2]] == [404, 404]
    assert client.post(addresses[2]).status_code == 404


def test_who_may_not_import_the_kind_cannot_send_it(enter):
    answer = send(enter("feng"), f"{HEAD}\n{GOOD}\n")
    assert answer.status_code == 422
    assert not ImportDraft.objects.exists()


def test_a_file_thrown_away_and_one_left_for_a_week_are_gone(enter, django_capture_on_commit_callbacks):
    from datetime import timedelta

    client = enter("wu")
    send(client, f"{HEAD}\n{GOOD}\n")
    with django_capture_on_commit_callbacks(execute=True):
        post(client, "discard-draft")
    assert not list(importing.uploads().iterdir())
    send(client, f"{HEAD}\n{GOOD}\n")
    old = draft()
    ImportDraft.objects.update(made_at=old.made_at - timedelta(days=8))
    with django_capture_on_commit_callbacks(execute=True):
        send(client, f"{HEAD}\n{GOOD}\n")
    assert draft().pk != old.pk
    assert len(list(importing.uploads().iterdir())) == 1


def test_what_was_written_is_not_in_the_audit_log(enter):
    client = enter("wu")
    send(client, f"{HEAD}\n{BAD}\n")
    correct(client, 2, 姓名="钱多")
    entry = Entry.objects.get(action="correct_cells")
    assert "钱多" not in str(entry.kept.values)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_page_reads_in_both_languages(enter, language):
    client = enter("wu", language)
    send(client, f"{HEAD}\n{BAD}\n")
    assert ("有问题" in page(client)) == (language != "en")
