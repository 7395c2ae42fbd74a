"""A measure of a finding: raised, done, checked in a later sample, put off, closed."""

import re
from datetime import date, timedelta

import pytest

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.improvement import actions
from hengcai.improvement.actions.remedies import Subject
from hengcai.improvement.models import Remedy
from hengcai.improvement.queries.remedies import remedies_listed, sight_of
from hengcai.inbox.models import Duty
from hengcai.quality.measure_models import CauseReport, QualityMonth
from tests import cast
from tests.coaching import coaching_scene as co
from tests.improvement import improving as im
from tests.paper.laying import made, tables

pytestmark = pytest.mark.django_db
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


def test_what_is_raised_waits_in_its_owners_inbox_by_its_day():
    one = im.raised()
    duty = Duty.objects.get(kind="remedy.do", done_at=None)
    assert (duty.user.username, duty.due_on, duty.what) == ("zhao", im.DUE, f"#{one.pk}")
    assert one.check_on > one.due_on


def test_a_day_off_is_put_to_the_next_working_day():
    assert im.raised(due_on=date(2026, 4, 4)).due_on == date(2026, 4, 7)  # Qingming


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("improvement.about_missing", {"about": "weather"}),
        ("improvement.finding_missing", {"finding": " "}),
        ("improvement.action_missing", {"action": ""}),
        ("improvement.due_missing", {"due_on": date(2026, 3, 16)}),
        ("improvement.due_missing", {"due_on": None}),
        ("improvement.check_before_due", {"check_on": im.DUE}),
        ("improvement.figure_unfit", {"figure": "passed"}),
        ("improvement.subject_missing", {"about": "team"}),
        ("improvement.item_unknown", {"item": 10**9}),
    ],
)
def test_what_a_measure_needs_is_asked_for(code, facts):
    cast.zhao()
    subject = Subject(cast.user("zhao"), cast.li())
    with pytest.raises(NotValid, match=re.escape(code)):
        actions.raise_remedy(
            cast.centre(), by=cast.user("feng"), plan=im.plan(**facts), subject=subject, today=im.TUESDAY
        )


def test_a_lead_raises_for_their_own_people_and_nothing_of_the_whole_centre():
    assert im.raised(by="zhao").opened_by.username == "zhao"
    cast.lin()
    for about in ("person", "team", "process"):
        with pytest.raises(NotAllowed):
            im.raised(about, by="lin", owner="feng")


def test_of_a_person_only_those_who_may_know_answer():
    cast.wang()
    for name in ("wang", "lin", "chen", "sun"):
        cast.person(name) if name in cast.TEAMS else None
        with pytest.raises(NotNow, match=r"improvement\.owner_unable"):
            im.raised(owner=name)
    assert im.raised(owner="li").owner.username == "li"
    assert im.raised("process", owner="sun").owner.username == "sun"


def test_the_owner_reports_and_somebody_else_checks():
    one = im.raised()
    with pytest.raises(NotAllowed):
        im.finish(one, by="feng")
    im.finish(one)
    assert Duty.objects.get(kind="remedy.check", done_at=None).user.username == "feng"
    with pytest.raises(NotAllowed):
        im.check(one, by="zhao")
    im.check(one)
    assert (im.again(one).state, im.again(one).verdict) == ("checked", "cannot_tell")
    assert not Duty.objects.filter(kind__startswith="remedy.", done_at=None).exists()


def test_the_one_it_is_about_reads_it_and_checks_nothing_whatever_they_are():
    one = im.raised(owner="zhao")
    assert remedies_listed(cast.user("li")).get() == one
    assert not remedies_listed(cast.user("wang")).exists()
    cast.user("li").role_grants.create(role="quality_supervisor")
    im.finish(one)
    with pytest.raises(NotAllowed):
        im.check(one, by="li")


def test_marks_drawn_before_and_after_say_whether_it_helped_and_stay_as_they_were():
    co.drawn("2", "1", "2", "2", since=date(2026, 3, 2))
    one = im.finish(im.raised(item=im.item().pk))
    co.drawn("4", "5", "4", "4", since=date(2026, 3, 18))
    im.check(one)
    kept = im.again(one)
    assert (kept.verdict, kept.outcome["n_before"], kept.outcome["n_after"]) == ("improved", 4, 4)
    co.drawn("1", "1", "1", since=date(2026, 3, 25))
    assert sight_of(im.again(one), cast.user("feng"), today=im.DUE).outcome.verdict == "improved"


def test_a_teams_figure_is_compared_by_whole_months():
    one = im.finish(im.raised("team", figure="passed"), today=date(2026, 3, 30))
    team = cast.team("one")
    for month, top in ((date(2026, 2, 1), 60), (MARCH, 95), (APRIL, 92)):
        told = {"counts": {"passed": [top, 100, 0], "handling": [0, 0, 0]}, "causes": {}, "alpha": None}
        QualityMonth.objects.create(month=month, team=team, told=told)
    im.check(one)
    assert (im.again(one).verdict, im.again(one).outcome["after"]) == ("improved", 0.92)
    (sides,) = tables(made("remedy", remedy=one.pk, reader="feng"))
    assert sides.rows[1][2].startswith("92")


def test_days_are_only_put_off_and_the_inbox_follows():
    one, feng = im.raised(), cast.user("feng")
    with pytest.raises(NotValid, match=r"improvement\.not_later"):
        actions.put_off_remedy(im.again(one), by=feng, to=im.DUE, reason="假期", today=im.TUESDAY)
    with pytest.raises(NotAllowed):
        actions.put_off_remedy(im.again(one), by=cast.user("zhao"), to=im.LATER, reason="忙", today=im.TUESDAY)
    actions.put_off_remedy(im.again(one), by=feng, to=im.LATER, reason="系统升级推迟", today=im.TUESDAY)
    kept = im.again(one)
    assert (kept.due_on, kept.delays.get().was_on) == (im.LATER, im.DUE)
    assert Duty.objects.get(kind="remedy.do").due_on == im.LATER
    assert kept.check_on > kept.due_on


def test_a_cause_that_was_answered_becomes_a_measure_once():
    feng = cast.user("feng")
    facts = {"errors": 3, "contacts": 2, "due_on": im.DUE, "owner": cast.user("sun")}
    report = CauseReport.objects.create(cause="system", month=date(2026, 2, 1), **facts)
    with pytest.raises(NotNow, match=r"improvement\.cause_unanswered"):
        actions.raise_from_cause(report, by=feng, language="zh-hans", today=im.TUESDAY)
    said = {
        "answer": "存盘超时",
        "measure": "改为排队",
        "measure_on": im.DUE,
        "answered_by": cast.user("sun"),
        "state": "answered",
    }
    CauseReport.objects.filter(pk=report.pk).update(**said)
    report.refresh_from_db()
    made = actions.raise_from_cause(report, by=feng, language="zh-hans", today=im.TUESDAY)
    assert (made.about, made.action, made.due_on, made.owner.username) == ("system", "改为排队", im.DUE, "sun")
    with pytest.raises(NotNow, match=r"improvement\.cause_has_one"):
        actions.raise_from_cause(report, by=feng, language="zh-hans", today=im.TUESDAY)


def test_a_late_one_goes_up():
    from hengcai.base import clock
    from hengcai.inbox.tasks import round_to_its_end

    im.raised("process", owner="sun")
    for name in ("feng", "qian"):
        cast.user(name)
    with clock.set_to(clock.now().replace(year=2026, month=4, day=8)):
        round_to_its_end()
    duty = Duty.objects.get(kind="remedy.do")
    assert [user.username for user in duty.went_up_to.all()] == ["feng"]
    assert Remedy.objects.get().due_on + timedelta(days=8) == date(2026, 4, 8)
