"""The desk by channel: bubbles with waits for a chat, fields and hands for a ticket; words cited within a line."""

from datetime import timedelta

import pytest

from hengcai.base.masking.text import Piece
from hengcai.interactions.models import TicketStep
from hengcai.quality.models import Presence
from hengcai.quality.rules.card import Phrase
from hengcai.web.quality.transcript import Pin, with_phrases
from tests import cast
from tests.quality import disputing, scene
from tests.web.quality.test_desk import desk

SAID = [
    {"speaker": "customer", "text": "在吗", "start": 5, "end": 5},
    {"speaker": "agent", "text": "您好", "start": 47, "end": 47},
]


class Item:
    def __init__(self, code):
        self.code = code


def pin(code, start, end, quote):
    return Pin(Item(code), "", Phrase(start, end, quote))


def test_a_phrase_over_covered_words_cuts_the_line_where_it_begins_and_ends():
    pieces = [Piece("号码是", ""), Piece("138****5678", "phone"), Piece("，断网了", "")]
    shown, _pins = with_phrases(pieces, [pin("listening", 2, 5, "是13"), pin("wording", 15, 18, "断网了")])
    assert [(one.text, one.kind, one.item) for one in shown] == [
        ("号码", "", ""), ("是", "", "listening"), ("13", "phone", "listening"), ("8****5678", "phone", ""),
        ("，", "", ""), ("断网了", "", "wording"),
    ]  # fmt: skip


def test_words_that_are_gone_are_told_beside_the_note():
    (shown,), (told,) = with_phrases([Piece("别的话", "")], [pin("listening", 0, 2, "原话")])
    assert (shown.item, told.is_lost) == ("", True)


def test_a_chat_lies_in_bubbles_that_say_how_long_the_customer_waited(db, enter):
    card = scene.scorecard(definition=scene.definition(code="chat", channel="chat"))
    given = scene.assignment(scene.contact(channel="chat", turns=SAID), card=card)
    text = enter("chen", "zh-hans").get(desk(given)).content.decode()
    assert 'class="hc-said chat"' in text
    assert "0:42 后回复" in text
    assert "录音</h3>" not in text


def test_a_ticket_shows_its_fields_and_whose_hands_it_went_through(db, enter):
    contact = scene.contact(channel="ticket", turns=SAID)
    TicketStep.objects.create(
        ticket=contact.key, agent=cast.wang(), starts_at=contact.started_at, queue="装维",
        ends_at=contact.started_at + timedelta(hours=3),
    )  # fmt: skip
    given = scene.assignment(contact, card=scene.scorecard(definition=scene.deduction_definition()))
    text = enter("chen").get(desk(given)).content.decode()
    assert all(
        word in text for word in ("Progress of the ticket", cast.wang().name, "装维", "3 h 0 min", "not closed yet")
    )


@pytest.mark.parametrize(("reader", "status"), [("chen", 200), ("feng", 200), ("cao", 404), ("li", 404), ("qian", 200)])
def test_only_who_may_open_it_is_told_who_is_there(db, enter, reader, status):
    made = scene.evaluation()
    sent = {"sheet": f"assignment:{made.assignment_id}", "window": "w"}
    assert enter(reader).post("/quality/presence/", sent).status_code == status


@pytest.mark.parametrize(("reader", "status"), [("cao", 200), ("feng", 200), ("chen", 404), ("li", 404), ("zhao", 404)])
def test_who_may_take_or_decides_a_dispute_is_told_who_else_looks_at_it(db, enter, reader, status):
    cast.user("cao")
    one = disputing.dispute()
    sent = {"sheet": f"dispute:{one.pk}", "window": "w"}
    client = enter(reader)
    assert client.post("/quality/presence/", sent).status_code == status
    page = client.get(f"/quality/disputes/{one.pk}/")
    assert (f'data-sheet="dispute:{one.pk}"' in page.content.decode()) == (status == 200)


def test_a_program_is_told_who_has_a_sheet_open_and_is_not_there_itself(db, enter):
    made = scene.evaluation()
    sheet = f"assignment:{made.assignment_id}"
    enter("feng").post("/quality/presence/", {"sheet": sheet, "window": "w"})
    client = enter("chen")
    assert client.get("/api/quality/presence", {"sheet": sheet}).json() == {"names": [cast.user("feng").name]}
    assert Presence.objects.count() == 1
    assert enter("li").get("/api/quality/presence", {"sheet": sheet}).status_code == 404


def test_one_who_leaves_is_gone_at_once_and_one_who_falls_silent_after_a_while(db, enter):
    made = scene.evaluation()
    sent = {"sheet": f"assignment:{made.assignment_id}", "window": "w"}
    enter("feng").post("/quality/presence/", sent)
    client = enter("chen")
    assert cast.user("feng").name in client.post("/quality/presence/", sent).json()["told"]
    Presence.objects.filter(user=cast.user("feng")).update(seen_at=made.submitted_at - timedelta(seconds=13))
    assert client.post("/quality/presence/", sent).json()["told"] == ""
    client.post("/quality/presence/", sent | {"leaving": "yes"})
    assert not Presence.objects.filter(user=cast.user("chen")).exists()
