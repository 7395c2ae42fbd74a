"""What a page does not offer is refused when it is posted all the same, and nothing moves."""

from fractions import Fraction

import pytest
from django.urls import reverse

from hengcai.quality.models import Dispute
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.states import (
    DECIDE,
    GIVE_BACK,
    GIVE_RECHECK,
    MARK_BLIND,
    MARK_RECHECK,
    SETTLE_RECHECK,
    TAKE,
    TAKE_OVER,
    TAKE_OVER_RECHECK,
    WITHDRAW_DISPUTE,
)
from tests import cast
from tests.quality import disputing as dis
from tests.quality import scene

WHOLE = {"reason": "heard", "opinion": "heard", "mark-listening": "4", "mark-identity": "no", "outcome": "kept",
         "outcome-listening": "rejected", "outcome-identity": "rejected", "reasons-listening": "x", "reasons-identity": "x",
         "edit_count": "0"}  # fmt: skip
DISPUTING = {
    "take": ("cao", TAKE.sources), "take_over": ("feng", TAKE_OVER.sources), "mark": ("cao", MARK_BLIND.sources),
    "decide": ("cao", DECIDE.sources), "give_back": ("cao", GIVE_BACK.sources), "withdraw": ("li", WITHDRAW_DISPUTE.sources),
    "support": ("zhao", {"open", "taken", "marked"}),
}  # fmt: skip
RECHECKING = {
    "give": ("feng", GIVE_RECHECK.sources), "take_over": ("feng", TAKE_OVER_RECHECK.sources),
    "save": ("cao", MARK_RECHECK.sources), "submit": ("cao", MARK_RECHECK.sources),
    "settle": ("feng", SETTLE_RECHECK.sources),
}  # fmt: skip


def refused_everywhere(model, page, verbs, enter):
    clients = {who: enter(who) for who, _sources in verbs.values()}
    for state in model.State.values:
        for verb, (who, sources) in verbs.items():
            if state in sources:
                continue
            model.objects.update(state=state)
            answer = clients[who].post(page, {**WHOLE, "do": verb})
            assert answer.status_code in {403, 404, 409}, (state, verb)
            assert model.objects.get().state == state


@pytest.mark.django_db
def test_no_dispute_moves_by_a_post_its_state_forbids(enter):
    cast.user("feng")
    one = dis.take(dis.dispute())
    refused_everywhere(Dispute, reverse("see-dispute", args=[one.pk]), DISPUTING, enter)
    assert not Dispute.objects.get().opinion


@pytest.mark.django_db
def test_no_recheck_moves_by_a_post_its_state_forbids(enter, settings):
    settings.RECHECK_SHARE = Fraction(1, 10)
    cast.user("cao")
    scene.evaluation()
    enter("feng").post(reverse("draw-rechecks"))
    one = Recheck.objects.get()
    refused_everywhere(Recheck, reverse("see-recheck", args=[one.pk]), RECHECKING, enter)
    assert Recheck.objects.get().marks == {}
