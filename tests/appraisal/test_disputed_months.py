"""A dispute's outcome reaches the month: one not published yet is computed again, one published is to be corrected."""

import pytest
from django.urls import reverse

from hengcai.appraisal import actions
from hengcai.appraisal.models import Result
from hengcai.appraisal.standing import overtaken, stale_count
from hengcai.base.errors import NotNow
from tests import cast
from tests.appraisal import stage
from tests.quality import disputing as dis

pytestmark = pytest.mark.django_db


def decided(first):
    return dis.decide(dis.mark(dis.take(dis.dispute(first))))


def computed_month():
    """Li's one evaluation of March was published and disputed before anything was computed."""
    cycle = stage.open_month()
    first = dis.published(stage.person("li"))
    return actions.compute_cycle(cycle, by=cast.user("zheng")), first


def board(client, cycle):
    client.force_login(cast.user("zheng"))
    client.cookies["hengcai_language"] = "en"
    return client.get(reverse("see-cycle", args=[cycle.pk])).content.decode()


def wording(cycle):
    """What the month says of the indicator the disputed item carries."""
    result = Result.objects.get(participant__cycle=cycle, participant__person__number="li", is_current=True)
    return str(result.detail) + str(result.inputs)


def test_a_month_not_published_has_to_be_computed_again_and_then_holds_the_new_marks():
    cycle, first = computed_month()
    before = wording(cycle)
    decided(first)
    assert [one.participant.person.number for one in overtaken(cycle)] == ["li"]
    with pytest.raises(NotNow) as refused:
        actions.propose_publication(cycle, by=cast.user("zheng"), reason="x", today=dis.TUESDAY.replace(month=4))
    assert refused.value.code == "appraisal.sent_since_computed"
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert (stale_count(cycle), list(overtaken(cycle))) == (0, [])
    assert wording(cycle) != before


def test_a_published_month_names_whose_result_is_to_be_corrected_until_it_is(client):
    cycle, first = computed_month()
    stage.publish(cycle)
    decided(first)
    assert "Results to be corrected" in board(client, cycle)
    old = Result.objects.get(participant__cycle=cycle, participant__person__number="li", is_current=True)
    fresh = actions.correct_result(old, by=cast.user("zheng"), reason="decided after a dispute")
    assert (fresh.revision, list(overtaken(cycle))) == (2, [])
    assert "Results to be corrected" not in board(client, cycle)


def test_what_was_decided_before_the_computing_is_in_it_already():
    cycle = stage.open_month()
    decided(dis.published(stage.person("li")))
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert list(overtaken(cycle)) == []
