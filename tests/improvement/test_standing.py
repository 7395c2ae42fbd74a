"""Standing reports: counted, made once, brought once, read by whoever may read them then."""

from datetime import UTC, date, datetime, timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow
from hengcai.improvement import actions
from hengcai.improvement.actions.standing import Place, When
from hengcai.improvement.models import Delivery, PlaceSum, StandingReport, Subscription
from hengcai.improvement.papers.standing import standing_paper
from hengcai.improvement.queries.standing import (
    made_for_others,
    places_offered,
    reports_seen_by,
    sight_of,
    subscriptions_of,
    subscriptions_to_end,
)
from hengcai.improvement.tasks import COUNT_JOB, bring_step, bring_to_the_end, count_step
from hengcai.inbox.models import Duty
from hengcai.jobs.worker import STEPS
from hengcai.people.models import Placement
from tests import cast
from tests.quality import measuring

pytestmark = pytest.mark.django_db
MARCH, TODAY = date(2026, 3, 1), date(2026, 4, 1)
FIRST_OF_APRIL = datetime(2026, 4, 1, 1, tzinfo=UTC)  # nine in the morning in Shanghai


def counted(first=MARCH, last=date(2026, 3, 31)):
    measuring.scored()
    return actions.count_places(cast.centre(), by=cast.user("feng"), first=first, last=last)


def made(place=None, span="month", day=MARCH, by="feng"):
    return actions.make_report(cast.centre(), by=cast.user(by), place=place or Place(), span=span, day=day, today=TODAY)


def subscribed(by="zhao", *, span="month", place=None, at=None):
    with clock.set_to(at or FIRST_OF_APRIL - timedelta(days=2)):
        return actions.subscribe(
            cast.centre(), by=cast.user(by), place=place or Place(team=cast.team("one")), when=When(span, 8)
        )


def test_days_add_up_to_their_month_for_every_place():
    counted()
    rows = {row.scope: row.told for row in PlaceSum.objects.filter(span="month", first=MARCH)}
    assert rows["centre"]["contacts"] == [6]
    assert rows["centre"]["scored"] == [4]
    assert rows[f"team:{cast.team('one').pk}"]["scored"] == [4]
    assert rows[f"site:{cast.site().pk}"]["contacts"] == [6]


def test_counting_twice_is_counting_once():
    counted()
    before = list(PlaceSum.objects.order_by("span", "first", "scope").values("scope", "span", "first", "told"))
    actions.count_places(cast.centre(), by=cast.user("feng"), first=MARCH, last=date(2026, 3, 31))
    assert list(PlaceSum.objects.order_by("span", "first", "scope").values("scope", "span", "first", "told")) == before


def test_the_job_counts_a_stretch_a_step_and_finds_what_is_left():
    measuring.scored()
    assert COUNT_JOB in STEPS
    with clock.set_to(FIRST_OF_APRIL):
        target, steps = TODAY.toordinal(), 0
        while not count_step(target).is_finished:
            steps += 1
            assert steps < 20
    assert PlaceSum.objects.get(span="month", first=MARCH, scope="centre").told["contacts"] == [6]


def test_a_report_stays_as_it_was_made_and_says_where_there_is_nothing():
    counted()
    report = made()
    assert made() == report
    PlaceSum.objects.all().delete()
    assert made() == report
    for language in ("zh-hans", "en"):
        paper = standing_paper(sight_of(report), language=language, today=TODAY)
        assert any("4" in str(row) for block in paper.blocks if hasattr(block, "rows") for row in block.rows)
    nothing = standing_paper(sight_of(made(span="day", day=date(2026, 3, 30))), language="en", today=TODAY)
    assert len(nothing.blocks) == 1


def test_what_still_runs_cannot_be_reported():
    with pytest.raises(NotNow, match=r"improvement\.period_runs"):
        made(span="quarter", day=TODAY)


def test_a_lead_is_offered_and_given_their_own_teams_alone():
    cast.zhao(), cast.li(), cast.he()
    assert [one.scope for one in places_offered(cast.user("zhao"))] == [f"team:{cast.team('one').pk}"]
    for place in (Place(), Place(team=cast.team("two")), Place(site=cast.site())):
        with pytest.raises(NotAllowed):
            subscribed(place=place)
        with pytest.raises(NotAllowed):
            made(place, by="zhao")
    with pytest.raises(NotAllowed):
        subscribed("li")


def test_a_report_comes_once_however_often_one_looks():
    cast.li()
    subscribed()
    with clock.set_to(FIRST_OF_APRIL):
        assert bring_to_the_end() == 1
        assert bring_to_the_end() == 0
    duty = Duty.objects.get(kind="report.read")
    assert (duty.user.username, duty.what, Delivery.objects.count()) == ("zhao", "2026-03-01 – 2026-03-31", 1)


def test_nothing_comes_before_its_hour_nor_what_was_due_before_one_subscribed():
    cast.li()
    subscribed(at=FIRST_OF_APRIL - timedelta(hours=3))
    with clock.set_to(FIRST_OF_APRIL - timedelta(hours=2)):
        assert bring_to_the_end() == 0
    Subscription.objects.update(since=FIRST_OF_APRIL + timedelta(hours=1))
    with clock.set_to(FIRST_OF_APRIL + timedelta(hours=2)):
        assert bring_to_the_end() == 0


def test_a_worker_that_was_down_brings_each_day_it_missed_once():
    cast.li()
    subscribed(span="day", at=datetime(2026, 3, 23, 1, tzinfo=UTC))
    with clock.set_to(datetime(2026, 3, 27, 2, tzinfo=UTC)):
        assert bring_to_the_end() == 4
        assert bring_step(0).is_finished
    assert sorted(StandingReport.objects.values_list("first", flat=True)) == [
        date(2026, 3, day) for day in (23, 24, 25, 26)
    ]


def test_whoever_lost_the_team_gets_no_more_and_reads_no_more():
    cast.li(), cast.wang()
    subscribed()
    with clock.set_to(FIRST_OF_APRIL):
        bring_to_the_end()
        report = StandingReport.objects.get()
        assert reports_seen_by(cast.user("zhao")).get() == report
        actions.read_report(report, by=cast.user("zhao"))
        assert not Duty.objects.filter(kind="report.read", done_at=None).exists()
        Placement.objects.filter(lead__user__username="zhao").update(lead=cast.lin())
        assert not reports_seen_by(cast.user("zhao")).exists()
        with pytest.raises(NotAllowed):
            actions.read_report(report, by=cast.user("zhao"))
    with clock.set_to(FIRST_OF_APRIL + timedelta(days=31)):
        bring_to_the_end()
    assert Delivery.objects.count() == 1


def test_one_takes_back_only_ones_own_subscription():
    cast.li()
    one = subscribed()
    with pytest.raises(NotAllowed):
        actions.unsubscribe(one, by=cast.user("feng"))
    actions.unsubscribe(one, by=cast.user("zhao"))
    assert not Subscription.objects.exists()


def for_other(reader, *, by="feng", place=None, span="week"):
    place = place or Place(team=cast.team("one"))
    return actions.subscribe_other(cast.user(reader), by=cast.user(by), place=place, when=When(span, 9))


def test_a_report_is_subscribed_for_others_by_who_may_and_never_for_who_may_not_see_it(db):
    cast.li()
    made = for_other("zhao")
    assert (made.user, made.made_by, made.hour) == (cast.user("zhao"), cast.user("feng"), 9)
    assert list(made_for_others(cast.user("feng"))) == list(subscriptions_of(cast.user("zhao"))) == [made]
    for reader, place in (("zhao", Place()), ("zhao", Place(team=cast.team("two"))), ("li", None), ("li", Place())):
        with pytest.raises(NotNow, match="reader_unable"):
            for_other(reader, place=place)
    for by in ("zhao", "zhou", "chen", "li"):
        with pytest.raises(NotAllowed):
            for_other("qian", by=by)
    assert Subscription.objects.count() == 1


def test_what_somebody_chose_themselves_is_nobody_else_s_to_change_and_theirs_to_end(db):
    cast.li()
    own, made = subscribed(), for_other("zhao")
    assert own.span == "month"
    with pytest.raises(NotNow, match="subscribed_already"):
        for_other("zhao", span="month")
    with pytest.raises(NotNow, match="subscribed_already"):
        for_other("zhao", by="zheng")
    actions.unsubscribe(made, by=cast.user("zhao"))
    assert list(subscriptions_to_end(cast.user("zhao"))) == [own]
    assert not subscriptions_to_end(cast.user("zheng")).exists()
