"""The centre's own calendar and service hours: by page, by file, by API, and what is counted by them."""

from datetime import date, datetime
from fractions import Fraction

import pytest

from hengcai.accounts.queries import the_centre
from hengcai.appraisal.queries.cycles import proposed
from hengcai.base.errors import NotAllowed, NotValid
from hengcai.cli.program import run
from hengcai.interactions.actions.hours import settle_service_hours
from hengcai.interactions.hours import service_hours
from hengcai.interactions.rules.openings import openings_of, written
from hengcai.interactions.rules.service_hours import hours_in_hand
from hengcai.people.actions import remove_day, settle_day
from hengcai.people.models import OwnDay
from hengcai.people.queries import the_calendar, unusual_days
from tests import cast
from tests.interactions.bringing import bring, counts, csv_file

FRIDAY = date(2026, 3, 6)


def settled(kind="holiday", name="司庆", day=FRIDAY, by="wu"):
    return settle_day(the_centre(), by=cast.user(by), day=day, kind=kind, name=name)


def week(text, **more):
    openings = {day: openings_of(text) for day in range(7)}
    settle_service_hours(
        the_centre(), by=cast.user("wu"), week=openings, is_closed_on_holidays=more.get("closed", False)
    )


def hours(start, end):
    span = (datetime.fromisoformat(f"{start}+08:00"), datetime.fromisoformat(f"{end}+08:00"))
    return hours_in_hand([span], service_hours())


def test_a_day_of_the_centres_own_goes_before_the_notices_until_it_is_taken_out(db):
    assert the_calendar().add(date(2026, 3, 5), 1).date == FRIDAY
    own = settled()
    assert the_calendar().day(FRIDAY).name == "司庆"
    assert the_calendar().add(date(2026, 3, 5), 1).date == date(2026, 3, 9)
    assert settled("working", "").pk == own.pk
    assert the_calendar().day(FRIDAY).is_working
    settled("holiday", "", date(2027, 2, 15))
    assert the_calendar().day(date(2027, 2, 15)).provisional is False
    remove_day(OwnDay.objects.get(date=FRIDAY), by=cast.user("sun"))
    assert the_calendar().add(date(2026, 3, 5), 1).date == FRIDAY


def test_a_cycles_days_are_counted_by_it(db):
    before = proposed("month", today=date(2026, 3, 2))
    settled(day=before.publish_due_on)
    assert proposed("month", today=date(2026, 3, 2)).publish_due_on > before.publish_due_on


@pytest.mark.parametrize("name", ["li", "zhao", "feng", "qian"])
def test_only_hr_and_the_administrator_settle_days_and_hours(db, name):
    with pytest.raises(NotAllowed):
        settled(by=name)
    with pytest.raises(NotAllowed):
        settle_service_hours(the_centre(), by=cast.user(name), week={0: [(0, 60)]}, is_closed_on_holidays=False)


def test_a_day_beyond_the_calendar_or_of_no_kind_is_refused(db):
    with pytest.raises(NotValid, match=r"workday\.out_of_range"):
        settled(day=date(2100, 1, 1))
    with pytest.raises(NotValid, match=r"workday\.kind"):
        settled("rest")


def test_the_year_lists_holidays_exchanges_and_the_centres_own(db):
    settled("working", "盘点", date(2026, 3, 7))
    found = {one.day.date: (one.day.kind, one.own is not None) for one in unusual_days(2026, language="zh")}
    assert found[date(2026, 3, 7)] == ("working", True)
    assert found[date(2026, 10, 1)] == ("holiday", False)
    assert date(2026, 3, 9) not in found


def test_a_calendar_comes_in_by_file_and_goes_out_as_the_command_takes_it(db, tmp_path, capsys):
    rows = [
        {"date": "2026/3/6", "kind": "放假", "name": "司庆"}, {"date": "2026-03-07", "kind": "补班"},
        {"date": "2100-01-01", "kind": "放假"}, {"date": "2026-03-09", "kind": "rest"},
        {"date": "2026-03-06", "kind": "working"},
    ]  # fmt: skip
    path = csv_file(tmp_path / "a.csv", rows, ["date", "kind", "name"])
    run_of = bring(path, "calendar", by=cast.user("wu"))
    assert counts(run_of) == (5, 2, 0, 0, 3)
    assert list(run_of.rejects.order_by("row").values_list("column", "code")) == [
        ("date", "workday.out_of_range"), ("kind", "import.choice_unknown"), ("date", "own_day.taken"),
    ]  # fmt: skip
    out = tmp_path / "own.csv"
    assert run(["export", "calendar", "--to", str(out)]) == 0
    assert out.read_text("utf-8-sig") == "date,kind,name\n2026-03-06,holiday,司庆\n2026-03-07,made_up,\n"
    capsys.readouterr()
    assert run(["workday", "2026-03-05", "--add", "1", "--calendar", str(out), "--json", "-"]) == 0
    assert '"date": "2026-03-07"' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        ("8:30-12:00, 13:30-18:00", [(510, 720), (810, 1080)]),
        ("13:30—18:00；8：30至12:00", [(510, 720), (810, 1080)]),
        ("全天", [(0, 1440)]), ("0:00-24:00", [(0, 1440)]), ("", []), ("8:00-12:00,12:00-18:00", [(480, 720), (720, 1080)]),
    ],
)  # fmt: skip
def test_openings_are_read_as_people_write_them(text, openings):
    assert openings_of(text) == openings
    assert openings_of(written(openings)) == openings


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8-12", "malformed"), ("8:30-12:60", "malformed"), ("24:00-24:30", "malformed"), ("8:00-24:01", "malformed"),
        ("20:00-8:00", "past_midnight"), ("9:00-9:00", "past_midnight"), ("8:00-12:00, 11:00-13:00", "overlap"),
    ],
)  # fmt: skip
def test_openings_that_cannot_be_are_refused(text, code):
    with pytest.raises(NotValid, match=rf"openings\.{code}"):
        openings_of(text)


def test_hours_in_hand_follow_what_is_settled_and_the_clock_where_nothing_is(db):
    assert hours("2026-03-05T17:00", "2026-03-06T09:30") == Fraction(33, 2)
    week("8:30-12:00, 13:30-18:00")
    assert hours("2026-03-05T17:00", "2026-03-06T09:30") == 2
    settled()
    assert hours("2026-03-05T17:00", "2026-03-06T09:30") == 2
    week("8:30-12:00, 13:30-18:00", closed=True)
    assert hours("2026-03-05T17:00", "2026-03-06T09:30") == 1
    with pytest.raises(NotValid, match=r"openings\.never"):
        week("")


def test_the_page_shows_and_settles_both(client, db):
    client.force_login(cast.user("wu"))
    sent = {f"day{day}": "8:30-12:00，13:30-18:00" for day in range(5)}
    assert client.post("/working-time/hours/", {**sent, "is_closed_on_holidays": "on"}).status_code == 302
    assert hours("2026-03-06T17:00", "2026-03-09T09:30") == 2
    answer = client.post("/working-time/days/", {"day": "2026-03-06", "kind": "holiday", "name": "Founders"})
    assert (answer.status_code, answer["Location"]) == (302, "/working-time/?year=2026")
    page = client.get("/working-time/?year=2026").content.decode()
    assert "Founders" in page
    assert "8:30-12:00, 13:30-18:00" in page
    assert client.get("/working-time/?year=20x6").status_code == 200
    own = OwnDay.objects.get()
    assert client.post(f"/working-time/days/{own.pk}/remove/").status_code == 302
    assert "Founders" not in client.get("/working-time/?year=2026").content.decode()


def test_each_weekday_that_is_wrong_is_said_beside_it(client, db):
    client.force_login(cast.user("wu"))
    answer = client.post("/working-time/hours/", {"day0": "20:00-8:00", "day1": "nine"})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"day0", "day1"}
    assert client.post("/working-time/hours/", {"day0": ""}).context["form"].errors.keys() == {"__all__"}
    answer = client.post("/working-time/days/", {"day": "2100-01-01", "kind": "holiday"})
    assert answer.context["form"].errors.keys() == {"day"}


def test_the_api_says_and_settles_the_same(client, db):
    client.force_login(cast.user("wu"))
    sent = {"week": ["8:30-18:00"] * 5 + ["", ""], "is_closed_on_holidays": True}
    told = client.put("/api/working-time/hours", sent, content_type="application/json").json()
    assert (told["week"][0], told["week"][6], told["is_closed_on_holidays"]) == ("8:30-18:00", "", True)
    day = {"date": "2026-03-06", "kind": "holiday", "name": "司庆"}
    assert client.put("/api/working-time/days", day, content_type="application/json").json()["days"] == [day]
    wrong = client.put("/api/working-time/hours", {"week": ["x"] * 7}, content_type="application/json")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "openings.malformed")
    assert client.delete("/api/working-time/days/2026-03-06").json()["days"] == []
    assert client.get("/api/working-time").json()["days"] == []
    assert client.delete("/api/working-time/days/2026-03-06").status_code == 404
