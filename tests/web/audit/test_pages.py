import pytest

from hengcai.audit.action import note
from hengcai.audit.queries import head
from tests.cast import user

pytestmark = pytest.mark.django_db


def test_the_log_is_shown_to_the_administrator_and_hides_who_acted_on_them(client):
    sun = user("sun")
    note("send_rating", sun, by=user("wang"))
    note("open_report", user("li"), by=user("zhao"))
    client.force_login(sun)
    page = client.get("/audit/").content.decode()
    assert "open_report" in page
    assert "send_rating" not in page


def test_the_head_can_be_kept_elsewhere(client):
    note("open_report", user("li"), by=user("zhao"))
    client.force_login(user("sun"))
    kept = client.get("/audit/head/").json()
    assert (kept["number"], kept["hash"]) == head()


def test_others_do_not_see_the_log(client):
    client.force_login(user("li"))
    assert client.get("/audit/").status_code == 403
    assert client.get("/audit/head/").status_code == 403
