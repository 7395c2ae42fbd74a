"""Evaluations handed in: who sees which, what a page lays open, publishing."""

import pytest
from django.urls import reverse

from hengcai.quality.models import Evaluation
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.quality import scene

LIST = "list-evaluations"


def see(evaluation):
    return reverse("see-evaluation", args=[evaluation.pk])


def published(agent=None, marks=None):
    made = scene.evaluation(agent, marks)
    scene.publish([made])
    return Evaluation.objects.get(pk=made.pk)


def listed(client, **query):
    return [one.evaluation for one in client.get(reverse(LIST), query).context["list"].rows]


def test_an_agent_sees_own_published_evaluations_only(db, enter):
    mine, hers, waiting = published(cast.li()), published(cast.wang()), scene.evaluation(cast.li())
    client = enter("li")
    assert listed(client) == [mine]
    assert client.get(see(mine)).status_code == 200
    assert client.get(see(hers)).status_code == 404
    assert client.get(see(waiting)).status_code == 404


def test_the_agent_reads_the_grounds_but_not_who_scored(db, enter):
    marks = {**scene.GOOD, "identity": Mark("no", "read the number out", "person", 1)}
    mine = published(cast.li(), marks)
    text = enter("li").get(see(mine)).content.decode()
    assert "read the number out" in text
    assert "a quality analyst" in text
    assert "Chen" not in text
    assert "Chen" not in enter("li").get(reverse(LIST)).content.decode()


def test_a_lead_sees_the_team_and_nobody_elses(db, enter):
    ours, theirs = scene.evaluation(cast.li()), scene.evaluation(cast.he())
    client = enter("zhao")
    assert listed(client) == [ours]
    assert client.get(see(theirs)).status_code == 404


def test_an_analyst_sees_what_they_handed_in(db, enter):
    mine = scene.evaluation(cast.li())
    other = scene.submit(scene.assignment(analyst=cast.user("cao")))
    client = enter("chen")
    assert listed(client) == [mine]
    assert client.get(see(other)).status_code == 404
    assert "analyst" not in client.get(reverse(LIST)).context["form"].fields


@pytest.mark.parametrize("reader", ["sun"])
def test_who_has_nothing_to_do_with_quality_is_not_let_in(db, enter, reader):
    assert enter(reader).get(reverse(LIST)).status_code == 403
    assert enter(reader).get(see(scene.evaluation())).status_code == 403


def test_both_totals_stand_where_there_is_a_fatal_error(db, enter):
    marks = {**scene.GOOD, "identity": Mark("no", "not asked", "", 1)}
    text = enter("feng").get(see(scene.evaluation(cast.li(), marks))).content.decode()
    assert (
        text.count("Fatal error: “Identity” failed; the whole call scores 0. Without fatal errors it would be 58.0.")
        == 2
    )
    assert "Excluding fatal errors" in text


def test_the_agent_reads_what_a_fatal_error_did_on_the_page_and_in_the_list(db, enter):
    marks = {**scene.GOOD, "identity": Mark("no", "没核", "", 1)}
    made = scene.evaluation(cast.li(), marks)
    scene.publish([made])
    client = enter("li", "zh-hans")
    assert "致命错误：identity项未通过，整通记 0 分；不算致命错误是 58.0 分。" in client.get(see(made)).content.decode()
    assert "不计致命错误为 58.0" in client.get(reverse(LIST)).content.decode()


def test_a_link_to_a_moment_marks_its_line(db, enter):
    made = scene.evaluation(cast.li(), {**scene.GOOD, "listening": Mark("4", "asked back", "", 1)})
    text = enter("feng").get(see(made), {"turn": "1"}).content.decode()
    assert 'class="hc-turn cust now" id="turn-1"' in text
    assert "?turn=1#turn-1" in text


def test_the_sum_is_written_out_line_by_line(db, enter):
    steps = enter("feng").get(see(scene.evaluation())).context["steps"]
    assert [(line["weight"], line["share"], line["points"]) for line in steps["lines"]] == [
        ("40%", "85", "34"),
        ("60%", "90", "54"),
    ]
    assert steps["base"] == "88"


def test_a_deduction_card_starts_from_a_hundred(db, enter):
    card = scene.scorecard(definition=scene.deduction_definition())
    given = scene.assignment(scene.contact(channel="ticket"), card=card)
    made = scene.submit(given, {"late": Mark("hit", "two days"), "unclear": Mark("clear")})
    steps = enter("feng").get(see(made)).context["steps"]
    assert (steps["base"], steps["deductions"], steps["lines"]) == ("100", "−8", [])


def test_filters_narrow_and_nonsense_is_left_aside(db, enter):
    li, wang = scene.evaluation(cast.li()), scene.evaluation(cast.wang(), {**scene.GOOD, "identity": Mark("no", "x")})
    client = enter("feng")
    assert listed(client, agent="li") == [li]
    assert listed(client, fatal="on") == [wang]
    assert listed(client, verdict="fail") == [wang]
    assert listed(client, card="call", state="submitted", first_day="2026-03-12", last_day="2026-03-12") == [wang, li]
    assert listed(client, analyst=cast.user("cao").pk) == []
    assert len(listed(client, team="x", first_day="32.13.", analyst="y", page="99")) == 2


def test_the_supervisor_publishes_the_ticked_ones(db, enter):
    one, two, three = (scene.evaluation() for _each in range(3))
    client = enter("feng")
    client.post(reverse("publish-evaluations"), {"evaluation": [one.pk, two.pk]})
    states = dict(Evaluation.objects.values_list("pk", "state"))
    assert [states[row.pk] for row in (one, two, three)] == ["published", "published", "submitted"]
    assert client.post(reverse("publish-evaluations"), {"evaluation": ["x"]}).status_code == 422


@pytest.mark.parametrize("reader", ["li", "zhao", "chen", "wu"])
def test_nobody_else_publishes(db, enter, reader):
    made = scene.evaluation()
    assert enter(reader).post(reverse("publish-evaluations"), {"evaluation": made.pk}).status_code == 403
    assert Evaluation.objects.get(pk=made.pk).state == "submitted"


def test_revisions_are_listed_with_their_reasons(db, enter):
    given = scene.assignment()
    first = scene.submit(given)
    second = scene.submit(given, {**scene.GOOD, "wording": Mark("3")}, edit_count=1, reason="heard again")
    text = enter("feng").get(see(second)).content.decode()
    assert "heard again" in text
    assert see(first) in text
    assert "earlier version" in enter("feng").get(see(first)).content.decode()


def test_a_longer_list_takes_no_more_queries(db, enter, queries):
    client = enter("feng")
    scene.evaluation()
    one = queries(client, reverse(LIST))
    for agent in (cast.li(), cast.wang(), cast.he()):
        scene.evaluation(agent)
    assert queries(client, reverse(LIST)) == one
    assert one <= 30


def test_more_marks_and_revisions_take_no_more_queries(db, enter, queries):
    given = scene.assignment()
    first = scene.submit(given)
    client = enter("feng")
    one = queries(client, see(first))
    marks = {**scene.GOOD, "listening": Mark("2", "late", "system", 1), "remark": Mark("noted", "thanks")}
    second = scene.submit(given, marks, edit_count=1, reason="again")
    assert queries(client, see(second)) == one
