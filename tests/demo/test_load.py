"""The demo centre in small: it loads, its scores can be rebuilt, its chain holds, and it loads once."""

import pytest

from hengcai.appraisal.models import Cycle, RatingTask, Result
from hengcai.audit.queries import verify
from hengcai.demo.load import load_demo, sign_in_lines
from hengcai.evidence.models import Evidence
from hengcai.interactions.models import Contact
from hengcai.quality.models import Evaluation
from hengcai.quality.queries import rescore

SIGN_INS = {"li", "wang", "zhao", "chen", "feng", "zhou", "wu", "zheng", "qian", "sun"}


@pytest.mark.slow
@pytest.mark.django_db
def test_a_small_demo_holds_together():
    outcome = load_demo(agents=13, seed=1, tell=lambda text: None)
    assert {line.split()[0] for line in sign_in_lines(outcome)[:-1]} == SIGN_INS
    assert Contact.objects.count() > 500
    assert Evaluation.objects.filter(state="published").exists()
    assert set(Cycle.objects.values_list("state", flat=True)) == {"published", "preliminary", "collecting"}
    assert Result.objects.filter(status="scored").exists()
    assert Evidence.objects.filter(kind="rated").exists()
    assert RatingTask.objects.filter(rater__user__username="zhao", state="open").exists()
    assert list(rescore()) == []
    assert verify() == []
    again = load_demo(agents=13, seed=1, tell=lambda text: None)
    assert (again.is_new, again.password) == (False, outcome.password)
