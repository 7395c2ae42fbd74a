"""The pages of the library: no name of whom a warning is about, sound in pieces and on record, a briefing to print."""

import pytest
from django.urls import reverse

from hengcai.audit.models import Entry
from hengcai.coaching import actions, keeping
from hengcai.coaching.library_models import LibraryCase
from tests import cast
from tests.coaching import coaching_scene as co
from tests.coaching.test_briefings import prepared

pytestmark = pytest.mark.django_db


@pytest.fixture
def enter(client):
    def signed_in(name):
        client.force_login(cast.user(name))
        return client

    return signed_in


def shown(kind="warning"):
    return actions.show_case(co.case(kind), by=cast.user("zhao"))


def test_a_warning_tells_a_colleague_nothing_of_whose_it_is(enter):
    one = shown()
    cast.wang()
    for page in (reverse("list-library-cases"), reverse("see-library-case", args=[one.pk])):
        text = enter("wang").get(page).content.decode()
        assert one.title in text
        assert "Li" not in text.replace("Library", "")
        assert reverse("see-evaluation", args=[one.evaluation_id]) not in text


def test_a_case_is_made_on_its_page(enter):
    found = co.published()
    sent = {
        "kind": "warning",
        "title": "抢话",
        "lesson": "客户没说完。",
        "tags": "倾听",
        "first": "0:09",
        "last": "0:31",
    }
    answer = enter("zhao").post(f"{reverse('add-library-case')}?evaluation={found.pk}", sent)
    one = LibraryCase.objects.get()
    assert answer["Location"] == reverse("see-library-case", args=[one.pk])
    assert (one.first, one.last, len(one.turns)) == (1, 2, 2)


def test_sound_comes_in_pieces_and_its_beginning_is_on_record(enter, settings, tmp_path):
    settings.HOME = tmp_path
    one = shown()
    LibraryCase.objects.filter(pk=one.pk).update(sound="ready")
    keeping.sound_of(one).parent.mkdir()
    keeping.sound_of(one).write_bytes(bytes(1000))
    page = reverse("hear-library-case", args=[one.pk])
    assert enter("wang").get(page, HTTP_RANGE="bytes=0-").status_code == 206
    assert enter("wang").get(page, HTTP_RANGE="bytes=500-").status_code == 206
    assert Entry.objects.filter(action="hear_case").count() == 1


def test_a_lead_puts_a_case_on_the_day_s_briefing_and_takes_it_off(enter):
    one = shown()
    page = reverse("see-library-case", args=[one.pk])
    assert enter("zhao").post(page, {"do": "brief"}).status_code == 302
    assert one.lesson in enter("zhao").get(reverse("see-briefing")).content.decode()
    assert enter("zhao").post(reverse("see-briefing"), {"do": "take_off", "case": one.pk}).status_code == 302
    assert one.lesson not in enter("zhao").get(reverse("see-briefing")).content.decode()


def test_a_briefing_is_held_on_its_page_and_signed_by_the_team(enter):
    one = prepared()
    page, sheet = reverse("see-briefing"), reverse("see-briefing-sheet", args=[one.pk])
    sent = {"do": "hold", "team": cast.team("one").pk, "present": [cast.li().pk]}
    assert ">签到<" in enter("zhao").get(page).content.decode()
    assert enter("zhao").post(page, {**sent, "present": [9**9]}).status_code == 422
    assert enter("zhao").post(page, sent)["Location"] == sheet
    assert ">未签<" in enter("zhao").get(sheet).content.decode()
    text = enter("wang").get(sheet).content.decode()
    assert "当天您没有到会" in text
    assert "签到与签阅" not in text
    assert ("待您签阅" in listed(enter("wang")), "0 / 2" in listed(enter("wang"))) == (True, False)
    assert enter("wang").post(sheet).status_code == 302
    assert ("待您签阅" in listed(enter("wang")), "1 / 2" in listed(enter("feng"))) == (False, True)
    assert "已签阅" in enter("wang").get(sheet).content.decode()


def listed(client):
    return client.get(reverse("list-briefings")).content.decode()


def test_a_program_holds_a_briefing_and_signs_it(enter):
    one = prepared()
    address = f"/api/coaching/briefings/{one.pk}"
    body = {"team": cast.team("one").pk, "present": [cast.li().pk]}
    held = enter("zhao").post(f"{address}/hold", body, content_type="application/json").json()
    assert [(row["number"], row["is_present"]) for row in held["attendees"]] == [("li", True), ("wang", False)]
    lines = {name: enter(name).get("/api/coaching/briefings").json()["items"][0] for name in ("li", "zhao")}
    assert [(line["readers"], line["waits_for_me"]) for line in lines.values()] == [(None, True), (0, False)]
    read = enter("li").post(f"{address}/read").json()
    assert [row["number"] for row in read["attendees"] if row["read_at"]] == ["li"]
    assert len(enter("feng").get(address).json()["cases"]) == 1
