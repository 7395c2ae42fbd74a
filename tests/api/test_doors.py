"""What holds for every endpoint: sign-in, tokens, problem documents, the description of it all."""

import json
import re

import pytest
from django.test import Client

from hengcai.api.urls import api
from tests import cast
from tests.api.asking import items, problem, refused, sent, told
from tests.quality import scene

DESCRIPTION = api.get_openapi_schema(path_prefix="/api")["paths"]
DOORS = [(method, path) for path, operations in DESCRIPTION.items() for method in operations]
ANEW = [
    ("post", "/api/quality/scorecards"),
    ("post", "/api/appraisal/policies"),
    ("post", "/api/imports/drafts"),
    ("post", "/api/quality/plans"),
    ("post", "/api/quality/exclusions"),
    ("post", "/api/quality/rechecks/draw"),
    ("post", "/api/quality/measures/count"),
    ("post", "/api/quality/causes/collect"),
    ("put", "/api/quality/causes/owners"),
    ("post", "/api/quality/observations/rounds"),
    ("post", "/api/quality/observations/listening"),
    ("put", "/api/working-time/hours"),
    ("put", "/api/working-time/days"),
    ("delete", "/api/working-time/days/{day}"),
    ("patch", "/api/account"),
    ("post", "/api/inbox/seen"),
    ("post", "/api/assessment/questionnaires"),
    ("post", "/api/assessment/surveys"),
    ("post", "/api/assessment/blueprints"),
    ("post", "/api/questions"),
    ("post", "/api/questions/files"),
    ("post", "/api/simulations/scenarios"),
    ("post", "/api/assessment/checklists"),
    ("post", "/api/assessment/practicals"),
    ("post", "/api/assessment/panels"),
    ("post", "/api/simulations/runs"),
    ("post", "/api/simulations/talks"),
    ("post", "/api/simulations/role-plays"),
    ("post", "/api/appeals"),
    ("post", "/api/training/needs-surveys"),
    ("post", "/api/training/courses"),
    ("post", "/api/courseware/packages"),
    ("post", "/api/courseware/runs"),
    ("post", "/api/training/discussions"),
    ("post", "/api/training/reflections"),
    ("post", "/api/training/plans"),
    ("post", "/api/mentoring/pairs"),
    ("post", "/api/bulletins"),
    ("put", "/api/bulletins/terms"),
    ("post", "/api/knowledge"),
    ("post", "/api/knowledge/topics"),
    ("post", "/api/mentoring/permits"),
    ("put", "/api/mentoring/permits/demands"),
    ("put", "/api/mentoring/limits"),
    ("post", "/api/training/certificates"),
    ("post", "/api/training/certificates/check"),
    ("post", "/api/training/sessions"),
    ("post", "/api/training/trainers"),
    ("post", "/api/training/rooms"),
    ("post", "/api/suggestions"),
    ("post", "/api/suggestions/follow"),
    ("post", "/api/coaching/sessions"),
    ("post", "/api/coaching/cases"),
    ("post", "/api/coaching/briefing"),
    ("post", "/api/coaching/briefing/take-off"),
    ("post", "/api/improvement/measures"),
    ("post", "/api/improvement/analyses"),
    ("post", "/api/improvement/reports"),
    ("post", "/api/improvement/reports/subscriptions"),
    ("post", "/api/growth/ladders"),
    ("post", "/api/appraisal/calendar/cycles"),
    ("put", "/api/notices/mine/{channel}"),
    ("put", "/api/notices/hours"),
    ("post", "/api/notices/hooks"),
    ("put", "/api/appraisal/calendar/templates/{kind}"),
]  # hangs on no row that could be missing
BEHIND_A_ROW = [door for door in DOORS if ("{pk}" in door[1] or door[0] != "get") and door not in ANEW]
LISTS = {
    "/people": "sun", "/people/teams": "zhao", "/contacts": "feng", "/quality/scorecards": "li",
    "/quality/assignments": "chen", "/quality/evaluations": "zhou", "/appraisal/cycles": "qian", "/appraisal/policies": "li",
    "/quality/assignments/given": "feng", "/quality/assignments/analysts": "feng", "/quality/cases": "feng",
    "/quality/red-lines": "chen", "/imports": "wu",
    "/appraisal/ratings": "li", "/appraisal/results": "wu", "/appraisal/results/mine": "li", "/reports/teams": "zhao",
}  # fmt: skip


ANYTHING = {
    "enrolment": 1, "part": "I1", "session": 1, "values": {},
    "mark": "1", "ticks": [], "percents": {}, "borderline": "a", "judges": [], "checklist": 1, "tick": "done", "why": "b",
    "cause": "system", "owner": 1, "month": "2026-03-31", "words": "heard", "measure": "mend", "measure_on": "2026-03-31",
    "note": "seen", "seen": "x", "next_step": "y", "summary": "z", "rests_on": "x",
    "agent": "1", "at": "2026-03-05T12:00:00Z",
    "other": "x", "ticked": [], "among": [], "marks": {}, "given": {}, "edit_count": 0, "ids": [1], "contacts": [1], "analyst": 1, "scorecard": 1,
    "due_on": "2026-03-31", "red_line": "abuse", "reason": "heard", "definition": {}, "kind": "monthly", "text": "",
    "confirm": True, "judgement": "heard", "columns": {}, "cells": [], "rater": "he", "source": "peer",
    "items": {}, "opinion": "heard", "analysts": [], "seed": 1, "date": "2026-03-31",
    "first": 0, "last": 1, "name": "April", "minutes": "", "outcome": "certified",
    "item": 1, "look_on": "2026-03-31", "held_on": "2026-03-17", "clips": [],
    "answers": {}, "questionnaire": 1, "closes_on": "2026-03-31",
    "subjects": [], "grounds": "a", "wanted": "b", "users": [], "of": 1, "question": "a", "reasons": "b", "rulings": [],
    "place": "a", "answer": "taken", "present": [], "votes_for": 1, "posted_on": "2026-03-31",
    "in_force_from": "2099-01-05",
    "password": "x", "title": "a", "lesson": "b", "to": 1, "team": 1, "person": "1", "is_on": True,
    "policy": 1, "number": "1", "article": "purpose", "code": "x",
    "until": "2026-03-31",
    "cycle": "1", "starts_on": "2026-03-31", "ends_on": "2026-05-31", "gap": "a", "goals": "b", "support": "c", "step": "known",
    "first_on": "2026-01-01", "last_on": "2026-03-31", "size": 12,
    "what": "x", "value": "1", "codes": {}, "notes": "x", "texts": {},
    "step_id": 1, "proof": 0, "seen_on": "2026-03-31", "aims": [], "year": 2026, "ending": "x",
    "numbers": [], "signed_on": "2026-03-31",
    "on": "2026-03-31", "because": "d", "retest": 1, "award": "star", "span": "day", "attendees": [],
    "people": [1], "seconds": 1, "starts_at": "2026-03-31T09:00:00Z", "ends_at": "2026-03-31T10:00:00Z", "places": 1, "sessions": 1, "course": 1,
    "content": 1, "teaching": 1, "use": 1, "reached": 1,
    "choice": "a", "at_step": 0, "at_turn": 0,
    "proposal": 1,
    "blueprint": {"title": {}, "parts": [], "minutes": 30}, "opens_at": "2026-03-31T09:00:00Z", "closes_at": "2026-03-31T10:00:00Z",
    "new_content": "a", "new_method": "b",
    "response": "a", "exam": 1, "further": 1,
    "effective_from": "2026-03-31", "passage": "x", "questions": [], "topic": 1, "entry": "x", "wrong": "y", "keeper": "x",
    "pool": "1", "rows": [], "site_id": 1, "since": "2026-01-01", "amount": "1",
}  # fmt: skip


def knock(client, method, path):
    address = (
        path.replace("{verb}", "open").replace("{pk}", "1").replace("{day}", "2026-03-31").replace("{number}", "1")
    )
    return client.generic(method.upper(), address, json.dumps(ANYTHING), content_type="application/json")


def test_nobody_gets_in_without_signing_in(db):
    assert len(DOORS) > 300
    client = Client()
    answers = {door: knock(client, *door) for door in DOORS}
    assert {door: answer.status_code for door, answer in answers.items() if answer.status_code != 401} == {}
    for answer in answers.values():
        problem(answer, 401, "sign_in")


@pytest.mark.parametrize("name", ["li", "zheng", "chen"])
@pytest.mark.parametrize("method", sorted({method for method, _path in DOORS}))
def test_what_is_not_there_is_refused_everywhere(enter, method, name):
    client = enter(name)
    for path in (path for one, path in BEHIND_A_ROW if one == method):
        answer = knock(client, method, path)
        assert answer.status_code in (403, 404), (path, answer.content)
        problem(answer, answer.status_code, "missing" if answer.status_code == 404 else "permission.role")


@pytest.mark.parametrize(("path", "name"), LISTS.items())
def test_every_list_is_empty_at_first_and_has_no_next_page(enter, path, name):
    found = told(enter(name), path)
    assert [one for one in found["items"] if one.get("number") != name] == []
    assert (found["page"], found["has_more"]) == (1, False)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/contacts", "chen"), ("/quality/assignments", "li"), ("/quality/evaluations", "sun"),
        ("/appraisal/cycles", "li"), ("/appraisal/cycles", "zhao"), ("/appraisal/results", "li"),
        ("/appraisal/results", "feng"), ("/reports/teams", "li"), ("/people/teams", "li"),
    ],
)  # fmt: skip
def test_a_role_that_never_may_is_told_so(enter, path, name):
    assert refused(enter(name), path, 403, "permission.role")["permission"]


def test_the_sentence_is_in_the_readers_language(enter):
    said = [enter("li", language=tongue).get("/api/people/999").json()["detail"] for tongue in ("zh-hans", "en")]
    assert said == [
        "没有这条记录，或者您没有权限查看。",
        "There is nothing here, or you do not have access to it.",
    ]


@pytest.mark.parametrize("path", ["/", "/nowhere", "/people/", "/people/li", "/people/1/2", "/reports"])
def test_an_address_nobody_serves_is_answered_by_a_problem_document(enter, path):
    refused(enter("sun"), path, 404, "missing")


def test_a_method_an_address_does_not_take_is_refused(enter):
    assert enter("sun").delete("/api/people").status_code == 405


@pytest.mark.parametrize(
    "query",
    [
        {"page": "0"}, {"page": "9" * 30}, {"page": "x"}, {"size": "201"}, {"day": "9999-12-31"}, {"day": "today"},
        {"q": "a\x00b"}, {"team": "0"}, {"team": str(2**63)}, {"staying": "gone"},
    ],
)  # fmt: skip
def test_a_malformed_question_names_the_place(enter, query):
    (error,) = refused(enter("sun"), "/people", 422, "malformed", **query)["errors"]
    assert error["where"].endswith(next(iter(query)))


@pytest.mark.parametrize("number", ["0", "9" * 40])
def test_a_row_number_no_database_holds_is_not_there(enter, number):
    refused(enter("sun"), f"/people/{number}", 404, "missing")


def test_a_body_that_is_no_json_is_refused(enter):
    client, address = enter("feng"), "/api/quality/evaluations/publish"
    problem(client.post(address, "{", content_type="application/json"), 400, "unreadable")


@pytest.mark.parametrize(
    "body", ["[]", "null", "{}", '{"ids": "1"}', '{"ids": [0]}', '{"ids": [9223372036854775808]}', '{"ids": [1.5]}']
)
def test_a_malformed_body_is_refused(enter, body):
    answer = enter("feng").post("/api/quality/evaluations/publish", body, content_type="application/json")
    assert problem(answer, 422, "malformed")["errors"]


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
def test_text_no_database_takes_is_refused_before_it_gets_there(enter, text):
    given = scene.assignment()
    body = json.dumps({"marks": {}, "comment": text, "edit_count": 0})
    answer = enter("chen").put(f"/api/quality/assignments/{given.pk}/draft", body, content_type="application/json")
    assert problem(answer, 422, "malformed")["errors"][0]["where"].endswith("comment")


def test_too_many_at_once_are_refused(enter):
    answer = sent(enter("feng"), "/quality/evaluations/publish", {"ids": list(range(1, 502))})
    problem(answer, 422, "malformed")


def test_a_write_without_its_token_is_turned_away_and_with_it_goes_through(enter):
    evaluation, client = scene.evaluation(), enter("feng", csrf=True)
    problem(sent(client, "/quality/evaluations/publish", {"ids": [evaluation.pk]}), 403, "csrf")
    evaluation.refresh_from_db()
    assert evaluation.state == "submitted"
    client.get("/api/docs")
    token = {"X-CSRFToken": client.cookies["csrftoken"].value}
    answer = sent(client, "/quality/evaluations/publish", {"ids": [evaluation.pk]}, **token)
    assert answer.json()[0]["state"] == "published"


def test_reading_needs_no_token(enter):
    assert items(enter("wu", csrf=True), "/people") == []


def test_a_user_who_was_shut_out_is_signed_out(enter):
    client = enter("wu")
    user = cast.user("wu")
    user.is_active = False
    user.save()
    problem(client.get("/api/people"), 401, "sign_in")


def test_the_description_names_every_subject_and_every_answer(enter):
    found = told(enter("li"), "/openapi.json")
    assert found["info"]["title"] == "Hengcai"
    subjects = {path.split("/")[2] for path in found["paths"]}
    assert subjects == {
        "account", "appeals", "appraisal", "assessment", "coaching", "complaints", "consequences", "contacts", "courseware", "growth",
        "home", "imports", "improvement", "inbox", "mentoring", "notices", "operations", "panel", "people", "praise", "quality", "questions",
        "bulletins", "knowledge", "recordings", "records",
        "reports", "search", "simulations", "spot-tests", "suggestions", "training", "working-time",
    }  # fmt: skip
    operations = [one for some in found["paths"].values() for one in some.values()]
    assert all({"200", "default"} <= set(one["responses"]) for one in operations)
    assert all("content" in one["responses"]["200"] for one in operations)
    assert len({one["operationId"] for one in operations}) == len(operations)


def test_no_two_shapes_share_a_name():
    """The description keeps shapes by name alone: the second would silently replace the first."""
    from ninja import Schema

    def below(kind):
        for one in kind.__subclasses__():
            yield one
            yield from below(one)

    ours = [one for one in below(Schema) if one.__module__.startswith("hengcai.api") and one.__name__ != "Wanted"]
    names = [one.__name__ for one in ours if "[" not in one.__name__]
    assert sorted(names) == sorted(set(names))


def test_the_page_for_reading_it_is_wholly_our_own(enter):
    answer = enter("li").get("/api/docs")
    text = answer.content.decode()
    assert "http://" not in text
    assert "https://" not in text
    assert not re.search(r"<script(?![^>]*(src=|application/json))|\sstyle=|\son[a-z]+=", text)
    assert "'unsafe" not in answer["Content-Security-Policy"]
    assert '"validatorUrl": null' in text


def test_without_a_sign_in_the_api_says_so_in_the_readers_language(client, db):
    client.cookies["hengcai_language"] = "zh-hans"
    answer = client.get("/api/people")
    assert (answer.status_code, answer.json()["detail"], answer.json()["facts"]) == (401, "请先登录。", {})
    client.cookies["hengcai_language"] = "en"
    assert client.get("/api/people").json()["detail"] == "Sign in first."
