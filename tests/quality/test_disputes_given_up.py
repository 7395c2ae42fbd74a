"""A dispute that its decider gives back, or its agent withdraws."""

import pytest

from hengcai.accounts.models import User
from hengcai.base.errors import NotNow, NotValid
from hengcai.inbox.models import Duty
from hengcai.quality.models import Dispute, Evaluation
from tests.quality import disputing as dis

pytestmark = pytest.mark.django_db


def test_it_is_given_back_with_a_reason_and_only_where_somebody_else_is_left():
    one = dis.take(dis.dispute())
    with pytest.raises(NotValid):
        dis.give_back(one, reason=" ")
    User.objects.exclude(username="cao").update(is_active=False)
    with pytest.raises(NotNow) as refused:
        dis.give_back(one)
    assert refused.value.code == "quality.nobody_else_decides"
    assert (Dispute.objects.get().state, one.given_back.count()) == ("taken", 0)


def test_a_withdrawn_dispute_leaves_the_marks_is_no_duty_and_is_not_raised_again():
    first = dis.published()
    one = dis.withdraw(dis.take(dis.dispute(first)))
    assert (one.state, Evaluation.objects.count()) == ("withdrawn", 1)
    assert not Duty.objects.filter(kind__startswith="dispute", done_at=None).exists()
    with pytest.raises(NotNow):
        dis.dispute(first)
    with pytest.raises(NotNow):
        dis.support(one)
