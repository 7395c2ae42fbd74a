import pytest

from hengcai.accounts.models import RoleGrant
from hengcai.audit.models import Entry
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.interactions.models import Transcript
from hengcai.people.models import Placement
from hengcai.quality.actions import assign_contacts, new_version, publish_scorecard, withdraw_assignment
from hengcai.quality.actions import transcripts as module
from hengcai.quality.models import Assignment
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db


def give(*contacts, by="feng", analyst="chen", card=None):
    facts = {"analyst": cast.user(analyst), "scorecard": card or scene.scorecard(), "due_on": scene.DUE}
    return assign_contacts(list(contacts), by=cast.user(by), **facts)


def refusal(*contacts, **how):
    with pytest.raises((NotValid, NotNow, NotAllowed)) as caught:
        give(*contacts, **how)
    return caught.value.code


@pytest.mark.parametrize("by", ["feng", "zheng"])
def test_supervisor_and_group_give_out_contacts(by):
    made = give(scene.contact(), scene.contact(), by=by)
    assert [(one.state, one.analyst, one.assigned_by) for one in made] == [
        ("open", cast.user("chen"), cast.user(by))
    ] * 2
    assert Entry.objects.filter(action="assign_contacts").get().thing == "batch:2"


@pytest.mark.parametrize("by", ["chen", "li", "zhao", "wu", "zhou", "qian", "sun"])
def test_others_choose_nobody(by):
    assert refusal(scene.contact(), by=by) == "permission.role"


def test_an_analyst_who_also_supervises_still_chooses_nobody():
    user = cast.user("feng")
    RoleGrant.objects.create(user=user, role="analyst")
    assert refusal(scene.contact()) == "permission.role"


def test_only_an_analyst_who_may_score_gets_work():
    assert refusal(scene.contact(), analyst="li") == "quality.not_an_analyst"
    RoleGrant.objects.create(user=cast.user("chen"), role="hr")
    assert refusal(scene.contact()) == "quality.not_an_analyst"


def test_an_analyst_who_is_away_gets_no_work():
    analyst = cast.user("chen")
    analyst.is_active = False
    analyst.save()
    assert refusal(scene.contact()) == "quality.not_an_analyst"


def test_nobody_scores_their_own_contacts():
    chen = cast.person("chen")
    assert refusal(scene.contact(), scene.contact(chen)) == "quality.own_contact"
    assert not Assignment.objects.exists()


def test_only_the_card_in_force_for_the_channel_serves():
    assert refusal(scene.contact(channel="chat")) == "quality.other_channel"
    first = scene.scorecard()
    second = new_version(first, by=cast.user("zheng"))
    assert refusal(scene.contact(), card=second) == "quality.scorecard_not_in_force"
    publish_scorecard(second, by=cast.user("zheng"), on=scene.DUE)
    assert refusal(scene.contact(), card=first) == "quality.scorecard_not_in_force"
    assert give(scene.contact(), card=second)


def test_a_contact_in_which_nothing_was_said_is_refused():
    assert refusal(scene.contact(turns=[])) == "quality.empty_contact"


def test_nothing_chosen_is_said_so():
    assert refusal() == "quality.nothing_chosen"


def test_the_same_contact_is_not_given_twice_to_the_same_analyst():
    contact = scene.contact()
    give(contact)
    assert refusal(contact, scene.contact()) == "quality.assigned_already"
    assert len(give(contact, analyst="cao")) == 1


def test_a_contact_named_twice_is_given_once():
    contact = scene.contact()
    assert len(give(contact, contact)) == 1


def test_what_was_withdrawn_may_be_given_again():
    given = scene.assignment()
    withdraw_assignment(given, by=cast.user("feng"))
    assert Assignment.objects.get().state == "withdrawn"
    again = give(given.contact, by="zheng")
    assert (again[0].pk, again[0].state, again[0].assigned_by) == (given.pk, "open", cast.user("zheng"))


def test_only_open_work_is_withdrawn_and_not_by_the_analyst():
    given = scene.assignment()
    with pytest.raises(NotAllowed):
        withdraw_assignment(given, by=cast.user("chen"))
    scene.submit(given)
    with pytest.raises(NotNow):
        withdraw_assignment(given, by=cast.user("feng"))


def test_the_agents_place_on_the_contacts_local_day_is_kept():
    li = cast.li()
    Placement.objects.filter(person=li).update(until="2026-03-31")
    moved = Placement.objects.create(
        person=li, since="2026-04-01", team=cast.team("two"), post=cast.post(), lead=cast.lin()
    )
    noon, midnight = give(scene.contact(li), scene.contact(li, scene.LATE_EVENING))
    assert noon.placement.team == cast.team("one")
    assert midnight.placement == moved


def test_a_site_in_another_zone_has_its_own_day():
    li = cast.li()
    site = cast.site()
    site.time_zone = "America/New_York"
    site.save()
    Placement.objects.filter(person=li).update(until="2026-03-31")
    Placement.objects.create(person=li, since="2026-04-01", team=cast.team("two"))
    assert give(scene.contact(li, scene.LATE_EVENING))[0].placement.team == cast.team("one")


def test_an_agent_without_a_place_that_day_is_given_without_one():
    Placement.objects.filter(person=cast.li()).update(since="2026-03-13")
    assert give(scene.contact(cast.li()))[0].placement is None


def test_words_are_copied_from_the_lake_once(monkeypatch):
    asked = []

    def read(contacts):
        asked.extend(contacts)
        aside = {"direction": "outbound", "queue": "", "recording": "a.opus", "customer_name": "赵先生"}
        return {contact.pk: {"turns": scene.TURNS, "aside": aside} for contact in contacts}

    monkeypatch.setattr(module, "read_conversations", read)
    here, away = scene.contact(), scene.contact()
    Transcript.objects.filter(contact=away).delete()
    give(here, away)
    assert asked == [away]
    kept = Transcript.objects.get(contact=away)
    assert (kept.turns, kept.told) == (scene.TURNS, {"direction": "outbound", "customer_name": "赵先生"})
    give(here, away, analyst="cao")
    assert asked == [away]


def test_a_contact_whose_words_are_lost_is_refused_by_name(monkeypatch):
    lost = {"turns": [], "aside": {}}
    monkeypatch.setattr(module, "read_conversations", lambda contacts: {contact.pk: lost for contact in contacts})
    contact = scene.contact()
    Transcript.objects.all().delete()
    assert refusal(contact) == "quality.words_missing"
    assert not Assignment.objects.exists()


def test_a_batch_takes_as_many_queries_as_a_single_contact(django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    give(scene.contact())
    alone, many = [scene.contact(cast.wang())], [scene.contact() for _ in range(5)]
    with CaptureQueriesContext(
        connection,
    ) as first:
        give(*alone)
    with CaptureQueriesContext(connection) as second:
        give(*many)
    assert len(first) == len(second)
