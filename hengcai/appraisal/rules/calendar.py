"""When a cycle is due: periods by the calendar, last days by working days."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

MONTH, QUARTER, PROBATION, YEAR, SPECIAL = "month", "quarter", "probation", "year", "special"
WITHOUT_FORMS = (MONTH, YEAR)
MONTHS = {QUARTER: 3, YEAR: 12}
LOOKS_BACK = 3
"""Months a special appraisal looks at: as many as customers are counted for."""
NUMERALS = "一二三四"
COMING_WITHIN = 15
"""A period that ends within so many days is the one to prepare for, not the one before."""
IsWorkingDay = Callable[[date], bool]


@dataclass(frozen=True)
class After:
    """So many working days after the period's last day; None where a kind does without."""

    own: int | None = 2
    others: int | None = 3
    superior: int | None = 6
    publish: int = 9


SHIPPED = {MONTH: After(None, None, None), YEAR: After(None, None, None, 15)}
"""A year waits for its last month and quarter to be out."""


def shipped(kind: str) -> After:
    return SHIPPED.get(kind, After())


@dataclass(frozen=True)
class Proposal:
    """What a new cycle of one kind would sensibly be; a person looks at it before it is one."""

    code: str
    name_zh: str
    name_en: str
    period_start: date
    period_end: date
    self_due_on: date | None
    others_due_on: date | None
    superior_due_on: date | None
    publish_due_on: date


@dataclass(frozen=True)
class Taken:
    """What the cycles of a kind hold already: the latest day any of them covers, and the codes of all cycles."""

    until: date | None = None
    codes: frozenset[str] = frozenset()


def proposal(
    kind: str, *, today: date, is_working_day: IsWorkingDay, taken: Taken = Taken(), after: After | None = None
) -> Proposal:
    """The period after the last one laid out; without one, by the calendar. A special one looks back from today."""
    months = MONTHS.get(kind, 1)
    start, end = _after(taken.until, months) if taken.until else _period(today, months=months)
    if kind == SPECIAL:
        start, end = _later(today.replace(day=1), 1 - LOOKS_BACK), today
    return proposal_of(kind, (start, end), is_working_day=is_working_day, codes=taken.codes, after=after)


def proposal_of(
    kind: str,
    period: tuple[date, date],
    *,
    is_working_day: IsWorkingDay,
    codes: frozenset[str],
    after: After | None = None,
) -> Proposal:
    start, end = period
    days = after or shipped(kind)
    code, name_zh, name_en = _names(kind, end if kind == SPECIAL else start)
    code = _free(code, codes)

    def due(working_days: int | None) -> date | None:
        return None if working_days is None else working_days_after(end, working_days, is_working_day)

    return Proposal(
        code, name_zh, name_en, start, end, due(days.own), due(days.others), due(days.superior),
        working_days_after(end, days.publish, is_working_day),
    )  # fmt: skip


def periods_due(kind: str, *, today: date, ahead_days: int, until: date | None) -> Iterator[tuple[date, date]]:
    """Those to be laid out by now, the oldest first: each from `ahead_days` before its end on, one after the other from
    where the last cycle of the kind ends. What nobody laid out for longer than a period, or what was long over when the
    first one was, is left to be laid out by hand."""
    months = MONTHS.get(kind, 1)
    newest = _period(today, months=months, within=ahead_days + 1)
    if (today - newest[1]).days > COMING_WITHIN:
        newest = _after(newest[1], months)
    period = _after(until, months) if until else newest
    if _later(period[1].replace(day=1), 2 * months) <= newest[1]:
        period = newest
    while (period[1] - today).days <= ahead_days:
        yield period
        period = _after(period[1], months)


def working_days_after(day: date, number: int, is_working_day: IsWorkingDay) -> date:
    """The `number`-th working day after `day`."""
    while number:
        day += timedelta(days=1)
        number -= is_working_day(day)
    return day


def _period(today: date, *, months: int, within: int = COMING_WITHIN) -> tuple[date, date]:
    """The running period when it is nearly over, else the last one that is."""
    first = date(today.year, (today.month - 1) // months * months + 1, 1)
    end = _later(first, months) - timedelta(days=1)
    if (end - today).days < within:
        return first, end
    return _later(first, -months), first - timedelta(days=1)


def _after(last: date, months: int) -> tuple[date, date]:
    """So that no day stands in two periods and none between them; a month begun late ends with its month."""
    start = last + timedelta(days=1)
    return start, _later(start.replace(day=1), months) - timedelta(days=1)


def _free(code: str, taken: frozenset[str]) -> str:
    tried = (code if number == 1 else f"{code}-{number}" for number in count(1))
    return next(one for one in tried if one not in taken)


def _later(first: date, months: int) -> date:
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _names(kind: str, start: date) -> tuple[str, str, str]:
    month = f"{start.year}年{start.month}月"
    if kind == MONTH:
        return f"{start:%Y-%m}", f"{month}服务质量考核", f"Service quality, {_english(start)}"
    if kind == PROBATION:
        return f"{start:%Y-%m}-T", f"{month}试用期评价", f"Probation appraisal, {_english(start)}"
    if kind == YEAR:
        return f"{start.year}-Y", f"{start.year}年度综合考核", f"Annual appraisal {start.year}"
    if kind == SPECIAL:
        return f"{start:%Y-%m}-S", f"{month}专项评估", f"Special appraisal, {_english(start)}"
    number = (start.month - 1) // 3
    zh = f"{start.year}年第{NUMERALS[number]}季度技能评价"
    return f"{start.year}-Q{number + 1}", zh, f"Skill appraisal, Q{number + 1} {start.year}"


def _english(start: date) -> str:
    """Independent of the machine's locale."""
    names = "January February March April May June July August September October November December"
    return f"{names.split()[start.month - 1]} {start.year}"
