"""Local times around the days on which clocks are put forward or back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hengcai.base.days import readings
from hengcai.base.errors import NotValid
from hengcai.base.tables.mapping import Origin
from hengcai.interactions.models import Contact
from hengcai.interactions.queries import reason
from hengcai.interactions.rules import values as cells
from hengcai.interactions.rules.contact import contact_of
from tests import cast
from tests.interactions.bringing import bring, csv_file, row

SYDNEY, SHANGHAI, LORD_HOWE = (ZoneInfo(name) for name in ("Australia/Sydney", "Asia/Shanghai", "Australia/Lord_Howe"))
HEADER = ["id", "agent", "started_at", "ended_at", "channel"]


@pytest.mark.parametrize(
    ("zone", "written", "hours"),
    [
        (SYDNEY, "2026-04-05T01:59:59", ["14:59:59"]),
        (SYDNEY, "2026-04-05T02:00:00", ["15:00:00", "16:00:00"]),
        (SYDNEY, "2026-04-05T02:59:59", ["15:59:59", "16:59:59"]),
        (SYDNEY, "2026-04-05T03:00:00", ["17:00:00"]),
        (SYDNEY, "2026-10-04T01:59:59", ["15:59:59"]),
        (SYDNEY, "2026-10-04T02:00:00", []),
        (SYDNEY, "2026-10-04T02:59:59", []),
        (SYDNEY, "2026-10-04T03:00:00", ["16:00:00"]),
        (SHANGHAI, "1990-04-15T02:30:00", []),
        (SHANGHAI, "1990-09-16T01:30:00", ["16:30:00", "17:30:00"]),
        (SHANGHAI, "1991-07-01T09:00:00", ["00:00:00"]),
        (SHANGHAI, "2026-07-01T09:00:00", ["01:00:00"]),
        (LORD_HOWE, "2026-10-04T02:15:00", []),
        (LORD_HOWE, "2026-04-05T01:45:00", ["14:45:00", "15:15:00"]),
    ],
)
def test_a_local_time_was_shown_once_never_or_twice(zone, written, hours):
    found = readings(datetime.fromisoformat(written), zone)
    assert [f"{moment:%H:%M:%S}" for moment in found] == hours
    assert all(moment.tzinfo is UTC for moment in found)


def contact(started_at, ended_at="", zone=SYDNEY):
    row = {"id": "1", "agent": "li", "started_at": started_at, "ended_at": ended_at, "channel": "call"}
    return contact_of(row, zone=zone, extra={})


def minutes(started_at, ended_at):
    found = contact(started_at, ended_at)
    return (found.ended_at - found.started_at) // timedelta(minutes=1)


def refusal(*args):
    with pytest.raises(NotValid) as caught:
        contact(*args)
    return caught.value.code, caught.value.facts["column"], caught.value.facts.get("both")


def test_the_only_reading_that_ends_after_it_starts_is_taken():
    assert minutes("2026-04-05T02:50:00", "2026-04-05T02:10:00") == 20
    assert minutes("2026-04-05T02:50:00+11:00", "2026-04-05T02:10:00") == 20
    assert minutes("2026-04-05T02:50:00", "2026-04-05T02:10:00+10:00") == 20
    assert minutes("2026-04-05T02:50:00", "2026-04-05T02:55:00+11:00") == 5
    assert minutes("2026-04-05T01:50:00", "2026-04-05T03:05:00") == 135
    assert minutes("2026-10-04T01:58:00", "2026-10-04T03:02:00") == 4


@pytest.mark.parametrize(
    ("started_at", "ended_at", "column"),
    [
        ("2026-04-05T02:10:00", "", "started_at"),
        ("2026-04-05T02:10:00", "2026-04-05T02:50:00", "started_at"),
        ("2026-04-05T02:10:00", "2026-04-05T03:05:00", "started_at"),
        ("2026-04-05T01:50:00", "2026-04-05T02:10:00", "ended_at"),
    ],
)
def test_where_several_readings_are_possible_the_offset_is_asked_for(started_at, ended_at, column):
    asked = "2026-04-05T02:10:00"
    assert refusal(started_at, ended_at) == ("import.moment_twice", column, (f"{asked}+11:00", f"{asked}+10:00"))


def test_a_time_that_never_was_is_refused_in_its_own_column():
    assert refusal("2026-10-04T02:30:00", "2026-10-04T03:05:00")[:2] == ("import.moment_skipped", "started_at")
    assert refusal("2026-10-04T01:30:00", "2026-10-04T02:05:00")[:2] == ("import.moment_skipped", "ended_at")


def test_no_reading_ends_before_it_starts():
    assert refusal("2026-04-05T03:50:00", "2026-04-05T02:10:00")[:2] == ("contact.ends_before_start", "ended_at")


def test_a_single_moment_shown_twice_is_asked_about():
    with pytest.raises(NotValid) as caught:
        cells.moment("2026-04-05T02:30:00", "received_at", zone=SYDNEY)
    assert (caught.value.code, caught.value.facts["column"]) == ("import.moment_twice", "received_at")
    assert cells.moment("2026-04-05T02:30:00+10:00", "received_at", zone=SYDNEY).hour == 16


def test_a_file_over_both_changes_comes_in_with_each_row_read_or_named(db, tmp_path, settings):
    settings.TIME_ZONE = "Australia/Sydney"
    cast.li()
    moments = [
        ("2026-04-05T02:50:00", "2026-04-05T02:10:00"),
        ("2026-10-04T02:30:00", "2026-10-04T03:05:00"),
        ("2026-10-04T01:58:00", "2026-10-04T03:02:00"),
        ("2026-04-05T01:50:00", "2026-04-05T03:05:00"),
        ("2026-04-05T02:50:00+11:00", "2026-04-05T02:10:00+10:00"),
        ("2026-04-05T02:20:00", ""),
    ]
    rows = [
        {"id": f"d{n}", "agent": "li", "started_at": start, "ended_at": end, "channel": "call"}
        for n, (start, end) in enumerate(moments, start=1)
    ]
    run = bring(csv_file(tmp_path / "a.csv", rows, HEADER))
    lengths = {one.key: (one.ended_at - one.started_at) // timedelta(minutes=1) for one in Contact.objects.all()}
    assert lengths == {"d1": 20, "d3": 4, "d4": 135, "d5": 20}
    skipped, twice = run.rejects.order_by("row")
    assert (skipped.row, skipped.column, skipped.code) == (3, "started_at", "import.moment_skipped")
    assert (twice.row, twice.column, twice.code) == (7, "started_at", "import.moment_twice")
    assert "2026-04-05T02:20:00+10:00" in reason(twice, "en")
    assert "请写明时区" in reason(twice, "zh-hans")


def started_after(path: Path, seconds: str, start: str) -> datetime:
    origin = Origin(path="started_at", add_seconds_to=datetime.fromisoformat(start))
    key = f"s{seconds}"
    bring(csv_file(path, [row(1, id=key, started_at=seconds)]), mapping={"started_at": origin})
    return Contact.objects.get(key=key).started_at


def test_seconds_added_to_a_moment_pass_over_a_change_as_they_passed(db, tmp_path, settings):
    settings.TIME_ZONE = "Australia/Sydney"
    cast.li()
    assert started_after(tmp_path / "a.csv", "7200", "2026-10-04T01:00:00") == datetime(2026, 10, 3, 17, tzinfo=UTC)
    assert started_after(tmp_path / "b.csv", "7201", "2026-04-05T01:30:00") == datetime(
        2026, 4, 4, 16, 30, 1, tzinfo=UTC
    )
    with pytest.raises(NotValid) as caught:
        started_after(tmp_path / "c.csv", "1", "2026-10-04T02:30:00")
    assert (caught.value.code, caught.value.facts["column"]) == ("import.moment_skipped", "started_at")
