"""Passwords to begin with."""

from time import perf_counter

from django.contrib.auth.hashers import check_password, must_update_salt
from django.test import override_settings

from hengcai.accounts.first_passwords import SIGNS, first_password, quick_hash

SLOW = {"PASSWORD_HASHERS": ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]}


def test_each_is_drawn_anew_of_signs_that_cannot_be_mistaken():
    many = {first_password() for _ in range(200)}
    assert len(many) == 200
    assert set("".join(many)) <= {*SIGNS, "-"}
    assert not {"i", "l", "1", "o", "0"} & set(SIGNS)
    assert {len(one) for one in many} == {19}


@override_settings(**SLOW)
def test_a_quick_digest_opens_the_account_and_is_made_slow_by_the_first_sign_in():
    renewed = []
    encoded = quick_hash("abcd-efgh")
    assert encoded.startswith("pbkdf2_sha256$1000$")
    assert check_password("abcd-efgh", encoded, setter=renewed.append)
    assert renewed == ["abcd-efgh"]
    assert not check_password("abcd-efgi", encoded)
    assert not must_update_salt(encoded.split("$")[2], 128)


@override_settings(**SLOW)
def test_a_thousand_take_no_minutes():
    began = perf_counter()
    for _ in range(50):
        quick_hash("abcd-efgh")
    assert perf_counter() - began < 1
