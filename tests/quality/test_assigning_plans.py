"""A drawn plan assigned by exclusions, teams and absences; exclusions wherever work is given out; drawing again by the worker."""

from collections import Counter
from datetime import datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from hengcai.accounts.models import RoleGrant, User
from hengcai.audit.models import Values
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.interactions.actions.undoing import start_undo
from hengcai.interactions.models import Contact
from hengcai.interactions.undoing import hanging
from hengcai.jobs.models import Job
from hengcai.people.models import Absence, Shift
from hengcai.quality import plan_jobs
from hengcai.quality.actions import (
    assign_contacts,
    assign_plan,
    close_plan,
    compare_plan,
    draw_plan,
    draw_rechecks,
    end_exclusion,
    enter_exclusion,
    give_picks,
    start_plan,
)
from hengcai.quality.assigning_models import Exclusion
from hengcai.quality.attending import plan_loads
from hengcai.quality.hearing import bars, days_to_score
from hengcai.quality.models import Dispute
from hengcai.quality.permissions import TAKE
from hengcai.quality.queries.assigned import preview
from hengcai.quality.queries.exclusions import exclusions_seen_by
from hengcai.quality.queries.plans import latest_comparison
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.tasks import assign_plan_step, compare_plan_step, draw_plan_step
from tests import cast
from tests.interactions.bringing import bring, csv_file, row
from tests.quality import disputing, plans, scene

pytestmark = pytest.mark.django_db
PERIOD = (plans.FIRST, plans.LAST)


def refusal(act, *args, **kwargs):
    with pytest.raises((NotValid, NotNow, NotAllowed)) as caught:
        act(*args, **kwargs)
    return caught.value.code


def excluded(analyst="chen", agent="li", *, by="feng", reason="relative", note=""):
    facts = {"analyst": cast.user(analyst), "person": getattr(cast, agent)(), "reason": reason, "note": note}
    return enter_exclusion(cast.centre(), by=cast.user(by), **facts)


def hearing(plan, agent):
    return {
        user.username
        for pick in plans.picks(plan).filter(contact__agent__number=agent)
        for user in (pick.analyst, pick.second)
        if user
    }


def test_an_excluded_analyst_is_given_nobody_they_are_barred_from_and_the_draw_says_why():
    plans.contacts()
    excluded()
    made = plans.drawn()
    assert hearing(made, "li") == {"cao"}
    assert {one["analyst"]: one["barred"].get("li") for one in made.draws.get().hearers} == {
        "chen": "relative", "cao": None,
    }  # fmt: skip


def test_what_is_entered_after_the_draw_counts_when_it_is_assigned_again_and_the_draw_stays():
    plans.contacts()
    made, feng = plans.drawn(), cast.user("feng")
    before = list(plans.picks(made).order_by("pk").values_list("contact", "stratum"))
    assert hearing(made, "li") == {"chen", "cao"}
    excluded()
    assign_plan(made, by=feng, today=plans.AFTER)
    assert hearing(made, "li") == {"cao"}
    assert list(plans.picks(made).order_by("pk").values_list("contact", "stratum")) == before
    again = list(plans.picks(made).order_by("pk").values_list("analyst", "second"))
    assign_plan(made, by=feng, today=plans.AFTER)
    assert list(plans.picks(made).order_by("pk").values_list("analyst", "second")) == again


def test_once_started_nothing_is_assigned_again():
    plans.contacts()
    made = plans.running()
    assert refusal(assign_plan, made, by=cast.user("feng"), today=plans.AFTER) == "move.state"


def test_absences_on_the_days_to_score_lower_the_load_in_proportion():
    plans.contacts(90)
    person = cast.person("chen")
    days = days_to_score(plans.AFTER, 5)
    assert len(days) == 5
    Absence.objects.create(agent=person, first_on=days[0] - timedelta(days=30), last_on=days[2], kind="leave")
    made = plans.drawn(text=plans.TEXT.replace("per_agent: 3", "per_agent: 20"))
    shares = {one.name: one for one in preview(made).shares}
    assert (shares["Chen"].present, shares["Cao"].present) == (Fraction(2, 5), 1)
    assert all(abs(one.count - one.due) <= 1 for one in shares.values())
    assert shares["Chen"].count < shares["Cao"].count / 2


def shifts(name, days, *, start=9, hours=8, kind="work"):
    """One a day, in Shanghai."""
    zone = ZoneInfo("Asia/Shanghai")
    for day in days:
        at = datetime.combine(day, time(start), zone)
        Shift.objects.create(agent=cast.person(name), starts_at=at, ends_at=at + timedelta(hours=hours), kind=kind)


def test_imported_shifts_count_by_hours_and_who_has_none_counts_by_days():
    plans.contacts(90)
    days = days_to_score(plans.AFTER, 5)
    shifts("chen", [*days, days[-1] + timedelta(days=1)], hours=6)
    shifts("chen", days[:1], start=10, hours=1, kind="training")
    Absence.objects.create(agent=cast.person("chen"), first_on=days[4], last_on=days[4], kind="sick")
    made = plans.drawn(text=plans.TEXT.replace("per_agent: 3", "per_agent: 20"))
    found = {one.name: one for one in preview(made).shares}
    chen, cao = found["Chen"], found["Cao"]
    assert (chen.shifts, chen.hours, chen.present) == (4, 23, Fraction(23, 40))
    assert (cao.shifts, cao.hours, cao.present) == (0, None, 1)
    assert all(abs(one.count - one.due) <= 1 for one in (chen, cao))
    assert chen.due / cao.due == Fraction(23, 40)


def test_days_the_roster_does_not_reach_yet_count_as_days():
    plans.contacts(90)
    days = days_to_score(plans.AFTER, 5)
    shifts("chen", days[:2], hours=6)
    Absence.objects.create(agent=cast.person("chen"), first_on=days[4], last_on=days[4], kind="sick")
    found = {one.name: one for one in preview(plans.drawn()).shares}
    assert (found["Chen"].hours, found["Chen"].present) == (2 * 6 + 2 * 8, Fraction(28, 40))


def test_shifts_that_are_all_absence_leave_nobody_to_hear_anything_twice():
    plans.contacts()
    days = days_to_score(plans.AFTER, 5)
    shifts("chen", days)
    Absence.objects.create(agent=cast.person("chen"), first_on=days[0], last_on=days[-1], kind="leave")
    page = preview(plans.drawn())
    assert [(one.name, one.count) for one in page.shares if not one.present] == [("Chen", 0)]


def test_rechecks_that_lie_with_an_analyst_count_when_a_plan_is_assigned(settings):
    settings.RECHECK_SHARE = Fraction(1)
    cast.user("cao")
    for _ in range(4):
        scene.evaluation(cast.wang())
    draw_rechecks(cast.centre(), by=cast.user("feng"), today=cast.MONDAY, seed=1)
    assert set(Recheck.objects.values_list("rechecker__username", flat=True)) == {"cao"}
    plans.contacts(90)
    found = {one.name: one for one in preview(plans.drawn()).shares}
    chen, cao = found["Chen"], found["Cao"]
    assert (chen.held, cao.held) == (0, 4)
    assert chen.due - cao.due == 4
    assert all(abs(one.count - one.due) <= 1 for one in (chen, cao))


def test_contacts_of_plans_count_when_rechecks_are_shared_out(settings):
    """Tang's evaluations go to Cao alone, with whom least lies, until both have the same."""
    settings.RECHECK_SHARE = Fraction(1)
    plans.contacts(36)
    for agent in ("li", "wang"):
        excluded("cao", agent)
    plans.given(text=plans.TEXT.replace('"0.2"', '"0"'))
    before = plan_loads()
    chen, cao = cast.user("chen").pk, cast.user("cao").pk
    assert before[chen] > before[cao] + 4
    tang = User.objects.create(username="tang", name="Tang")
    RoleGrant.objects.create(user=tang, role="analyst")
    for _ in range(4):
        scene.submit(scene.assignment(scene.contact(cast.he()), analyst=tang))
    draw_rechecks(cast.centre(), by=cast.user("feng"), today=plans.AFTER, seed=1)
    assert Counter(Recheck.objects.values_list("rechecker", flat=True)) == {cao: 4}


def test_the_preview_says_what_nobody_may_score_and_which_reason_each_has():
    plans.contacts()
    excluded()
    excluded("cao", reason="other", note="shares a flat")
    made = plans.drawn()
    page = preview(made)
    (left,) = page.unplaced
    assert (left.agent, left.count) == ("Li", plans.picks(made).filter(analyst=None).count())
    assert dict(left.why) == {"Chen": "relative", "Cao": "other"}
    assert page.unplaced_count == left.count


def test_the_preview_says_whether_severities_are_separable_and_what_is_lacking():
    plans.contacts()
    page = preview(plans.drawn())
    assert page.separable.is_connected
    assert page.separable.needed == 0
    assert [pair[:2] for pair in page.separable.lacking] == [("Cao", "Chen")]
    for agent in ("li", "wang"):
        excluded(agent=agent)
    excluded("cao", "he")
    apart = preview(plans.drawn(seed=8))
    assert apart.separable.groups == (("Cao",), ("Chen",))
    assert (apart.separable.needed, apart.separable.lacking) == (1, (("Cao", "Chen", 0),))
    assert apart.doubles_missing > 0


def test_an_exclusion_bars_from_contacts_given_by_hand_and_from_rechecks_as_long_as_it_holds():
    contact, chen = scene.contact(cast.li()), cast.user("chen")
    made = excluded()
    facts = {"by": cast.user("feng"), "analyst": chen, "scorecard": scene.scorecard(), "due_on": plans.AFTER}
    assert refusal(assign_contacts, [contact], **facts) == "quality.excluded"
    assert bars([chen], PERIOD)[chen.pk]["li"] == "relative"
    end_exclusion(made, by=cast.user("feng"))
    assert "li" not in bars([chen], PERIOD)[chen.pk]
    assert assign_contacts([contact], **facts)


def test_an_excluded_analyst_takes_no_dispute_of_the_agent():
    cast.user("cao")
    one = disputing.dispute()
    assert TAKE.rows(Dispute.objects.all(), cast.user("cao")).exists()
    excluded("cao")
    assert refusal(disputing.take, one) == "permission.reach"


def test_a_pick_whose_analyst_was_excluded_since_says_so_and_the_others_are_given():
    plans.contacts()
    made = plans.running()
    excluded()
    excluded("cao")
    give_picks(made, by=cast.user("feng"), today=plans.AFTER, most=1000)
    barred = plans.picks(made).filter(contact__agent__number="li")
    assert {one.trouble for one in barred} == {"quality.excluded"}
    assert {one.trouble for one in plans.picks(made).filter(contact__agent__number="he")} == {""}


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"reason": "dislike"}, "quality.exclusion_reason_unknown"),
        ({"reason": "other", "note": " "}, "quality.exclusion_without_note"),
        ({"note": "x" * 201}, "quality.exclusion_note_long"),
        *(({"by": name}, "permission.role") for name in ("li", "zhao", "chen", "qian", "sun")),
    ],
)
def test_an_exclusion_needs_a_known_reason_and_somebody_who_answers_for_it(facts, code):
    assert refusal(excluded, **facts) == code


def test_an_exclusion_stands_once_is_ended_once_and_its_note_is_in_no_entry_of_the_log():
    made = excluded(by="wu", note="her sister")
    assert refusal(excluded) == "quality.excluded_already"
    end_exclusion(made, by=cast.user("feng"))
    assert refusal(end_exclusion, made, by=cast.user("feng")) == "quality.exclusion_ended"
    assert excluded()
    assert "sister" not in str(list(Values.objects.values_list("values", flat=True)))
    with pytest.raises(IntegrityError), transaction.atomic():
        Exclusion.objects.filter(pk=made.pk).update(ended_by=None)


@pytest.mark.parametrize(
    ("name", "count"), [("wu", 2), ("zheng", 2), ("feng", 2), ("qian", 2), ("chen", 1), ("li", 0), ("sun", 0)]
)
def test_an_analyst_sees_their_own_exclusions_and_who_answers_for_them_all(name, count):
    excluded()
    excluded("cao", "wang")
    assert exclusions_seen_by(cast.user(name)).count() == count


def test_many_contacts_are_drawn_and_drawn_again_by_the_worker(monkeypatch):
    monkeypatch.setattr(plan_jobs, "LARGE", 10)
    monkeypatch.setattr("hengcai.base.clock.today", lambda: plans.AFTER)
    plans.contacts()
    made, feng = plans.plan(), cast.user("feng")
    draw_plan(made, by=feng, today=plans.AFTER)
    assert (made.state, made.draws.count()) == ("drawn", 0)
    assert refusal(start_plan, made, by=feng) == "quality.plan_being_drawn"
    assert refusal(assign_plan, made, by=feng, today=plans.AFTER) == "quality.plan_being_drawn"
    step = draw_plan_step(made.pk)
    assert (step.done_count, step.total_count, step.is_finished) == (1, 1, True)
    Job.objects.update(state="done")
    found = compare_plan(made, by=feng)
    assert not latest_comparison(made).is_done
    assert compare_plan(made, by=feng) == found
    assert compare_plan_step(found.pk).is_finished
    assert latest_comparison(made).is_same
    assert compare_plan_step(found.pk).is_finished  # with nothing left to do


def test_the_worker_draws_week_after_week_and_leaves_a_closed_plan(monkeypatch):
    monkeypatch.setattr(plan_jobs, "LARGE", 10)
    today = plans.FIRST + timedelta(days=17)
    monkeypatch.setattr("hengcai.base.clock.today", lambda: today)
    plans.contacts(60)
    made = draw_plan(plans.plan(), by=cast.user("feng"), today=today)
    first = draw_plan_step(made.pk)
    assert (first.done_count, first.total_count, first.is_finished) == (1, 2, False)
    close_plan(made, by=cast.user("feng"))
    assert draw_plan_step(made.pk).is_finished
    assert made.draws.count() == 1


def test_many_picks_are_assigned_again_by_the_worker_as_the_request_would_and_twice_is_the_same(monkeypatch):
    monkeypatch.setattr("hengcai.base.clock.today", lambda: plans.FIRST + timedelta(days=17))
    plans.contacts(60)
    feng, today = cast.user("feng"), plans.FIRST + timedelta(days=17)
    made = draw_plan(plans.plan(), by=feng, today=today)
    excluded("chen", "li")
    assign_plan(made, by=feng, today=today)
    wanted = dict(plans.picks(made).values_list("pk", "analyst"))
    plans.picks(made).update(analyst=None, second=None)
    monkeypatch.setattr(plan_jobs, "MANY", 1)
    assign_plan(made, by=feng, today=today)
    assert refusal(start_plan, made, by=feng) == "quality.plan_being_assigned"
    for number in (0, 0, 1):  # killed before it was noted: once more
        Job.objects.filter(kind="assign-plan").update(done_count=number)
        step = assign_plan_step(made.pk)
        assert (step.done_count, step.total_count, step.is_finished) == (number + 1, 2, number == 1)
    assert dict(plans.picks(made).values_list("pk", "analyst")) == wanted
    close_plan(made, by=feng)
    assert assign_plan_step(made.pk).is_finished


def test_nothing_is_compared_that_was_not_drawn_nor_by_who_does_not_see_the_draw():
    made = plans.plan()
    assert refusal(compare_plan, made, by=cast.user("feng")) == "quality.plan_not_drawn"
    assert refusal(compare_plan, made, by=cast.user("chen")) == "permission.role"


def test_an_import_whose_contacts_were_drawn_is_not_undone_and_one_line_says_why(tmp_path):
    cast.li()
    rows = [row(f"d{n}", agent="li", started_at=f"2026-02-{n + 3:02} 10:00") for n in range(6)]
    run = bring(csv_file(tmp_path / "contacts.csv", rows))
    plans.drawn(text=plans.TEXT.replace("per_agent: 3", "per_agent: 2"))
    (found,) = [one for one in hanging(run) if one.thing == "quality.pick"]
    assert found.told("en") == "Imported data is used elsewhere: drawn contact (2)."
    assert "抽到的记录" in found.told("zh")
    assert refusal(start_undo, run, by=cast.user("sun")) == "undo.blocked"
    assert Contact.objects.count() == 6
