from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.accounts import rules
from hengcai.accounts.rules import NONE, Failures, client_address, wait_seconds


def wait(*, here=0, anywhere=0, address=0, after=0.0):
    failures = (Failures(count, 1000.0) for count in (here, anywhere, address))
    of_name_here, of_name, of_address = failures
    return wait_seconds(of_name_here=of_name_here, of_name=of_name, of_address=of_address, now=1000.0 + after)


def test_four_wrong_sign_ins_cost_nothing_the_fifth_a_few_seconds():
    assert wait(here=4) == 0
    assert wait(here=5) == rules.FIRST_WAIT_SECONDS
    assert wait(here=5, after=5) == 0


def test_the_wait_doubles_and_ends_growing_at_a_quarter_of_an_hour():
    assert [wait(here=count) for count in (5, 6, 7, 8)] == [5, 10, 20, 40]
    assert wait(here=1000) == rules.LONGEST_WAIT_SECONDS


def test_a_name_nobody_guessed_wrong_is_never_kept_out_however_hot_its_address():
    assert wait(here=0, address=100_000) == 0


def test_at_an_address_that_guesses_many_names_each_name_waits_after_one_try():
    assert wait(here=1, address=rules.FREE_OF_AN_ADDRESS) == 0
    assert wait(here=1, address=rules.FREE_OF_AN_ADDRESS + 1) > 0


def test_a_name_guessed_from_everywhere_waits_too():
    assert wait(here=1, anywhere=rules.FREE_OF_A_NAME) > 0


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6), st.floats(0, 10**6))
def test_no_wait_is_longer_than_a_quarter_of_an_hour(here, anywhere, address, after):
    assert 0 <= wait(here=here, anywhere=anywhere, address=address, after=after) <= rules.LONGEST_WAIT_SECONDS


def test_without_failures_there_is_no_wait():
    assert wait_seconds(of_name_here=NONE, of_name=NONE, of_address=NONE, now=0.0) == 0


PROXIES = [ip_network("10.0.0.0/8"), ip_network("::1/128")]


@pytest.mark.parametrize(
    ("peer", "forwarded", "found"),
    [
        ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"),  # no proxy of ours: what it says is hearsay
        ("10.0.0.5", ["198.51.100.1"], "198.51.100.1"),
        ("10.0.0.5", ["6.6.6.6", "198.51.100.1", "10.0.0.7"], "198.51.100.1"),  # 6.6.6.6 was sent by the client itself
        ("10.0.0.5", [""], "10.0.0.5"),
        ("10.0.0.5", ["no address"], "10.0.0.5"),
        ("10.0.0.5", ["10.0.0.8", "10.0.0.7"], "10.0.0.8"),
        ("::1", ["2001:db8::7"], "2001:db8::7"),
        ("", ["198.51.100.1"], ""),
        ("10.0.0.5", ["198.51.100.1:50123"], "198.51.100.1"),  # some proxies write the port too
        ("10.0.0.5", ["[2001:DB8::7]:443"], "2001:db8::7"),
        ("::ffff:10.0.0.5", ["198.51.100.1"], "198.51.100.1"),
    ],
)
def test_the_nearest_address_that_is_no_proxy_of_ours_is_the_client(peer, forwarded, found):
    assert client_address(peer, forwarded, PROXIES) == found
