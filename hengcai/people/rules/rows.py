"""A people file's rows: what each column must look like."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hengcai.base.dates import UnknownDayError, written_day
from hengcai.base.errors import NotValid
from hengcai.base.ids import folded, shown
from hengcai.people.rules.history import Episode, check_episodes
from hengcai.people.rules.lines import check_lead

REQUIRED = ("id", "name", "team", "post", "hired_on")
OPTIONAL = ("since", "site", "lead", "email", "left_on", "left_reason", "language")
COLUMNS = (*REQUIRED, *OPTIONAL)
IDS = ("id", "name", "team", "post", "site", "lead")
FOLDED = ("id", "lead")
PLACE = ("team", "post")
LONGEST = {"id": 40, "lead": 40, "name": 120, "team": 80, "site": 80, "post": 80, "email": 254, "left_reason": 200}
LANGUAGES = {"zh": "zh-hans", "zh-hans": "zh-hans", "zh-cn": "zh-hans", "中文": "zh-hans", "en": "en", "en-gb": "en"}
EARLIEST, LATEST = date(1950, 1, 1), date(2100, 12, 31)
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")


@dataclass(frozen=True, slots=True)
class PeopleRow:
    """One row as it was read: `number` as an editor shows it, every value text."""

    number: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why a row did not come in; the facts are plain text and numbers."""

    number: int
    column: str
    code: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PeopleOutcome:
    """What became of a file: every row is counted in exactly one place."""

    added: int
    updated: int
    passed_over: int
    rejected: list[Rejected]
    made: dict[str, list[str]] = field(default_factory=dict)
    brought: dict[str, list[int]] = field(default_factory=dict)
    """By model, the keys of the rows that came into being."""
    changed: list[int] = field(default_factory=list)
    """Keys of people who were there before and of whom something changed."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row whose every value is well formed. Blank optional values are "not said"."""

    number: int
    id: str
    name: str
    team: str
    post: str
    hired_on: date
    since: date | None = None
    site: str = ""
    lead: str = ""
    email: str = ""
    left_on: date | None = None
    left_reason: str = ""
    language: str = ""

    @property
    def order(self) -> tuple[date, date, int]:
        return self.hired_on, self.since or self.hired_on, self.number


def file_row(row: PeopleRow) -> FileRow:
    """Refuses with the column at fault."""
    texts = {name: _text(row.values, name) for name in COLUMNS}
    _check_filled(texts)
    days = {name: _optional_day(texts.pop(name), name) for name in ("since", "left_on")}
    hired_on = day_of(texts.pop("hired_on"), "hired_on")
    texts["email"] = email_of(texts["email"])
    texts["language"] = language_of(texts["language"])
    found = FileRow(number=row.number, hired_on=hired_on, **texts, **days)  # type: ignore[arg-type]
    _check_sense(found)
    return found


def _text(values: Mapping[str, str], name: str) -> str:
    """A number is kept folded; a name as it is spelled, without what nobody sees."""
    written = values.get(name) or ""
    text = folded(written) if name in FOLDED else shown(written)
    if len(text) > LONGEST.get(name, 80):
        raise NotValid("people.text_too_long", column=name, longest=LONGEST.get(name, 80))
    return text


def _check_filled(texts: Mapping[str, str]) -> None:
    """Only a row that says from which day on may leave team and post empty: that person stands in none."""
    may_be_blank = PLACE if texts["since"] else ()
    for name in REQUIRED:
        if not texts[name] and name not in may_be_blank:
            raise NotValid("table.value_missing", column=name)


def _optional_day(text: str, column: str) -> date | None:
    return day_of(text, column) if text else None


def day_of(text: str, column: str) -> date:
    """Year first; a slip of the century is caught too."""
    try:
        found = written_day(text)
    except UnknownDayError:
        raise NotValid("people.day_unknown", column=column, value=text) from None
    except ValueError:
        raise NotValid("people.day_malformed", column=column, value=text) from None
    if not EARLIEST <= found <= LATEST:
        raise NotValid("people.day_unlikely", column=column, value=text)
    return found


def email_of(text: str) -> str:
    if text and not _EMAIL.fullmatch(text):
        raise NotValid("people.email_malformed", column="email", value=text)
    return text


def language_of(text: str) -> str:
    if text and text.casefold() not in LANGUAGES:
        raise NotValid("people.language_unknown", column="language", value=text)
    return LANGUAGES.get(text.casefold(), "")


def _check_sense(row: FileRow) -> None:
    """What one row alone contradicts itself in."""
    if row.left_reason and row.left_on is None:
        raise NotValid("people.reason_without_day", column="left_on")
    if row.since is not None and row.since < row.hired_on:
        raise NotValid("people.since_before_hired", column="since", since=row.since, hired_on=row.hired_on)
    if row.left_on is not None and row.since is not None and row.since > row.left_on:
        raise NotValid("people.since_after_left", column="since", since=row.since, left_on=row.left_on)
    with_column("left_on", check_episodes, [Episode(row.hired_on, row.left_on)])
    with_column("lead", check_lead, row.id, row.lead or None)


def with_column(column: str, check: Any, *arguments: Any) -> None:
    """Adds the column at fault to what a check of the domain refuses."""
    try:
        check(*arguments)
    except NotValid as refusal:
        raise NotValid(refusal.code, **{**refusal.facts, "column": column}) from None


def rejected(number: int, refusal: NotValid) -> Rejected:
    facts = {name: _plain(value) for name, value in refusal.facts.items() if name != "column"}
    return Rejected(number, str(refusal.facts.get("column", "")), refusal.code, facts)


def _plain(value: object) -> Any:
    if isinstance(value, int | str):
        return value
    return [str(one) for one in value] if isinstance(value, list | tuple) else str(value)
