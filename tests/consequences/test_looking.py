"""One's own result explained by the rules it came from, and a person who looks at it again, named and in days."""

from datetime import date
from fractions import Fraction

import pytest

from hengcai.appraisal.actions import compute_cycle
from hengcai.appraisal.models import RatingTask, Result
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.consequences import actions
from hengcai.consequences.explaining import explained
from hengcai.consequences.models import LookAgain
from hengcai.consequences.queries.looking import looks_seen_by
from tests import cast
from tests.appraisal import stage
from tests.consequences import scene

pytestmark = pytest.mark.django_db
TODAY = date(2026, 4, 13)


def rated(*, peers: int) -> Result:
    """Li at 3 by everybody."""
    cycle = stage.open_quarter(peers=peers)
    RatingTask.objects.filter(participant__cycle=cycle, source="peer").exclude(
        participant__person__number="li"
    ).delete()
    for form in RatingTask.objects.filter(participant__cycle=cycle).select_related("participant__post"):
        stage.rate_by_file(form, 3)
    compute_cycle(cycle, by=cast.user("zheng"))
    return Result.objects.select_related("participant__cycle__policy").get(participant=stage.participant(cycle))


def test_a_stored_result_is_rebuilt_exactly_and_says_what_would_be_enough():
    found = explained(rated(peers=0))
    assert (found.next.band, found.is_veiled) == ("good", False)
    assert found.next.missing == Fraction(345, 100) - 3
    assert {one.code for one in found.next.changes} <= {"superior", "customer", "practical"}
    assert found.next.changes[0].code == "superior"


def test_where_colleagues_count_nothing_is_told_by_source():
    found = explained(rated(peers=3))
    assert (found.next, found.is_veiled) == (None, True)


def asked():
    for name in ("wu", "zheng", "qian"):
        cast.user(name)
    result = scene.month().participants.get(person__number="he").results.get()
    return actions.ask_to_look_again(result, by=cast.user("he"), words="nobody heard my side", today=TODAY)


def test_it_lies_with_one_named_person_who_answers_with_a_reason():
    look = asked()
    assert look.handler.username in {"wu", "zheng"}
    assert look.due_on == date(2026, 4, 27)
    other = "zheng" if look.handler.username == "wu" else "wu"
    with pytest.raises(NotAllowed):
        actions.answer_look_again(look, by=cast.user(other), outcome="stands", answer="-")
    with pytest.raises(NotValid):
        actions.answer_look_again(look, by=look.handler, outcome="stands", answer=" ")
    done = actions.answer_look_again(look, by=look.handler, outcome="to_correct", answer="a dispute was left out")
    assert (LookAgain.objects.get().state, done.outcome) == ("answered", "to_correct")


def test_only_the_person_asks_and_once_at_a_time():
    look = asked()
    with pytest.raises(NotNow):
        actions.ask_to_look_again(look.result, by=cast.user("he"), words="again", today=TODAY)
    with pytest.raises(NotAllowed):
        actions.ask_to_look_again(look.result, by=cast.user("li"), words="for him", today=TODAY)
    assert [one.pk for one in looks_seen_by(cast.user("he"))] == [look.pk]
    assert not looks_seen_by(cast.user("li")).exists()


def test_whoever_decided_what_followed_is_not_asked():
    scene.decided()
    review = scene.Result.objects.get(participant__person__number="he").pay_review
    for name in ("wu", "zheng"):
        cast.user(name)
    actions.uphold_review(review, by=cast.user("wu"), reason="heard nine")
    look = actions.ask_to_look_again(review.result, by=cast.user("he"), words="why?", today=TODAY)
    assert (look.handler.username, look.last_resort) == ("zheng", "")


def test_once_to_each_matter_of_a_revision_however_it_was_answered():
    look = asked()
    actions.answer_look_again(look, by=look.handler, outcome="stands", answer="heard nine")
    for matter, code in (("score", "looked_already"), ("everything", "matter_unknown")):
        with pytest.raises((NotNow, NotValid)) as refused:
            actions.ask_to_look_again(look.result, by=cast.user("he"), words="again", today=TODAY, matter=matter)
        assert refused.value.code == f"consequences.{code}"
    other = actions.ask_to_look_again(look.result, by=cast.user("he"), words="pay", today=TODAY, matter="following")
    assert (other.matter, other.state) == ("following", "asked")
    fresh = scene.corrected(look.result, "62.0", "fail")
    assert actions.ask_to_look_again(fresh, by=cast.user("he"), words="anew", today=TODAY).result == fresh


@pytest.mark.parametrize(("head_took_part", "said"), [(False, "head"), (True, "head_with_part")])
def test_where_nobody_without_a_part_is_left_it_goes_to_the_head_and_says_so(head_took_part, said):
    """Wu, who prepared the pay, is the only other one; Qian decides it or somebody else does."""
    run = scene.prepared()
    if head_took_part:
        actions.decide_run(run, by=cast.user("qian"))
    result = scene.Result.objects.get(participant__person__number="he")
    look = actions.ask_to_look_again(result, by=cast.user("he"), words="why?", today=TODAY, matter="following")
    assert (look.handler.username, look.last_resort) == ("qian", said)
    done = actions.answer_look_again(look, by=cast.user("qian"), outcome="stands", answer="read again")
    assert done.state == "answered"


def test_where_there_is_no_head_either_it_says_so():
    result = scene.month().participants.get(person__number="he").results.get()
    with pytest.raises(NotNow) as refused:
        actions.ask_to_look_again(result, by=cast.user("he"), words="why?", today=TODAY)
    assert refused.value.code == "consequences.nobody_to_look"
