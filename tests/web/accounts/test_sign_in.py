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
    assert "连错 5 次" in sign_in(client, "wrong").content.decode()
    assert sign_in(client).headers["Location"] == "/"


def test_the_sixth_wrong_password_is_not_even_tried(client, li):
    for _attempt in range(5):
        sign_in(client, "wrong")
    assert "_auth_user_id" not in client.session
    sign_in(client)
    assert "_auth_user_id" not in client.session


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
