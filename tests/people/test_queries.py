"""Who stood where on a day, and who may see it."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengcai.people import actions, permissions, queries
from hengcai.people.models import Employment, Person, Placement
from hengcai.people.queries import Filters
from tests import cast

APRIL = date(2026, 4, 1)


def move_li():
    actions.place_person(cast.li(), by=cast.user("wu"), since=APRIL, team=cast.team("two"), lead=cast.lin())


def names(rows):
    return [row.name for row in rows]


def everybody():
    for name in cast.ROLES:
        cast.person(name)


def test_a_day_belongs_to_the_team_of_that_day(db):
    move_li()
    assert queries.placement_on(cast.li(), APRIL - timedelta(days=1)).team.name == "Team one"
    assert queries.placement_on(cast.li(), APRIL).team.name == "Team two"
    assert queries.placement_on(cast.li(), cast.HIRED - timedelta(days=1)) is None


def test_all_placements_of_a_day_come_in_one_query(db, django_assert_num_queries):
    everybody()
    with django_assert_num_queries(1):
        rows = [
            (row.person.name, row.team and row.team.site.name, row.post.code, row.lead)
            for row in queries.placements_on(APRIL)
        ]
    assert len(rows) == len(cast.ROLES)


def test_staff_are_those_employed_both_ends_included(db):
    li, wang = cast.li(), cast.wang()
    actions.end_employment(li, by=cast.user("wu"), left_on=date(2026, 3, 31))
    Person.objects.create(number="candidate", name="Candidate")
    assert wang in queries.staff_on(date(2026, 3, 31))
    assert li in queries.staff_on(date(2026, 3, 31))
    assert li not in queries.staff_on(APRIL)
    assert not queries.staff_on(cast.HIRED - timedelta(days=1)).exists()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.sampled_from([0, 1, 2]), st.integers(-5, 60)), max_size=30))
def test_many_days_at_once_agree_with_one_by_one(db, pairs):
    move_li()
    people = [cast.li(), cast.wang(), cast.he()]
    if people[1].employments.filter(left_on=None).exists():
        actions.end_employment(people[1], by=cast.user("wu"), left_on=date(2026, 4, 20))
    days = [date(2026, 3, 1) + timedelta(days=number) for _who, number in pairs]
    found = queries.team_of_day([people[who].pk for who, _number in pairs], days)
    for (who, _number), day, place in zip(pairs, days, found, strict=True):
        expected = queries.placement_on(people[who], day)
        assert (place and place.placement) == (expected and expected.pk)
        assert (place and place.team) == (expected and expected.team_id)


def test_many_days_at_once_take_one_query(db, django_assert_num_queries):
    everybody()
    people = list(Person.objects.values_list("pk", flat=True)) * 500
    with django_assert_num_queries(1):
        found = queries.team_of_day(people, [cast.MONDAY] * len(people))
    assert all(found)


def test_lines_run_upwards_and_downwards(db):
    head = cast.person("feng")
    actions.place_person(cast.zhao(), by=cast.user("wu"), since=cast.HIRED, team=cast.team("one"), lead=head)
    li, zhao = cast.li(), cast.zhao()
    cast.wang()
    assert names(queries.line_upwards(li, cast.MONDAY)) == ["Zhao", "Feng"]
    assert queries.line_downwards(head, cast.MONDAY) == {zhao.pk: 1, li.pk: 2, cast.wang().pk: 2}
    assert names(queries.led_directly(zhao, cast.MONDAY)) == ["Li", "Wang"]


@pytest.mark.parametrize(
    ("reader", "seen"),
    [
        ("li", ["Li"]),
        ("zhao", ["Li", "Wang", "Zhao"]),
        ("lin", ["He", "Lin"]),
        *[(name, "everybody") for name in ("chen", "feng", "zhou", "wu", "zheng", "qian", "sun")],
    ],
)
def test_each_role_sees_its_people_and_no_others(db, reader, seen):
    everybody()
    found = names(queries.people_seen_by(cast.user(reader)).order_by("name"))
    assert found == (sorted(name.title() for name in cast.ROLES) if seen == "everybody" else seen)


def test_a_lead_of_leads_sees_all_below_and_a_former_lead_nobody(db):
    actions.place_person(cast.zhao(), by=cast.user("wu"), since=cast.HIRED, team=cast.team("one"), lead=cast.lin())
    cast.li()
    cast.wang()
    assert names(queries.people_seen_by(cast.user("lin")).order_by("name")) == ["Li", "Lin", "Wang", "Zhao"]
    for name in ("li", "wang"):
        actions.place_person(
            cast.person(name), by=cast.user("wu"), since=localdate(), team=cast.team("two"), lead=cast.lin()
        )
    assert names(queries.people_seen_by(cast.user("zhao"))) == ["Zhao"]


def test_teams_a_lead_sees_are_those_with_people_of_theirs_each_once(db):
    everybody()
    assert names(queries.teams_seen_by(cast.user("zhao"))) == ["Team one"]
    assert names(queries.teams_seen_by(cast.user("wu"))) == ["Team one", "Team two"]
    assert not queries.teams_seen_by(cast.user("li")).exists()


def test_the_list_is_filtered_by_name_team_post_site_and_staying(db):
    everybody()
    li, wu = cast.li(), cast.user("wu")
    actions.end_employment(li, by=wu, left_on=date(2026, 3, 31))
    team, post = cast.team("one"), cast.post()

    def listed(**how):
        return names(queries.people_listed(wu, Filters(day=how.pop("day", APRIL), **how)))

    assert listed(word="zha") == ["Zhao"]
    assert listed(team=team.pk) == ["Wang", "Zhao"]
    assert listed(team=team.pk, day=date(2026, 3, 31)) == ["Li", "Wang", "Zhao"]
    assert listed(staying="left") == ["Li"]
    assert len(listed(staying="all")) == len(cast.ROLES)
    assert len(listed(post=post.pk)) == len(cast.ROLES) - 1
    assert listed(site=team.site_id) == ["He", "Lin", "Wang", "Zhao"]


def test_a_group_filters_with_its_teams_below(db):
    everybody()
    group = actions.add_team(cast.site(), by=cast.user("sun"), name="Group")
    cast.team("one").__class__.objects.filter(name="Team two").update(parent=group)
    found = queries.people_listed(cast.user("wu"), Filters(day=APRIL, team=group.pk))
    assert names(found) == ["He", "Lin"]


def test_the_tree_counts_a_team_and_its_group(db):
    everybody()
    group = actions.add_team(cast.site(), by=cast.user("sun"), name="Group")
    type(group).objects.filter(name="Team two").update(parent=group)
    [tree] = queries.team_tree(cast.user("wu"), APRIL)
    assert [(node.team.name, node.depth, node.own_count, node.whole_count) for node in tree.nodes] == [
        ("Group", 0, 0, 2),
        ("Team two", 1, 2, 2),
        ("Team one", 0, 3, 3),
    ]
    assert tree.head_count == 5
    [seen] = queries.team_tree(cast.user("lin"), APRIL)
    assert [(node.team.name, node.depth) for node in seen.nodes] == [("Team two", 0)]


def test_a_page_shows_placements_and_gaps_newest_first(db):
    li = cast.li()
    actions.end_employment(li, by=cast.user("wu"), left_on=date(2025, 12, 31))
    actions.rehire(li, by=cast.user("wu"), hired_on=date(2026, 2, 2))
    actions.place_person(li, by=cast.user("wu"), since=date(2026, 3, 1), team=cast.team("two"), lead=cast.lin())
    page = queries.dossier(li, date(2026, 3, 1))
    assert [(bar.since, bar.until, bar.placement is None) for bar in page.bars] == [
        (date(2026, 3, 1), None, False),
        (date(2026, 2, 2), date(2026, 2, 28), True),
        (cast.HIRED, date(2025, 12, 31), False),
    ]
    assert page.bars[-1].start_percent == 0
    assert (page.is_employed, page.is_on_probation, page.now.team.name) == (True, True, "Team two")
    assert names(page.above) == ["Lin"]
    assert not queries.dossier(li, date(2026, 1, 15)).is_employed


def test_a_page_of_somebody_without_any_history_stands(db):
    someone = Person.objects.create(number="x", name="X")
    page = queries.dossier(someone, APRIL)
    assert (page.bars, page.now, page.is_employed, page.is_on_probation) == ([], None, False, False)


def test_the_seen_and_the_entered_agree(db):
    everybody()
    for reader in cast.ROLES:
        user = cast.user(reader)
        seen = set(queries.people_seen_by(user).values_list("pk", flat=True))
        for person in Person.objects.all():
            may = True
            try:
                permissions.SEE.enter(person, user)
            except Exception:
                may = False
            assert may == (person.pk in seen)


def test_no_placement_is_left_without_an_employment(db):
    everybody()
    assert Placement.objects.count() == Employment.objects.count()


def test_people_not_asked_about_are_left_out_of_many_days(db):
    everybody()
    others = [cast.li().pk, *range(10**6, 10**6 + 600)]
    found = queries.team_of_day(others, [cast.MONDAY] * len(others))
    assert found[0].team == cast.team("one").pk
    assert not any(found[1:])


def test_somebody_hired_and_not_placed_goes_out_without_a_team(db):
    actions.add_person(cast.centre(), by=cast.user("wu"), new=actions.NewPerson("A9", "Ma", hired_on=APRIL))
    [row] = queries.people_rows(cast.user("wu"), APRIL)
    assert (row["id"], row["hired_on"], row["team"], row["since"]) == ("A9", "2026-04-01", "", "2026-04-01")
    assert not list(queries.people_rows(cast.user("wu"), cast.MONDAY))
