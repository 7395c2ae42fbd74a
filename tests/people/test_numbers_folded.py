"""Numbers and names by hand: what nobody sees makes no second person, site or team here either."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from hengcai.base.errors import NotValid
from hengcai.people.actions import NewPerson, add_person, add_site, add_team
from hengcai.people.models import Person
from hengcai.people.queries.seen import person_meant
from tests import cast


def test_numbers_from_before_are_folded_unless_that_one_is_taken(db):
    for number in ("１００１", "2002", "２００２", "\u200b3003 "):
        Person.objects.create(number=number, name=number)
    import_module("hengcai.people.migrations.0002_numbers_folded").fold(apps, None)
    assert sorted(Person.objects.values_list("number", flat=True)) == ["1001", "2002", "3003", "２００２"]


def test_a_number_typed_another_way_is_taken_and_found(db):
    made = add_person(cast.centre(), by=cast.user("wu"), new=NewPerson("１００１\u200b", "冯一", date(2026, 1, 5)))
    assert made.number == "1001"
    with pytest.raises(NotValid, match="number_taken"):
        add_person(cast.centre(), by=cast.user("wu"), new=NewPerson("1001 ", "冯二"))
    assert [person_meant(text) for text in ("1001", " １００１", "冯一\u200e")] == [made] * 3


def test_a_site_or_team_spelled_another_way_is_taken(db):
    site = add_site(cast.centre(), by=cast.user("wu"), name="成都（一）")
    add_team(site, by=cast.user("wu"), name="１组")
    with pytest.raises(NotValid, match="site_taken"):
        add_site(cast.centre(), by=cast.user("wu"), name="成都(一)\u200b")
    with pytest.raises(NotValid, match="team_taken"):
        add_team(site, by=cast.user("wu"), name=" 1组")
