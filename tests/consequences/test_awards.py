"""Awards: criteria and red lines first, names only in public, every objection answered, nobody about themselves."""

from datetime import date, timedelta

import pytest

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.consequences import actions
from hengcai.consequences.models import Nomination
from hengcai.consequences.queries.awards import notices_for, objections_of
from hengcai.people.models import Employment
from hengcai.quality.models import Case
from tests import cast
from tests.consequences import scene
from tests.quality import scene as quality

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 4, 13)
LAST = date(2026, 4, 20)
WHY = {"reason": "calmed three customers who had been sent on twice"}


def nominated(by="zhao"):
    cast.person("zhao")
    result = scene.month().participants.get(person__number="li").results.get()
    return actions.nominate(cast.li(), by=cast.user(by), kind="star", result=result, **WHY)


def up():
    return actions.open_notice(nominated(), by=cast.user("wu"), today=MONDAY)


def again(one):
    return Nomination.objects.get(pk=one.pk)


def test_a_notice_runs_five_working_days_and_tells_everybody_award_and_name_alone():
    one = up()
    assert (one.notice_from, one.notice_until) == (MONDAY, LAST)
    (shown,) = notices_for(cast.user("he"), today=MONDAY)
    assert (shown.name, shown.kind, shown.may_object) == ("Li", "star", True)
    assert not [name for name in vars(shown) if "score" in name or "result" in name or "reason" in name]


@pytest.mark.parametrize(("name", "code"), [("wang", "award_band"), ("he", "award_band")])
def test_whoever_does_not_meet_the_criteria_is_not_nominated(name, code):
    cast.person("zhao")
    result = scene.month().participants.get(person__number=name).results.get()
    with pytest.raises(NotNow) as refused:
        actions.nominate(cast.person(name), by=cast.user("wu"), kind="star", result=result, **WHY)
    assert refused.value.code == f"consequences.{code}"
    with pytest.raises(NotNow) as refused:
        actions.nominate(cast.person(name), by=cast.user("wu"), kind="outstanding", result=result, **WHY)
    assert refused.value.code == "consequences.award_cycle.quarter"


def test_a_confirmed_red_line_of_the_period_rules_it_out_at_every_step():
    made = quality.evaluation(cast.li())
    one = nominated()
    case = Case.objects.create(
        evaluation=made, agent=cast.li(), red_line=quality.red_line(), reason="-", reported_by=cast.user("chen"),
        reported_at=made.submitted_at, state="open",
    )  # fmt: skip
    type(made).objects.filter(pk=made.pk).update(contact_on=scene.MARCH[0])
    one = actions.open_notice(one, by=cast.user("wu"), today=MONDAY)
    Case.objects.filter(pk=case.pk).update(state="confirmed")
    with pytest.raises(NotNow) as refused:
        actions.grant_award(one, by=cast.user("qian"), today=LAST + timedelta(days=1))
    assert refused.value.code == "consequences.award_red_line"


def test_it_is_granted_after_the_last_day_with_every_objection_answered():
    one = up()
    objection = actions.object_to_award(one, by=cast.user("he"), words="that was Wang", today=LAST)
    for day in (LAST, LAST + timedelta(days=1)):
        with pytest.raises(NotNow):
            actions.grant_award(again(one), by=cast.user("qian"), today=day)
    actions.answer_objection(again(one), by=cast.user("wu"), objection=objection, words="heard: it was Li")
    done = actions.grant_award(again(one), by=cast.user("qian"), today=LAST + timedelta(days=1))
    assert (done.state, done.decided_by.username) == ("granted", "qian")


def test_an_objection_is_of_its_days_and_tells_only_those_who_answer_whose_it_is():
    one = up()
    for day, words in ((LAST + timedelta(days=1), "late"), (MONDAY, " ")):
        with pytest.raises((NotNow, NotValid)):
            actions.object_to_award(one, by=cast.user("he"), words=words, today=day)
    actions.object_to_award(one, by=cast.user("he"), words="that was Wang", today=MONDAY)
    with pytest.raises(NotNow) as refused:
        actions.object_to_award(one, by=cast.user("he"), words="and again", today=MONDAY)
    assert refused.value.code == "consequences.objected_already"
    assert objections_of(one, cast.user("zhao")) == []
    assert [row.by.username for row in objections_of(one, cast.user("wu"))] == ["he"]
    assert notices_for(cast.user("wang"), today=MONDAY)[0].own == ()
    assert not notices_for(cast.user("he"), today=MONDAY)[0].may_object
    scene.corrected(one.result, "93.0", "excellent")
    assert notices_for(cast.user("he"), today=MONDAY)[0].may_object
    assert actions.object_to_award(one, by=cast.user("he"), words="still", today=MONDAY).revision == 2


@pytest.mark.parametrize("name", ["li", "he", "lin", "zhou", "chen"])
def test_nobody_nominates_themselves_or_beyond_their_reach(name):
    result = scene.month().participants.get(person__number="li").results.get()
    cast.person(name)
    with pytest.raises(NotAllowed):
        actions.nominate(cast.li(), by=cast.user(name), kind="star", result=result, **WHY)


def test_a_corrected_result_marks_what_hangs_on_it():
    one = up()
    scene.corrected(one.result, "85.0", "good")
    assert again(one).unsettled
    assert actions.decline_award(again(one), by=cast.user("wu"), reason="corrected to 85").state == "declined"


def test_what_a_correction_took_away_is_neither_put_up_nor_granted():
    one = nominated()
    scene.corrected(one.result, "85.0", "good")
    with pytest.raises(NotNow) as refused:
        actions.open_notice(one, by=cast.user("wu"), today=MONDAY)
    assert refused.value.code == "consequences.award_band"
    Nomination.objects.filter(pk=one.pk).update(state="notice", notice_from=MONDAY, notice_until=LAST)
    with pytest.raises(NotNow) as refused:
        actions.grant_award(again(one), by=cast.user("qian"), today=LAST + timedelta(days=1))
    assert refused.value.code == "consequences.award_band"


def test_service_counts_its_first_and_its_last_day():
    cast.person("zhao")
    result = scene.month().participants.get(person__number="li").results.get()
    wanted = {"by": cast.user("zhao"), "kind": "star", "result": result, **WHY}
    Employment.objects.filter(person=cast.li()).update(hired_on=scene.MARCH[0] + timedelta(days=1))
    with pytest.raises(NotNow) as refused:
        actions.nominate(cast.li(), **wanted)
    assert refused.value.code == "consequences.award_service"
    Employment.objects.filter(person=cast.li()).update(hired_on=scene.MARCH[0])
    assert actions.nominate(cast.li(), **wanted).state == "nominated"
