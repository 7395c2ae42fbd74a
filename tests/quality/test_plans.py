"""Sampling plans of the centre: the draw is that of the command, week by week too; what was drawn becomes work."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from hengcai.audit.models import Entry
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.interactions.models import Contact
from hengcai.jobs.models import Job
from hengcai.people.models import Placement
from hengcai.quality.actions import (
    close_plan,
    draw_plan,
    draw_week,
    edit_plan,
    give_picks,
    replace_pick,
    start_plan,
)
from hengcai.quality.drawn_models import DrawnStratum, Pick
from hengcai.quality.models import Assignment
from hengcai.quality.queries.plans import plans_seen_by
from hengcai.quality.tasks import run_plan_step
from tests import cast
from tests.quality import plans, scene

pytestmark = pytest.mark.django_db


def refusal(act, *args, **kwargs):
    with pytest.raises((NotValid, NotNow, NotAllowed)) as caught:
        act(*args, **kwargs)
    return caught.value.code


def test_a_plan_goes_from_draft_to_drawn_to_running_to_closed_and_no_other_way():
    plans.contacts()
    made, feng = plans.plan(), cast.user("feng")
    assert refusal(start_plan, made, by=feng) == "move.state"
    assert refusal(close_plan, made, by=feng) == "move.state"
    draw_plan(made, by=feng, today=plans.AFTER)
    assert (made.state, made.is_weekly) == ("drawn", False)
    assert refusal(draw_plan, made, by=feng, today=plans.AFTER) == "move.state"
    again = {"text": plans.TEXT, "analysts": plans.HEARERS, "days_to_score": 5, "seed": 8, "edit_count": 1}
    assert refusal(edit_plan, made, by=feng, **again) == "move.state"
    start_plan(made, by=feng)
    close_plan(made, by=feng)
    assert refusal(start_plan, made, by=feng) == "move.state"
    assert refusal(give_picks, made, by=feng, today=plans.AFTER) == "move.state"
    assert made.state == "closed"


@pytest.mark.parametrize("name", ["chen", "li", "zhao", "wu", "zhou", "qian", "sun"])
def test_only_the_supervisor_and_the_group_plan(name):
    assert refusal(plans.plan, by=name) == "permission.role"


def test_a_draft_is_edited_and_an_old_page_overwrites_nothing():
    made, feng = plans.plan(), cast.user("feng")
    facts = {"analysts": plans.HEARERS, "days_to_score": 3, "seed": 11}
    text = plans.TEXT.replace("per_agent: 3", "per_agent: 1")
    edit_plan(made, by=feng, text=text, edit_count=1, **facts)
    assert (made.seed, made.days_to_score, made.edit_count) == (11, 3, 2)
    assert refusal(edit_plan, made, by=feng, text=plans.TEXT, edit_count=1, **facts) == "quality.plan_changed"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (plans.TEXT.replace("name: Calls of the spring", ""), "quality.plan_without_name"),
        (plans.TEXT.replace("csat: {at_most: 2}", "matter: [gold]"), "quality.plan_column_not_kept"),
        (plans.TEXT.replace("per_agent: 3", ""), "yaml.key_missing"),
        ("name: [", "yaml.broken"),
    ],
)
def test_a_text_that_says_no_plan_is_refused(text, code):
    assert refusal(plans.plan, text=text) == code


def test_nothing_is_drawn_that_nobody_could_hear():
    nobody = [{"analyst": "li", "capacity": "1", "excluded": ""}]
    assert refusal(plans.drawn, analysts=nobody) == "quality.plan_without_analysts"


def test_a_started_plan_gives_each_pick_out_on_the_card_that_holds_with_a_due_day():
    plans.contacts()
    made = plans.given()
    work = Assignment.objects.filter(pick__draw__plan=made)
    wanted = sum(2 if one.second_id else 1 for one in plans.picks(made))
    assert work.count() == wanted > plans.picks(made).count()
    assert {(one.why, one.due_on, one.scorecard) for one in work} == {("drawn", date(2026, 3, 24), scene.scorecard())}
    assert all(one.contact_id == one.pick.contact_id for one in work)


def test_what_an_analyst_had_already_becomes_the_draws_and_nothing_is_given_twice():
    plans.contacts()
    made = plans.running()
    pick = plans.picks(made).filter(second=None).first()
    scene.assignment(pick.contact, analyst=pick.analyst)
    give_picks(made, by=cast.user("feng"), today=plans.AFTER, most=1000)
    (work,) = Assignment.objects.filter(contact=pick.contact)
    assert (work.why, work.pick) == ("drawn", pick)


def test_what_two_plans_drew_stays_with_the_first():
    plans.contacts()
    first = plans.given()
    again = plans.given(seed=8)
    both = plans.picks(again).filter(trouble="quality.drawn_before")
    assert both
    assert {
        one.pick.draw.plan
        for one in Assignment.objects.filter(contact__in=both.values("contact"), pick__draw__plan=first)
    } == {first}


def test_a_pick_without_a_card_says_so_and_holds_up_nothing():
    plans.contacts()
    text = plans.TEXT.replace("channels: [call]", "")
    scene.contact(cast.he(), scene.NOON - timedelta(days=2), channel="chat")
    made = plans.given(text=text.replace("per_agent: 3", "per_agent: 50"))
    troubled = plans.picks(made).exclude(trouble="")
    assert [(one.contact.channel, one.trouble) for one in troubled] == [("chat", "quality.no_card")]
    assert Assignment.objects.count() >= plans.picks(made).count() - 1


def test_nobody_hears_their_own_team_of_the_last_three_months():
    chen = cast.person("chen")
    Placement.objects.filter(person=chen).update(team=cast.team("one"), until="2025-11-30")
    plans.contacts()
    heard = {one.agent.number for one in contacts_of("chen", plans.drawn())}
    assert heard <= {"he"}
    Placement.objects.filter(person=chen).update(until="2025-10-30")
    assert contacts_of("chen", plans.drawn(seed=8))


def contacts_of(analyst, made):
    return [one.contact for one in plans.picks(made).filter(analyst__username=analyst)]


def test_agents_named_as_excluded_go_to_others():
    plans.contacts()
    rows = [{**plans.HEARERS[0], "excluded": "li;wang"}, plans.HEARERS[1]]
    made = plans.drawn(analysts=rows)
    assert {one.agent.number for one in contacts_of("chen", made)} <= {"he"}


def test_a_pick_gives_way_to_the_next_in_the_draw_for_the_same_analyst_and_is_kept():
    plans.contacts()
    made, feng = plans.given(), cast.user("feng")
    pick = plans.picks(made).filter(stratum__rule="").first()
    new = replace_pick(pick, by=feng, reason="no_sound", today=plans.AFTER)
    assert (pick.replaced_by, pick.reason, new.stratum, new.analyst) == (new, "no_sound", pick.stratum, pick.analyst)
    assert {one.state for one in pick.assignments.all()} == {"withdrawn"}
    assert new.contact_id not in set(made.draws.get().picks.exclude(pk=new.pk).values_list("contact", flat=True))
    assert [one.state for one in new.assignments.all()] == ["open"] * (2 if new.second_id else 1)
    assert Entry.objects.filter(action="replace_pick").count() == 1
    assert refusal(replace_pick, pick, by=feng, reason="no_sound", today=plans.AFTER) == "quality.pick_replaced"


def test_a_pick_is_replaced_for_one_of_three_reasons_and_never_once_it_is_scored():
    plans.contacts()
    made, feng = plans.given(), cast.user("feng")
    pick = plans.picks(made).first()
    wrong = {"by": feng, "today": plans.AFTER}
    assert refusal(replace_pick, pick, reason="low_score", **wrong) == "quality.pick_reason_unknown"
    pick.assignments.update(state="done")
    assert refusal(replace_pick, pick, reason="test_call", **wrong) == "quality.pick_scored"
    assert refusal(replace_pick, pick, reason="test_call", by=cast.user("chen"), today=plans.AFTER) == "permission.role"


def test_when_a_stratum_is_drawn_empty_there_is_no_next():
    plans.contacts(3)
    made = plans.given()
    pick = plans.picks(made).first()
    answer = refusal(replace_pick, pick, by=cast.user("feng"), reason="test_call", today=plans.AFTER)
    assert answer == "quality.pick_last"


def test_a_running_plan_draws_each_week_once_it_is_over_and_the_weeks_add_up():
    plans.contacts(126)  # each agent seven a week
    made, feng = plans.running(today=date(2026, 2, 10)), cast.user("feng")
    assert made.is_weekly
    assert [one.week for one in made.draws.all()] == [date(2026, 2, 2)]
    week = date(2026, 2, 9)
    assert refusal(draw_week, made, by=feng, week=week, today=date(2026, 2, 15)) == "quality.plan_week_open"
    for n in range(1, 6):
        week = plans.FIRST + timedelta(weeks=n)
        draw_week(made, by=feng, week=week, today=week + timedelta(days=7))
    ordinary = DrawnStratum.objects.filter(draw__plan=made, rule="")
    wanted = {
        number: sum(ordinary.filter(agent__number=number).values_list("k", flat=True))
        for number in ("li", "wang", "he")
    }
    assert wanted == {"li": 3, "wang": 3, "he": 3}
    assert set(ordinary.values_list("key", flat=True)) >= {"li||2026-02-02", "he||2026-03-09"}


def test_what_comes_in_late_is_a_stratum_of_its_own_and_disturbs_nothing():
    plans.contacts(126)
    made, feng = plans.running(today=plans.AFTER - timedelta(days=3)), cast.user("feng")
    before = list(plans.picks(made).order_by("pk").values_list("contact", "stratum", "analyst"))
    week, today = plans.FIRST, plans.AFTER
    assert refusal(draw_week, made, by=feng, week=week, today=today) == "quality.plan_nothing_late"
    late = plans.contacts(6, since=plans.FIRST)
    draw = draw_week(made, by=feng, week=week, today=today)
    assert (draw.number, draw.n) == (1, len(late))
    assert {one.key.split("|")[-1] for one in draw.strata.all()} == {"late 1"}
    assert (
        list(plans.picks(made).exclude(draw=draw).order_by("pk").values_list("contact", "stratum", "analyst")) == before
    )
    assert {one.contact_id for one in draw.picks.all()} <= {one.pk for one in late}
    assert plans.compared(made).is_same


def test_the_worker_gives_out_draws_what_is_due_and_waits_for_monday(monkeypatch):
    plans.contacts(126)
    made = plans.running(today=date(2026, 2, 10))
    monkeypatch.setattr("hengcai.base.clock.today", lambda: date(2026, 2, 18))
    for _n in range(20):
        if run_plan_step(made.pk).is_finished:
            break
    assert [one.week for one in made.draws.order_by("week")] == [date(2026, 2, 2), date(2026, 2, 9)]
    assert not plans.picks(made).filter(given_at=None).exists()
    job = Job.objects.filter(kind="run-plan", lease_until__isnull=False).get()
    assert job.lease_until.isoformat() == "2026-02-22T17:00:00+00:00"  # one o'clock on Monday in Shanghai


def test_drawn_again_it_is_the_same_and_what_changed_since_is_named():
    plans.contacts()
    made = plans.drawn()
    replace_pick(
        plans.picks(made).filter(stratum__rule="").first(), by=cast.user("feng"), reason="test_call", today=plans.AFTER
    )
    plans.contacts(9)  # later ones are not in the frame
    assert plans.compared(made).is_same
    Contact.objects.filter(pk__in=plans.picks(made).values("contact")[:1]).update(channel="chat")
    found = plans.compared(made)
    assert not found.is_same
    (line,) = found.lines
    assert (line.n_then, line.n_now, line.is_frame_same) == (36, 35, False)
    assert line.picks_gone
    assert line.strata_changed


@pytest.mark.parametrize(
    ("name", "count"),
    [("feng", 1), ("zheng", 1), ("qian", 1), ("chen", 1), ("li", 0), ("zhao", 0), ("wu", 0), ("zhou", 0), ("sun", 0)],
)
def test_plans_are_seen_by_those_who_plan_and_by_analysts_who_hear_for_them(name, count):
    plans.contacts()
    plans.given()
    assert plans_seen_by(cast.user(name)).count() == count


def test_an_analyst_learns_nothing_of_a_plan_before_it_is_started():
    plans.contacts()
    plans.drawn()
    assert not plans_seen_by(cast.user("chen")).exists()


def test_a_pick_leaves_only_with_a_reason():
    plans.contacts()
    made = plans.drawn()
    one, other = plans.picks(made)[:2]
    with pytest.raises(IntegrityError, match="replaced_for_a_reason"), transaction.atomic():
        Pick.objects.filter(pk=one.pk).update(replaced_by=other)
    assert not plans.picks(made).filter(replaced_by__isnull=False).exists()
