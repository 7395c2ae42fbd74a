"""Disputes for programs: the same steps with the same rights."""

import pytest
from django.utils.timezone import localdate

from hengcai.quality.models import Evaluation
from tests.api.asking import done, items, problem, sent, told
from tests.quality import disputing as dis


@pytest.fixture
def first(db):
    made = dis.published()
    Evaluation.objects.filter(pk=made.pk).update(dispute_closes_on=localdate())
    return made


def at(one, door=""):
    return f"/quality/disputes/{one['id']}{door}"


WISHED = {"items": {"listening": {"value": "4", "words": "let her finish", "turn": 1}}}


def test_an_agent_confirms(first, enter):
    assert done(enter("li"), f"/quality/evaluations/{first.pk}/confirm", {})["confirmed_at"] is not None


def test_a_dispute_goes_from_its_agent_to_its_decision(first, enter):
    one = done(enter("li"), f"/quality/evaluations/{first.pk}/dispute", WISHED)
    assert (one["state"], one["agent"], one["decider"]) == ("open", "li", None)
    done(enter("zhao"), at(one, "/opinion"), {"opinion": "heard it as she did"})
    assert [row["id"] for row in items(enter("cao"), "/quality/disputes?state=open")] == [one["id"]]
    veiled = done(enter("cao"), at(one, "/take"), {})
    (row,) = veiled["items"]
    assert (veiled["is_veiled"], veiled["opinion"], veiled["moves"]) == (
        True,
        None,
        ["give_back_dispute", "mark_blind"],
    )
    assert {row[name] for name in ("first", "wished", "words", "turn", "comment", "between")} == {None}
    seen = done(enter("cao"), at(one, "/marks"), {"marks": {"listening": "3"}})
    assert (seen["items"][0]["first"], seen["items"][0]["wished"], seen["items"][0]["blind"]) == ("2", "4", "3")
    assert told(enter("li"), at(one))["items"][0]["blind"] is None
    ruling = {"listening": {"outcome": "partly", "reasons": "half of it", "value": "3"}}
    ended = done(enter("cao"), at(one, "/decide"), {"items": ruling})
    assert (ended["state"], ended["items"][0]["decided"]) == ("decided", "3")
    assert Evaluation.objects.get(pk=ended["outcome"]).revision == 2
    own = told(enter("li"), at(one))
    assert (own["decider"], own["items"][0]["outcome"]) == (None, "partly")


def test_the_supervisor_takes_over_with_a_reason(first, enter):
    one = done(enter("li"), f"/quality/evaluations/{first.pk}/dispute", WISHED)
    problem(sent(enter("feng"), at(one, "/take-over"), {"reason": ""}), 422, "quality.take_over_reason_missing")
    assert done(enter("feng"), at(one, "/take-over"), {"reason": "one analyst"})["taken_over"] == "one analyst"


def test_rates_are_told_with_their_interval(first, enter):
    dis.dispute(first)
    Evaluation.objects.update(published_at=first.submitted_at)
    found = told(enter("li"), "/quality/disputes/rates")
    assert (found["disputed"]["count"], found["disputed"]["of"], found["changed"]["share"]) == (1, 1, None)
    assert found["records"] == []
    assert told(enter("feng"), "/quality/disputes/rates")["records"][0]["analyst"] == "Chen"
