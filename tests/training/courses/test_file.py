"""The training file: courses, hours, exact marks, sessions; who sees it; where else it is told."""

import csv
from datetime import date, datetime, timedelta

import pytest

from hengcai.appraisal.models import Result
from hengcai.base import clock
from hengcai.cli.program import run
from hengcai.insight.forms import form_of
from hengcai.paper.forms.form import Choice
from hengcai.paper.forms.registry import form_called
from hengcai.programme.queries.changes import changes_of
from hengcai.records.queries.bundle import bundle_of
from hengcai.training import actions
from hengcai.training.actions import Thought, When
from hengcai.training.queries import held
from hengcai.training.queries.file import file_of, given_to, people_with_file
from tests import cast
from tests.insight import stage
from tests.training.courses.made import course

pytestmark = pytest.mark.usefixtures("course_db")
START = datetime.fromisoformat("2026-02-10T09:00:00+08:00")


@pytest.fixture
def li():
    return cast.person("li")


@pytest.fixture
def learned(li):
    """One course finished, one session attended with an opinion given, one missed."""
    with clock.set_to(START - timedelta(days=7)):
        made = course()
        way = actions.enrol(made, by=li.user)
        for code, answers in (("first", {"q1": "a", "q2": "b"}), ("second", {})):
            lesson = made.lessons.get(code=code)
            actions.finish_lesson(way, by=li.user, lesson=lesson, answers=answers, today=clock.today())
        seats = {mark: _booked(made, li, START + timedelta(days=n)) for n, mark in enumerate(("attended", "absent"))}
    for mark, seat in seats.items():
        _called(seat, mark)
    actions.give_opinion(_again(seats["attended"]), by=li.user, thought=Thought(5, 4, 3, "有用"))
    return made


def _booked(made, li, start):
    when = When(start, start + timedelta(minutes=100), 3, place="301")
    return actions.book_seat(actions.plan_session(made, by=cast.user("zhou"), when=when), by=li.user)


def _called(seat, mark):
    with clock.set_to(seat.session.starts_at + timedelta(hours=3)):
        actions.call_roll(seat.session, by=cast.user("zhou"), marks={seat.pk: mark})


def _again(seat):
    return type(seat).objects.get(pk=seat.pk)


def test_hours_and_marks_are_exact_and_never_added_up(learned, li):
    found = file_of(li)
    assert (found.hours, found.class_hours.as_integer_ratio()) == (learned.hours, (5, 3))
    assert [(one.points, one.out_of, one.share) for one in found.taken] == [(2, 2, 1)]
    assert [one.seat.state for one in found.sat] == ["absent", "attended"]


def test_one_sees_ones_own_and_a_lead_ones_people(learned, li):
    cast.person("he")
    reached = {
        name: people_with_file(cast.user(name)).filter(pk=li.pk).exists()
        for name in ("li", "he", "zhao", "zhou", "wu", "chen")
    }
    assert reached == {"li": True, "he": False, "zhao": True, "zhou": True, "wu": True, "chen": False}


def test_the_bundle_lists_what_was_given(learned, li):
    told = [(one["kind"], one["on"], one["hours"]) for one in bundle_of(li)["training"]]
    assert told == [("course", "2026-02-03", "1.5"), ("session", "2026-02-10", "1.67")]
    assert given_to(li)[0]["what"] == {"zh": "开场三十秒", "en": "The first thirty seconds"}


def test_everything_of_learning_is_held_and_given_out(learned, li):
    counts = [
        len(list(rows(li)))
        for rows in (
            held.enrolments_held,
            held.progress_held,
            held.places_held,
            held.opinions_held,
            held.qualifications_held,
        )
    ]
    assert counts == [1, 2, 2, 1, 0]
    assert next(held.progress_held(li))["answers"] == {"q1": "a", "q2": "b"}


def test_the_record_prints_for_those_who_see_the_file(learned, li):
    kind, choice = form_called("training-record"), Choice({"number": li.number})
    paper = form_of(kind, choice, user=cast.user("zhou"), language="zh-hans", today=date(2026, 3, 1)).paper
    assert all(text in repr(paper) for text in ("开场三十秒", "缺课", "100%", "1.67"))


def test_a_row_a_person_and_course_goes_out(learned, tmp_path):
    assert run(["export", "training", "--to", str(tmp_path / "t.csv")]) == 0
    rows = list(csv.DictReader((tmp_path / "t.csv").read_text("utf-8-sig").splitlines()))
    assert [(one["course"], one["points"], one["attended"], one["absent"]) for one in rows] == [
        ("openings", "2", "1", "1")
    ]


@pytest.fixture
def quarters(learned):
    """Rated before and after; the quarter of the course itself counts on neither side."""
    spans = {
        "2025-Q4": stage.Q4, "2026-Q1": stage.Q1, "2026-Q2": (date(2026, 4, 1), date(2026, 6, 30)),
    }  # fmt: skip
    for place, (code, period) in enumerate(spans.items()):
        cycle = stage.quarter(code=code, period=period)
        participant = stage.joined(cycle, "li")
        levels = {"listening": {"level": str(3 + place), "exact": str(3 + place)}}
        Result.objects.create(participant=participant, revision=1, status="scored", levels=levels, **EMPTY)
    return learned


EMPTY = {"detail": {}, "inputs": {}, "is_current": True, "computed_at": stage.PUBLISHED_AT}


def test_levels_stand_beside_a_course_from_before_it_and_after_it(quarters, li):
    found = changes_of(li, file_of(li).trained, cast.user("zhao"))
    assert [(one.competency, one.before_cycle.code, one.before, one.after_cycle.code, one.after) for one in found] == [
        ("listening", "2025-Q4", 3, "2026-Q2", 5)
    ]


def test_the_page_says_that_one_change_proves_nothing(quarters, li, client):
    client.force_login(cast.user("li"))
    client.cookies["hengcai_language"] = "en"
    page = client.get("/learning/file/").content.decode()
    assert "proves nothing about a course" in page
    assert "2026-Q2" in page
