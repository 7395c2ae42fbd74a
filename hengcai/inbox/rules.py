"""When a duty is brought to mind, and when it goes up. Days come in as arguments."""

from datetime import date, timedelta

from hengcai.base.workdays import Calendar

A_DAY = timedelta(days=1)


def eve_of(due_on: date, calendar: Calendar) -> date:
    """The last working day before it."""
    day = due_on - A_DAY
    while not calendar.day(day).is_working:
        day -= A_DAY
    return day


def horizon(today: date, calendar: Calendar) -> date:
    """The farthest last day of which anything is said today: that of the next working day, and the days off before it."""
    return calendar.add(today, 1).date


def notice_day(due_on: date, *, today: date, calendar: Calendar) -> date | None:
    """The newest day on which it was to be brought to mind: its eve, then the day itself. None: not yet, or too late."""
    if today > due_on:
        return None
    if today == due_on:
        return due_on
    eve = eve_of(due_on, calendar)
    return eve if today >= eve else None


def is_to_remind(due_on: date, *, opened_on: date, reminded_on: date | None, today: date, calendar: Calendar) -> bool:
    """Once for each day of notice; whoever was given it that day has just been told."""
    notice = notice_day(due_on, today=today, calendar=calendar)
    return notice is not None and opened_on < notice and (reminded_on is None or reminded_on < notice)


def is_to_escalate(due_on: date, *, is_escalated: bool, today: date, calendar: Calendar) -> bool:
    """Once, on the first working day after its last."""
    return not is_escalated and today > due_on and calendar.until(due_on, today).days > 0


def lengthened(due_on: date | None, wished: date | None) -> date | None:
    """A last day that was announced is never brought forward; one without any has all the time there is."""
    return max(due_on, wished) if due_on is not None and wished is not None else None
