"""The roster round today: three shifts that change by the week, two days off, an hour of training, somebody on leave."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

from hengcai.accounts.models import Centre, User
from hengcai.demo.contacts import take_in
from hengcai.demo.people import Staff

A_DAY, WEEK, DAYS_OFF = timedelta(days=1), 7, 2
BEHIND, AHEAD = 21, 14  # days that are on the roster
WORK = (("08:00", "17:00"), ("10:00", "19:00"), ("13:00", "22:00"))
TRAINING = ("14:00", "15:00")
LEAVE = ("annual", "sick", "personal")
ON_LEAVE = 15  # one of so many, each week


def leave_a_roster(centre: Centre, staff: Staff, *, today: date, by: User) -> None:
    """Of those who take contacts; the office keeps office hours and is on no roster."""
    days = [today + n * A_DAY for n in range(-BEHIND, AHEAD)]
    there = [(n, row["id"]) for n, row in enumerate(staff.frontline()) if row["hired_on"] <= days[0].isoformat()]
    there = [(n, number) for n, number in there if not _leaves(staff, number)]
    _bring(centre, "shifts", "agent,starts_at,ends_at,kind", _shifts(there, days), by)
    _bring(centre, "absences", "agent,from,to,kind,approved_by", _absences(there, days), by)


def _leaves(staff: Staff, number: str) -> bool:
    return any(row["id"] == number and row.get("left_on") for row in staff.rows)


def _shifts(there: list[tuple[int, str]], days: list[date]) -> Iterator[str]:
    for n, number in there:
        for day in days:
            if (day.toordinal() + n) % WEEK < DAYS_OFF:
                continue
            start, end = WORK[(n // 2 + day.toordinal() // WEEK) % len(WORK)]
            yield f"{number},{day}T{start}:00,{day}T{end}:00,work"
            if day.weekday() == n % WEEK:
                yield f"{number},{day}T{TRAINING[0]}:00,{day}T{TRAINING[1]}:00,training"


def _absences(there: list[tuple[int, str]], days: list[date]) -> Iterator[str]:
    for week in range(0, len(days), WEEK):
        for n, number in there:
            if n % ON_LEAVE == week % ON_LEAVE:
                first = days[week + n % 4]
                yield f"{number},{first},{first + n % 3 * A_DAY},{LEAVE[n % len(LEAVE)]},"


def _bring(centre: Centre, kind: str, heading: str, rows: Iterator[str], by: User) -> None:
    path = Path(settings.HOME) / f"demo-{kind}.csv"
    path.write_text("\n".join([heading, *rows, ""]), encoding="utf-8")
    take_in(centre, kind, path, by=by)
