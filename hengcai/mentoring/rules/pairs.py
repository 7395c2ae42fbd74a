"""How often a mentor listens."""

from datetime import date, timedelta

WEEK = timedelta(days=7)


def next_sheet_on(day: date, last_on: date) -> date:
    """A week on, and never after the pair's last day."""
    return min(day + WEEK, max(day, last_on))
