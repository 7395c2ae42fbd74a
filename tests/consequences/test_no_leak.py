"""Pay goes nowhere it should not, and nobody is laid out by how low their score is."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from hengcai.accounts.models import RoleGrant
from hengcai.consequences.queries import awards, bases, looking, pay, plans, reviews
from hengcai.insight.queries.held import held_on
from tests import cast
from tests.consequences import scene

pytestmark = pytest.mark.django_db
AMOUNTS = ("2,417.31", "2417.31", "2901", "2,900.77", "2900.77")  # base, and base × 1.2
BY_SCORE = re.compile(r"\b(final|exact|score|fair|total|chance|earned)\b")


@pytest.fixture
def paid():
    scene.bases(li="2417.31", wang="2417.31", he="2417.31")
    return scene.decided()


def enter(name):
    client = Client(raise_request_exception=False)
    cast.person(name)
    client.force_login(cast.user(name))
    return client


def plain_addresses():
    """Every page and endpoint without a row in its address."""
    web = [part for part in get_resolver().url_patterns if "hengcai.web." in str(part)]
    names = [one.name for part in web for one in part.url_patterns if "<" not in str(one.pattern) and one.name]
    return [reverse(name) for name in names] + [
        f"/api/consequences/{name}" for name in ("pay-runs", "reviews", "my-pay", "moves", "improvement-plans")
    ]


@pytest.mark.parametrize("name", ["zhou", "zhao", "zheng", "chen", "wang"])
def test_no_page_list_file_or_search_tells_another_person_s_pay(paid, name):
    client, run = enter(name), paid.pk
    extra = [f"/pay/{run}/", f"/pay/{run}/what-if/", f"/api/consequences/pay-runs/{run}/lines", "/search/?q=li"]
    extra += [f"/forms/pay_sheet/?run={run}", f"/pay/{run}/?to=csv", "/pay/bases/?to=csv"]
    for address in [*plain_addresses(), *extra]:
        answer = client.get(address)
        text = (
            b"".join(answer.streaming_content).decode()
            if answer.streaming
            else answer.content.decode("utf-8", "replace")
        )
        told = [amount for amount in AMOUNTS if amount in text]
        own = name == "wang" and ("/pay/mine/" in address or "my-pay" in address)
        assert not told or own, (address, told)


def test_an_hr_person_who_also_trains_sees_none_and_hands_none_out(paid):
    RoleGrant.objects.create(user=cast.user("wu"), role="trainer")
    user = cast.user("wu")
    assert enter("wu").get(reverse("list-pay-runs")).status_code == 403
    assert list(dict(held_on(cast.li(), user))["pay"]) == []
    assert list(dict(held_on(cast.li(), cast.user("sun")))["pay"]) == []


def test_no_list_of_consequences_can_stand_by_score():
    orders = (
        pay.RUN_ORDERS, pay.LINE_ORDERS, bases.BASE_ORDERS, reviews.REVIEW_ORDERS, plans.PLAN_ORDERS, plans.MOVE_ORDERS,
        awards.NOMINATION_ORDERS, looking.LOOK_ORDERS,
    )  # fmt: skip
    fields = [field for one in orders for keys in one.keys.values() for field in keys]
    assert [field for field in fields if BY_SCORE.search(field)] == []


def test_no_query_of_consequences_orders_people_by_a_score():
    """Read in the code itself: a page can only show what some `order_by` here says."""
    found = []
    for path in Path("hengcai/consequences").rglob("*.py"):
        for said in re.findall(r"order_by\(([^)]*)\)", path.read_text("utf-8")):
            found += [f"{path}: {said}" for _one in BY_SCORE.findall(said.replace("_", " "))]
    assert found == []
