"""What a report of the knowledge base has to say, and when it is late."""

from dataclasses import dataclass
from datetime import date, timedelta

from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_lengths

ANSWER_DAYS, MOST_MEND_DAYS = 3, 60  # working days
FURTHEST = timedelta(days=366)
REPORTED, ACCEPTED = "reported", "accepted"


@dataclass(frozen=True)
class Report:
    """`entry`: what it is called, or what one looked for; `link`: where it stands."""

    entry: str
    wrong: str
    better: str = ""
    link: str = ""
    contact: str = ""


def check_report(report: Report) -> None:
    check_lengths(report.entry, report.wrong, report.better, report.link, report.contact)
    if not report.entry.strip() or len(report.entry.strip()) > 200 or not report.wrong.strip():
        raise NotValid("knowledge.report_missing")
    if len(report.link) > 400 or len(report.contact) > 80:
        raise NotValid("knowledge.report_long")
    check_link(report.link)


def check_link(link: str) -> None:
    if link.strip() and not link.strip().lower().startswith(("https://", "http://")):
        raise NotValid("knowledge.link_wrong")


def check_words(text: str, code: str) -> str:
    check_lengths(text)
    if not text.strip():
        raise NotValid(code)
    return text.strip()


def check_day(day: date | None, today: date) -> date:
    if day is None or not today <= day <= today + FURTHEST:
        raise NotValid("knowledge.day_wrong")
    return day


def is_late(state: str, due_on: date, mend_by: date | None, today: date) -> bool:
    """Not answered by its day, or accepted and not mended by the day that was named."""
    return (state == REPORTED and due_on < today) or (
        state == ACCEPTED and bool(mend_by) and (mend_by or today) < today
    )
