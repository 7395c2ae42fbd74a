"""Places and people changed by hand: who may, what is refused, what follows from what."""

from datetime import date

import pytest

from hengcai.audit.models import Entry
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.framework.models import Post
from hengcai.people import actions
from hengcai.people.actions import NewPerson
from hengcai.people.models import Employment, Person, Placement, Team
from tests import cast

APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)


def refused(code, call, *args, **kwargs):
    with pytest.raises((NotValid, NotNow)) as refusal:
        call(*args, **kwargs)
    assert refusal.value.code == code
    return refusal.value.facts


def spans(person):
    rows = Placement.objects.filter(person=person).order_by("since")
    return [(row.since, row.until, row.team and row.team.name) for row in rows]


def test_a_site_and_a_team_are_added_once(db):
    made = actions.add_site(cast.centre(), by=cast.user("sun"), name=" Dalian ")
    assert (made.name, made.time_zone) == ("Dalian", "Asia/Shanghai")
    team = actions.add_team(made, by=cast.user("wu"), name="Team nine")
    assert team.site == made
    refused("people.site_taken", actions.add_site, cast.centre(), by=cast.user("sun"), name="Dalian")
    refused("people.team_taken", actions.add_team, made, by=cast.user("sun"), name="Team nine")
    refused("people.name_missing", actions.add_team, made, by=cast.user("sun"), name="  ")
    refused("people.text_too_long", actions.add_team, made, by=cast.user("sun"), name="x" * 81)


def test_a_group_and_its_teams_stand_at_one_site(db):
    here = cast.team("one")
    other = actions.add_site(cast.centre(), by=cast.user("sun"), name="Dalian", time_zone="Europe/London")
    refused("people.group_elsewhere", actions.add_team, other, by=cast.user("sun"), name="Ten", parent=here)
    assert actions.add_team(here.site, by=cast.user("sun"), name="Ten", parent=here).parent == here


@pytest.mark.parametrize("zone", ["Mars/Base", "../etc/passwd", "x" * 300])
def test_a_time_zone_must_exist(db, zone):
    refused("people.zone_unknown", actions.add_site, cast.centre(), by=cast.user("sun"), name="Mars", time_zone=zone)


def test_a_person_hired_gets_a_month_of_probation(db):
    new = NewPerson("A17", " Ma  Li ", hired_on=date(2026, 1, 31))
    made = actions.add_person(cast.centre(), by=cast.user("wu"), new=new)
    assert (made.number, made.name) == ("A17", "Ma Li")
    assert made.employments.get().probation_ends_on == date(2026, 2, 28)
    refused("people.number_taken", actions.add_person, cast.centre(), by=cast.user("wu"), new=new)


def test_a_person_may_be_known_without_being_on_the_staff(db):
    made = actions.add_person(cast.centre(), by=cast.user("wu"), new=NewPerson("A17", "Ma Li"))
    assert not made.employments.exists()


@pytest.mark.parametrize(("number", "name"), [("", "Ma"), (" ", "Ma"), ("A1", "")])
def test_a_person_needs_number_and_name(db, number, name):
    refused("people.name_missing", actions.add_person, cast.centre(), by=cast.user("wu"), new=NewPerson(number, name))


def test_a_name_may_be_corrected(db):
    actions.change_person(cast.li(), by=cast.user("wu"), name="Li Lei", email="li@example.com", language="en")
    assert Person.objects.get(number="li").name == "Li Lei"


@pytest.mark.parametrize("name", ["li", "zhao", "chen", "feng", "zhou", "zheng", "qian"])
def test_only_hr_and_the_administrator_place_people(db, name):
    person = cast.wang()
    with pytest.raises(NotAllowed):
        actions.place_person(person, by=cast.user(name), since=APRIL, team=cast.team("two"), post=cast.post())
    assert len(spans(person)) == 1


def test_a_move_ends_the_placement_before_it(db):
    li = cast.li()
    made = actions.place_person(li, by=cast.user("wu"), since=APRIL, team=cast.team("two"), lead=cast.lin())
    assert made.until is None
    assert spans(li) == [(cast.HIRED, date(2026, 3, 31), "Team one"), (APRIL, None, "Team two")]


def test_a_move_entered_late_fits_between(db):
    li = cast.li()
    actions.place_person(li, by=cast.user("wu"), since=MAY, team=cast.team("three"))
    actions.place_person(li, by=cast.user("wu"), since=APRIL, team=cast.team("two"))
    assert spans(li)[1:] == [(APRIL, date(2026, 4, 30), "Team two"), (MAY, None, "Team three")]


def test_a_move_on_the_same_day_corrects_it(db):
    li = cast.li()
    actions.place_person(li, by=cast.user("wu"), since=APRIL, team=cast.team("two"))
    actions.place_person(li, by=cast.user("wu"), since=APRIL, team=cast.team("three"))
    assert spans(li)[1:] == [(APRIL, None, "Team three")]


def test_nobody_is_placed_before_being_hired_under_themselves_or_in_a_circle(db):
    li, zhao = cast.li(), cast.zhao()
    by = cast.user("wu")
    refused("people.since_before_hired", actions.place_person, li, by=by, since=date(2025, 3, 2), team=cast.team("two"))
    refused("people.lead_oneself", actions.place_person, li, by=by, since=APRIL, lead=li)
    facts = refused("people.lead_loop", actions.place_person, zhao, by=by, since=APRIL, lead=li)
    assert (facts["day"], facts["members"]) == (APRIL, ["Zhao", "Li"])
    assert zhao.placements.count() == 1


def test_leaving_ends_the_placement_and_withdrawing_opens_it_again(db):
    li = cast.li()
    ended = actions.end_employment(li, by=cast.user("wu"), left_on=date(2026, 3, 31), reason="moved away")
    assert (ended.left_on, ended.left_reason) == (date(2026, 3, 31), "moved away")
    assert spans(li)[0][1] == date(2026, 3, 31)
    refused("people.not_employed", actions.end_employment, li, by=cast.user("wu"), left_on=APRIL)
    refused("people.since_after_left", actions.place_person, li, by=cast.user("wu"), since=APRIL)
    actions.withdraw_leaving(li, by=cast.user("wu"))
    assert spans(li)[0][1] is None
    refused("people.has_not_left", actions.withdraw_leaving, li, by=cast.user("wu"))


def test_leaving_before_being_hired_or_before_a_later_placement_is_refused(db):
    li, by = cast.li(), cast.user("wu")
    refused("people.left_before_hired", actions.end_employment, li, by=by, left_on=date(2025, 3, 1))
    actions.place_person(li, by=by, since=APRIL, team=cast.team("two"))
    refused("people.since_after_left", actions.end_employment, li, by=by, left_on=date(2026, 3, 31))


def test_somebody_comes_back(db):
    li, by = cast.li(), cast.user("wu")
    refused("people.still_employed", actions.rehire, li, by=by, hired_on=MAY)
    actions.end_employment(li, by=by, left_on=date(2026, 3, 31))
    again = actions.rehire(li, by=by, hired_on=MAY)
    assert again.probation_ends_on == date(2026, 6, 1)
    actions.place_person(li, by=by, since=MAY, team=cast.team("two"))
    assert spans(li) == [(cast.HIRED, date(2026, 3, 31), "Team one"), (MAY, None, "Team two")]


def test_an_account_belongs_to_one_person(db):
    made = actions.add_person(cast.centre(), by=cast.user("wu"), new=NewPerson("A17", "Ma Li"))
    li = cast.li()
    facts = refused("people.user_taken", actions.link_user, made, by=cast.user("wu"), user=li.user)
    assert facts == {"username": "li", "name": "Li"}
    actions.link_user(li, by=cast.user("wu"), user=None)
    assert actions.link_user(made, by=cast.user("wu"), user=cast.user("li")).user.username == "li"


def test_accounts_named_by_the_number_are_linked_at_once(db):
    for number in ("chen", "nobody", "system"):
        actions.add_person(cast.centre(), by=cast.user("sun"), new=NewPerson(number, number.title()))
    cast.user("chen")
    assert actions.link_users_by_number(cast.centre(), by=cast.user("sun")) == 1
    assert Person.objects.get(number="chen").user.username == "chen"


def test_what_is_done_to_somebody_is_written_down_as_being_about_them(db):
    li = cast.li()
    actions.place_person(li, by=cast.user("wu"), since=APRIL, team=cast.team("two"))
    entry = Entry.objects.latest("number")
    assert (entry.action, entry.subject) == ("place_person", li.user_id)
    assert entry.kept.values["since"] == "2026-04-01"


def test_nothing_is_left_half_done(db):
    li = cast.li()
    before = Placement.objects.count(), Employment.objects.count(), Team.objects.count()
    refused("people.lead_loop", actions.place_person, cast.zhao(), by=cast.user("wu"), since=APRIL, lead=li)
    assert (Placement.objects.count(), Employment.objects.count(), Team.objects.count()) == before
    assert Post.objects.get().name == Bilingual("呼入客服", "Inbound agent")


def test_a_number_is_not_endless(db):
    refused(
        "people.text_too_long", actions.add_person, cast.centre(), by=cast.user("wu"), new=NewPerson("x" * 41, "Ma")
    )
