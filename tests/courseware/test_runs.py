"""Opened, reported, resumed, done: by the newest opening alone, in the server's time."""

from datetime import timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.courseware.actions import Report, keep_run, open_run, restart_run
from hengcai.courseware.queries.held import package_runs_held
from hengcai.courseware.queries.runs import handed_over, mode_of, run_of_session
from hengcai.training.actions import finish_lesson
from hengcai.training.models import Progress
from tests import cast
from tests.courseware.made import new_files, old_files, received, way

pytestmark = pytest.mark.usefixtures("course_db", "learner")
DONE = {"cmi.core.lesson_status": "completed", "cmi.core.score.raw": "90"}


@pytest.fixture
def learner(course_db):
    return cast.person("li")


def opened(mine, part="I1", by="li"):
    lesson = mine.course.lessons.get()
    return open_run(mine, by=cast.user(by), lesson=lesson, part=part, today=clock.today())


def reported(run, values=None, *, is_over=False, session=None, by="li"):
    report = Report(session=session or run.session, values=values or {}, is_over=is_over)
    return keep_run(run, by=cast.user(by), report=report, today=clock.today())


def test_what_was_reported_is_there_again_on_another_device():
    mine = way(received(old_files()))
    run = opened(mine)
    reported(run, {"cmi.suspend_data": "a", "cmi.core.lesson_location": "3"})
    reported(run, {"cmi.core.lesson_location": "4", "cmi.core.exit": "suspend"}, is_over=True)
    again = handed_over(opened(mine))
    assert (again["cmi.core.lesson_location"], again["cmi.suspend_data"], again["cmi.core.entry"]) == (
        "4",
        "a",
        "resume",
    )
    assert again["cmi.core.student_name"] == mine.person.name


def test_only_the_newest_opening_reports():
    mine = way(received(old_files()))
    older = opened(mine).session
    run = opened(mine)
    with pytest.raises(NotNow, match=r"courseware\.opened_elsewhere"):
        reported(run, session=older)
    assert run_of_session(run.pk, older) is None
    assert run_of_session(run.pk, run.session) == run


def test_done_and_score_reach_the_lesson_and_stay():
    mine = way(received(old_files()))
    run = opened(mine)
    assert Progress.objects.get().done_at is None
    reported(run, DONE)
    row = Progress.objects.get()
    assert (row.points, row.out_of, row.done_at is not None) == ("9/10", "1", True)
    mine.refresh_from_db()
    assert mine.state == "finished"
    reported(run, {"cmi.core.score.raw": "10", "cmi.core.lesson_status": "failed"})
    run.refresh_from_db()
    assert (run.share, mode_of(run), handed_over(run)["cmi.core.lesson_mode"]) == ("9/10", "review", "review")
    with pytest.raises(NotNow, match=r"courseware\.done_already"):
        restart_run(run, by=cast.user("li"))


def test_every_part_makes_the_lesson_whole():
    mine = way(received(new_files()))
    reported(opened(mine, "I2"), {"cmi.completion_status": "completed", "cmi.score.scaled": "0.9"}, is_over=True)
    mine.refresh_from_db()
    assert mine.state == "learning"
    opened(mine, "I3")  # a leaflet: read once it is opened
    mine.refresh_from_db()
    assert mine.state == "finished"
    assert Progress.objects.get().points == "9/10"


def test_below_the_mark_it_is_not_done_and_may_be_started_again():
    mine = way(received(old_files()))
    run = reported(opened(mine), {"cmi.core.lesson_status": "passed", "cmi.core.score.raw": "70"}, is_over=True)
    assert (run.success, run.done_at) == ("failed", None)
    restart_run(run, by=cast.user("li"))
    assert (run.values, run.tries, run.share) == ({}, 2, "")


def test_time_is_counted_by_the_server():
    mine = way(received(old_files()))
    run, start = opened(mine), clock.now()
    for minute in (1, 2, 60):
        with clock.set_to(start + timedelta(minutes=minute)):
            reported(run, {"cmi.core.session_time": "0009:00:00"}, is_over=minute == 60)
    assert 200 <= run.seconds <= 210  # 60 + 60, and of the hour away one report's worth
    assert Progress.objects.get().seconds == run.seconds


def test_what_the_standard_does_not_allow_is_not_kept():
    run = opened(way(received(old_files())))
    with pytest.raises(NotValid, match=r"courseware\.value_long"):
        reported(run, {"cmi.suspend_data": "x" * 4097})
    run.refresh_from_db()
    assert run.values == {}


def test_nobody_reports_for_another_and_nobody_ticks_it_off_by_hand():
    mine = way(received(old_files()))
    run, lesson = opened(mine), mine.course.lessons.get()
    with pytest.raises(NotAllowed):
        reported(run, DONE, by="wang")
    with pytest.raises(NotAllowed):
        opened(mine, by="zhou")
    with pytest.raises(NotNow, match=r"training\.lesson_by_package"):
        finish_lesson(mine, by=cast.user("li"), lesson=lesson, answers={}, today=clock.today())
    with pytest.raises(NotValid, match=r"courseware\.part_unknown"):
        opened(mine, "I9")


def test_what_is_held_on_a_person_tells_all_that_was_reported():
    mine = way(received(old_files()))
    reported(opened(mine), {"cmi.suspend_data": "a"})
    (row,) = package_runs_held(mine.person)
    assert (row["part"], row["reported"]) == ("I1", {"cmi.suspend_data": "a"})
