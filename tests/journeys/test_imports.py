"""A roster from a Chinese office in a real browser: looked at, corrected, imported, given accounts, and taken back."""

import threading
from datetime import date

import openpyxl
import pytest

from hengcai.accounts.models import User
from hengcai.interactions.models import ImportDraft, ImportRun
from hengcai.jobs.worker import work_once
from hengcai.people.models import Person
from tests import cast
from tests.interactions.bringing import bring, csv_file
from tests.journeys.test_every_page import AXE, looked_at

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEADINGS = ["序号", "员工编号", "姓名", "所属班组", "岗位名称", "入职时间", "直属上级工号", "手机号码", "电子邮箱"]


@pytest.fixture
def roster(tmp_path):
    """As offices send it: a hidden sheet of lists in front, days as day cells, two rows with something wrong."""
    book = openpyxl.Workbook()
    lists = book.active
    lists.title, lists.sheet_state = "字典", "hidden"
    sheet = book.create_sheet("花名册")
    sheet.append(HEADINGS)
    day = date(2025, 3, 3)
    sheet.append([1, "9001", "赵敏", "呼入一班", "班组长", day, "", "13900000001", "zhaomin@example.com"])
    sheet.append([2, "9002", "钱多", "呼入一班", "呼入客服", day, "9001", "13900000002", ""])
    sheet.append([3, "9003", "", "呼入一班", "呼入客服", "3月3日", "9001", "", "sunli"])
    sheet.append([4, "9004", "周全", "呼入一班", "呼入客服", day, "9999", "", ""])
    path = tmp_path / "2026年花名册.xlsx"
    book.save(path)
    return path


def work():
    """As the worker beside the server does, on a connection of its own."""

    def steps():
        from django.db import connection

        while work_once():
            pass
        connection.close()

    one = threading.Thread(target=steps)
    one.start()
    one.join()


def settled(visitor, path):
    work()
    visitor.go(path)


def test_a_roster_is_looked_at_corrected_imported_given_accounts_and_undone(visit, roster):
    admin = visit("sun")
    page = admin.go("/imports/new/")
    page.select_option("#id_kind", "people")
    page.set_input_files("#id_file", str(roster))
    page.click("button[name='do'][value='check']")
    page.wait_for_load_state()
    assert "工作表“花名册”" in admin.text()
    assert page.locator("input[aria-invalid='true']").count() == 4
    for label, text in (
        ("第 4 行 姓名", "孙丽"),
        ("第 4 行 入职日期", "2025-03-03"),
        ("第 4 行 邮箱", ""),
        ("第 5 行 上级工号", "9001"),
    ):
        page.get_by_label(label).fill(text)
    page.click("#rows button[type='submit']")
    page.wait_for_load_state()
    assert page.locator("input[aria-invalid='true']").count() == 0, admin.text()
    page.click("main .btn-primary")
    page.wait_for_load_state()
    run = ImportRun.objects.get()
    settled(admin, f"/imports/{run.pk}/")
    assert Person.objects.filter(number__startswith="900").count() == 4
    assert not ImportDraft.objects.exists()

    page.click("a[href$='/accounts/']")
    page.click("button[name='as'][value='page']")
    page.wait_for_load_state()
    password = page.locator("tr", has_text="9002").locator("code").inner_text()
    assert User.objects.get(username="9002").check_password(password)
    signs_in_with_a_first_password(visit, admin.address, password)
    User.objects.filter(username="9002").update(last_login=None)

    admin.go(f"/imports/{run.pk}/undo/")
    page.click("button.btn-danger")
    page.wait_for_load_state()
    settled(admin, f"/imports/{run.pk}/")
    assert "已撤销 4 行" in admin.text()
    assert not Person.objects.filter(number__startswith="900").exists()
    assert not User.objects.filter(username__startswith="900").exists()


def signs_in_with_a_first_password(visit, address, password):
    """Sees nothing but the page on which it is changed."""
    visitor = visit("li")
    page = visitor.context.browser.new_context().new_page()
    page.goto(f"{address}/account/login/")
    page.fill("#id_login", "9002")
    page.fill("#id_password", password)
    page.click("button.btn-primary")
    page.wait_for_url(f"{address}/account/password/change/")
    page.context.close()


def test_the_same_road_is_walked_by_keyboard_and_without_scripts(visit, roster):
    cast.user("wu")
    staff = visit("wu", width=360, scripts=False)
    page = staff.go("/imports/new/")
    page.set_input_files("#id_file", str(roster))
    page.focus("button[name='do'][value='check']")
    sends(page, "Enter")
    page.focus("input[aria-invalid='true']")
    for text in ("孙丽", "2025-03-03"):
        page.keyboard.type(text) if text == "孙丽" else retype(page, text)
        to_next_fault(page)
    retype(page, "")
    to_next_fault(page)
    retype(page, "9001")
    sends(page, "Enter")
    assert page.locator("input[aria-invalid='true']").count() == 0, staff.text()
    page.focus("main .btn-primary")
    sends(page, "Enter")
    run = ImportRun.objects.get()
    settled(staff, f"/imports/{run.pk}/")
    page.focus("a[href$='/undo/']")
    sends(page, "Enter")
    page.focus("button.btn-danger")
    sends(page, "Space")
    settled(staff, f"/imports/{run.pk}/")
    run.refresh_from_db()
    assert run.state == "undone"


def retype(page, text):
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.type(text)


def to_next_fault(page):
    """Tab after Tab, as a person does, until the next cell said to be wrong."""
    for _step in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true":
            return
    raise AssertionError("no further fault is reached by Tab")


def sends(page, key):
    with page.expect_navigation():
        page.keyboard.press(key)


@pytest.mark.skipif(not AXE, reason="axe is missing: make assets")
@pytest.mark.parametrize(("width", "language"), [(1440, "zh-hans"), pytest.param(360, "en", marks=pytest.mark.slow)])
def test_pages_of_an_import_are_accessible_and_fit(visit, roster, tmp_path, width, language):
    admin = visit("sun", width=width, language=language)
    page = admin.go("/imports/new/")
    page.select_option("#id_kind", "people")
    page.set_input_files("#id_file", str(roster))
    page.click("button[name='do'][value='check']")
    page.wait_for_load_state()
    rows = [{"id": n, "name": f"N{n}", "team": "A", "post": "B", "hired_on": "2025-01-06"} for n in ("501", "502")]
    run = bring(csv_file(tmp_path / "p.csv", rows, list(rows[0])), kind="people", by=cast.user("sun"))
    pages = [f"/imports/drafts/{ImportDraft.objects.get().pk}/", "/imports/new/"]
    pages += [f"/imports/{run.pk}/{verb}" for verb in ("", "undo/", "accounts/")]
    assert [one for path in pages for one in looked_at(admin, path)] == []
