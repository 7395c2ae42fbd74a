"""What follows an import: it is undone, or its people get accounts; first passwords are changed before anything else."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from hengcai.accounts.models import User
from hengcai.audit.models import Values
from hengcai.interactions.models import ImportRun
from hengcai.people.models import Person
from tests import cast
from tests.interactions.bringing import bring, csv_file

ROSTER = ["id", "name", "team", "post", "hired_on", "left_on"]


@pytest.fixture
def enter(client):
    def sign_in(name, language="en"):
        client.cookies["hengcai_language"] = language
        client.force_login(cast.user(name))
        return client

    return sign_in


@pytest.fixture
def run(db, tmp_path):
    cache.clear()
    rows = [
        {"id": number, "name": f"N{number}", "team": "A", "post": "B", "hired_on": "2025-01-06", "left_on": left}
        for number, left in (("501", ""), ("502", ""), ("503", "2025-06-30"))
    ]
    return bring(csv_file(tmp_path / "p.csv", rows, ROSTER), kind="people", by=cast.user("sun"))


def address(name, run):
    return reverse(name, args=[run.pk])


def given(client, run, **fields):
    return client.post(address("give-accounts", run), {"roles": ["agent"], "prefix": "", "as": "csv", **fields})


def lines(answer):
    return [line.split(",") for line in answer.content.decode("utf-8-sig").splitlines()[1:]]


def test_everybody_who_is_employed_gets_an_account_and_a_password_of_their_own(run, enter):
    answer = given(enter("sun"), run)
    made = lines(answer)
    assert [line[:3] for line in made] == [["501", "N501", "501"], ["502", "N502", "502"]]
    assert made[0][3] != made[1][3]
    user = User.objects.get(username="501")
    assert (user.must_change_password, user.person.number, user.roles) == (True, "501", frozenset({"agent"}))
    assert user.check_password(made[0][3])
    assert answer["Cache-Control"] == "private, no-store"


def test_no_password_stands_in_the_audit_log(run, enter):
    client = enter("sun")
    passwords = [line[3] for line in lines(given(client, run))] + ["a-new-password", "another-password"]
    client.post(reverse("add-user"), {"username": "x", "name": "X", "password": passwords[-1], "roles": ["agent"]})
    client.post(reverse("edit-user", args=[User.objects.get(username="501").pk]), {"password": passwords[-2]})
    kept = [str(values) for values in Values.objects.values_list("values", flat=True)]
    assert [one for one in kept for password in passwords if password in one] == []


def test_a_second_time_nobody_is_left_and_a_lost_list_is_made_anew(run, enter):
    client = enter("sun")
    first = lines(given(client, run))
    twice = given(client, run)
    assert (twice.status_code, "Lost the list?" in twice.content.decode()) == (200, True)
    again = lines(client.post(address("give-accounts", run), {"renew": "1", "as": "csv"}))
    assert [line[:3] for line in again] == [line[:3] for line in first]
    user = User.objects.get(username="501")
    assert user.check_password(again[0][3])
    assert not user.check_password(first[0][3])


def test_names_that_are_taken_are_left_out_and_a_prefix_makes_others(run, enter):
    User.objects.create(username="501", name="Somebody")
    client = enter("sun")
    assert "501 N501" in client.get(address("give-accounts", run)).content.decode()
    assert [line[2] for line in lines(given(client, run))] == ["502"]
    assert [line[2] for line in lines(given(client, run, prefix="cc-"))] == ["cc-501"]


@pytest.mark.parametrize("fields", [{"roles": []}, {"prefix": "a b"}, {"prefix": "x" * 13}])
def test_what_is_wrong_with_the_form_opens_no_account(run, enter, fields):
    assert given(enter("sun"), run, **fields).status_code == 422
    assert not User.objects.filter(username__contains="501").exists()


def test_whoever_signs_in_with_a_first_password_changes_it_before_anything_else(run, enter, client):
    password = lines(given(enter("sun"), run))[0][3]
    client.logout()
    client.post("/account/login/", {"login": "501", "password": password})
    for path in ("/", "/people/", "/me/"):
        assert client.get(path)["Location"] == "/account/password/change/"
    assert client.get("/api/people").json()["code"] == "accounts.password_to_change"
    body = {"oldpassword": password, "password1": "my-own-long-secret", "password2": "my-own-long-secret"}
    assert client.get("/account/password/change/").status_code == 200
    client.post("/account/password/change/", body)
    assert client.get("/").status_code == 200
    assert not User.objects.get(username="501").must_change_password


def test_a_first_password_is_not_kept_by_typing_it_again(run, enter, client):
    password = lines(given(enter("sun"), run))[0][3]
    client.logout()
    client.post("/account/login/", {"login": "501", "password": password})
    body = {"oldpassword": password, "password1": password, "password2": password}
    assert "新密码不能与当前密码相同" in client.post("/account/password/change/", body).content.decode()
    assert client.get("/")["Location"] == "/account/password/change/"


def test_a_first_password_given_one_by_one_is_changed_too(run, enter):
    client = enter("sun")
    client.post(reverse("add-user"), {"username": "x", "name": "X", "password": "ten-letters-more", "roles": ["agent"]})
    assert User.objects.get(username="x").must_change_password


def test_an_import_is_undone_from_its_page(run, enter):
    from hengcai.jobs.worker import work_once

    client = enter("wu")
    assert "Can be undone" in client.get(address("undo-import", run)).content.decode()
    assert client.post(address("undo-import", run))["Location"] == address("see-import", run)
    assert "Rows removed so far" in client.get(address("see-import", run)).content.decode()
    while work_once():
        pass
    assert ImportRun.objects.get().state == "undone"
    assert "3 rows were removed" in client.get(address("see-import", run)).content.decode()
    assert not Person.objects.filter(number="501").exists()


def test_what_stands_in_the_way_is_listed_and_there_is_no_button(run, enter, tmp_path):
    from tests.interactions.bringing import row

    bring(csv_file(tmp_path / "c.csv", [row(1, agent="501")]))
    client = enter("wu", "zh-hans")
    text = client.get(address("undo-import", run)).content.decode()
    assert "有 1 条交互记录用到了" in text
    assert "btn-danger" not in text
    assert client.post(address("undo-import", run)).status_code == 409


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_list_of_passwords_is_shown_once_to_be_printed(run, enter, language):
    client = enter("sun", language)
    text = given(client, run, **{"as": "page"}).content.decode()
    assert text.count("<code>") == 2
    assert ("初始密码" in text) == (language != "en")
    assert "<code>" not in client.get(address("give-accounts", run)).content.decode()
