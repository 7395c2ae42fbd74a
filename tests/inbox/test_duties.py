from datetime import UTC, date, datetime, timedelta

import pytest

from hengcai.accounts.models import RoleGrant, User, system_user
from hengcai.base import clock
from hengcai.base.errors import NotAllowed
from hengcai.base.workdays import Calendar
from hengcai.inbox import actions, permissions, queries, tasks
from hengcai.inbox.duties import Owed, hand_over_duties, open_duties, put_off_duties, settle_duties
from hengcai.inbox.models import Duty
from hengcai.jobs.models import Job
from hengcai.jobs.worker import work_once
from tests import cast

MONDAY, FRIDAY = date(2026, 3, 16), date(2026, 3, 20)
CALENDAR = Calendar()


def at(day: date):
    return clock.set_to(datetime(day.year, day.month, day.day, 2, tzinfo=UTC))


def score(*names: str, due_on: date | None = FRIDAY, source: int = 1) -> list[Duty]:
    with at(MONDAY):
        open_duties("score", [Owed(cast.person(name).user_id, source, due_on, "C-1") for name in names])
    return list(Duty.objects.filter(source_id=source).order_by("pk"))


def rounds(day: date) -> None:
    with at(day):
        tasks.round_to_its_end()


def test_opening_twice_is_once_and_only_puts_off(db):
    score("li")
    score("li", due_on=MONDAY)
    (duty,) = score("li", due_on=FRIDAY + timedelta(days=3))
    assert duty.due_on == FRIDAY + timedelta(days=3)


def test_what_was_settled_may_be_asked_for_again_with_an_earlier_day(db):
    score("li")
    settle_duties("score", [1])
    assert [one.done_at is None for one in score("li", due_on=MONDAY)] == [True]
    assert Duty.objects.get().due_on == MONDAY


def test_handed_over_it_keeps_its_last_day(db):
    score("li", "wang")
    hand_over_duties("score", 1, to=[cast.he().user_id])
    (held,) = Duty.objects.filter(done_at=None)
    assert (held.user, held.due_on, held.what) == (cast.he().user, FRIDAY, "C-1")
    hand_over_duties("score", 9, to=[cast.he().user_id])
    assert Duty.objects.count() == 3


def test_put_off_it_is_brought_to_mind_anew(db):
    score("li")
    rounds(FRIDAY)
    put_off_duties("score", [1], due_on=FRIDAY + timedelta(days=7))
    put_off_duties("score", [1], due_on=MONDAY)
    duty = Duty.objects.get()
    assert (duty.due_on, duty.reminded_at) == (FRIDAY + timedelta(days=7), None)


def test_one_of_several_settles_their_own_alone_when_told_so(db):
    score("li", "wang")
    settle_duties(("score",), [1], users=[cast.li().user_id])
    assert [one.user for one in Duty.objects.filter(done_at=None)] == [cast.wang().user]


def test_a_round_reminds_sends_up_to_the_supervisor_and_tells_neither_twice(db):
    score("li"), cast.user("feng")
    rounds(FRIDAY - timedelta(days=1))
    first = Duty.objects.get().reminded_at
    rounds(FRIDAY - timedelta(days=1))
    assert first == Duty.objects.get().reminded_at is not None
    rounds(FRIDAY + timedelta(days=1))
    assert Duty.objects.get().escalated_at is None  # a Saturday
    rounds(FRIDAY + timedelta(days=3))
    duty = Duty.objects.get()
    assert list(duty.went_up_to.all()) == [cast.user("feng")]
    rounds(FRIDAY + timedelta(days=4))
    assert Duty.objects.get().escalated_at == duty.escalated_at


def test_it_goes_to_the_lead_then_to_the_group_and_else_to_nobody(db):
    with at(MONDAY):
        for name in ("li", "zhao"):
            open_duties("rating.self", [Owed(cast.person(name).user_id, 1, FRIDAY)])
    rounds(FRIDAY + timedelta(days=3))
    found = {one.user.username: one for one in Duty.objects.select_related("user")}
    assert list(found["li"].went_up_to.all()) == [cast.zhao().user]
    assert (found["zhao"].escalated_at is not None, found["zhao"].went_up_to.count()) == (True, 0)


def a_second_supervisor():
    made = User.objects.create(username="tan", name="Tan")
    RoleGrant.objects.create(user=made, role="quality_supervisor")
    return made


def test_it_goes_to_everybody_who_holds_the_role_and_is_done_for_all_when_one_has_acted(db):
    score("li")
    cast.centre()
    both = [cast.user("feng"), a_second_supervisor()]
    rounds(FRIDAY + timedelta(days=3))
    today = FRIDAY + timedelta(days=3)
    for reader in both:
        assert queries.tally(reader, today=today).gone_up == 1
        (line,) = queries.lines_gone_up(reader, today=today)
        assert (line.n, line.went_to) == (1, ("Feng", "Tan"))
    assert permissions.SEE.rows(Duty.objects.all(), both[1]).count() == 1
    settle_duties("score", [1])
    assert [queries.tally(reader, today=today).gone_up for reader in both] == [0, 0]
    assert [queries.lines_gone_up(reader, today=today) for reader in both] == [[], []]


def test_a_supervisor_who_is_late_has_it_go_to_the_others_and_nothing_is_counted_twice(db):
    other = a_second_supervisor()
    with at(MONDAY):
        for number in range(3):
            open_duties("score", [Owed(cast.user("feng").pk, number, FRIDAY)])
    rounds(FRIDAY + timedelta(days=3))
    assert {name for one in Duty.objects.all() for name in one.went_up_to.values_list("username", flat=True)} == {"tan"}
    (line,) = queries.lines_gone_up(other, today=FRIDAY + timedelta(days=3))
    assert (line.n, line.went_to) == (3, ("Tan",))
    put_off_duties("score", [0, 1, 2], due_on=FRIDAY + timedelta(days=30))
    assert not Duty.went_up_to.through.objects.exists()


def test_what_lapses_is_closed_and_goes_up_to_nobody(db):
    with at(MONDAY):
        open_duties("answer", [Owed(cast.li().user_id, 1, FRIDAY)])
    rounds(FRIDAY + timedelta(days=3))
    duty = Duty.objects.get()
    assert (duty.done_at is not None, duty.escalated_at) == (True, None)


def test_killed_between_any_two_steps_nothing_is_said_twice(db, monkeypatch):
    monkeypatch.setattr("hengcai.inbox.rounds.CHUNK", 2)
    for number in range(5):
        score("li", source=number)
    with at(FRIDAY):
        tasks.ask_for_round()
        work_once()
        Job.objects.update(lease_until=None)  # the worker died in its second step, before it could say how far it was
        stamps = dict(Duty.objects.exclude(reminded_at=None).values_list("pk", "reminded_at"))
        while work_once():
            pass
        tasks.ask_for_round()
    assert len(stamps) == 2
    assert Duty.objects.filter(reminded_at=None).count() == 0
    assert stamps.items() <= dict(Duty.objects.values_list("pk", "reminded_at")).items()
    assert Job.objects.count() == 1


def test_a_batch_read_before_somebody_did_it_says_nothing(db):
    batch = score("li")
    settle_duties("score", [1])
    facts = {"by": system_user(), "today": FRIDAY}
    assert actions.remind_duties(batch, calendar=CALENDAR, **facts) == 0
    assert actions.escalate_duties(batch, calendar=CALENDAR, **{**facts, "today": FRIDAY + timedelta(days=9)}) == 0
    assert actions.lapse_duties(batch, **facts) == 0


def test_without_a_last_day_nothing_is_ever_late(db):
    batch = score("li", due_on=None)
    rounds(date(2026, 9, 1))
    facts = {"by": system_user(), "today": FRIDAY, "calendar": CALENDAR}
    assert actions.remind_duties(batch, **facts) + actions.escalate_duties(batch, **facts) == 0


def test_rounds_are_for_the_system_and_those_who_answer_for_the_centre(db):
    with pytest.raises(NotAllowed):
        actions.remind_duties(score("li"), by=cast.li().user, today=FRIDAY, calendar=CALENDAR)


def test_opening_the_inbox_is_the_owners_receipt_alone(db):
    batch = score("li")
    with pytest.raises(NotAllowed):
        actions.see_duties(batch, by=cast.wang().user)
    assert actions.see_duties(batch, by=cast.li().user) == 1
    assert queries.tally(cast.li().user, today=MONDAY).fresh == 0


def test_lines_gather_what_is_due_together_and_show_nobody_beyond_ones_reach(db):
    for number in (1, 2):
        score("li", "he", source=number)
    cast.zhao()
    later = FRIDAY + timedelta(days=1)
    (own,) = queries.own_lines(cast.li().user, today=later)
    assert (own.n, own.key, own.what, own.is_late, own.is_fresh) == (2, None, "", True, True)
    assert [line.name for line in queries.late_lines(cast.zhao().user, today=later)] == ["Li"]
    assert {line.name for line in queries.late_lines(cast.user("feng"), today=later)} == {"Li", "He"}
    assert queries.late_lines(cast.li().user, today=later) == []


def test_a_lead_learns_of_no_peers_form(db):
    with at(MONDAY):
        open_duties("rating.peer", [Owed(cast.li().user_id, 1, MONDAY)])
    cast.zhao()
    assert queries.late_lines(cast.zhao().user, today=FRIDAY) == []
    assert len(queries.late_lines(cast.user("zheng"), today=FRIDAY)) == 1
