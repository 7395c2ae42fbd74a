"""Examinations: ticks that arrive twice or late, two examiners apart, exact results in the ledger, objections."""

from datetime import timedelta
from fractions import Fraction

import pytest

from hengcai.assessment import actions
from hengcai.assessment.checking import marks_on
from hengcai.assessment.models import Practical, Tick
from hengcai.assessment.queries.practicals import pairs_of, practical_moves, practicals_seen_by, sheet_of, told_of
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.evidence.models import Evidence
from hengcai.framework.queries import framework_in_force
from hengcai.inbox.models import Duty
from tests import cast
from tests.assessment.lists import ALL_DONE, examined, published, ticks
from tests.framework.stage import in_force

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(db):
    practical = actions.open_practical(cast.li(), by=cast.user("zhou"), checklist=published())
    return practical.sheets.get()


def keep(sheet, *rows):
    return actions.keep_ticks(sheet, by=sheet.examiner, ticks=rows)


def tick(key, item="greets", value="done", device="phone", **more):
    return actions.Ticked(key=key, device=device, item=item, value=value, **more)


def test_a_tick_sent_again_is_the_same_tick(sheet):
    once = keep(sheet, tick("k1"), tick("k2", value="not_done"))
    again = keep(sheet, tick("k1"), tick("k2", value="not_done"))
    assert once.marks == again.marks
    assert again.marks["greets"].value == "not_done"
    assert Tick.objects.count() == 2


def test_what_lay_on_one_device_does_not_overwrite_what_another_saved_later(sheet):
    keep(sheet, tick("k1"))
    keep(sheet, tick("t1", value="not_done", device="tablet", seen=1))
    late = keep(sheet, tick("k2", value="done", seen=1))
    assert late.stale == ("k2",)
    assert late.marks["greets"].value == "not_done"
    assert keep(sheet, tick("k3", value="done", seen=2)).marks["greets"].value == "done"


def test_a_device_whose_answer_was_lost_goes_on_from_its_own_tick(sheet):
    keep(sheet, tick("k1"))
    assert keep(sheet, tick("k1"), tick("k2", value="not_done")).stale == ()
    assert marks_on(sheet)["greets"].value == "not_done"


def test_notes_and_ticks_leave_each_other_alone(sheet):
    keep(sheet, tick("n", value="", note="twice"), tick("v", value="done"), tick("w", item="", value="", note="quick"))
    marks = marks_on(sheet)
    assert (marks["greets"].value, marks["greets"].note, marks[""].note) == ("done", "twice", "quick")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (tick(""), "key_wrong"),
        (tick("a", item="none"), "item_wrong"),
        (tick("a", value="na"), "value_wrong"),
        (tick("a", item="", value="done"), "value_wrong"),
    ],
)
def test_ticks_of_nothing_are_refused(sheet, row, code):
    with pytest.raises(NotValid, match=code):
        keep(sheet, row)


def test_the_clock_is_the_servers_and_a_lost_line_costs_nobody_a_second(sheet):
    practical, zhou = sheet.practical, cast.user("zhou")
    with pytest.raises(NotNow, match="clock_not_started"):
        actions.stop_clock(practical, by=zhou)
    actions.start_clock(practical, by=zhou)
    started = practical.started_at
    assert actions.start_clock(practical, by=zhou).started_at == started
    Practical.objects.filter(pk=practical.pk).update(started_at=started - timedelta(seconds=300))
    actions.stop_clock(practical, by=zhou, seconds_ago=60)
    assert 239 <= (practical.stopped_at - practical.started_at).total_seconds() <= 242
    assert actions.stop_clock(practical, by=zhou, seconds_ago=10**9).stopped_at == practical.stopped_at


def test_a_result_is_exact_and_stands_in_the_ledger_as_tested(db):
    in_force()
    practical = examined(cast.li())
    assert (practical.state, practical.exact, practical.is_passed) == ("finished", "175/2", True)
    assert practical.shares == {"listening": "5/6", "process_policy": "1"}
    rows = Evidence.objects.filter(source_kind="assessment.practical", source_id=practical.pk, is_superseded=False)
    found = {one.competency.code: (one.kind, Fraction(one.exact), one.n, one.on) for one in rows}
    level = Fraction(3) + (Fraction(500, 6) - 60) / 40 * 2
    assert found["listening"] == ("tested", level, 2, clock.today())
    assert framework_in_force().competencies.filter(code="listening").exists()
    assert Duty.objects.filter(kind="practical.result", user=cast.li().user, done_at=None).exists()


def test_nothing_is_sent_before_every_item_is_ticked_and_nothing_changes_after(sheet):
    keep(sheet, *ticks({"greets": "done"}))
    with pytest.raises(NotValid, match="items_missing"):
        actions.send_sheet(sheet, by=sheet.examiner)
    keep(sheet, *ticks(ALL_DONE))
    actions.send_sheet(sheet, by=sheet.examiner)
    with pytest.raises(NotNow, match=r"practical\.over"):
        keep(sheet, tick("late"))


def test_two_examiners_tick_apart_and_settle_what_is_critical(db):
    zhou, feng = cast.user("zhou"), cast.user("feng")
    practical = actions.open_practical(cast.li(), by=zhou, checklist=published(), second=feng)
    first, second = practical.sheets.order_by("is_second")
    assert Duty.objects.filter(kind="practical.tick", user=feng, done_at=None).exists()
    actions.keep_ticks(first, by=zhou, ticks=ticks(ALL_DONE))
    actions.send_sheet(first, by=zhou)
    assert told_of(practical).judged == ()  # the second has not sent: nothing to read off
    with pytest.raises(NotAllowed):
        actions.keep_ticks(first, by=feng, ticks=ticks({"greets": "done"}))
    actions.keep_ticks(second, by=feng, ticks=ticks({**ALL_DONE, "checks": "not_done"}))
    actions.send_sheet(second, by=feng)
    practical.refresh_from_db()
    told = told_of(practical)
    assert (practical.state, told.to_settle, told.alike) == ("open", ("checks",), (3, 4))
    with pytest.raises(NotValid, match="why_missing"):
        actions.settle_item(practical, by=zhou, item="checks", value="done", why=" ")
    actions.settle_item(practical, by=zhou, item="checks", value="done", why="On the recording.")
    practical.refresh_from_db()
    assert (practical.state, practical.is_passed) == ("finished", True)
    assert len(pairs_of(practical.checklist)) == 4


def test_an_examiner_who_does_not_come_is_not_waited_for(db):
    zhou = cast.user("zhou")
    practical = actions.open_practical(cast.li(), by=zhou, checklist=published(), second=cast.user("feng"))
    sheet = practical.sheets.get(is_second=False)
    actions.keep_ticks(sheet, by=zhou, ticks=ticks(ALL_DONE))
    actions.send_sheet(sheet, by=zhou)
    actions.go_on_alone(practical, by=zhou, why="Called away.")
    practical.refresh_from_db()
    assert practical.state == "finished"


def test_a_second_start_goes_on_where_one_was_and_others_are_told(db):
    listed = published()
    one = actions.open_practical(cast.li(), by=cast.user("zhou"), checklist=listed)
    assert actions.open_practical(cast.li(), by=cast.user("zhou"), checklist=listed).pk == one.pk
    with pytest.raises(NotNow, match="open_already"):
        actions.open_practical(cast.li(), by=cast.user("feng"), checklist=listed)
    with pytest.raises(NotAllowed):
        actions.open_practical(cast.he(), by=cast.zhao().user, checklist=listed)


def test_an_objection_that_is_right_takes_the_result_out_of_the_ledger(db):
    in_force()
    practical, li = examined(cast.li()), cast.li().user
    with pytest.raises(NotAllowed):
        actions.object_to_practical(practical, by=cast.wang().user, reason="No.")
    actions.object_to_practical(practical, by=li, reason="I did check it.")
    with pytest.raises(NotNow, match="objected_already"):
        actions.object_to_practical(practical, by=li, reason="Again.")
    zheng = cast.user("zheng")
    assert {"annul_practical", "uphold_practical"} <= set(practical_moves(practical, zheng))
    with pytest.raises(NotValid, match="why_missing"):
        actions.annul_practical(practical, by=zheng, answer="")
    actions.annul_practical(practical, by=zheng, answer="The recording shows it.")
    assert practical.state == "annulled"
    assert not Evidence.objects.filter(source_kind="assessment.practical", is_superseded=False).exists()


def test_objections_close_with_their_last_day_and_examiners_do_not_answer(db):
    feng = cast.user("feng")
    practical = examined(cast.li(), by=feng)
    Practical.objects.filter(pk=practical.pk).update(object_until=clock.today() - timedelta(days=1))
    with pytest.raises(NotNow, match="objection_late"):
        actions.object_to_practical(practical, by=cast.li().user, reason="Late.")
    Practical.objects.filter(pk=practical.pk).update(object_until=clock.today())
    actions.object_to_practical(practical, by=cast.li().user, reason="In time.")
    with pytest.raises(NotAllowed):
        actions.uphold_practical(practical, by=feng, answer="No.")


def test_people_see_their_own_once_it_is_finished(db):
    listed = published()
    going = actions.open_practical(cast.li(), by=cast.user("zhou"), checklist=listed)
    assert not practicals_seen_by(cast.li().user).exists()
    assert sheet_of(going, cast.user("zhou")) is not None
    actions.leave_practical(going, by=cast.user("zhou"), why="Fire drill.")
    done = examined(cast.li(), checklist=listed)
    assert list(practicals_seen_by(cast.li().user)) == [done]
    assert list(practicals_seen_by(cast.zhao().user)) == [done]
    assert not practicals_seen_by(cast.wang().user).exists()
