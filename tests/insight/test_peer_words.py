"""Peers' free text of a quarter reaches the person rated, and nothing that can be had tells who wrote which."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from hengcai.appraisal.models import RatingTask
from hengcai.appraisal.queries.grounds import grounds_of
from hengcai.appraisal.queries.held import ratings_received
from tests import cast
from tests.insight import stage

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]
TEXTS = ("交接写得很清楚。", "忙的时候口气急。", "secret-peer-2 也说他肯帮人，电话 13812345678。")
ORDERS = ((0, 1, 2), (2, 0, 1))


def worded(cycle, order, *, texts=TEXTS):
    """Li's result; peer by peer one of the texts, the last as a remark on the item instead of on the whole."""
    result = stage.rated(cycle)
    tasks = list(RatingTask.objects.filter(participant=result.participant, source="peer").order_by("pk"))
    for at, task in zip(order, tasks, strict=False):
        if at < len(texts):
            RatingTask.objects.filter(pk=task.pk).update(comment=texts[at])
    return result


def had_by(name, result):
    """Page of one cycle and of all, API, one after the other."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(cast.user(name))
    paths = (
        f"/results/{result.pk}/",
        f"/api/reports/results/{result.pk}",
        "/my/results/?cycle=2026-Q1",
        "/my/results/",
    )
    return [client.get(path).content.decode() for path in paths]


def words_in(result):
    return list(grounds_of(result, to_rated=True).of_peers)


def test_the_person_reads_them_and_their_lead_and_trainer_do_not():
    result = worded(stage.quarter(), ORDERS[0])
    page, told, *_mine = had_by("li", result)
    shown = json.loads(told)["of_peers"]
    assert shown == words_in(result)
    assert len(shown) == len(TEXTS)
    assert all(text in page for text in shown)
    assert "13812345678" not in page + told
    assert "secret-peer" not in page + told
    for name in ("zhao", "zhou"):
        assert not any(TEXTS[0] in one for one in had_by(name, result))
        assert json.loads(had_by(name, result)[1])["of_peers"] == []


@pytest.mark.parametrize("count", [1, 2])
def test_of_two_writers_nothing_is_told_anywhere(count):
    result = worded(stage.quarter(), ORDERS[0], texts=TEXTS[:count])
    assert not any(TEXTS[0] in one for one in had_by("li", result))
    assert not any(row["comment"] for row in ratings_received(result.participant.person) if row["source"] == "peer")


def test_two_cycles_and_exports_are_the_same_whoever_wrote_which():
    """Order, item and cycle carry no trace of the rater: both assignments of the same texts look alike."""
    found = []
    first, second = stage.quarter(code="2025-Q4", period=stage.Q4), stage.quarter()
    results = [worded(cycle, ORDERS[0]) for cycle in (first, second)]
    for order in ORDERS:
        for result in results:
            peers = RatingTask.objects.filter(participant=result.participant, source="peer").order_by("pk")
            for at, task in zip(order, peers, strict=False):
                RatingTask.objects.filter(pk=task.pk).update(comment=TEXTS[at])
        given = [row for row in ratings_received(cast.person("li")) if row["source"] == "peer"]
        found.append(([words_in(result) for result in results], given))
    assert found[0] == found[1]
    assert [row["competency"] for row in found[0][1] if row["comment"]] == [None] * 2 * len(TEXTS)


def test_a_form_that_comes_in_after_publication_adds_no_words():
    """Before and after a correction laid side by side would give its writer away."""
    cycle = stage.quarter()
    result = worded(cycle, ORDERS[0])
    before = words_in(result)
    late = stage.form(result.participant, "peer", stage.peer(9), 3)
    RatingTask.objects.filter(pk=late.pk).update(
        comment="来晚的一句。", sent_at=cycle.published_at + timedelta(hours=1)
    )
    assert words_in(result) == before
