"""Pairs, sheets and what mentors' newcomers came to."""

from fractions import Fraction

import pytest

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.mentoring import actions
from hengcai.mentoring.models import Permit
from hengcai.mentoring.queries.pairs import mentor_page, mentors, pairs_seen_by
from hengcai.mentoring.rules.mentors import Way, is_apart, result_of
from tests import cast
from tests.mentoring.scene import PASSWORD, TODAY, pair, permit, with_password

pytestmark = pytest.mark.django_db


def test_a_mentor_has_no_more_newcomers_than_the_centre_lets():
    pair("li")
    with pytest.raises(NotNow, match="has_mentor"):
        pair("li", mentor="lin")
    pair("wang")
    with pytest.raises(NotNow, match="mentor_full"):
        pair("he")
    actions.settle_limit(cast.centre(), by=cast.user("zhou"), newcomers=3)
    assert pair("he").mentor == cast.zhao()


def test_only_the_newcomer_signs_what_the_mentor_saw():
    made = actions.start_pair(pair(), by=cast.user("zhou"))
    heard = actions.Heard(TODAY, "核实身份漏了一步", "先核实再查", has_critical=True)
    sheet = actions.note_listening(made, by=cast.user("zhao"), heard=heard, today=TODAY)
    assert (sheet.listener, sheet.has_critical) == ("mentor", True)
    with pytest.raises(NotAllowed):
        actions.sign_listening(sheet, by=cast.user("zhao"), password=PASSWORD)
    with pytest.raises(NotValid, match="password_wrong"):
        actions.sign_listening(sheet, by=cast.user("li"), password="another")
    actions.sign_listening(sheet, by=cast.user("li"), password=PASSWORD)
    own = actions.note_listening(made, by=cast.user("li"), heard=heard, today=TODAY)
    assert (own.listener, own.has_critical) == ("newcomer", False)


def test_others_do_not_see_a_pair():
    made = pair()
    with_password("wang")
    assert list(pairs_seen_by(cast.user("li"))) == [made]
    assert not pairs_seen_by(cast.user("wang")).exists()


def test_goals_lie_within_the_time_of_the_pair():
    made = pair()
    goal = actions.add_goal(made, by=cast.user("zhou"), due_on=TODAY, what="会查账单")
    assert actions.reach_goal(made, by=cast.user("zhou"), goal=goal, today=TODAY).reached_on == TODAY
    with pytest.raises(NotValid, match="goal_wrong"):
        actions.add_goal(made, by=cast.user("zhou"), due_on=cast.HIRED, what="会查账单")


def test_four_newcomers_tell_nothing_of_a_mentor_and_five_do():
    ways = [Way(True, 30), Way(True, 40), Way(False), Way(True, 20)]
    assert (result_of(ways).first_share, result_of(ways).n) == (None, 4)
    five = result_of([*ways, Way(True, 50)])
    assert (five.first_share, round(five.low or 0, 2), round(five.high or 0, 2)) == (Fraction(4, 5), 0.38, 0.96)
    assert result_of([*ways, Way(True, 50)]).days is None
    assert result_of([*ways, Way(True, 50), Way(True, 60)]).days == 40


def test_a_first_try_counts_for_the_mentor_of_that_time():
    made = pair()
    permit()
    Permit.objects.update(state="failed", decided_on=TODAY)
    (found,) = mentors()
    assert (found.person, found.now, found.result.n) == (made.mentor, 1, 1)


def test_two_mentors_are_apart_only_where_both_can_be_told_and_their_intervals_do_not_meet():
    many, none = result_of([Way(True, 30)] * 20), result_of([Way(False)] * 20)
    assert (is_apart(many, none), is_apart(many, many)) == (True, False)
    assert is_apart(many, result_of([Way(True)])) is None


def test_a_mentor_sees_their_own_newcomers_beside_the_sums_of_others():
    made = pair()
    permit()
    Permit.objects.update(state="granted", decided_on=TODAY, valid_until=TODAY)
    page = mentor_page(made.mentor, cast.user("zhao"))
    assert page
    assert [(one.pair, one.way and one.way.is_first_try) for one in page.brought] == [(made, True)]
    hidden = mentor_page(made.mentor, cast.user("lin"))
    assert hidden
    assert (hidden.mentor.result.n, hidden.brought) == (1, [])
    assert mentor_page(made.newcomer, cast.user("zhou")) is None
