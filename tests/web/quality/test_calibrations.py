"""What the pages of calibration must not show, and when."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from hengcai.coaching import actions
from hengcai.quality.calibration_models import BlindSheet, Calibration
from tests import cast
from tests.coaching import coaching_scene as co
from tests.quality import calibrating as cal
from tests.quality import scene
from tests.web.budgets import MOST_BYTES, MOST_QUERIES

pytestmark = pytest.mark.django_db


def test_the_agents_name_and_others_marks_are_on_no_page_until_ones_own_are_in(enter):
    one = cal.begin(cal.plan())
    cal.score(one, "tang")
    li = cast.li()
    li.name = "Secretperson"
    li.save()
    sheet = reverse("score-blind", args=[one.pk, 1])
    chen = enter("chen")
    pages = [chen.get(path).content for path in (sheet, reverse("see-calibration", args=[one.pk]))]
    assert all(b"Secretperson" not in page and b"not asked<" not in page and b"cut in" not in page for page in pages)
    cal.score(one, "chen")
    shown = chen.get(reverse("see-calibration", args=[one.pk])).content
    assert b"Secretperson" in shown
    assert b"cut in" not in shown


def test_the_chair_sees_no_mark_before_the_reveal(enter):
    one = cal.score(cal.begin(cal.plan()))
    path = reverse("see-calibration", args=[one.pk])
    assert b"cut in" not in enter("feng").get(path).content
    cal.reveal(one)
    assert b"cut in" in enter("feng").get(path).content


def asked_for(client, path):
    with CaptureQueriesContext(connection) as asked:
        page = client.get(path)
    return len(asked), page


def test_more_sessions_cost_no_more_queries(enter):
    paths = [reverse(name) for name in ("list-calibrations", "list-certificates", "see-severity")]
    feng = enter("feng")
    cal.in_state("closed")
    assert [feng.get(path).status_code for path in paths] == [200, 200, 200]
    before = [asked_for(feng, path)[0] for path in paths]
    cal.in_state("closed")
    assert [asked_for(feng, path)[0] for path in paths] == before


@pytest.mark.parametrize("state", ["planned", "scoring", "closed"])
def test_a_sessions_page_is_within_the_budget(enter, state):
    path = reverse("see-calibration", args=[cal.in_state(state).pk])
    for who, status in (("feng", 200), ("chen", 404 if state == "planned" else 200)):
        client = enter(who)
        client.get(path)
        queries, page = asked_for(client, path)
        assert page.status_code == status
        assert queries <= MOST_QUERIES
        assert len(page.content) <= MOST_BYTES


def test_the_chair_agrees_marks_and_certifies_on_the_page(enter):
    one = cal.in_state("revealed")
    feng, path = enter("feng"), reverse("see-calibration", args=[one.pk])
    for number in (1, 2, 3):
        marks = {f"mark-{code}": agreed.value for code, agreed in cal.REFERENCE.items()}
        reasons = {f"reasons-{code}": agreed.reasons for code, agreed in cal.REFERENCE.items()}
        assert feng.post(path, {"do": "agree_marks", "number": number, **marks, **reasons}).status_code == 302
    assert b'value="agree"' in feng.get(path).content  # nothing is left: no poor record, so no apology is asked for
    assert feng.post(path, {"do": "agree"}).status_code == 302
    seat = one.seats.get(analyst__username="chen")
    facts = {"do": "certify", "analyst": seat.analyst_id, "outcome": "certified"}
    assert feng.post(path, facts).status_code == 302
    seat.refresh_from_db()
    assert seat.outcome == "certified"


def test_a_number_of_nobody_is_nobodys_seat(enter):
    path = reverse("see-calibration", args=[cal.reveal(cal.score(cal.begin(cal.plan()))).pk])
    facts = {"do": "certify", "outcome": "certified"}
    assert {enter("feng").post(path, {**facts, "analyst": key}).status_code for key in ("9" * 40, "x", "")} == {404}


def test_a_sheet_is_saved_and_submitted_on_its_page(enter):
    one = cal.begin(cal.plan())
    chen, path = enter("chen"), reverse("score-blind", args=[one.pk, 1])
    marks = {f"mark-{code}": mark.value for code, mark in cal.MARKS["chen"].items()}
    assert chen.post(path, {"do": "save", "edit_count": 0, **marks}).status_code == 302
    assert chen.post(path, {"do": "save", "edit_count": 0, "comment": "old page"}).status_code == 409
    assert chen.post(path, {"do": "submit", "edit_count": 1, "mark-wording": "5"}).status_code == 422
    assert chen.post(path, {"do": "submit", "edit_count": 1, **marks}).status_code == 302
    assert cal.sheets(one, "chen")[0].state == BlindSheet.State.IN


def test_a_sheet_saves_itself_and_reckons_as_the_desk_does(enter):
    one = cal.begin(cal.plan())
    chen = enter("chen")
    draft, preview = (reverse(name, args=[one.pk, 1]) for name in ("keep-blind", "preview-blind"))
    assert chen.post(draft, {"edit_count": 0, "mark-wording": "5"}).json()["edit_count"] == 1
    stale = chen.post(draft, {"edit_count": 0, "mark-wording": "4"})
    assert (stale.status_code, stale.json()["code"]) == (409, "quality.stale")
    found = chen.post(preview, {"edit_count": 1, "mark-wording": "5"}).json()
    assert "wording" not in found["open"]
    page = chen.get(reverse("score-blind", args=[one.pk, 1])).content
    assert b'value="red_line"' not in page
    cal.score(one, "chen")
    assert chen.post(draft, {"edit_count": 2, "mark-wording": "1"}).status_code == 409
    assert b"desk.js" not in chen.get(reverse("score-blind", args=[one.pk, 1])).content


def test_what_is_unclear_is_shown_once_revealed(enter):
    one = cal.in_state("revealed")
    page = enter("feng").get(reverse("see-unclear", args=[one.pk]))
    assert page.status_code == 200
    assert b"let her finish" in page.content


def test_a_session_is_planned_on_its_page(enter):
    contact, card = scene.contact(), scene.scorecard()
    people = [cal.analyst(name).pk for name in cal.ANALYSTS]
    facts = {
        "name": "April",
        "scorecard": card.pk,
        "due_on": localdate() + timedelta(days=3),
        "analysts": people,
        "contacts": contact.key,
    }
    answer = enter("feng").post(reverse("add-calibration"), facts)
    assert answer.status_code == 302
    assert Calibration.objects.get(name="April").contacts.get().contact == contact


def test_an_analyst_reads_their_own_outcome_alone(enter):
    path = reverse("see-calibration", args=[cal.in_state("closed").pk])
    shown = {who: enter(who).get(path).content for who in ("feng", "tang", "chen")}
    assert {who: b"three levels below the reference" in page for who, page in shown.items()} == {
        "feng": True, "tang": True, "chen": False,
    }  # fmt: skip


DOINGS = {
    "open": "planned", "reveal": "scoring", "agree_marks": "revealed", "agree": "revealed", "certify": "agreed",
    "close": "agreed",
}  # fmt: skip


@pytest.mark.parametrize("state", list(cal.WAY))
def test_every_forbidden_move_is_refused_on_the_page_too(enter, state):
    one = cal.in_state(state)
    path, feng, analyst = reverse("see-calibration", args=[one.pk]), enter("feng"), cal.analyst("chen").pk
    facts = {"number": 1, "mark-wording": "5", "reasons-wording": "x", "analyst": analyst, "outcome": "certified"}
    for do, source in DOINGS.items():
        if source != state:
            assert feng.post(path, {"do": do, **facts}).status_code == 409
    assert enter("chen").post(path, {"do": "close"}).status_code == (404 if state == "planned" else 403)
    assert Calibration.objects.get(pk=one.pk).state == state


def test_a_session_takes_contacts_from_cases_of_the_library(enter):
    one = actions.show_case(co.case("warning"), by=cast.user("zhao"))
    contact = one.evaluation.assignment.contact
    page = reverse("add-calibration")
    assert one.title in enter("feng").get(page).content.decode()
    card = one.evaluation.scorecard_id
    analysts = [cal.analyst(name).pk for name in ("cao", "tang")]
    sent = {"name": "cases", "scorecard": card, "due_on": localdate() + timedelta(days=3), "analysts": analysts}
    assert enter("feng").post(page, {**sent, "cases": [one.pk]}).status_code == 302
    made = Calibration.objects.get(name="cases")
    assert [place.contact for place in made.contacts.all()] == [contact]
    assert one.title not in enter("zheng").get(reverse("list-calibrations")).content.decode()
