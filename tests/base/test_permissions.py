import pytest
from django.db.models import Q

from hengcai.accounts.models import User, Widening
from hengcai.base.errors import NotAllowed, NotNow
from hengcai.base.permissions import REGISTRY, Permission, everything
from hengcai.base.states import Move, moves_open
from hengcai.people.models import Person
from hengcai.people.permissions import led, led_by, own
from tests.cast import he, li, lin, user, wang, zhao

pytestmark = pytest.mark.django_db


@pytest.fixture
def permission():
    made = Permission(
        "test.person.see", {"agent": own(), "lead": led(), "hr": everything}, never=frozenset({"trainer"})
    )
    yield made
    del REGISTRY["test.person.see"]


def names(permission, who):
    return sorted(permission.rows(Person.objects.all(), user(who)).values_list("number", flat=True))


def everybody():
    return [li(), wang(), he(), zhao(), lin()]


def test_each_role_reaches_its_own_rows(permission):
    everybody()
    assert names(permission, "li") == ["li"]
    assert names(permission, "zhao") == ["li", "wang"]
    assert names(permission, "wu") == ["he", "li", "lin", "wang", "zhao"]
    assert names(permission, "sun") == []


def test_the_list_and_the_single_check_never_disagree(permission):
    people = everybody()
    for who in ("li", "zhao", "lin", "wu", "sun", "zhou"):
        seen = set(names(permission, who))
        for person in people:
            if person.number in seen:
                permission.enter(person, user(who))
            else:
                with pytest.raises(NotAllowed):
                    permission.enter(person, user(who))


def test_a_role_that_must_never_binds_its_holder_in_every_role(permission):
    user("zhao").role_grants.create(role="trainer")
    everybody()
    assert names(permission, "zhao") == []


def test_a_closed_account_reaches_nothing(permission):
    li()
    User.objects.filter(username="wu").update(is_active=False)
    user("wu")
    User.objects.filter(username="wu").update(is_active=False)
    assert names(permission, "wu") == []


def test_a_widened_role_gets_the_permissions_reach_and_no_more(permission):
    everybody()
    assert names(permission, "sun") == []
    Widening.objects.create(permission="test.person.see", role="admin")
    assert names(permission, "sun") == ["he", "li", "lin", "wang", "zhao"]


def test_a_batch_is_entered_whole_or_not_at_all(permission):
    people = everybody()
    permission.enter(people[:2], user("zhao"))
    with pytest.raises(NotAllowed):
        permission.enter(people[:3], user("zhao"))


def test_the_same_code_cannot_be_declared_twice(permission):
    with pytest.raises(ValueError, match="twice"):
        Permission("test.person.see", {"agent": own()})


def test_a_lead_of_leads_reaches_down_the_line():
    everybody()
    zhao().placements.update(lead=lin())
    assert sorted(led_by(user("lin")).values_list("number", flat=True)) == ["he", "li", "wang", "zhao"]


def test_yesterdays_lead_no_longer_reaches(permission):
    from datetime import timedelta

    from django.utils.timezone import localdate

    people = everybody()
    people[0].placements.update(until=localdate() - timedelta(days=1))
    assert names(permission, "zhao") == ["wang"]


class Thing:
    state = "draft"
    pk = 1


def test_a_move_refuses_the_wrong_state(permission):
    li()
    move = Move("publish", frozenset({"draft"}), "published", permission)
    person = li()
    person.state = "published"
    with pytest.raises(NotNow):
        move.enter(person, user("wu"))
    assert moves_open([move], person, user("wu")) == []
    person.state = "draft"
    assert moves_open([move], person, user("wu")) == [move]
    assert moves_open([move], person, user("sun")) == []
    move.enter(person, user("wu"))


def test_an_empty_reach_is_everything_and_no_reach_is_nothing(permission):
    assert permission.condition(user("wu")) == Q()
    assert permission.condition(user("sun")) is None
