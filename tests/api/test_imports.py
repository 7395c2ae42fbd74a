"""Imports by program: the same road as the pages'."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hengcai.accounts.models import User
from hengcai.interactions.models import ImportDraft, ImportRun
from hengcai.jobs.worker import work_once
from hengcai.people.models import Person
from tests import cast
from tests.api.asking import done, items, problem, refused, sent, told
from tests.interactions.bringing import bring, csv_file

CONTENT = "工号,姓名,班组,岗位,入职日期\n901,赵敏,一班,客服,2025-03-03\n902,,一班,客服,x\n"


def work():
    while work_once():
        pass


def begin(client, content=CONTENT, name="p.csv", **fields):
    file = SimpleUploadedFile(name, content.encode())
    return client.post("/api/imports/drafts", {"kind": "people", "file": file, **fields})


def test_a_file_is_sent_looked_at_corrected_and_taken(enter):
    client = enter("wu")
    draft = begin(client).json()
    assert (draft["state"], draft["counts"]["at_fault"], draft["columns"]["姓名"]) == ("ready", 1, "name")
    assert [one["column"] for one in draft["rows"][1]["faults"]] == ["姓名", "入职日期"]
    address = f"/imports/drafts/{draft['id']}"
    cells = [{"row": 3, "column": "姓名", "value": "钱多"}, {"row": 3, "column": "入职日期", "value": "2025-03-03"}]
    assert done(client, f"{address}/cells", {"cells": cells, "edit_count": 0}, method="put")["counts"]["at_fault"] == 0
    problem(sent(client, f"{address}/cells", {"cells": cells, "edit_count": 0}, method="put"), 409, "draft.moved_on")
    run = done(client, f"{address}/import", {})
    work()
    assert told(client, f"/imports/{run['id']}")["added"] == 2
    refused(client, address, 404, "missing")


def test_columns_are_chosen_and_a_file_is_thrown_away(enter):
    client = enter("wu")
    draft = begin(client, "工号,姓名,部门,岗位,日期\n901,A,B,C,2025-03-03\n").json()
    assert draft["state"] == "choosing"
    names = {"工号": "id", "姓名": "name", "部门": "team", "岗位": "post", "日期": "hired_on"}
    address = f"/imports/drafts/{draft['id']}"
    problem(sent(client, f"{address}/columns", {"columns": {"工号": "id"}}, method="put"), 422, "import.columns_needed")
    problem(sent(client, f"{address}/columns", {"columns": {"x": "id"}}, method="put"), 422, "import.choice_of_column")
    assert done(client, f"{address}/columns", {"columns": names}, method="put")["counts"]["added"] == 1
    assert client.delete(f"/api{address}").status_code == 200
    assert not ImportDraft.objects.exists()


def test_a_cell_nobody_was_shown_is_not_corrected(enter):
    client = enter("wu")
    draft = begin(client).json()
    for row, column in ((99, "姓名"), (3, "x")):
        body = {"cells": [{"row": row, "column": column, "value": "y"}], "edit_count": 0}
        problem(sent(client, f"/imports/drafts/{draft['id']}/cells", body, method="put"), 422, "draft.cell_unknown")


def test_a_wrong_file_is_refused_and_another_kind_is_not_there(enter):
    problem(begin(enter("wu"), "%PDF", name="p.csv"), 422, "table.looks_like_pdf")
    problem(begin(enter("feng")), 404, "missing")
    assert not ImportDraft.objects.exists()


@pytest.fixture
def roster(db, tmp_path):
    row = {"id": "901", "name": "A", "team": "T", "post": "P", "hired_on": "2025-01-06"}
    return bring(csv_file(tmp_path / "p.csv", [row], list(row)), kind="people", by=cast.user("sun"))


def test_an_import_tells_what_stands_in_the_way_and_is_undone(enter, roster, tmp_path):
    client = enter("wu")
    assert [one["id"] for one in items(client, "/imports")] == [roster.pk]
    Person.objects.filter(number="901").update(user=cast.user("wang"))
    (held,) = told(client, f"/imports/{roster.pk}")["in_the_way"]
    assert (held["code"], held["count"]) == ("accounts", 1)
    problem(sent(client, f"/imports/{roster.pk}/undo", {}), 409, "undo.blocked")
    Person.objects.filter(number="901").update(user=None)
    assert done(client, f"/imports/{roster.pk}/undo", {})["state"] == "undoing"
    work()
    assert ImportRun.objects.get().state == "undone"


def test_accounts_are_opened_by_who_manages_them_alone(enter, roster):
    problem(sent(enter("wu"), f"/imports/{roster.pk}/accounts", {"roles": ["agent"]}), 403, "permission.role")
    client = enter("sun")
    (made,) = json.loads(sent(client, f"/imports/{roster.pk}/accounts", {"roles": ["agent"]}).content)
    assert User.objects.get(username="901").check_password(made["password"])
    problem(sent(client, f"/imports/{roster.pk}/accounts", {"roles": []}), 422, "accounts_given.no_role")
    (again,) = done(client, f"/imports/{roster.pk}/accounts", {"renew": True})
    assert again["password"] != made["password"]
