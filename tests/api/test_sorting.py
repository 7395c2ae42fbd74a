"""Lists sort for programs as they do on their pages."""

import pytest

from tests import cast
from tests.quality import scene

SORTED = {
    "/api/people": ("wu", "team"), "/api/contacts": ("feng", "-satisfaction"), "/api/quality/evaluations": ("feng", "-result"),
    "/api/quality/cases": ("feng", "reported"), "/api/quality/assignments": ("chen", "-due"),
    "/api/quality/assignments/given": ("feng", "analyst"), "/api/quality/scorecards": ("feng", "-version"),
    "/api/reports/teams": ("qian", "-people"), "/api/appraisal/cycles": ("zheng", "people"),
    "/api/imports": ("sun", "-rejected"), "/api/appraisal/ratings": ("zhao", "-until"),
}  # fmt: skip


def asked(client, who, address, sort):
    client.force_login(cast.user(who))
    return client.get(address, {"sort": sort})


@pytest.mark.parametrize("address", SORTED)
def test_a_list_takes_the_order_of_its_headings_and_refuses_others(db, client, address):
    who, sort = SORTED[address]
    scene.evaluation(cast.li())
    assert asked(client, who, address, sort).status_code == 200
    refused = asked(client, who, address, "password")
    assert (refused.status_code, refused.json()["code"]) == (422, "base.sort_unknown")
    assert sort.removeprefix("-") in refused.json()["detail"]


def test_people_come_in_the_order_asked_for(db, client):
    for name in ("li", "wang", "he"):
        cast.person(name)
    there = [one["number"] for one in asked(client, "wu", "/api/people", "number").json()["items"]]
    turned = [one["number"] for one in asked(client, "wu", "/api/people", "-number").json()["items"]]
    assert there == sorted(there) == turned[::-1]


def test_who_is_scored_cannot_have_the_order_of_who_scored(db, client):
    scene.evaluation(cast.li())
    assert asked(client, "feng", "/api/quality/evaluations", "analyst").status_code == 200
    assert asked(client, "li", "/api/quality/evaluations", "analyst").status_code == 422
