"""Cycles that lay themselves out, moments that fire once where they are, days that are only put off, reminders to all."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from hengcai.accounts.models import system_user
from hengcai.appraisal import actions, calendar_jobs
from hengcai.appraisal.models import Cycle, CycleTemplate, Deadline, Lengthening, Nudge, RatingTask
from hengcai.appraisal.moments import due_now
from hengcai.audit.models import Entry
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotAllowed
from hengcai.inbox.models import Duty
from hengcai.jobs.models import Job
from hengcai.jobs.worker import work_once
from hengcai.people.models import Employment, OwnDay, Site
from tests import cast
from tests.appraisal import stage
from tests.appraisal.refusals import refused

pytestmark = pytest.mark.usefixtures("standards")
SHANGHAI = ZoneInfo("Asia/Shanghai")
QUARTER = actions.Terms(True, 10, 1, time(9), False, 2, 3, 6, None, 9)
MONTH = actions.Terms(True, 10, 1, time(9), False, None, None, None, None, 9)


def at(year, month, day, hour=12, minute=0, zone=SHANGHAI):
    return datetime(year, month, day, hour, minute, tzinfo=zone)


def settle(kind="quarter", terms=QUARTER, **changed):
    stage.in_force_everything()
    cast.user("wu")
    return actions.settle_template(
        cast.centre(), by=cast.user("zheng"), kind=kind, terms=actions.Terms(**{**vars(terms), **changed})
    )


def work(moment):
    """A worker comes by at that moment and does all there is."""
    with clock.set_to(moment):
        calendar_jobs.ask_for_calendar()
        while work_once():
            pass


def duties(kind):
    return sorted(Duty.objects.filter(kind=kind, done_at=None).values_list("user__username", "due_on"))


def test_the_next_quarter_is_laid_out_once_however_often_a_worker_looks(db):
    settle()
    work(at(2026, 3, 20))
    assert not Cycle.objects.exists()
    for moment in (at(2026, 3, 21), at(2026, 3, 21, 13), at(2026, 3, 22), at(2026, 4, 30)):
        work(moment)
    cycle = Cycle.objects.get()
    assert (cycle.code, cycle.state, cycle.period_end) == ("2026-Q1", "draft", stage.END)
    assert (cycle.self_due_on, cycle.superior_due_on) == (date(2026, 4, 2), date(2026, 4, 9))  # 6 April is Qingming
    assert duties("cycle.open") == [("wu", date(2026, 4, 1)), ("zheng", date(2026, 4, 1))]


def test_a_kill_between_laying_out_and_the_jobs_end_lays_nothing_out_twice(db):
    settle()
    with clock.set_to(at(2026, 3, 21)):
        for _again in range(3):  # each step as if the worker before it had died before it could say it was done
            calendar_jobs.lay_out_step(0)
        assert Cycle.objects.count() == 1
        template = CycleTemplate.objects.get()
        refused("appraisal.nothing_to_lay_out", actions.lay_out_cycle, template, by=system_user())


def test_one_that_breaks_half_way_leaves_nothing_and_is_laid_out_the_next_time(db, monkeypatch):
    settle()

    def killed(*_args, **_facts):
        raise SystemExit

    with clock.set_to(at(2026, 3, 21)), monkeypatch.context() as broken:
        broken.setattr("hengcai.appraisal.duties.to_open", killed)
        with pytest.raises(SystemExit):
            calendar_jobs.lay_out_step(0)
    assert not Cycle.objects.exists()
    work(at(2026, 3, 21))
    assert Cycle.objects.count() == Deadline.objects.count() == 1


def test_over_the_year_and_by_make_up_workdays_days_are_counted_right(db):
    """1 January is off; the centre works Saturday the 3rd; so the second working day after December is a Saturday."""
    settle("month", MONTH, publish_after=2, opens_after=1)
    OwnDay.objects.create(date=date(2026, 1, 2), kind="holiday", name="")
    OwnDay.objects.create(date=date(2026, 1, 3), kind="working", name="调休")
    OwnDay.objects.create(date=date(2026, 1, 4), kind="made_up", name="调休")
    work(at(2025, 12, 25))
    cycle = Cycle.objects.get()
    assert cycle.code == "2025-12"
    assert cycle.opens_at.astimezone(SHANGHAI) == at(2026, 1, 3, 9)
    assert cycle.publish_due_on == date(2026, 1, 4)


def test_it_opens_itself_at_the_stated_local_time_and_not_a_minute_before(db):
    settle(opens_itself=True)
    stage.person("li")
    work(at(2026, 3, 25))
    work(at(2026, 4, 1, 8, 59))
    assert Cycle.objects.get().state == "draft"
    work(at(2026, 4, 1, 9, 0))
    assert Cycle.objects.get().state == "collecting"
    assert Entry.objects.filter(action="open_cycle").count() == 1
    work(at(2026, 4, 1, 9, 1))
    assert Entry.objects.filter(action="open_cycle").count() == 1


def test_a_site_in_another_zone_opens_and_ends_by_its_own_clock(db):
    site = Site.objects.create(name="Urumqi", time_zone="Asia/Urumqi")
    settle(opens_itself=True, zone=site.time_zone)
    stage.person("li")
    work(at(2026, 3, 25))
    work(at(2026, 4, 1, 10, 59))
    assert Cycle.objects.get().state == "draft"
    work(at(2026, 4, 1, 11, 0))  # nine there
    assert Cycle.objects.get().state == "collecting"
    ends = {(one.what, one.zone): one.at for one in Deadline.objects.filter(what="self")}
    assert ends == {
        ("self", "Asia/Shanghai"): at(2026, 4, 3, 0), ("self", "Asia/Urumqi"): at(2026, 4, 3, 2),
    }  # fmt: skip


def test_nobody_to_appraise_leaves_it_to_somebody_and_fires_no_second_time(db):
    settle(opens_itself=True)
    work(at(2026, 3, 25))
    work(at(2026, 4, 2))
    assert Cycle.objects.get().state == "draft"
    assert not due_now().exists()
    assert [name for name, _day in duties("cycle.open")] == ["wu", "zheng"]


def test_a_worker_that_was_down_for_days_sees_to_each_moment_once_in_order(db):
    settle(opens_itself=True, closes_after=7)
    stage.person("li")
    work(at(2026, 3, 25))
    work(at(2026, 4, 30))
    fired = list(Deadline.objects.order_by("fired_at", "at").values_list("what", flat=True))
    assert fired == ["open", "self", "others", "superior", "close", "publish"]
    assert Cycle.objects.get().state == "preliminary"
    first = dict(Deadline.objects.values_list("pk", "fired_at"))
    work(at(2026, 5, 1))
    assert dict(Deadline.objects.values_list("pk", "fired_at")) == first


def opened():
    cast.user("wu")
    with clock.set_to(at(2026, 4, 1)):
        return stage.open_quarter(peers=0)


def test_when_a_last_day_is_over_whoever_runs_the_cycle_learns_of_missing_forms_once(db):
    opened()
    work(at(2026, 4, 2, 23, 59))
    assert not duties("cycle.late")
    work(at(2026, 4, 3, 0, 0))
    assert duties("cycle.late") == [("wu", date(2026, 4, 3)), ("zheng", date(2026, 4, 3))]
    assert Deadline.objects.filter(what="self", fired_at__isnull=False).count() == 1


def test_a_deadline_is_put_off_and_everybody_with_a_form_is_told(db):
    cycle = opened()
    Duty.objects.update(seen_at=clock.now())
    with clock.set_to(at(2026, 4, 2)):
        actions.lengthen_cycle(
            cycle, by=cast.user("zheng"), reason="系统停机两天", dates=actions.Dates(self_due_on=date(2026, 4, 10))
        )
    kept = Lengthening.objects.get()
    assert kept.days == {"self_due_on": ["2026-04-02", "2026-04-10"]}
    assert set(RatingTask.objects.filter(source="self").values_list("due_on", flat=True)) == {date(2026, 4, 10)}
    told = Duty.objects.get(kind="rating.self", user__username="li")
    assert (told.due_on, told.seen_at) == (date(2026, 4, 10), None)
    assert Deadline.objects.get(what="self").at == at(2026, 4, 11, 0)
    assert Entry.objects.filter(action="lengthen_cycle").count() == 1


def test_one_that_has_fired_fires_again_at_the_new_moment(db):
    cycle = opened()
    work(at(2026, 4, 3, 1))
    with clock.set_to(at(2026, 4, 3)):
        actions.lengthen_cycle(
            cycle, by=cast.user("zheng"), reason="x", dates=actions.Dates(self_due_on=date(2026, 4, 10))
        )
    assert Deadline.objects.get(what="self").fired_at is None
    assert not duties("cycle.late")
    work(at(2026, 4, 11, 0, 1))
    assert duties("cycle.late")


@pytest.mark.parametrize("field", ["self_due_on", "others_due_on", "superior_due_on", "publish_due_on"])
def test_an_announced_day_is_never_brought_forward(db, field):
    cycle = opened()
    before = {name: getattr(cycle, name) for name in vars(stage.DATES)}
    earlier = actions.Dates(**{field: before[field] - timedelta(days=1)})
    refused(
        "appraisal.deadline_shortened", actions.lengthen_cycle, cycle, by=cast.user("wu"), reason="x", dates=earlier
    )
    refused("appraisal.nothing_lengthened", actions.lengthen_cycle, cycle, by=cast.user("wu"), reason="x",
            dates=actions.Dates(**{field: before[field]}))  # fmt: skip
    refused("move.state", actions.change_draft, cycle, by=cast.user("wu"), name=Bilingual("短"), dates=earlier)
    assert {name: getattr(Cycle.objects.get(), name) for name in before} == before


def test_putting_off_needs_a_reason_and_a_cycle_that_waits_for_something(db):
    later = actions.Dates(publish_due_on=date(2026, 5, 29))
    draft = stage.cycle(code="later")
    refused("appraisal.nothing_to_lengthen", actions.lengthen_cycle, draft, by=cast.user("wu"), reason="x", dates=later)
    cycle = opened()
    refused("appraisal.reason_missing", actions.lengthen_cycle, cycle, by=cast.user("wu"), reason=" ", dates=later)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    refused("appraisal.nothing_lengthened", actions.lengthen_cycle, cycle, by=cast.user("wu"), reason="x",
            dates=actions.Dates(self_due_on=date(2026, 5, 29)))  # fmt: skip
    actions.lengthen_cycle(cycle, by=cast.user("wu"), reason="x", dates=later)
    assert Duty.objects.filter(kind="cycle.publish", due_on=date(2026, 5, 29)).count() == 2
    for name in ("li", "zhao", "qian", "sun", "zhou", "chen", "feng"):
        with pytest.raises(NotAllowed):
            actions.lengthen_cycle(cycle, by=cast.user(name), reason="x", dates=later)


def test_a_drafts_days_are_free(db):
    draft = stage.cycle()
    earlier = actions.Dates(date(2026, 4, 1), date(2026, 4, 1), date(2026, 4, 1), date(2026, 4, 2))
    actions.change_draft(draft, by=cast.user("wu"), name=Bilingual("新名"), dates=earlier)
    assert Cycle.objects.get().publish_due_on == date(2026, 4, 2)


def test_all_who_are_late_are_reminded_with_one_click_once_a_day(db):
    cycle = opened()
    with clock.set_to(at(2026, 4, 2)):
        refused("appraisal.nobody_late", actions.nudge_late, cycle, by=cast.user("zheng"))
    Duty.objects.update(seen_at=clock.now())
    with clock.set_to(at(2026, 4, 3)):
        nudge = actions.nudge_late(cycle, by=cast.user("zheng"))
        refused("appraisal.nudged_all_today", actions.nudge_late, cycle, by=cast.user("wu"))
    assert set(nudge.raters.values_list("number", flat=True)) == {"li", "wang", "he", "zhou", "zhao", "lin"}
    told = Duty.objects.filter(seen_at=None, kind__startswith="rating.")
    assert set(told.values_list("kind", flat=True)) == {"rating.self"}
    with clock.set_to(at(2026, 4, 4)):
        actions.nudge_late(cycle, by=cast.user("wu"))
    assert Nudge.objects.count() == 2
    assert Entry.objects.filter(action="nudge_late").count() == 2


def test_a_probation_cycle_is_proposed_in_the_month_in_which_somebodys_ends_and_in_no_other(db):
    settle("probation")
    stage.person("li")
    work(at(2026, 2, 25))
    assert not Cycle.objects.exists()
    Employment.objects.filter(person__number="li").update(probation_ends_on=date(2026, 3, 15))
    work(at(2026, 3, 25))
    assert Cycle.objects.get().code == "2026-03-T"


def test_without_a_policy_in_force_the_other_templates_are_laid_out_all_the_same(db):
    settle()
    settle("month", MONTH)
    Cycle.objects.all().delete()
    from hengcai.appraisal.models import Policy

    Policy.objects.filter(kind="quarterly").delete()
    work(at(2026, 3, 25))
    assert [one.kind for one in Cycle.objects.all()] == ["month"]
    assert not Job.objects.filter(state="failed").exists()


@pytest.mark.parametrize(
    ("kind", "changed", "code"),
    [
        ("special", {}, "appraisal.template_kind"),
        ("month", {}, "appraisal.template_rated"),
        ("quarter", {"zone": "Europe/Paris"}, "appraisal.template_zone"),
        ("quarter", {"closes_after": 1}, "appraisal.template_order"),
    ],
)
def test_what_a_template_may_not_say(db, kind, changed, code):
    refused(code, settle, kind, **changed)


def test_moments_are_kept_in_utc(db):
    opened()
    assert Deadline.objects.get(what="publish").at == datetime(2026, 4, 13, 16, 0, tzinfo=UTC)
