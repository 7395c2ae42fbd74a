"""Pay goes nowhere it should not, and nobody is laid out by how low their score is."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from hengcai.accounts.models import RoleGrant
from hengcai.api.urls import api
from hengcai.consequences import actions
from hengcai.consequences.models import Review
from hengcai.consequences.queries import awards, bases, differences, looking, pay, plans, reviews
from hengcai.growth.queries import people as growth
from hengcai.growth.queries import plans as growth_plans
from hengcai.insight.queries.held import held_on
from tests import cast
from tests.consequences import scene

pytestmark = pytest.mark.django_db
SLOW = pytest.mark.slow
AMOUNTS = ("2,417.31", "2417.31", "2901", "2,900.77", "2900.77")  # base, and base × 1.2
PACKAGES = ("hengcai/consequences", "hengcai/growth", "hengcai/web/consequences", "hengcai/web/growth")
DOORS = ("hengcai/api/consequences", "hengcai/api/growth", "hengcai/cli/consequences.py", "hengcai/cli/growth.py")
OWN_API = ("/api/consequences", "/api/growth")
NOT_ABOUT_PEOPLE = ("cents[one]",)  # where the last cent of a pool goes
BY_SCORE = re.compile(r"\b(final|exact|score|fair|total|chance|earned)\b")


@pytest.fixture
def paid():
    """With something of each kind that could tell: a difference owed, a cut reviewed, an appeal that holds a line, an award."""
    scene.bases(li="2417.31", wang="2417.31", he="2417.31")
    month = scene.month()
    scene.appealed(month.participants.get(person__number="he").results.get(), by="he")
    run = scene.decided(month)
    scene.corrected(scene.line(run, "li").result, "85.0", "good")
    actions.uphold_review(Review.objects.get(person__number="wang"), by=cast.user("qian"), reason="heard nine")
    return run


def enter(name):
    client = Client(raise_request_exception=False)
    cast.person(name)
    client.force_login(cast.user(name))
    return client


def plain_addresses():
    """Every page and endpoint without a row in its address."""
    web = [part for part in get_resolver().url_patterns if "hengcai.web." in str(part)]
    names = [one.name for part in web for one in part.url_patterns if "<" not in str(one.pattern) and one.name]
    described = api.get_openapi_schema(path_prefix="/api")["paths"]
    gets = [path for path, does in described.items() if "get" in does and "{" not in path]
    return [reverse(name) for name in names] + [path for path in gets if path.startswith(OWN_API)]


@pytest.mark.parametrize(
    "name", ["zhou", "wang", *(pytest.param(name, marks=SLOW) for name in ("zhao", "zheng", "chen"))]
)
def test_no_page_list_file_or_search_tells_another_person_s_pay(paid, name):
    client, run = enter(name), paid.pk
    extra = [f"/pay/{run}/", f"/pay/{run}/what-if/", f"/api/consequences/pay-runs/{run}/lines", "/search/?q=li"]
    extra += [f"/forms/pay_sheet/?run={run}", f"/pay/{run}/?to=csv", "/pay/bases/?to=csv", "/pay/differences/?to=csv"]
    extra += [f"/pay/differences/?run={run}", "/decisions/?to=csv", "/decisions/?kind=pay"]
    extra += [f"/steps/{cast.li().pk}/", f"/api/consequences/people/{cast.li().pk}/steps"]
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
        awards.NOMINATION_ORDERS, looking.LOOK_ORDERS, differences.DIFFERENCE_ORDERS, growth.OUTLOOK_ORDERS,
        growth.RE_RATING_ORDERS, growth_plans.PLAN_ORDERS,
    )  # fmt: skip
    fields = [field for one in orders for keys in one.keys.values() for field in keys]
    assert [field for field in fields if BY_SCORE.search(field)] == []


def test_nothing_here_orders_people_by_a_score():
    """Read in the code itself: a page, a file, an endpoint or a command can only show what some order says."""
    found = []
    for path in (path for part in (*PACKAGES, *DOORS) for path in code(part)):
        text = path.read_text("utf-8")
        for said in [*re.findall(r"order_by\(([^)]*)\)", text), *re.findall(r"(?:sorted|\.sort)\((.*)\)", text)]:
            if not any(own in said for own in NOT_ABOUT_PEOPLE):
                found += [f"{path}: {said}" for _one in BY_SCORE.findall(said.replace("_", " "))]
    assert found == []


def code(part):
    return Path(part).rglob("*.py") if Path(part).is_dir() else [Path(part)]


def test_nothing_here_knows_a_place_among_colleagues():
    """No rank, no quantile, no window over people: what follows from a result is about that result alone."""
    wrong = re.compile(
        r"\b(Rank|DenseRank|PercentRank|Ntile|CumeDist|Window|percentile|quantile|bottom|lowest_n|ranking)\b"
    )
    files = [path for part in (*PACKAGES, *DOORS) for path in code(part)]
    assert [f"{path}: {word}" for path in files for word in wrong.findall(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("others", [{}, {"wang": ("99.0", "excellent"), "he": ("98.0", "excellent")}])
def test_whoever_stands_last_is_paid_and_asked_as_whoever_stands_first(others):
    """Li is 良好 either way: alone, or below everybody else; nothing waits, and no plan can be drafted."""
    scene.bases(**dict.fromkeys({"li", *others}, "2000"))
    run = scene.prepared(scene.month(grades={"li": ("80.0", "good"), **others}))
    line = scene.line(run, "li")
    assert (line.coefficient, line.earned, line.why) == (1, 2000, "")
    assert not Review.objects.filter(person__number="li").exists()


def test_the_public_notice_tells_names_alone():
    month = scene.month()
    found = month.participants.get(person__number="li").results.get()
    made = actions.nominate(
        cast.li(), by=cast.user("wu"), kind="star", result=found, reason="calm with 3 angry callers"
    )
    actions.open_notice(made, by=cast.user("wu"), today=scene.APRIL[0])
    for address in ("/awards/notice/", "/api/consequences/notices"):
        text = enter("wang").get(address).content.decode()
        assert "Li" in text
        assert not [told for told in ("92.0", "excellent", "calm with", "优秀 ", "li@") if told in text]
