"""A month of quality work counted by team; who may read it; causes put to their owners."""

from datetime import date, timedelta

import pytest

from hengcai.accounts.models import RoleGrant, User
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.inbox.models import Duty
from hengcai.quality.actions import (
    answer_cause,
    close_cause,
    collect_causes,
    dispute_evaluation,
    name_cause_owner,
    sum_up_measures,
)
from hengcai.quality.measure_models import CauseReport, QualityMonth
from hengcai.quality.queries import causes as cause_queries
from hengcai.quality.queries import measures as queries
from hengcai.quality.queries.bulletin import bulletin
from hengcai.quality.rules.causes import Answered
from hengcai.quality.rules.disputes import Wish
from hengcai.quality.rules.measures import Count
from tests import cast
from tests.quality import measuring
from tests.quality.measuring import MARCH, TODAY

ANSWER = Answered("存盘要等半分钟", "换掉存盘接口", TODAY + timedelta(days=14))


@pytest.fixture
def counted(db):
    made = measuring.scored()
    sum_up_measures(cast.centre(), by=cast.user("feng"), today=TODAY)
    return made


@pytest.fixture
def report(db):
    measuring.scored()
    measuring.owned()
    return collected()[0]


def collected():
    return collect_causes(cast.centre(), by=cast.user("feng"), month=MARCH, today=TODAY)


def counts(name="feng", team=None):
    found = queries.measured(cast.user(name), month=MARCH, team=team)
    return {one.code: one.now for one in found.figures}


EXPECTED = {
    "heard": Count(4, 6), "covered": Count(1, 2), "rechecked": Count(0, 4), "disputed": Count(0, 4), "changed": Count(),
    "passed": Count(3, 4), "fatal": Count(1, 4), "compliance": Count(1, 4), "customer": Count(0, 4),
    "nonfatal": Count(1, 4), "consistent": Count(), "mended": Count(),
}  # fmt: skip


@pytest.mark.parametrize(("code", "expected"), EXPECTED.items())
def test_a_month_counted_by_hand(counted, code, expected):
    assert counts()[code] == expected


def test_a_team_is_counted_as_its_people_stood_there(counted):
    team = cast.team("one")
    assert counts(team=team)["heard"] == Count(4, 6)
    assert "consistent" not in counts(team=team)


def test_counting_twice_counts_once(counted):
    before = QualityMonth.objects.count()
    sum_up_measures(cast.centre(), by=cast.user("feng"), today=TODAY)
    assert QualityMonth.objects.count() == before
    assert counts()["passed"] == Count(3, 4)


def test_a_dispute_shows_in_the_contacts_month(counted):
    wish = {"record": Wish("4", "已经记了", None)}
    dispute_evaluation(counted[1], by=cast.user("li"), wishes=wish, today=clock.today())
    sum_up_measures(cast.centre(), by=cast.user("feng"), today=TODAY)
    assert counts()["disputed"] == Count(1, 4)


def test_causes_are_told_apart(counted):
    now = queries.measured(cast.user("feng"), month=MARCH, team=None).now
    assert now.causes == {"system": 1, "person": 2}


def test_whoever_leads_reads_the_teams_they_lead_and_no_more(counted):
    assert counts("qian")["heard"] == Count(4, 6)
    assert counts("lin")["heard"] == Count()
    assert queries.teams_measured(cast.user("lin")) == []


def test_the_bulletin_names_nobody_but_to_whom_it_may(counted):
    told = {name: bulletin(cast.user(name), month=MARCH, team=None, with_names=True) for name in ("feng", "zhou")}
    assert [one.agent for one in told["feng"].fatals] == [f"{cast.li().name} {cast.li().number}"]
    assert [one.agent for one in told["zhou"].fatals] == [""]
    assert {one.n for one in told["feng"].items} == {1, 2}


def test_a_cause_goes_to_its_owner_once_with_a_day(report):
    assert (report.errors, report.contacts, report.owner) == (1, 1, cast.user("sun"))
    assert [(one["code"], one["n"]) for one in report.items] == [("record", 1)]
    assert [one.pk for one in collected()] == [report.pk]
    assert Duty.objects.get(kind="cause.answer", done_at=None).user == cast.user("sun")
    assert report.due_on == date(2026, 4, 17)


def test_a_new_owner_takes_what_is_open(report):
    measuring.owned(owner="wu")
    report.refresh_from_db()
    assert report.owner == cast.user("wu")
    assert Duty.objects.get(kind="cause.answer", done_at=None).user == cast.user("wu")


def test_answered_by_its_owner_alone_and_closed_by_somebody_else(report):
    with pytest.raises(NotAllowed):
        answer_cause(report, by=cast.user("wu"), answer=ANSWER, today=TODAY)
    answer_cause(report, by=cast.user("sun"), answer=ANSWER, today=TODAY)
    assert Duty.objects.get(kind="cause.check", done_at=None).user == cast.user("feng")
    with pytest.raises(NotAllowed):
        close_cause(report, by=cast.user("sun"), note="好了")
    close_cause(report, by=cast.user("feng"), note="试过，一秒存完")
    assert (report.state, Duty.objects.filter(done_at=None, kind__startswith="cause").exists()) == ("closed", False)


def test_a_supervisor_does_not_close_what_was_put_to_themselves(db):
    measuring.scored()
    measuring.owned(owner="feng")
    report = answer_cause(collected()[0], by=cast.user("feng"), answer=ANSWER, today=TODAY)
    with pytest.raises(NotAllowed):
        close_cause(report, by=cast.user("feng"), note="好了")


@pytest.mark.parametrize("act", [
    lambda one: close_cause(one, by=cast.user("feng"), note="早了"),
    lambda one: answer_cause(answered(one), by=cast.user("sun"), answer=ANSWER, today=TODAY),
    lambda one: measuring.owned(owner="chen"),
    lambda one: collect_causes(cast.centre(), by=cast.user("feng"), month=date(2026, 4, 1), today=TODAY),
])  # fmt: skip
def test_out_of_turn_is_refused(report, act):
    with pytest.raises(NotNow):
        act(report)


def answered(report):
    return answer_cause(report, by=cast.user("sun"), answer=ANSWER, today=TODAY)


def test_the_agents_own_fault_has_no_owner(db):
    with pytest.raises(NotValid):
        measuring.owned("person")


def test_what_fell_due_in_a_month_and_is_closed_counts_as_mended(report):
    close_cause(answered(report), by=cast.user("feng"), note="试过")
    sum_up_measures(cast.centre(), by=cast.user("feng"), today=TODAY)
    found = queries.measured(cast.user("feng"), month=date(2026, 4, 1), team=None)
    assert found.figure("mended").now == Count(1, 1)


def test_an_owner_sees_their_own_reports_and_no_evaluation(report):
    assert list(cause_queries.causes_listed(cast.user("sun"))) == [report]
    assert not cause_queries.causes_listed(cast.user("wu")).exists()
    sight = cause_queries.sight_of(report, cast.user("sun"), today=TODAY)
    assert (sight.moves, list(sight.errors)) == (frozenset({"answer_cause"}), [])
    assert len(cause_queries.sight_of(report, cast.user("feng"), today=TODAY).errors) == 1


def test_overdue_ones_are_found(report):
    late = cause_queries.CauseFilter(state="open", cause="system", late=True)
    assert not CauseReport.objects.filter(late.condition(today=report.due_on)).exists()
    assert CauseReport.objects.filter(late.condition(today=report.due_on + timedelta(days=1))).exists()


def test_what_nobody_is_named_for_goes_to_the_quality_supervisors(db):
    measuring.scored()
    (report,) = collected()
    assert (report.owner, report.role) == (None, "quality_supervisor")
    assert Duty.objects.get(kind="cause.answer", done_at=None).user == cast.user("feng")


def test_a_cause_put_to_a_role_waits_with_all_of_it_and_one_answers(db):
    measuring.scored()
    ma = trainer("ma")
    name_cause_owner(cast.centre(), by=cast.user("feng"), cause="system", role="trainer")
    (report,) = collected()
    assert asked() == {"ma", "zhou"}
    assert cause_queries.causes_listed(ma).get() == report
    answer_cause(report, by=ma, answer=ANSWER, today=TODAY)
    assert asked() == set()
    assert report.answered_by == ma


def test_whoever_comes_to_a_role_is_asked_with_the_next_collection(db):
    measuring.scored()
    cast.user("zhou")
    name_cause_owner(cast.centre(), by=cast.user("feng"), cause="system", role="trainer")
    collected()
    trainer("ma")
    RoleGrant.objects.filter(user__username="zhou").delete()
    collected()
    assert asked() == {"ma"}


def test_an_owner_who_left_does_not_keep_a_cause_from_anybodys_inbox(report):
    cast.user("sun")
    User.objects.filter(username="sun").update(is_active=False)
    collected()
    assert asked() == {"feng"}


@pytest.mark.parametrize(
    ("put", "refusal"),
    [
        ({}, NotValid),
        ({"role": "analyst"}, NotValid),
        ({"role": "head"}, NotNow),
        ({"role": "trainer", "owner": "sun"}, NotValid),
    ],
)
def test_a_cause_goes_to_one_who_can_answer(db, put, refusal):
    if "owner" in put:
        put = {**put, "owner": cast.user(put["owner"])}
    with pytest.raises(refusal):
        name_cause_owner(cast.centre(), by=cast.user("feng"), cause="system", **put)


def test_errors_by_cause_are_summed_for_whoever_sees_every_report(counted):
    bars = cause_queries.causes_counted(cast.user("feng"), month=MARCH)
    assert [(one.cause, one.n) for one in bars] == [("person", 2), ("system", 1)]
    assert cause_queries.causes_counted(cast.user("zhou"), month=MARCH) == []


def trainer(name):
    made = User.objects.create(username=name, name=name)
    RoleGrant.objects.create(user=made, role="trainer")
    cast.user("zhou")
    return made


def asked():
    return set(Duty.objects.filter(kind="cause.answer", done_at=None).values_list("user__username", flat=True))
