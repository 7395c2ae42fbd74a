import pytest

from hengcai.accounts.models import Centre, User
from tests.cast import user

pytestmark = pytest.mark.django_db


@pytest.fixture
def sun(client):
    client.force_login(user("sun"))
    return client


def test_the_administrator_adds_a_user_who_then_has_their_roles(sun):
    answer = sun.post(
        "/users/add/", {"username": "2031", "name": "Mei", "password": "a-long-password", "roles": ["agent", "trainer"]}
    )
    assert answer.status_code == 302
    assert User.objects.get(username="2031").roles == {"agent", "trainer"}


def test_a_taken_name_is_refused_with_a_sentence(sun):
    user("li")
    answer = sun.post("/users/add/", {"username": "li", "name": "x", "password": "a-long-password", "roles": []})
    assert answer.status_code == 422
    assert "已被占用" in answer.content.decode()


def test_the_last_administrator_stays_one(sun):
    answer = sun.post(f"/users/{user('sun').pk}/", {"roles": ["agent"]})
    assert answer.status_code == 422
    assert User.objects.get(username="sun").roles == {"admin"}


def test_roles_password_and_access_are_changed(sun):
    li = user("li")
    sun.post(f"/users/{li.pk}/", {"roles": ["agent", "lead"]})
    sun.post(f"/users/{li.pk}/", {"password": "another-long-one"})
    sun.post(f"/users/{li.pk}/", {"active": "no"})
    found = User.objects.get(pk=li.pk)
    assert (found.roles, found.check_password("another-long-one"), found.is_active) == ({"agent", "lead"}, True, False)


def test_a_short_password_is_refused_beside_its_field(sun):
    assert sun.post(f"/users/{user('li').pk}/", {"password": "short"}).status_code == 422


def test_the_user_list_costs_the_same_with_one_and_with_many(sun, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    sun.get("/users/")
    with CaptureQueriesContext(connection) as few:
        sun.get("/users/")
    for name in ("li", "wang", "he", "zhao"):
        user(name)
    with CaptureQueriesContext(connection) as many:
        sun.get("/users/")
    assert len(few) == len(many)


def test_nobody_else_sees_users(client):
    client.force_login(user("li"))
    for path in ("/users/", "/users/add/", f"/users/{user('sun').pk}/", "/centre/"):
        assert client.get(path).status_code == 403


def test_the_centre_settles_its_name_and_word_for_agents(sun):
    assert sun.get("/centre/").status_code == 200
    sun.post("/centre/", {"name_zh": "云川", "name_en": "Yunchuan", "agent_word": "坐席"})
    assert (Centre.objects.get().name.en, Centre.objects.get().agent_word.zh) == ("Yunchuan", "坐席")


def test_the_rights_page_is_printed_from_the_registry(client):
    client.force_login(user("li"))
    page = client.get("/rights/").content.decode()
    assert "accounts.user.manage" in page
    assert "quality.assignment.open" in page
