"""All that is held on one person: complete, and without a word by which a rater could be found out."""

import json

import pytest
from django.db import transaction

from hengcai.appraisal.models import RatingTask
from hengcai.audit.models import Entry
from hengcai.base.errors import NotAllowed
from hengcai.cli.held_words import LISTS, WITHHELD
from hengcai.insight.queries.held import held_on, person_called
from hengcai.people.models import Person
from tests.cli.handing_out import handed_out, held, unpacked
from tests.web import world as small
from tests.web import world_rows as rows


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield small.build()
        transaction.set_rollback(True)


def test_a_peer_s_name_cannot_be_found_in_it(db, world, tmp_path):
    peer = RatingTask.objects.get(
        source="peer", participant__person__number=rows.NUMBERS["li"], participant__cycle__code="2026-Q1"
    ).rater
    assert peer.name == rows.NAMES["peng"]
    whole = [handed_out(tmp_path, rows.NUMBERS["li"]).decode(), *unpacked(tmp_path, rows.NUMBERS["li"]).values()]
    for text in (peer.name, peer.number, "peng"):
        assert not [part for part in whole if text in part]


@pytest.mark.parametrize("name", sorted(rows.AGENTS))
def test_neither_other_agents_nor_analysts_nor_drafts_stand_in_it(db, world, tmp_path, name):
    whole = handed_out(tmp_path, rows.NUMBERS[name]).decode()
    assert [text for text in small.secrets(name) if text in whole] == []
    given = json.loads(whole)["ratings_received"]
    assert {one["source"] for one in given if rows.JUDGED in one["comment"]} == {"superior", "practical"}


def test_of_few_peers_it_says_only_that_there_are_some(db, world, tmp_path):
    found = held(tmp_path, rows.NUMBERS["li"])
    peers = [one for one in found["ratings_received"] if one["source"] == "peer"]
    assert [(one["level"], one["withheld"]) for one in peers] == [(None, "peers")]
    superior = {one["competency"]: one for one in found["ratings_received"] if one["source"] == "superior"}
    assert superior["communication"]["level"] == "4"
    assert superior["collaboration"]["level"] == "4"
    (result,) = [one for one in found["results"] if one["cycle"] == "2026-Q1"]
    assert result["detail"]["sources"]["peer"]["n_raters"] == 0
    assert "few:peer" in result["detail"]["reasons"]
    assert "few:peer" in result["levels"]["collaboration"]["reasons"]
    (peers,) = [one for one in found["fair_scores"] if one["cycle"] == "2026-Q1" and one["basis"] == "peer"]
    assert (peers["raw"], peers["unknown"]) == (None, "no_data")


def test_what_is_not_published_is_named_and_held_back(db, world, tmp_path):
    found = held(tmp_path, rows.NUMBERS["li"])
    states = {one["cycle"]: (one["state"], one["withheld"]) for one in found["cycles"]}
    assert states["2026-Q1"] == ("published", None)
    assert states["2026-Q2"] == ("preliminary", "not_published")
    for name in ("results", "fair_scores", "ratings_received", "tests", "remarks_received", "findings"):
        assert {one["cycle"] for one in found[name]} <= {"2026-Q1", "2026-03"}
    marks = {one["state"]: one for one in found["evaluations"]}
    assert set(marks) == {"published", "submitted"}
    assert (marks["submitted"]["total"], marks["submitted"]["withheld"]) == (None, "not_published")
    shown = {one["evaluation"] for one in found["evaluations"] if one["withheld"] is None}
    assert {one["evaluation"] for one in found["answers"]} == shown
    levels = [one for one in found["evidence"] if one["withheld"]]
    assert {one["level"] for one in levels} == {None}
    on = {why: {one["on"] for one in levels if one["withheld"] == why} for why in ("not_published", "peers")}
    submitted = {one["contact_on"] for one in found["evaluations"] if one["state"] == "submitted"}
    assert on == {"not_published": submitted, "peers": {"2026-03-31"}}


def test_a_case_tells_its_grounds_once_it_is_judged(db, world, tmp_path):
    cases = {one["state"]: one for one in held(tmp_path, rows.NUMBERS["li"])["cases"]}
    assert (cases["confirmed"]["reason"], cases["confirmed"]["judgement"]) == ("骂人", "属实")
    assert (cases["open"]["reason"], cases["open"]["withheld"]) == (None, "not_judged")


def test_it_holds_who_one_is_where_one_stood_and_what_one_took(db, world, tmp_path):
    found = held(tmp_path, rows.NUMBERS["li"])
    assert found["person"] == [
        {"number": rows.NUMBERS["li"], "name": rows.NAMES["li"], "email": "", "language": ""},
    ]
    assert (found["account"][0]["username"], found["account"][0]["roles"]) == ("li", ["agent"])
    assert found["employments"][0]["hired_on"] == "2025-03-03"
    (place,) = found["placements"]
    assert (place["team"], place["post"], place["lead"]) == ("Team one", "inbound", rows.NAMES["zhao"])
    assert len(found["contacts"]) == 7
    assert "宽带" not in json.dumps(found["contacts"], ensure_ascii=False)
    assert {one["source"] for one in found["ratings_given"]} == {"self"}


@pytest.mark.parametrize("name", ["li", "zhao", "chen", "zhou", "zheng", "sun"])
def test_every_list_has_words_and_rows_of_one_shape(db, world, tmp_path, name):
    found = held(tmp_path, rows.NUMBERS[name])
    assert [*found] == ["about", *LISTS]
    for listed in LISTS:
        assert len({tuple(row) for row in found[listed]}) <= 1, listed
    reasons = {row.get("withheld") for listed in LISTS for row in found[listed]}
    assert reasons - {None} <= set(WITHHELD)


def test_those_who_rate_and_score_get_their_own_words(db, world, tmp_path):
    lead = held(tmp_path, rows.NUMBERS["zhao"])
    rated = {(one["about"], one["source"]) for one in lead["ratings_given"] if one["cycle"] == "2026-Q1"}
    assert (rows.NUMBERS["li"], "superior") in rated
    analyst = held(tmp_path, rows.NUMBERS["chen"])
    assert {one["state"] for one in analyst["evaluations_written"]} == {"draft", "submitted", "published"}
    assert {one["state"] for one in analyst["cases_reported"]} == {"open", "confirmed"}
    assert rows.NUMBERS["li"] not in {row.get("agent") for row in analyst["evaluations_written"]}


def test_a_copy_is_noted_and_made_by_hr_and_the_administrator_alone(db, world, tmp_path):
    person = person_called(rows.NUMBERS["li"])
    handed_out(tmp_path, person.number)
    assert Entry.objects.filter(action="export_person", thing=f"people.person:{person.pk}").exists()
    may = {name for name, user in world.users.items() if _is_given(person, user)}
    assert may == {"wu", "sun"}


def _is_given(person: Person, user) -> bool:
    try:
        held_on(person, user)
    except NotAllowed:
        return False
    return True
