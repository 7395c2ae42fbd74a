"""Confirming, disputing, the lead's opinion, the blind step and the decision on their pages."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from hengcai.quality.models import Dispute, Evaluation
from tests import cast
from tests.quality import disputing as dis

ASKED = {"wish-listening": "4", "words-listening": "let her finish", "line-listening": "0:09"}


@pytest.fixture
def first(db):
    """Published long ago by the clock of the tests, and open to an answer today."""
    made = dis.published()
    Evaluation.objects.filter(pk=made.pk).update(dispute_closes_on=localdate())
    return Evaluation.objects.get(pk=made.pk)


def page(name, pk):
    return reverse(name, args=[pk])


def text(client, name, pk):
    return client.get(page(name, pk)).content.decode()


def test_the_agent_confirms_on_the_evaluations_page(first, enter):
    li = enter("li")
    assert "Confirm or dispute" in text(li, "see-evaluation", first.pk)
    li.post(page("confirm-evaluation", first.pk))
    shown = text(li, "see-evaluation", first.pk)
    assert "Confirmed by the agent" in shown
    assert "Confirm or dispute" not in shown


def test_nobody_else_is_offered_an_answer(first, enter):
    for name in ("chen", "zhao", "feng"):
        assert "Confirm or dispute" not in text(enter(name), "see-evaluation", first.pk)


def test_the_agent_disputes_by_item_with_mark_words_and_moment(first, enter):
    answer = enter("li").post(page("dispute-evaluation", first.pk), ASKED)
    one = Dispute.objects.get()
    assert answer["Location"] == page("see-dispute", one.pk)
    row = one.items.get()
    assert (row.item.code, row.wished, row.words, row.turn) == ("listening", "4", "let her finish", 1)


def test_what_is_missing_is_said_beside_its_item_and_nothing_typed_is_lost(first, enter):
    answer = enter("li").post(page("dispute-evaluation", first.pk), {**ASKED, "wish-listening": ""})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "choose the mark you think is right" in shown
    assert "let her finish" in shown
    empty = enter("li").post(page("dispute-evaluation", first.pk), {})
    assert "Choose at least one item to dispute" in empty.content.decode()
    wrong = enter("li").post(page("dispute-evaluation", first.pk), {**ASKED, "line-listening": "now"})
    assert "There is no such line" in wrong.content.decode()
    assert not Dispute.objects.exists()


def test_what_is_too_late_is_refused_by_direct_post_too(first, enter):
    Evaluation.objects.update(dispute_closes_on=dis.LAST_DAY)
    assert "can no longer be disputed" in text(enter("li"), "dispute-evaluation", first.pk)
    assert enter("li").post(page("dispute-evaluation", first.pk), ASKED).status_code == 409
    assert enter("li").post(page("confirm-evaluation", first.pk)).status_code == 409


def test_the_lead_gives_an_opinion(first, enter):
    one = dis.dispute(first)
    zhao = enter("zhao")
    assert zhao.post(page("see-dispute", one.pk), {"do": "support", "opinion": " "}).status_code == 422
    zhao.post(page("see-dispute", one.pk), {"do": "support", "opinion": "heard it as she did"})
    assert "heard it as she did" in text(enter("li"), "see-dispute", one.pk)


def test_the_decider_sees_no_mark_no_wish_and_no_opinion_before_their_own(first, enter):
    one = dis.support(dis.dispute(first))
    hidden = (
        "let her finish",
        "asked at the start",
        "cut in",
        "not asked",
        "I heard it as she did",
        "Chen",
        "Mark asked for",
    )
    cao = enter("cao")
    for step in ("", "take"):
        if step:
            cao.post(page("see-dispute", one.pk), {"do": step})
        shown = text(cao, "see-dispute", one.pk)
        assert [word for word in hidden if word in shown] == []
        assert "Listening" in shown
    lacking = cao.post(page("see-dispute", one.pk), {"do": "mark", "mark-listening": "4"})
    assert lacking.status_code == 422
    assert "Enter a mark for each" in lacking.content.decode()
    cao.post(page("see-dispute", one.pk), {"do": "mark", "mark-listening": "4", "mark-identity": "no"})
    shown = text(cao, "see-dispute", one.pk)
    assert [word for word in hidden if word not in shown] == ["Chen"]


def test_a_decision_changes_the_evaluation_and_the_old_version_stays_readable(first, enter):
    one = dis.mark(dis.take(dis.dispute(first)))
    cao = enter("cao")
    given = {"outcome-listening": "upheld", "reasons-listening": "she was heard out", "outcome-identity": "rejected"}
    refused = cao.post(page("see-dispute", one.pk), {"do": "decide", **given})
    assert refused.status_code == 422
    assert "give the reasons" in refused.content.decode()
    assert "she was heard out" in refused.content.decode()
    cao.post(page("see-dispute", one.pk), {"do": "decide", **given, "reasons-identity": "never asked"})
    made = Evaluation.objects.get(revision=2)
    li = enter("li")
    told = text(li, "see-dispute", one.pk)
    assert "Upheld" in told
    assert "never asked" in told
    assert "Cao" not in told
    assert "earlier version" in text(li, "see-evaluation", first.pk)
    shown = text(li, "see-evaluation", made.pk)
    assert "decided after a dispute" in shown
    assert "Chen" not in shown


def test_the_supervisor_takes_over_with_a_reason_and_is_veiled_too(first, enter):
    one = dis.dispute(first)
    feng = enter("feng")
    assert feng.post(page("see-dispute", one.pk), {"do": "take_over", "reason": ""}).status_code == 422
    feng.post(page("see-dispute", one.pk), {"do": "take_over", "reason": "only one analyst"})
    assert feng.get(page("see-evaluation", first.pk)).status_code == 404
    assert "let her finish" not in text(feng, "see-dispute", one.pk)


def test_an_unknown_doing_is_not_found(first, enter):
    one = dis.dispute(first)
    assert enter("feng").post(page("see-dispute", one.pk), {"do": "win"}).status_code == 404


def test_the_list_tells_how_disputes_end_and_is_narrowed(first, enter):
    Evaluation.objects.update(published_at="2026-03-16T02:00Z")
    dis.decide(dis.mark(dis.take(dis.dispute(first))))
    Evaluation.objects.filter(pk=first.pk).update(published_at=Evaluation.objects.get(revision=2).published_at)
    address = reverse("list-disputes")
    shown = enter("li").get(address).content.decode()
    assert "1 / 1" in shown
    assert "Cao" not in shown
    assert ">Chen<" in enter("feng").get(address).content.decode()
    assert "No dispute matches" in enter("feng").get(address, {"state": "open"}).content.decode()
    assert enter("feng").get(address, {"to": "csv"}).status_code == 200


def test_the_list_costs_as_many_queries_for_three_as_for_one(first, enter, queries):
    dis.dispute(first)
    feng = enter("feng")
    one = queries(feng, reverse("list-disputes"))
    for agent in (cast.wang(), cast.he()):
        dis.dispute(dis.published(agent), by=agent.number)
    assert queries(feng, reverse("list-disputes")) == one


@pytest.mark.parametrize("kind", ["", "pdf", "xlsx"])
def test_the_form_is_given_out_blank_and_filled(first, enter, kind):
    one = dis.dispute(first)
    address = f"/forms/dispute/{kind}"
    li = enter("li", "zh-hans")
    assert li.get(address).status_code == 200
    assert li.get(address, {"dispute": one.pk}).status_code == 200
    assert enter("wang").get(address, {"dispute": one.pk}).status_code == 409
    assert enter("cao").get(address, {"dispute": one.pk}).status_code == 409
