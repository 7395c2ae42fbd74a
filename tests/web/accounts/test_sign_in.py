from ipaddress import ip_network

import pytest
from django.core.cache import cache

from hengcai.accounts.models import User
from tests.cast import user

pytestmark = pytest.mark.django_db
PASSWORD = "a-long-password"


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


@pytest.fixture
def li():
    made = user("li")
    made.set_password(PASSWORD)
    made.save()
    return made


def sign_in(client, password=PASSWORD, name="li"):
    return client.post("/account/login/", {"login": name, "password": password})


def test_the_right_password_opens_and_the_wrong_one_says_what_to_do(client, li):
    assert sign_in(client, "wrong").status_code == 200
    assert "连续输错 5 次" in sign_in(client, "wrong").content.decode()
    assert sign_in(client).headers["Location"] == "/"


def test_a_wrong_password_is_told_in_the_houses_own_words(client, li):
    text = sign_in(client, "wrong").content.decode()
    assert "工号（登录名）或密码不正确。" in text
    assert "你" not in text
    client.cookies["hengcai_language"] = "en"
    assert "do not match" in sign_in(client, "wrong").content.decode()


def test_signing_in_says_nothing_that_the_page_does_not_show(client, li):
    sign_in(client)
    assert "成功登录" not in client.get("/").content.decode()


def test_the_sixth_wrong_password_is_not_even_tried(client, li):
    for _attempt in range(5):
        sign_in(client, "wrong")
    assert "_auth_user_id" not in client.session
    sign_in(client)
    assert "_auth_user_id" not in client.session


def test_whoever_has_to_wait_is_told_how_long(client, li):
    for _attempt in range(5):
        sign_in(client, "wrong")
    told = sign_in(client).content.decode()
    assert "账号锁定" in told
    assert "秒" in told


def test_a_colleague_at_the_same_address_signs_in_after_21_wrong_ones(client, li):
    for number in range(21):
        sign_in(client, "wrong", name=f"name{number}")
    assert sign_in(client).headers["Location"] == "/"


def test_many_made_up_names_do_not_wipe_out_the_count_of_a_real_one(client, li):
    for _attempt in range(5):
        sign_in(client, "wrong")
    for number in range(400):
        cache.set(f"another-{number}", number)
    assert sign_in(client).status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_right_password_forgives_the_name_at_that_address(client, li):
    for _attempt in range(4):
        sign_in(client, "wrong")
    assert sign_in(client).status_code == 302
    client.logout()
    for _attempt in range(4):
        sign_in(client, "wrong")
    assert sign_in(client).status_code == 302


def test_behind_a_trusted_proxy_one_clients_guesses_are_not_anothers(client, li, settings):
    settings.TRUSTED_PROXIES = [ip_network("127.0.0.1/32")]
    for _attempt in range(6):
        client.post(
            "/account/login/", {"login": "li", "password": "wrong"}, headers={"x-forwarded-for": "198.51.100.1"}
        )
    theirs = client.post(
        "/account/login/", {"login": "li", "password": PASSWORD}, headers={"x-forwarded-for": "198.51.100.1"}
    )
    assert theirs.status_code == 200
    mine = client.post(
        "/account/login/", {"login": "li", "password": PASSWORD}, headers={"x-forwarded-for": "198.51.100.2"}
    )
    assert mine.status_code == 302


def test_everything_but_the_sign_in_page_asks_for_a_sign_in(client):
    for path in ("/", "/me/", "/users/", "/audit/", "/rights/"):
        answer = client.get(path)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/account/login/")


def test_nobody_signs_up_by_themselves(client):
    client.post("/account/signup/", {"username": "new", "password1": PASSWORD})
    assert not User.objects.filter(username="new").exists()


def test_a_second_factor_can_be_switched_on_and_is_then_asked_for(client, li):
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value, yield_hotp_counters_from_time

    secret = generate_totp_secret()
    TOTP.activate(li, secret)
    assert sign_in(client).headers["Location"].startswith("/account/2fa/authenticate/")
    assert "_auth_user_id" not in client.session
    code = f"{hotp_value(secret, next(yield_hotp_counters_from_time())):06d}"
    assert client.post("/account/2fa/authenticate/", {"code": code}).status_code == 302
    assert client.session["_auth_user_id"] == str(li.pk)


def test_a_closed_account_cannot_sign_in(client, li):
    User.objects.filter(pk=li.pk).update(is_active=False)
    sign_in(client)
    assert "_auth_user_id" not in client.session


def test_the_demo_names_are_shown_only_where_there_are_any(client, li):
    from hengcai.accounts.models import DemoSignIn

    assert "data-fill" not in client.get("/account/login/").content.decode()
    DemoSignIn.objects.create(user=li, role="agent", order=1)
    assert 'data-fill="li"' in client.get("/account/login/").content.decode()
