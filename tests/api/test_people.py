import pytest

from tests import cast
from tests.api.asking import items, problem, refused, told


def everybody():
    for name in cast.ROLES:
        cast.person(name)


def names(rows):
    return [row["number"] for row in rows]


@pytest.mark.parametrize(("reader", "seen"), [("li", ["li"]), ("zhao", ["li", "wang", "zhao"]), ("lin", ["he", "lin"])])
def test_everybody_sees_their_own_people(enter, reader, seen):
    everybody()
    assert names(items(enter(reader), "/people")) == seen


def test_a_person_has_their_place(enter):
    everybody()
    key = cast.li().pk
    facts = {"team": "Team one", "site": "Chengdu", "post": "inbound", "lead": "zhao"}
    assert told(enter("zhao"), f"/people/{key}") == {"id": key, "number": "li", "name": "Li", **facts}


@pytest.mark.parametrize("reader", ["li", "lin"])
def test_another_teams_person_is_not_there(enter, reader):
    everybody()
    refused(enter(reader), f"/people/{cast.wang().pk}", 404, "missing")


def test_the_list_is_narrowed_and_cut(enter):
    everybody()
    client = enter("wu")
    assert names(items(client, "/people", q="zh")) == ["zhao", "zheng", "zhou"]
    assert names(items(client, "/people", team=cast.team("two").pk)) == ["he", "lin"]
    assert items(client, "/people", day="2024-01-01") == []
    first = told(client, "/people", size=2)
    assert (names(first["items"]), first["page"], first["has_more"]) == (["cao", "chen"], 1, True)
    last = told(client, "/people", size=2, page=7)
    assert (names(last["items"]), last["has_more"]) == (["zhou"], False)


def test_who_left_is_found_where_they_stood_last(enter):
    person = cast.li()
    person.employments.update(left_on="2025-12-31")
    person.placements.update(until="2025-12-31")
    client = enter("wu")
    assert "li" not in names(items(client, "/people"))
    assert names(items(client, "/people", staying="left")) == ["li"]
    assert told(client, f"/people/{person.pk}")["team"] == "Team one"


def test_leads_see_the_teams_they_lead(enter):
    everybody()
    assert [team["name"] for team in items(enter("zhao"), "/people/teams")] == ["Team one"]
    assert [team["name"] for team in items(enter("wu"), "/people/teams")] == ["Team one", "Team two"]
    problem(enter("li").get("/api/people/teams"), 403, "permission.role")


def test_three_people_cost_as_many_queries_as_one(enter, queries):
    client, counts = enter("wu"), []
    for some in (("li",), ("he", "zhou")):
        for name in some:
            cast.person(name)
        counts.append(queries(client, "/api/people"))
    assert counts[0] == counts[1] <= 12
