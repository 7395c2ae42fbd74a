"""What no cache keeps, whom a foreign form meets, which hosts are ours."""

import pytest
from django.conf import settings
from django.test import Client

from tests.cast import user

pytestmark = pytest.mark.django_db


@pytest.fixture
def li(client):
    client.force_login(user("li"))
    return client


@pytest.mark.parametrize("path", ["/", "/me/", "/nowhere/", "/api/people", "/my/results/"])
def test_what_a_signed_in_person_sees_is_kept_by_no_cache(li, path):
    assert li.get(path).headers["Cache-Control"] == "private, no-store"


def test_static_files_are_kept(client):
    assert "no-store" not in client.get("/static/hc/hc.css").headers.get("Cache-Control", "")


def strict():
    client = Client(enforce_csrf_checks=True)
    client.force_login(user("li"))
    return client


def test_a_foreign_form_meets_the_houses_own_page_in_the_readers_language():
    answer = strict().post("/language/", {"language": "en"})
    assert answer.status_code == 403
    told = answer.content.decode()
    assert "刷新后重新提交" in told
    assert 'class="page-title"' in told


def test_a_foreign_form_is_told_in_english_too():
    client = strict()
    client.cookies["hengcai_language"] = "en"
    assert "reload the page and submit again" in client.post("/language/", {}).content.decode()


def test_a_program_without_the_mark_gets_a_problem_document():
    answer = strict().post("/api/work/1/submit", {}, content_type="application/json")
    assert answer.status_code == 403
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_no_host_of_the_tests_is_served_by_default():
    source = (settings.ROOT / "hengcai" / "settings.py").read_text("utf-8")
    assert "testserver" not in source
