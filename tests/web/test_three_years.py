"""What follows a score costs no more with three years of quarters of 2,000 agents than with one."""

import os
import resource
import sys

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.big_centre import BigCentre
from tests.factories.big_consequences import pay_everybody
from tests.factories.big_growth import climb
from tests.web.budgets import MORE, MOST_BYTES, MOST_CPU_MS, MOST_QUERIES, PAGES, address

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
AGENTS = int(os.environ.get("HENGCAI_TESTS_AGENTS", "2000"))
QUARTERS, REPEATS = 12, 5
DEARER = {("home", "zhao"): 31}  # a lead's: two quarters of the team side by side
OF_IT = (
    "cycle", "calendar", "late", "template", "dates", "polic", "procedure", "signature", "participant", "finding", "pattern",
    "rater", "distribution", "publication", "correction", "record", "bundle", "interview", "appeal", "panel", "meeting", "council",
    "project", "suggestion", "pay", "review", "improvement", "moves", "steps", "nomination", "notice", "looks-again", "remed",
    "growth", "ladder", "skill-group", "reserve", "questionnaire", "survey", "report", "board", "home", "result", "duties",
)  # fmt: skip


def spent() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return (used.ru_utime + used.ru_stime) * 1000


@pytest.fixture(scope="module")
def costs(django_db_setup, django_db_blocker):
    """(page, reader) → queries, bytes, milliseconds of one core."""
    with django_db_blocker.unblock(), transaction.atomic():
        centre = BigCentre(agents=AGENTS, contacts=2 * AGENTS, evaluations=AGENTS)
        centre.earlier_quarters(QUARTERS - 1)
        pay_everybody(centre)
        climb(centre)
        chosen = [page for page in dict.fromkeys(PAGES + MORE) if any(part in page[0] for part in OF_IT)]
        yield {page: cost(centre, *page) for page in chosen}
        transaction.set_rollback(True)


def cost(centre, name, who):
    client = Client()
    client.force_login(centre.users[who])
    url = address(name, centre)
    client.get(url)
    times = []
    for _once in range(REPEATS):
        began = spent()
        client.get(url)
        times.append(spent() - began)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
    assert answer.status_code == 200, url
    return len(queries), len(answer.content), sorted(times)[REPEATS // 2]


def test_every_page_stays_within_its_bounds(costs, capsys):
    dear = {page: f"{cpu:.0f} ms" for page, (_queries, _size, cpu) in costs.items() if cpu > MOST_CPU_MS}
    with capsys.disabled():
        sys.stdout.write(f"\n{len(costs)} pages; over {MOST_CPU_MS} ms: {dear or 'none'}\n")
    assert len(costs) > 60
    assert {
        page: one for page, one in costs.items() if one[0] > DEARER.get(page, MOST_QUERIES) or one[1] > MOST_BYTES
    } == {}
