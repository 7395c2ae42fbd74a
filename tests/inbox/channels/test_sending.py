"""From a duty to the group and the mailbox: written with it, sent once, late but never lost."""

import json
from datetime import date, datetime, timedelta

import pytest
from django.db import transaction

from hengcai.accounts.models import system_user
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.inbox.actions import escalate_duties
from hengcai.inbox.channels import actions, queries, sending
from hengcai.inbox.channels.sending import send_one, take
from hengcai.inbox.duties import remind_now, settle_duties
from hengcai.inbox.models import Duty, Hook, Notice
from hengcai.people.models import Site
from hengcai.people.queries.calendar import the_calendar
from tests import cast
from tests.inbox.channels.stage import (
    DISCREET,
    KIND,
    MARK,
    SHANGHAI,
    at,
    letters,
    owe,
    time_is,
    wants,
    work,
)


def test_a_duty_reaches_its_person_by_mail_once_with_subject_day_and_link_alone(place):
    wants("li")
    owe("li")
    work(at())
    work(at(minute=1))
    (letter,) = letters(place)
    text = letter.get_content()
    assert (letter["To"], "2026-04-10" in letter["Subject"]) == ("li@hc.example", True)
    assert "填写自评" in text
    assert "https://hc.example/inbox/" in text
    assert MARK not in letter.as_string() + text
    assert Notice.objects.get().sent_at is not None


@pytest.mark.parametrize("robot", ["wecom", "dingtalk", "feishu"])
def test_a_duty_reaches_its_person_in_the_group_signed_and_without_what_it_is_about(place, robot):
    wants("li", "robot", hook=robot)
    owe("li")
    work(at())
    ((_moment, told),) = place[robot].taken
    said = json.dumps(told, ensure_ascii=False)
    assert "13800000000" in said
    assert "https://hc.example/inbox/" in said
    assert not any(word in said for word in (MARK, "自评", "Li"))


def test_what_would_tell_who_rates_whom_is_never_said_in_a_group(place):
    wants("li", "robot")
    wants("li", "mail")
    owe("li", kind=DISCREET)
    work(at())
    assert not place["wecom"].taken
    assert len(letters(place)) == 1


def test_a_robot_that_answers_500_for_an_hour_loses_nothing_and_delivers_once_after(place):
    wants("li", "robot")
    place["wecom"].broken = 500
    owe("li")
    for minute in range(60):
        work(at(minute=minute))
    assert not place["wecom"].taken
    assert place["wecom"].knocks <= 7
    place["wecom"].broken = 0
    for minute in range(90):
        work(at(hour=11, minute=0) + timedelta(minutes=minute))
    assert len(place["wecom"].taken) == 1
    assert Notice.objects.get().sent_at is not None
    assert Hook.objects.get(name="wecom").failures == 0


def test_nobody_is_disturbed_at_night_nor_on_days_off(place):
    wants("li")
    owe("li", moment=at(hour=21))
    work(at(hour=21))
    work(at(day=2, hour=7, minute=59))
    assert not letters(place)
    work(at(day=2, hour=8))
    assert len(letters(place)) == 1
    owe("li", source=2, moment=at(day=4))  # Qingming and the weekend until Monday the 6th
    work(at(day=5))
    work(at(day=6))
    assert len(letters(place)) == 1
    work(at(day=7, hour=8))
    assert len(letters(place)) == 2


def test_quiet_hours_go_by_the_clock_of_the_persons_site(place):
    cast.person("li")
    Site.objects.update(time_zone="Asia/Urumqi")
    wants("li")
    owe("li", moment=at(hour=9, minute=30))
    work(at(hour=9, minute=30))  # half past seven there
    assert not letters(place)
    work(at(hour=10))
    assert len(letters(place)) == 1


def test_many_things_for_one_person_are_one_message(place):
    wants("li")
    for source in range(14):
        owe("li", source=source)
    work(at())
    (letter,) = letters(place)
    assert "14" in letter["Subject"]


def test_many_people_of_one_group_are_called_in_few_messages_below_its_limit(place):
    names = ["li", "wang", "he", "zhao", "lin"]
    for name in names:
        wants(name, "robot", hook="dingtalk", handle=f"138{name}")
    for number in range(40):
        moment = at(second=number)
        owe(*names, source=number, moment=moment)
        work(moment)
    assert len(place["dingtalk"].taken) <= 15
    assert place["dingtalk"].shut_until == 0
    for minute in range(1, 4):
        work(at(minute=minute, second=30))
    assert not Notice.objects.filter(sent_at=None, dropped="").exists()


def test_a_robot_at_its_limit_is_left_alone_as_long_as_it_is_shut(place):
    wants("li", "robot", hook="dingtalk")
    place["dingtalk"].most = 0
    owe("li")
    work(at())
    knocks = place["dingtalk"].knocks
    place["dingtalk"].most = 20
    work(at(minute=9))
    assert place["dingtalk"].knocks == knocks
    work(at(minute=11))
    assert len(place["dingtalk"].taken) == 1


def test_a_wrong_secret_keeps_what_waits_until_a_trial_is_answered(place):
    wants("li", "robot", hook="feishu")
    Hook.objects.filter(name="feishu").update(secret="wrong")
    owe("li")
    work(at())
    work(at(minute=5))
    hook = Hook.objects.get(name="feishu")
    assert (place["feishu"].knocks, hook.refused) == (1, "HTTP 200, 19021")
    assert queries.troubles() == ["feishu: HTTP 200, 19021"]
    with time_is(at(minute=6)):
        with pytest.raises(NotNow):
            actions.try_hook(hook, by=cast.user("sun"))
        Hook.objects.filter(name="feishu").update(secret="SECRET")
        actions.try_hook(hook, by=cast.user("sun"))
    work(at(minute=7))
    assert len(place["feishu"].taken) == 2
    assert not queries.troubles()


def test_what_is_done_or_seen_meanwhile_is_not_sent(place):
    for name in ("li", "wang"):
        wants(name)
    owe("li", "wang", moment=at(hour=21))
    settle_duties(KIND, [1], users=[cast.user("li").pk])
    with clock.set_to(at(hour=22)):
        Duty.objects.filter(user=cast.user("wang")).update(seen_at=clock.now())
    work(at(day=2))
    assert not letters(place)
    assert set(Notice.objects.values_list("dropped", flat=True)) == {"done"}


def test_reminders_and_what_goes_up_reach_those_who_asked_for_them(place):
    wants("li", stages=["reminder"])
    wants("zhao", stages=["escalation"])
    cast.person("li")
    owe("li")
    work(at())
    assert not letters(place)
    with clock.set_to(at(minute=5)):
        remind_now([KIND], [1])
    work(at(minute=5))
    assert [one["To"] for one in letters(place)] == ["li@hc.example"]
    with clock.set_to(at(day=14)):
        batch = list(Duty.objects.filter(kind=KIND))
        escalate_duties(batch, by=system_user(), today=date(2026, 4, 14), calendar=the_calendar())
    work(at(day=14))
    assert [one["To"] for one in letters(place)][1:] == ["zhao@hc.example"]


def test_what_waited_through_a_long_holiday_is_not_given_up(place):
    wants("li")
    owe("li", moment=at(day=30, hour=21))  # Labour Day: off from 1 to 5 May
    work(at(day=30, hour=22))
    with_may = datetime(2026, 5, 6, 8, 0, tzinfo=SHANGHAI)
    work(with_may - timedelta(minutes=1))
    assert not letters(place)
    work(with_may)
    assert len(letters(place)) == 1


def test_a_transaction_that_is_undone_sends_nothing(place):
    wants("li")
    with transaction.atomic():
        owe("li")
        transaction.set_rollback(True)
    work(at())
    assert not Notice.objects.exists()
    assert not letters(place)


def test_what_a_killed_worker_held_is_taken_up_by_another_and_never_by_two_at_once(place):
    wants("li")
    owe("li")
    with clock.set_to(at()):
        assert take(clock.now()) is not None  # and dies
        assert not send_one(clock.now())
    work(at(minute=1))
    assert not letters(place)
    work(at(minute=3))
    assert len(letters(place)) == 1


class Killed(BaseException):
    """As a worker dies: nothing after it is done."""


def killed_after_sending(monkeypatch, moment):
    def die(*_args):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(sending, "_after_call", die)
        patch.setattr(sending, "_after_mail", die)
        with time_is(moment), pytest.raises(Killed):
            send_one(clock.now())


def test_a_robot_is_not_called_twice_when_the_worker_died_before_noting_it_and_it_is_told(place, monkeypatch):
    wants("li", "robot")
    owe("li")
    killed_after_sending(monkeypatch, at())
    work(at(minute=1))
    owe("li", source=2, moment=at(minute=2))
    for minute in range(3, 30):
        work(at(minute=minute))
    assert len(place["wecom"].taken) == 2  # the first, and the one for what came since
    assert dict(Notice.objects.values_list("source_id", "dropped")) == {1: "unknown", 2: ""}
    assert [one.unsure for one in queries.sight_of(cast.user("sun")).hooks if one.name == "wecom"] == [1]
    assert [one.source_id for one in queries.unsure_of(cast.user("li"))] == [1]


def test_mail_goes_again_under_the_same_id_and_alone_when_the_worker_died_before_noting_it(place, monkeypatch):
    wants("li")
    owe("li")
    killed_after_sending(monkeypatch, at())
    owe("li", source=2, moment=at(minute=1))
    work(at(minute=1))
    work(at(minute=3))
    ids = [one["Message-ID"] for one in letters(place)]
    assert len(ids) == 3
    assert sorted(ids.count(one) for one in set(ids)) == [1, 2]
    assert not Notice.objects.filter(sent_at=None).exists()


def test_a_robot_that_takes_the_message_and_never_answers_is_not_called_twice(place):
    wants("li", "robot")
    place["wecom"].hangs_up = True
    owe("li")
    for minute in range(10):
        work(at(minute=minute))
    assert place["wecom"].knocks == 1
    assert Notice.objects.get().dropped == "unknown"


def test_an_sms_gateway_is_told_the_same_id_until_it_answers(place):
    wants("li", "robot", hook="gateway")
    place["gateway"].hangs_up = True
    owe("li")
    work(at())
    place["gateway"].hangs_up, place["gateway"].broken = False, 503
    work(at(minute=2))
    place["gateway"].broken = 0
    work(at(minute=9))
    told = [one for _moment, one in place["gateway"].taken]
    assert len({one["id"] for one in told[:2]}) == 1
    assert told[-1]["to"] == ["13800000000"]
    assert MARK not in str(told)
    assert Notice.objects.get().sent_at is not None


def test_a_mailbox_that_is_not_there_is_given_up_and_a_busy_server_is_not(place):
    wants("li")
    place["mail"].refuses = "450 busy"
    owe("li")
    work(at())
    place["mail"].refuses = ""
    work(at(minute=2))
    assert len(letters(place)) == 1
    place["mail"].refuses = "550 no such user"
    owe("li", source=2, moment=at(minute=3))
    work(at(minute=3))
    assert Notice.objects.get(source_id=2).dropped == "SMTP 550"


def test_who_chose_nothing_gets_mail_where_the_centre_says_so(place):
    user = cast.user("li")
    user.email = "li@hc.example"
    user.save()
    owe("li")
    assert not Notice.objects.exists()
    actions.settle_notices(
        cast.centre(), by=cast.user("sun"), hours=actions.Hours(at().time(), at().time(), False, True)
    )
    owe("li", source=2)
    actions.choose_notices(user, by=user, channel="mail", stages=[])
    owe("li", source=3)
    assert list(Notice.objects.values_list("source_id", flat=True)) == [2]
