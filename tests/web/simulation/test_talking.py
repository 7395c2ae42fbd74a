"""Pages of role cards: a conversation that loses nothing, a check-list saved by a script or by hand, a card written as a form."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hengcai.simulation import endpoint
from hengcai.simulation.actions import add_scenario, start_role_play
from hengcai.simulation.definitions import definition_of
from hengcai.simulation.models import Run, Scenario, Sheet
from tests import cast
from tests.simulation.cards import card_definition, published_card
from tests.simulation.endpoints import stub
from tests.simulation.ink_stories import COMPILED, SOURCE

pytestmark = pytest.mark.django_db
TWEE = b":: Start\n<<set $trust to 1>>\nHello\n[[Go->Next]]\n[[Stay->Start]]\n\n:: Next\nBye\n"


def enter(client, name):
    client.force_login(cast.user(name))
    client.cookies["hengcai_language"] = "en"
    return client


def read(answer):
    return answer.content.decode()


def test_a_conversation_is_begun_interrupted_and_gone_on_with(client, monkeypatch):
    monkeypatch.setattr("hengcai.simulation.endpoint.FIRST_PAUSE", 0)
    card = published_card()
    cast.li()
    enter(client, "li")
    with stub(503, 503, 503, "昨晚八点。", "好。[END]"):
        page = client.post(f"/simulations/{card.pk}/", {"do": "talk"}, follow=True)
        assert "Down again!" in read(page)
        address = page.redirect_chain[-1][0]
        page = client.post(address, {"do": "say", "text": "Since when?", "at_turn": 1}, follow=True)
        assert "does not answer now" in read(page)
        assert "Since when?" in read(page)
        assert "昨晚八点。" in read(client.post(address, {"do": "again"}, follow=True))
        assert client.post(address, {"do": "say", "text": " ", "at_turn": 3}).status_code == 422
        page = client.post(address, {"do": "say", "text": "On its way.", "at_turn": 3}, follow=True)
    assert "waits to be marked" in read(page)
    run = Run.objects.get()
    enter(client, "zhou")
    assert "Since when?" in read(client.get(f"/simulations/runs/{run.pk}/debrief/", follow=True))
    assert endpoint.is_configured() is False


def test_a_check_list_by_script_and_by_hand(client):
    run = start_role_play(published_card(), by=cast.user("zhou"), person=cast.li())
    enter(client, "zhou")
    address = f"/simulations/runs/{run.pk}/observe/"
    assert "be online" in read(client.get(address))
    sent = {"do": "save", "mark-hears": "2", "edit_count": 0, "notes": '[{"seconds": 65, "text": "asked"}]'}
    saved = client.post(address, sent, headers={"accept": "application/json"})
    assert saved.json()["edit_count"] == 1
    stale = client.post(address, {**sent, "mark-hears": "0"}, headers={"accept": "application/json"})
    assert (stale.status_code, stale.json()["code"]) == (409, "simulation.sheet_stale")
    strange = client.post(address, {**sent, "mark-hears": "x", "edit_count": 1})
    assert (strange.status_code, "mark-hears" in read(strange)) == (422, True)
    lacking = client.post(address, {**sent, "do": "hand_in", "edit_count": 1})
    assert lacking.status_code == 422
    assert "2 items are not marked yet" in read(lacking)
    whole = {"mark-hears": "2", "mark-asks": "1", "mark-visit": "2", "edit_count": 1, "notes": "1:05 asked\nlate"}
    told = client.post(address, {**whole, "do": "hand_in", "comment": "well"}, follow=True)
    assert "88%" in read(told)
    assert [one["seconds"] for one in Sheet.objects.get().notes] == [0, 65]
    assert client.get(address).status_code == 302
    assert "well" in read(enter(client, "li").get(f"/simulations/runs/{run.pk}/debrief/"))


def test_a_role_play_needs_a_number_one_may_observe(client):
    card = published_card()
    enter(client, "zhou")
    assert client.post(f"/simulations/{card.pk}/", {"do": "role_play", "person": "x"}).status_code == 422
    cast.li(), cast.wang()
    sent = {"do": "role_play", "person": "li", "partner": "wang"}
    assert "Wang" in read(client.post(f"/simulations/{card.pk}/", sent, follow=True))


def test_a_card_is_written_as_a_form_and_comes_back_as_it_was(client):
    draft = add_scenario(cast.centre(), by=cast.user("zhou"), definition=card_definition(code="own"))
    before = definition_of(draft)
    page = enter(client, "zhou").get(f"/simulations/{draft.pk}/card/")
    form = page.context["form"]
    values = {field.html_name: field.value() for field in form}
    sent = {name: value for name, value in values.items() if value is not None and value is not False}
    client.post(f"/simulations/{draft.pk}/card/", sent)
    found = Scenario.objects.get(pk=draft.pk)
    assert (definition_of(found), found.edit_count) == (before, 1)
    uneven = client.post(f"/simulations/{draft.pk}/card/", {**sent, "edit_count": 1, "facts_zh": "a\nb"})
    assert uneven.status_code == 422
    assert client.post(f"/simulations/{draft.pk}/card/", {**sent, "edit_count": 0}).status_code == 422


def test_a_file_becomes_a_draft_that_says_what_was_left_out(client):
    enter(client, "zhou")
    page = client.post("/simulations/import/", {"file": SimpleUploadedFile("my.twee", TWEE)}, follow=True)
    assert "&lt;&lt;set $trust to 1&gt;&gt;" in read(page)
    assert "line 2" in read(page)
    assert client.post("/simulations/import/", {"file": SimpleUploadedFile("a.yaml", b"a: [")}).status_code == 422
    page = client.post(
        "/simulations/import/", {"file": SimpleUploadedFile("退费.ink", SOURCE.encode()), "code": "r"}, follow=True
    )
    assert "not compiled yet" in read(page)
    draft = Scenario.objects.get(code="r")
    sent = {"source": SOURCE, "compiled": COMPILED, "edit_count": 0}
    assert "Saved and compiled" in read(client.post(f"/simulations/{draft.pk}/ink/", sent, follow=True))
    assert client.post(f"/simulations/{draft.pk}/ink/", sent).status_code == 422
