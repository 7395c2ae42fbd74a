import pytest

from tests.cast import user

pytestmark = pytest.mark.django_db


def test_the_language_switch_is_remembered_by_browser_and_person(client):
    client.force_login(user("li"))
    answer = client.post("/language/", {"language": "en", "next": "/me/"})
    assert answer.headers["Location"] == "/me/"
    assert "My account" in client.get("/me/").content.decode()
    client.cookies.clear()
    client.force_login(user("li"))
    assert "My account" in client.get("/me/").content.decode()


def test_the_switch_does_not_lead_elsewhere(client):
    assert (
        client.post("/language/", {"language": "en", "next": "https://elsewhere.example/"}).headers["Location"] == "/"
    )
    for nowhere in ("-5", "list-questionnaires", "//elsewhere.example/"):
        assert client.post("/language/", {"next": nowhere}).headers["Location"] == "/"
    client.post("/language/", {"language": "xx"})
    assert client.cookies["hengcai_language"].value == "en"


def test_pages_carry_a_strict_content_policy(client):
    policy = client.get("/account/login/").headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_refusal_becomes_its_page(client):
    client.force_login(user("li"))
    answer = client.get("/users/")
    assert answer.status_code == 403
    assert "您的角色没有这项权限" in answer.content.decode()
    assert client.get("/no/such/page/").status_code == 404


def test_health_answers_without_a_sign_in(client):
    assert client.get("/healthz").json()["status"] == "ok"


def test_somebody_elses_job_is_not_there(client):
    from hengcai.jobs.models import Job

    job = Job.objects.create(kind="import", target=1, asked_by=user("sun").pk, done_count=3, total_count=9)
    client.force_login(user("li"))
    assert client.get(f"/jobs/{job.pk}/").status_code == 404
    client.force_login(user("sun"))
    assert client.get(f"/jobs/{job.pk}/", headers={"Accept": "application/json"}).json() == {
        "state": "queued",
        "done": 3,
        "total": 9,
    }
    assert "3 / 9" in client.get(f"/jobs/{job.pk}/").content.decode()


def test_the_menu_shows_what_one_may_open(client):
    client.force_login(user("sun"))
    page = client.get("/me/").content.decode()
    assert "/users/" in page
    client.force_login(user("li"))
    assert "/users/" not in client.get("/me/").content.decode()
