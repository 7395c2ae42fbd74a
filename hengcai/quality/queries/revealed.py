"""What a revealed session shows: marks by item and analyst, agreement, severity, what is unclear, drift over months."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.permissions import Doer
from hengcai.quality import permissions
from hengcai.quality.calibrating import (
    marks_agreed,
    marks_given,
    session_card,
    sheets_counted,
    turns_of_contact,
)
from hengcai.quality.calibration_models import BlindSheet, Calibration, CalibrationContact
from hengcai.quality.cards import items_of
from hengcai.quality.models import Item
from hengcai.quality.rules import calibration as rules
from hengcai.quality.rules.calibration import Agreed, Gauge, Severity
from hengcai.quality.rules.card import NOTE, Card, Mark
from hengcai.quality.rules.score import score

SHOWN_SPREAD = 2  # levels apart: worth talking about
Json = Mapping[str, Any]
UNKNOWN: Json = {"estimate": None, "low": None, "high": None, "n": 0}


@dataclass(frozen=True)
class Given:
    """One analyst's mark of one item of one contact."""

    analyst: str
    key: int
    mark: Mark


@dataclass(frozen=True)
class ItemRow:
    """`spread`: how many levels lie between the marks; `agreement`: of the item over all contacts."""

    item: Item
    given: Sequence[Given]
    agreed: Agreed | None
    spread: int
    agreement: Json

    @property
    def code(self) -> str:
        return self.item.code


@dataclass(frozen=True)
class Total:
    analyst: str
    exact: str


@dataclass(frozen=True)
class Table:
    """One contact: its items, the least agreed first, and the totals. `unanswered`: items the agreed marks still lack;
    one whose condition they do not meet is not among them."""

    place: CalibrationContact
    rows: Sequence[ItemRow]
    totals: Sequence[Total]
    reference: str
    turns: Sequence[Mapping[str, Any]]
    unanswered: frozenset[str]

    @property
    def left(self) -> int:
        return len(self.unanswered)

    @property
    def told(self) -> list[ItemRow]:
        """What was marked, is agreed, or is to be."""
        return [row for row in self.rows if row.given or row.agreed or row.code in self.unanswered]


@dataclass(frozen=True)
class SeverityRow:
    name: str
    found: Json

    @property
    def tells(self) -> bool:
        return rules.tells(self.found)


def tables_of(calibration: Calibration) -> list[Table]:
    """One a contact, in the order of the session."""
    card, sheets = session_card(calibration), sheets_counted(calibration)
    places = calibration.contacts.select_related("contact__agent", "contact__transcript").order_by("number")
    by_place: dict[int, list[BlindSheet]] = {}
    for sheet in sorted(sheets, key=lambda one: (one.analyst.name, one.analyst_id)):
        by_place.setdefault(sheet.of_id, []).append(sheet)
    return [
        _table(calibration, card, place, by_place.get(place.pk, []))
        for place in places.prefetch_related("agreed__item")
    ]


def _table(calibration: Calibration, card: Card, place: CalibrationContact, sheets: Sequence[BlindSheet]) -> Table:
    marks = {sheet.pk: marks_given(sheet.marks.all()) for sheet in sheets}
    agreed = marks_agreed(place.agreed.all())
    rows = [
        _row(calibration, card, item, [(sheet, marks[sheet.pk]) for sheet in sheets], agreed.get(item.code))
        for item in items_of(calibration.scorecard)
        if item.kind != NOTE
    ]
    reference = score(card, {code: Mark(one.value) for code, one in agreed.items()})
    return Table(
        place=place,
        rows=sorted(rows, key=lambda row: -row.spread),
        totals=[Total(sheet.analyst.name, sheet.exact) for sheet in sheets],
        reference="" if reference.total is None or reference.unanswered else str(reference.total),
        turns=turns_of_contact(place.contact),
        unanswered=frozenset(reference.unanswered),
    )


def _row(
    calibration: Calibration, card: Card, item: Item, sheets: Sequence[tuple[BlindSheet, Mapping[str, Mark]]],
    agreed: Agreed | None,
) -> ItemRow:  # fmt: skip
    rule = card.by_code[item.code]
    given = [
        Given(sheet.analyst.name, sheet.analyst_id, marks[item.code]) for sheet, marks in sheets if item.code in marks
    ]
    grades = [rules.grade(rule, one.mark.value) for one in given]
    found: Json = calibration.findings.get("items", {}).get(item.code, {})
    return ItemRow(item, given, agreed, rules.spread(one for one in grades if one is not None), found)


def severities_of(calibration: Calibration) -> list[SeverityRow]:
    """By name: those that cannot be told apart are not ranked."""
    names, rows = calibration.findings.get("names", {}), calibration.findings.get("severity", [])
    found = [SeverityRow(names.get(str(row["id"]), str(row["id"])), row) for row in rows]
    return sorted(found, key=lambda row: row.name)


def gauge_of(calibration: Calibration) -> Gauge | None:
    return rules.gauge(calibration.findings) if calibration.findings else None


@dataclass(frozen=True)
class Moment:
    """Whoever gave a mark and where they pinned it; `text` is what was said there."""

    given: Given
    when: int | None
    text: str


@dataclass(frozen=True)
class UnclearContact:
    number: int
    moments: Sequence[Moment]
    why: str


@dataclass(frozen=True)
class Unclear:
    """An item that was marked apart: its anchors, and what each went by."""

    item: Item
    agreement: Json
    spread: int
    contacts: Sequence[UnclearContact]


def unclear_of(calibration: Calibration) -> list[Unclear]:
    """Items marked two levels or more apart on some contact, or yes by one and no by another; the least agreed first."""
    return unclear_among(tables_of(calibration))


def unclear_among(tables: Sequence[Table]) -> list[Unclear]:
    found: dict[str, list[tuple[Table, ItemRow]]] = {}
    for table in tables:
        for row in table.rows:
            if row.spread >= _worth_talking(row.item):
                found.setdefault(row.code, []).append((table, row))
    unclear = [_unclear(rows) for rows in found.values()]
    return sorted(unclear, key=lambda one: (_alpha(one.agreement), -one.spread))


def _worth_talking(item: Item) -> int:
    return SHOWN_SPREAD if item.kind == Item.Kind.ANCHORED else 1


def _alpha(agreement: Json) -> float:
    value = agreement.get("krippendorff_alpha", UNKNOWN)["estimate"]
    return 2.0 if value is None else float(value)


def _unclear(rows: Sequence[tuple[Table, ItemRow]]) -> Unclear:
    first = rows[0][1]
    contacts = [UnclearContact(table.place.number, _moments(table, row), _why(row)) for table, row in rows]
    return Unclear(first.item, first.agreement, max(row.spread for _table, row in rows), contacts)


def _moments(table: Table, row: ItemRow) -> list[Moment]:
    """From the lowest mark to the highest."""
    ordered = sorted(row.given, key=lambda one: (one.mark.value, one.analyst))
    return [Moment(one, one.mark.turn, _text(table, one.mark.turn)) for one in ordered]


def _text(table: Table, turn: int | None) -> str:
    return "" if turn is None or turn >= len(table.turns) else str(table.turns[turn]["text"])


def _why(row: ItemRow) -> str:
    pinned: dict[str, list[int | None]] = {}
    for one in row.given:
        pinned.setdefault(one.mark.value, []).append(one.mark.turn)
    return rules.why_apart(dict(enumerate(pinned.values())))


@dataclass(frozen=True)
class Drift:
    """Analyst → one severity a month, None where they sat in no session."""

    months: Sequence[date]
    rows: Mapping[str, Sequence[Severity | None]]


def drift_seen_by(user: Doer) -> Drift:
    """Over all revealed sessions scored here; an analyst reads their own line."""
    rows = Calibration.objects.filter(revealed_at__isnull=False).order_by("revealed_at")
    seen = permissions.SEE_CALIBRATIONS.condition(user)
    if seen is None:
        return Drift((), {})
    found = [one for session in rows for one in _of_session(session, None if not seen else str(user.pk))]
    months = sorted({one.month for one in found})
    pooled = rules.by_month(found)
    return Drift(months, {name: [by.get(month) for month in months] for name, by in sorted(pooled.items())})


def _of_session(session: Calibration, only: str | None) -> list[Severity]:
    names = session.findings.get("names", {})
    return [
        Severity(_month(session), names.get(row["id"], row["id"]), row["estimate"], row["low"], row["high"], row["n"])
        for row in session.findings.get("severity", [])
        if row["estimate"] is not None and only in (None, row["id"])
    ]


def _month(session: Calibration) -> date:
    assert session.revealed_at is not None  # noqa: S101 - asked for
    return day_of(session.revealed_at, settings.TIME_ZONE).replace(day=1)
