"""Policies by program: read, drafted, rewritten whole or as text, put in force."""

import pytest
from django.utils.timezone import localdate

from hengcai.appraisal import actions
from hengcai.appraisal.models import Policy
from tests import cast
from tests.api.asking import done, items, problem, sent, told
from tests.appraisal import procedure

POLICIES = "/appraisal/policies"
SHORT = 'sources: {superior: "0.60", self: "0.40"}\n'


@pytest.fixture
def draft(db):
    return actions.add_policy(cast.centre(), by=cast.user("zheng"), kind="quarterly", text=SHORT)


def test_a_policy_is_drafted_rewritten_and_put_in_force(enter):
    client = enter("zheng")
    made = done(client, POLICIES, {"kind": "quarterly", "text": SHORT})
    definition = {**made["definition"], "sources": {"superior": "0.5"}}
    again = done(
        client, f"{POLICIES}/{made['id']}/definition", {"definition": definition, "edit_count": 0}, method="put"
    )
    assert [one["where"] for one in again["faults"]] == ["sources"]
    text = f"# agreed\n{SHORT}"
    kept = done(client, f"{POLICIES}/{made['id']}/text", {"text": text, "edit_count": 1}, method="put")
    assert (kept["text"], kept["faults"]) == (text, [])
    today = localdate()
    procedure.announced(Policy.objects.get(pk=made["id"]), today=today - 3 * procedure.A_DAY, in_force_from=today)
    late = sent(client, f"{POLICIES}/{made['id']}/publish?edit_count=1", {})
    problem(late, 409, "policy.draft_changed")
    assert done(client, f"{POLICIES}/{made['id']}/publish?edit_count=2", {})["state"] == "published"
    assert [one["id"] for one in items(enter("li"), POLICIES)] == [made["id"]]


def test_what_is_read_can_be_written_back(enter, draft):
    client = enter("zheng")
    read = told(client, f"{POLICIES}/{draft.pk}/definition")
    body = {"definition": read["definition"], "edit_count": 0}
    assert done(client, f"{POLICIES}/{draft.pk}/definition", body, method="put")["definition"] == read["definition"]


def test_an_overtaken_save_is_a_conflict(enter, draft):
    body = {"text": SHORT, "edit_count": 0}
    done(enter("wu"), f"{POLICIES}/{draft.pk}/text", body, method="put")
    facts = problem(sent(enter("zheng"), f"{POLICIES}/{draft.pk}/text", body, method="put"), 409, "policy.draft_stale")
    assert facts["edit_count"] == 1


def test_a_text_of_another_shape_has_no_document(enter, draft):
    client = enter("zheng")
    kept = done(client, f"{POLICIES}/{draft.pk}/text", {"text": "colour: red", "edit_count": 0}, method="put")
    assert (kept["definition"], [one["code"] for one in kept["faults"]]) == ({}, ["yaml.key_unknown"])


def test_a_draft_is_thrown_away_by_those_who_draft(enter, draft):
    problem(sent(enter("qian"), f"{POLICIES}/{draft.pk}", None, method="delete"), 403, "permission.role")
    assert done(enter("zheng"), f"{POLICIES}/{draft.pk}", None, method="delete") == {"id": draft.pk}


def test_a_draft_whose_weights_do_not_sum_is_opened_by_neither_page_nor_program(enter, draft):
    text = 'name: x\nsources: {superior: "0.60", self: "0.50"}\n'
    made, client, closes = draft, enter("zheng"), (localdate() + procedure.A_DAY).isoformat()
    kept = done(client, f"{POLICIES}/{made.pk}/text", {"text": text, "edit_count": 0}, method="put")
    assert [one["code"] for one in kept["faults"]] == ["policy.sum_wrong"]
    refused = {"kind": "quarterly", "text": text}
    assert problem(sent(client, POLICIES, refused), 422, "policy.sum_wrong")["found"] == "1.1"
    answer = sent(client, f"/appraisal/procedures/{made.pk}/discuss", {"closes_on": closes})
    assert problem(answer, 422, "policy.sum_wrong")["found"] == "1.1"
    page = client.post(f"/policies/{made.pk}/procedure/", {"do": "discuss", "closes_on": closes})
    assert page.status_code == 422
    assert "must sum to 1; it sums to 1.1" in page.content.decode()
    assert Policy.objects.get(pk=made.pk).state == "draft"
