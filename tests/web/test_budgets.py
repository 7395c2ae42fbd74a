"""What lists and dashboards cost: as many queries with 2,000 agents as with 20, few of them, and a small page."""

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from tests.factories.big_centre import TODAY, BigCentre
from tests.factories.big_consequences import pay_everybody
from tests.factories.big_disputes import dispute_everything
from tests.factories.big_growth import climb
from tests.web.budgets import FILES, MORE, MOST_BYTES, MOST_QUERIES, PAGES, SMALL, UNEVEN, address
from tests.web.permission_table import TABLE

pytestmark = pytest.mark.django_db
SIZES = {"small": (20, 60, 40), "large": (2_000, 4_000, 2_000)}


def costs(size):
    """{(page, reader): (queries, bytes)} of a centre that is gone afterwards."""
    agents, contacts, evaluations = SIZES[size]
    with transaction.atomic():
        centre = BigCentre(agents=agents, contacts=contacts, evaluations=evaluations)
        dispute_everything(centre.users["chen"], due_on=TODAY)
        pay_everybody(centre)
        climb(centre)
        found = {page: cost(centre, *page) for page in PAGES + MORE}
        transaction.set_rollback(True)
    return found


def cost(centre, name, who):
    client = Client()
    client.force_login(centre.users[who])
    url = address(name, centre)
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
    assert answer.status_code == 200, url
    return len(queries), len(answer.content)


@pytest.fixture(scope="module")
def found(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        yield {size: costs(size) for size in SIZES}


def test_every_page_is_watched_or_cannot_grow():
    web = [
        pattern for part in get_resolver().url_patterns if "hengcai.web." in str(part) for pattern in part.url_patterns
    ]
    gets = {row.route for row in TABLE if row.method == "get"}
    names = {pattern.name for pattern in web if str(pattern.pattern) in gets}
    watched = {name for name, _who in PAGES + MORE} | SMALL
    assert len(names) > 80
    assert sorted(name for name in names - watched if not name.startswith(FILES)) == []


@pytest.mark.parametrize("page", PAGES + MORE, ids="-".join)
def test_a_page_costs_the_same_queries_with_2000_agents_as_with_20(found, page):
    queries, size = found["large"][page]
    assert queries <= MOST_QUERIES
    assert size <= MOST_BYTES
    assert abs(queries - found["small"][page][0]) <= UNEVEN.get(page[0], 0)
