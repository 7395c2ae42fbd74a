"""The paper as pages hand it in: an old one, and one whose clock ran out before it knew of more time."""

import pytest
from django.urls import reverse

from hengcai.assessment.actions import give_more_time_now, save_answer
from tests import cast
from tests.assessment.sitting import announced, at, bank, begun

pytestmark = pytest.mark.django_db


def page_of(client, sitting):
    client.force_login(cast.user("li"))
    return reverse("see-sitting", args=[sitting.pk])


def held(sitting, chosen, **more):
    """What a page sends that was opened before anything was answered."""
    return {
        "do": "submit",
        **{f"here-{pk}": "0" for pk in sitting.paper},
        **{f"q-{pk}": chosen for pk in sitting.paper[:1]},
        **more,
    }


def test_a_page_opened_before_the_answers_of_another_device_empties_none(client):
    bank()
    sitting = begun(announced())
    with at(1):
        for pk in sitting.paper:
            save_answer(sitting, by=cast.user("li"), question=pk, response="a")
    with at(2):
        client.post(page_of(client, sitting), held(sitting, "b"))
    sitting.refresh_from_db()
    assert (sitting.state, sitting.percent) == ("marked", 100)


def test_a_page_that_does_not_know_of_more_time_does_not_end_the_test(client):
    bank()
    sitting = begun(announced())
    with at(20):
        give_more_time_now(sitting, by=cast.user("zhou"), minutes=10, because="停电")
    with at(30):
        client.post(page_of(client, sitting), held(sitting, "b", up="1"))
        sitting.refresh_from_db()
        assert (sitting.state, sitting.answers.get().response) == ("running", "b")
    with at(40):
        client.post(page_of(client, sitting), held(sitting, "b", up="1"))
    sitting.refresh_from_db()
    assert (sitting.state, sitting.ended_by) == ("marked", "person")
