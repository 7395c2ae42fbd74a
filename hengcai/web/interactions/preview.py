"""How a draft is laid out: which heading is which, its rows with their faults at the cell, counts of what is wrong."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from hengcai.base.masking.text import mask
from hengcai.base.say import knows
from hengcai.base.say import sentence as told
from hengcai.interactions.choosing import open_columns
from hengcai.interactions.drafting import may_be_corrected, shown_columns
from hengcai.interactions.kinds.registry import handler_of
from hengcai.interactions.naming import guessed
from hengcai.interactions.rules.headings.guess import LASTING
from hengcai.web.interactions.shown import column_word

MOST_CAUSES = 12
NEVER_HERE = ("turns", "text")
OF_CUSTOMERS = ("contacts", "complaints", "praise")
LONGEST_INPUT = 200


@dataclass(frozen=True)
class ColumnChosen:
    place: int
    heading: str
    samples: tuple[str, ...]
    ours: str
    may_be: tuple[str, ...]
    options: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True)
class Cell:
    place: int
    label: str
    text: str
    faults: tuple[str, ...]
    may_edit: bool


@dataclass(frozen=True)
class ShownRow:
    number: int
    cells: tuple[Cell, ...]
    faults: tuple[str, ...]
    """Those that belong to no cell shown."""
    has_faults: bool


@dataclass(frozen=True)
class Rows:
    headings: tuple[tuple[str, str], ...]
    first: tuple[ShownRow, ...]
    further: tuple[ShownRow, ...]

    @property
    def has_inputs(self):
        return any(cell.may_edit for row in (*self.first, *self.further) for cell in row.cells)


def choices_of(draft):
    """One for each heading of the file, with what stands under it."""
    required = handler_of(draft.kind).required
    ours_of = _meant(draft)
    options = tuple((name, column_word(draft.kind, name), name in required) for name in open_columns(draft.kind))
    asked = guessed(draft.kind, draft.columns).asked if draft.state == "choosing" else {}
    return [
        ColumnChosen(
            place,
            name,
            _samples(draft, name),
            ours_of.get(name, ""),
            tuple(column_word(draft.kind, ours) for ours in asked.get(name, ())),
            options,
        )
        for place, name in enumerate(draft.columns)
        if name
    ]


def missing_of(draft):
    """Columns that are needed and that nobody has said yet."""
    meant = set(_meant(draft).values())
    return [column_word(draft.kind, name) for name in handler_of(draft.kind).required if name not in meant]


def covered(draft, text):
    """Customers' data in what customers said; a roster is looked through by those who keep it."""
    return mask(text) if draft.kind in OF_CUSTOMERS else text


def _meant(draft):
    """Heading \u2192 our column; a length from which an end follows is a length."""
    found: dict[str, str] = {}
    for ours in open_columns(draft.kind):
        kept = draft.mapping.get(ours)
        heading = kept["path"] if kept else ours
        if heading in draft.columns:
            found.setdefault(heading, LASTING if kept and kept.get("seconds_after") else ours)
    return found


def _samples(draft, name):
    seen = (covered(draft, row["cells"].get(name, ""))[:40] for row in draft.samples)
    return tuple(dict.fromkeys(filter(None, seen)))


@dataclass(frozen=True)
class Look:
    """What is the same for every row of a page."""

    draft: Any
    meant: dict[str, str]
    labels: dict[str, str]
    """Heading \u2192 the word for what it means."""
    may_edit: bool


def rows_shown(draft):
    meant = _meant(draft)
    labels = {name: column_word(draft.kind, meant.get(name, name)) for name in shown_columns(draft)}
    look = Look(draft, meant, labels, may_be_corrected(draft))
    first, further = (tuple(_row(look, row) for row in rows) for rows in (draft.shown, draft.at_fault))
    return Rows(tuple((word, name) for name, word in labels.items()), first, further)


def _row(look, row):
    faults = row["faults"]
    cells = tuple(_cell(look, row, name) for name in look.labels)
    rest = tuple(_said(one) for one in faults if one["column"] not in look.labels)
    return ShownRow(row["row"], cells, rest, bool(faults))


def _cell(look, row, name):
    """Open to be corrected in a row at fault, where it is short and no conversation."""
    text, columns = row["cells"].get(name, ""), look.draft.columns
    faults = tuple(_said(one) for one in row["faults"] if one["column"] == name)
    is_short = len(text) <= LONGEST_INPUT and "\n" not in text
    may_edit = (
        look.may_edit and row["faults"] and is_short and look.meant.get(name) not in NEVER_HERE and name in columns
    )
    place = columns.index(name) if name in columns else -1
    return Cell(place, look.labels[name], text if may_edit else covered(look.draft, text), faults, bool(may_edit))


def _said(fault):
    return told(fault["code"], get_language() or "zh-hans", fault["facts"]) if knows(fault["code"]) else fault["code"]


def faults_counted(draft):
    """(column, cause, how many), the most frequent first."""
    found = []
    for key, count in sorted(draft.faults.items(), key=lambda one: -one[1])[:MOST_CAUSES]:
        column, _tab, code = key.partition("\t")
        found.append((column, _example(draft, column, code), count))
    return found


def _example(draft, column, code):
    """The sentence of the first such fault shown; of one shown nowhere, its bare kind."""
    for row in (*draft.shown, *draft.at_fault):
        for fault in row["faults"]:
            if (fault["column"], fault["code"]) == (column, code):
                return _said(fault)
    return told(code, get_language() or "zh-hans", {}) if knows(code) else code
