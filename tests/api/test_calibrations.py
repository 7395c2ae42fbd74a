"""Calibration for programs: the same steps with the same rights, blind as long as its pages are."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from tests import cast
from tests.api.asking import done, items, problem, refused, sent, told
from tests.quality import calibrating as cal
from tests.quality import scene

pytestmark = pytest.mark.django_db
HOME = "/quality/calibrations"


def asked(**more):
    people = [cal.analyst(name).pk for name in cal.ANALYSTS]
    due = str(localdate() + timedelta(days=3))
    return {"name": "April", "scorecard": scene.scorecard().pk, "analysts": people, "due_on": due, **more}


def sheet(marks, edit_count=0):
    return {"marks": {code: vars(mark) for code, mark in marks.items()}, "comment": "", "edit_count": edit_count}


def agreed():
    return {"marks": {code: {"value": one.value, "reasons": one.reasons} for code, one in cal.REFERENCE.items()}}


def score_all(enter, at, number=1):
    for name in cal.ANALYSTS:
        client = enter(name)
        kept = done(client, f"{at}/sheets/{number}", sheet({"wording": cal.MARKS[name]["wording"]}), method="put")
        done(client, f"{at}/sheets/{number}/submit", sheet(cal.MARKS[name], kept["edit_count"]))


def test_a_session_goes_from_its_plan_to_its_certificates(enter):
    feng = enter("feng")
    made = done(feng, HOME, asked(contacts=[scene.contact().pk, scene.contact().pk]))
    at = f"{HOME}/{made['id']}"
    assert (made["state"], made["moves"], made["findings"]) == ("planned", ["edit_calibration", "open_scoring"], None)
    assert done(feng, at, asked(name="May", contacts=[scene.contact().pk]), method="put")["contacts"] == 1
    done(feng, f"{at}/open", {})
    score_all(enter, at)
    found = done(feng, f"{at}/reveal", {})["findings"]
    assert found["gauge"]["answer"] == "cannot_tell"
    assert {one["analyst"] for one in found["severity"]} == {"Chen", "Cao", "Tang"}
    assert done(feng, f"{at}/minutes", {"minutes": "ask at once"}, method="put")["minutes"] == "ask at once"
    done(feng, f"{at}/contacts/1/agreed", agreed())
    assert done(feng, f"{at}/agree", {})["findings"]["alike"]["n"] == 3
    for name in cal.ANALYSTS:
        done(feng, f"{at}/certify", {"analyst": cast.user(name).pk, "outcome": "certified"})
    assert done(feng, f"{at}/close", {})["state"] == "closed"
    assert [one["analyst"] for one in items(enter("chen"), f"{HOME}/certificates")] == ["Chen"]
    assert [one["state"] for one in items(feng, HOME)] == ["closed"]


def test_nothing_tells_whose_contact_it_is_or_what_others_gave_before_ones_own_marks_are_in(enter):
    one = cal.score(cal.begin(cal.plan()), "tang")
    li = cast.li()
    li.name = "Secretperson"
    li.save()
    at, chen = f"{HOME}/{one.pk}", enter("chen")
    texts = [chen.get(f"/api{path}").content for path in (HOME, at, f"{at}/sheets/1", f"{at}/sheets/2")]
    assert all(word not in text for text in texts for word in (b"Secretperson", b"cut in", b'"li"'))
    found = told(chen, at)
    assert (found["is_blind"], found["places"][0]["contact"], found["places"][0]["agent"]) == (True, None, None)
    for path in (f"{at}/marks", f"{at}/unclear"):
        refused(chen, path, 404, "missing")
        refused(enter("feng"), path, 404, "missing")
    cal.score(one, "chen")
    assert told(chen, at)["places"][0]["agent"] == "li"


def test_an_old_draft_overwrites_nothing_and_anothers_sheet_is_not_there(enter):
    at = f"{HOME}/{cal.begin(cal.plan()).pk}/sheets/1"
    done(enter("chen"), at, sheet(cal.LENIENT), method="put")
    problem(sent(enter("chen"), at, sheet(cal.HARSH), method="put"), 409, "quality.stale")
    refused(enter("he"), at, 403, "permission.role")
    cal.analyst("lu")
    refused(enter("lu"), at, 404, "missing")


def test_revealed_everything_is_told_by_item_and_analyst_and_severity_by_month(enter):
    at = f"{HOME}/{cal.in_state('closed').pk}"
    first = told(enter("tang"), f"{at}/marks")[0]
    listening = next(row for row in first["items"] if row["item"] == "listening")
    assert {one["analyst"]: one["value"] for one in listening["given"]} == {"Chen": "4", "Cao": "5", "Tang": "2"}
    assert (listening["agreed"], listening["spread"], first["agent"]) == ("4", 3, "li")
    assert "listening" in {row["item"] for row in told(enter("feng"), f"{at}/unclear")}
    own = told(enter("chen"), at)["seats"]
    assert {seat["name"]: seat["outcome"] for seat in own} == {"Chen": "certified", "Cao": None, "Tang": None}


@pytest.mark.parametrize("state", list(cal.WAY))
def test_every_forbidden_move_is_refused_by_a_direct_request(enter, state):
    one = cal.in_state(state)
    feng, open_moves = enter("feng"), {
        "planned": {"open"}, "scoring": {"reveal"}, "revealed": {"contacts/1/agreed", "agree"},
        "agreed": {"certify", "close"}, "closed": set(),
    }[state]  # fmt: skip
    bodies = {
        "open": {}, "reveal": {}, "contacts/1/agreed": agreed(), "agree": {}, "close": {},
        "certify": {"analyst": cast.user("chen").pk, "outcome": "certified"},
    }  # fmt: skip
    for door in bodies.keys() - open_moves:
        assert sent(feng, f"{HOME}/{one.pk}/{door}", bodies[door]).status_code == 409
    one.refresh_from_db()
    assert one.state == state


def test_severity_is_told_by_month_and_an_analyst_reads_their_own_line(enter):
    one = cal.in_state("revealed")
    row = {"estimate": 0.4, "low": 0.1, "high": 0.7, "n": 12, "status": "estimated"}
    one.findings["severity"] = [{"id": str(cast.user(name).pk), **row} for name in ("chen", "cao")]
    one.save()
    lines = told(enter("feng"), f"{HOME}/severity")
    assert [(line["analyst"], line["month"], line["low"]) for line in lines] == [
        ("Cao", "2026-03-01", 0.1), ("Chen", "2026-03-01", 0.1),
    ]  # fmt: skip
    assert [line["analyst"] for line in told(enter("chen"), f"{HOME}/severity")] == ["Chen"]
