"""Tickets to inspect and inspected: whose they are to see, and the service hours each lay in the agent's hands."""

from datetime import timedelta

import pytest

from hengcai.interactions.models import TicketStep
from hengcai.quality.queries.tickets import inspected, tickets_seen_by
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db


def ticket():
    card = scene.scorecard(definition=scene.definition(code="ticket", channel="ticket"))
    contact = scene.contact(channel="ticket")
    contact.ended_at = contact.started_at + timedelta(hours=9)
    contact.save()
    return scene.assignment(contact, card=card)


def test_analysts_see_their_own_and_supervisors_all():
    one = ticket()
    scene.assignment()  # a call
    seen = {name: list(tickets_seen_by(cast.user(name))) for name in ("chen", "cao", "feng", "li", "wu")}
    assert seen == {"chen": [one], "cao": [], "feng": [one], "li": [], "wu": []}
    assert not tickets_seen_by(cast.user("feng"), state="done").exists()
    assert tickets_seen_by(cast.user("feng"), agent="li").exists()


def test_hours_are_those_in_the_agents_hands():
    one = ticket()
    assert inspected([one])[0].hours == 9
    facts = {"ticket": one.contact.key, "starts_at": one.contact.started_at}
    TicketStep.objects.create(**facts, agent=one.contact.agent, ends_at=one.contact.started_at + timedelta(hours=2))
    TicketStep.objects.create(**facts, agent=cast.wang(), ends_at=one.contact.started_at + timedelta(hours=5))
    [found] = inspected([one])
    assert (found.hours, found.evaluation) == (2, None)
