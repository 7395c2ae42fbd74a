import copy
import pickle

import pytest

from hengcai.base.errors import NotAllowed, NotNow, NotValid, Refusal


@pytest.mark.parametrize("kind", [NotAllowed, NotNow, NotValid])
def test_every_refusal_carries_its_code_and_facts(kind: type[Refusal]) -> None:
    refusal = kind("scorecard.item_unknown", item="x")
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.facts) == ("scorecard.item_unknown", {"item": "x"})
    assert str(refusal) == "scorecard.item_unknown (item='x')"
    assert str(kind("dispute.reason_missing")) == "dispute.reason_missing"


def test_a_fact_may_be_called_code_like_word() -> None:
    assert NotValid("x.y", code="a").facts == {"code": "a"}


def test_a_refusal_survives_a_process_boundary() -> None:
    refusal = NotNow("dispute.too_late", closes="2026-01-01")
    for again in (pickle.loads(pickle.dumps(refusal)), copy.copy(refusal)):  # noqa: S301
        assert type(again) is NotNow
        assert (again.code, again.facts) == (refusal.code, refusal.facts)
