"""The pages of a session: written from an evaluation, signed, looked at; nothing kept from the agent."""

import pytest
from django.urls import reverse

from hengcai.coaching.models import Coaching
from tests import cast
from tests.coaching import coaching_scene as co

pytestmark = pytest.mark.django_db


@pytest.fixture
def enter(client):
    def signed_in(name):
        client.force_login(cast.user(name))
        return client

    return signed_in


def test_a_lead_writes_a_session_with_times_of_the_conversation(enter):
    found = co.published()
    page = f"{reverse('add-coaching')}?evaluation={found.pk}"
    assert enter("zhao").get(page).status_code == 200
    item = found.answers.get(item__code="listening").item_id
    sent = {
        "item": item,
        "look_on": "2099-01-05",
        f"take-{found.pk}": "on",
        f"from-{found.pk}": "0:09",
        f"to-{found.pk}": "0:31",
    }
    answer = enter("zhao").post(page, {**sent, "strengths": "calm", "gap": "cuts in", "agreed": "sums up", "notes": ""})
    one = Coaching.objects.get()
    assert answer["Location"] == reverse("see-coaching", args=[one.pk])
    assert [(clip.first, clip.last) for clip in one.clips.all()] == [(1, 2)]


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(enter):
    found = co.published()
    page = f"{reverse('add-coaching')}?evaluation={found.pk}"
    answer = enter("zhao").post(page, {"look_on": "2099-01-05", "gap": "what was typed"})
    assert answer.status_code == 422
    assert "what was typed" in answer.content.decode()


def test_a_wrong_password_is_said_on_the_page_and_the_right_one_signs(enter):
    one = co.held()
    page = reverse("see-coaching", args=[one.pk])
    assert enter("li").post(page, {"do": "sign", "password": "wrong"}).status_code == 422
    assert enter("li").post(page, {"do": "sign", "password": co.PASSWORD}).status_code == 302
    assert co.again(one).agent_signed_at is not None


def test_the_agent_reads_the_coach_s_notes_and_what_it_was_chosen_for(enter):
    one = co.prepared(notes="ask about the headset")
    text = enter("li").get(reverse("see-coaching", args=[one.pk])).content.decode()
    assert "ask about the headset" in text


def test_an_evaluation_leads_to_its_sessions(enter):
    one = co.prepared()
    page = enter("zhao").get(reverse("see-evaluation", args=[one.clips.get().evaluation_id])).content.decode()
    assert reverse("see-coaching", args=[one.pk]) in page
    assert reverse("add-coaching") in page


def test_a_session_is_handed_over_on_its_page_and_the_agent_takes_note(enter):
    one = co.prepared()
    page = reverse("see-coaching", args=[one.pk])
    to = cast.user("zhou").pk
    assert enter("zhao").post(page, {"do": "hand_over", "to": to, "words": ""}).status_code == 422
    assert enter("zhao").post(page, {"do": "hand_over", "to": to, "words": "on leave"}).status_code == 302
    text = enter("li").get(page).content.decode()
    assert "on leave" in text
    assert 'value="read"' in text
    assert enter("li").post(page, {"do": "read"}).status_code == 302
    assert 'value="read"' not in enter("li").get(page).content.decode()


def test_a_program_hands_a_session_over(enter):
    one = co.prepared()
    address = f"/api/coaching/sessions/{one.pk}"
    body = {"to": cast.user("feng").pk, "reason": "on leave"}
    told = enter("zhao").post(f"{address}/hand-over", body, content_type="application/json").json()
    assert [(row["former"], row["coach"], row["reason"]) for row in told["handovers"]] == [("Zhao", "Feng", "on leave")]
    assert enter("li").post(f"{address}/read").status_code == 200
