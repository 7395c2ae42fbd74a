"""A plan of 20,000 picks and a queue of 10,000 assignments: what each of their pages costs."""

import sys
from datetime import UTC, date, datetime, timedelta
from time import process_time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hengcai.interactions.models import Contact
from hengcai.jobs.worker import work_once
from hengcai.people.models import Employment, Person, Placement
from hengcai.quality.actions import compare_plan, draw_plan, make_plan
from hengcai.quality.drawn_models import Pick
from hengcai.quality.models import Assignment, Evaluation
from tests import cast
from tests.quality import scene
from tests.web.budgets import MOST_BYTES, MOST_CPU_MS, MOST_QUERIES

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
AGENTS, EACH, PICKS, QUEUE = 2_000, 12, 20_000, 10_000
TODAY = date(2026, 4, 6)
ANALYSTS = [{"analyst": name, "capacity": "1", "excluded": ""} for name in ("chen", "cao")]
TEXT = """name: Large
period: [2026-01-01, 2026-03-31]
rules:
  - {name: low, where: {csat: {at_most: 2}}, per_agent: 2}
per_agent: 8
"""


def contacts():
    """Of each agent two with a low satisfaction and ten others."""
    people = Person.objects.bulk_create(
        [Person(number=f"A{n:05}", name=f"Agent {n:05}") for n in range(AGENTS)], batch_size=500
    )
    Employment.objects.bulk_create([Employment(person=one, hired_on=cast.HIRED) for one in people], batch_size=500)
    team, post = cast.team("one"), cast.post()
    placed = [Placement(person=one, since=cast.HIRED, team=team, post=post) for one in people]
    Placement.objects.bulk_create(placed, batch_size=500)
    start = datetime(2026, 1, 2, 4, tzinfo=UTC)
    rows = [
        Contact(key=f"C{n:06}", agent=people[n % AGENTS], channel="call", started_at=start + timedelta(minutes=5 * n),
                turn_count=6, csat=2 if n // AGENTS < 2 else 5, digest="0" * 32)
        for n in range(AGENTS * EACH)
    ]  # fmt: skip
    Contact.objects.bulk_create(rows, batch_size=500)


def queue(plan):
    """As giving them out would leave it, without its hours of work."""
    card, by, picks = scene.scorecard(), cast.user("feng"), list(Pick.objects.filter(draw__plan=plan)[:QUEUE])
    facts = {"scorecard": card, "assigned_by": by, "assigned_at": datetime(2026, 4, 6, tzinfo=UTC), "due_on": TODAY}
    rows = [
        Assignment(contact_id=one.contact_id, analyst_id=one.analyst_id, pick=one, why="drawn", **facts)
        for one in picks
    ]
    Assignment.objects.bulk_create(rows, batch_size=500)
    Pick.objects.filter(pk__lte=picks[-1].pk).update(given_at=datetime(2026, 4, 6, tzinfo=UTC))


def scored():
    """Half of the queue, for what the estimates read."""
    found = Assignment.objects.select_related("contact").order_by("pk")[: QUEUE // 2]
    facts = {
        "state": "submitted",
        "is_current": True,
        "contact_on": TODAY,
        "saved_at": datetime(2026, 4, 6, tzinfo=UTC),
    }
    rows = [
        Evaluation(assignment=one, agent_id=one.contact.agent_id, scorecard_id=one.scorecard_id, revision=1,
                   evaluator_id=one.analyst_id, total=60 + n % 41, exact=str(60 + n % 41), **facts)
        for n, one in enumerate(found)
    ]  # fmt: skip
    Evaluation.objects.bulk_create(rows, batch_size=500)


def made():
    feng = cast.user("feng")
    for name in ("chen", "cao"):
        cast.user(name)
    plan = make_plan(cast.centre(), by=feng, text=TEXT, analysts=ANALYSTS, seed=7)
    draw_plan(plan, by=feng, today=TODAY)
    work_off()
    return plan


def work_off():
    while work_once():
        pass


def cost(name, plan, who):
    client = Client()
    client.force_login(cast.user(who))
    address = reverse(name, args=[] if name in ("list-given", "list-assignments") else [plan.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        size = len(client.get(address).content)
    count, spent = len(queries), []  # counted at once: the next request clears the log
    for _n in range(5):
        begun = process_time()
        assert client.get(address).status_code == 200
        spent.append(1000 * (process_time() - begun))
    return count, size, min(spent)


def test_pages_of_a_large_plan_and_a_long_queue_keep_to_their_budget(capsys, monkeypatch):
    monkeypatch.setattr("hengcai.base.clock.today", lambda: TODAY)
    contacts()
    plan = made()
    assert plan.draws.get().picks.count() == PICKS
    compare_plan(plan, by=cast.user("feng"))
    work_off()
    queue(plan)
    scored()
    pages = [
        (name, "feng")
        for name in ("see-plan", "list-picks", "assign-plan", "plan-estimates", "compare-plan", "list-given")
    ]
    found = {(name, who): cost(name, plan, who) for name, who in [*pages, ("list-assignments", "chen")]}
    with capsys.disabled():
        for (name, who), (queries, size, spent) in found.items():
            told = f"{name} {who}: {queries} queries, {size} bytes, {spent:.0f} ms CPU (at most {MOST_CPU_MS})\n"
            sys.stdout.write(told)
    assert all(queries <= MOST_QUERIES and size <= MOST_BYTES for queries, size, _spent in found.values())
