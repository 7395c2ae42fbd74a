"""Giving contacts out: picked by filter, given to one analyst, told what could not be given."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from hengcai.interactions.models import Contact
from hengcai.people.models import Person
from hengcai.quality.models import Assignment
from tests import cast
from tests.quality import scene

PAGE = "assign-contacts"


def send(client, contacts, analyst="chen", **more):
    data = {"contact": [one.pk for one in contacts], "analyst": cast.user(analyst).pk, "due_on": "2026-03-31", **more}
    return client.post(reverse(PAGE), data)


def told(answer):
    return [str(one) for one in get_messages(answer.wsgi_request)]


def offered(client, **query):
    return list(client.get(reverse(PAGE), query).context["page"])


@pytest.mark.parametrize("reader", ["li", "zhao", "chen", "wu", "qian"])
def test_only_those_who_give_out_work_open_it(db, enter, reader):
    assert enter(reader).get(reverse(PAGE)).status_code == 403
    assert enter(reader).post(reverse(PAGE), {}).status_code == 403


def test_the_ticked_ones_go_to_one_analyst_on_the_channels_card(db, enter):
    scene.scorecard()
    contacts = [scene.contact(), scene.contact(cast.wang())]
    answer = send(enter("feng"), contacts)
    assert answer.status_code == 302
    assert told(answer) == ["2 contacts assigned to Chen."]
    assert {row.contact for row in Assignment.objects.filter(analyst=cast.user("chen"))} == set(contacts)


def test_those_that_cannot_be_given_do_not_hold_up_the_rest(db, enter):
    scene.scorecard()
    known, fresh = scene.assignment().contact, scene.contact()
    said = told(send(enter("feng"), [known, fresh, scene.contact(channel="visit")]))
    assert said[0] == "1 contact assigned to Chen."
    assert said[1].startswith("2 were not assigned:")
    assert "already assigned to Chen" in said[1]
    assert "no scorecard is in force" in said[1]


def test_nobody_is_given_their_own_contact(db, enter):
    scene.scorecard()
    Person.objects.create(number="chen", name="Chen", user=cast.user("chen"))
    said = told(send(enter("feng"), [scene.contact(Person.objects.get(number="chen")), scene.contact()]))
    assert said[0] == "1 contact assigned to Chen."
    assert "own contacts" in said[1]


def test_nothing_ticked_says_so(db, enter):
    scene.scorecard()
    assert send(enter("feng"), []).status_code == 422
    assert enter("feng").post(reverse(PAGE), {"contact": ["x"]}).status_code == 422


def test_filters_pick_contacts(db, enter):
    low, plain, complained = scene.contact(), scene.contact(cast.wang()), scene.contact()
    Contact.objects.filter(pk=low.pk).update(csat=Decimal(1))
    Contact.objects.filter(pk=complained.pk).update(complaint="upheld")
    given = scene.assignment().contact
    client = enter("feng")
    assert offered(client, satisfaction="low") == [low]
    assert offered(client, complaint="upheld") == offered(client, complaint="any") == [complained]
    assert offered(client, agent="wang") == [plain]
    assert given in offered(client, channel="call", first_day="2026-03-12", last_day="2026-03-12")
    assert given not in offered(client, only_new="on")
    assert offered(client, first_day=(scene.NOON.date() + timedelta(days=1)).isoformat()) == []


def test_the_second_page_of_what_nobody_has_yet_shows_no_more_than_that(db, enter):
    given, fresh = scene.assignment().contact, scene.contact()
    client = enter("feng")
    assert offered(client) == offered(client, page=1) == [fresh]
    assert set(offered(client, channel="")) == {given, fresh}


def test_each_analysts_open_work_is_shown(db, enter):
    scene.assignment()
    cast.user("cao")
    answer = enter("feng").get(reverse(PAGE))
    assert {one.name: one.open_count for one in answer.context["analysts"]} == {"Chen": 1, "Cao": 0}


def test_a_longer_list_takes_no_more_queries(db, enter, queries):
    client = enter("feng")
    scene.scorecard()
    scene.contact()
    one = queries(client, reverse(PAGE))
    for agent in (cast.li(), cast.wang(), cast.he()):
        scene.contact(agent)
    assert queries(client, reverse(PAGE)) == one
    assert one <= 30
