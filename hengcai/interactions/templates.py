"""Empty files to fill in: the columns of a kind under a reader's own words, and what goes into each."""

import io
from typing import Any

from hengcai.base.apart import apart
from hengcai.base.errors import NotValid
from hengcai.base.say import sentence, tongue_of
from hengcai.base.tables.csv_out import csv_bytes
from hengcai.interactions.kinds.registry import NOTE_SIGN, handler_of
from hengcai.interactions.rules.headings import headings_of
from hengcai.interactions.rules.headings.guess import LASTING
from hengcai.interactions.rules.headings.heading import Heading

MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def template(kind: str, *, ending: str, language: str) -> bytes:
    """CSV has its explanations in lines that begin with a sign and are passed over; a workbook on a second sheet."""
    if ending not in MEDIA:
        raise NotValid("table.ending_unknown", endings=[f".{one}" for one in MEDIA])
    tongue = tongue_of(language)
    if ending == "csv":
        return _csv(kind, tongue)
    titles = [sentence(f"template.{code}", tongue, {}) for code in ("table", "notes")]
    return apart(_workbook, titles, _columns(kind, tongue), _told(kind, tongue))


def template_name(kind: str, *, ending: str, language: str) -> str:
    words = {"kind": sentence(f"kind.{kind}", language, {})}
    return f"{sentence('template.name', language, words)}.{ending}"


def kinds_with_template() -> list[str]:
    from hengcai.interactions.kinds.registry import KINDS

    return [kind for kind in KINDS if headings_of(kind)]


def _headings(kind: str) -> dict[str, Heading]:
    """Those needed first."""
    handler, known = handler_of(kind), headings_of(kind)
    if not known:
        raise NotValid("import.no_template", kind=kind)
    shown = [name for name in known if name != LASTING]
    return {name: known[name] for name in sorted(shown, key=lambda name: name not in handler.required)}


def _columns(kind: str, tongue: str) -> list[str]:
    return [heading.name(tongue) for heading in _headings(kind).values()]


def _told(kind: str, tongue: str) -> list[list[str]]:
    """A line a column: its name, whether it is needed, what goes in, an example, our own name for programs."""
    required = handler_of(kind).required
    names = [sentence(f"template.{code}", tongue, {}) for code in ("column", "needed", "content", "example", "code")]
    yes, no = (sentence(f"template.{code}", tongue, {}) for code in ("yes", "no"))
    return [names] + [
        [heading.name(tongue), yes if name in required else no, heading.explained(tongue), heading.shown(tongue), name]
        for name, heading in _headings(kind).items()
    ]


def _csv(kind: str, tongue: str) -> bytes:
    headings = _headings(kind)
    needed = handler_of(kind).required
    told = [
        _said("needed_told" if name in needed else "told", one.explained(tongue), tongue)
        for name, one in headings.items()
    ]
    shown = [_said("for_example", one.shown(tongue), tongue) for one in headings.values()]
    for line in (told, shown):
        line[0] = f"{NOTE_SIGN[tongue]} {line[0]}"
    return csv_bytes(_columns(kind, tongue), [told, shown])


def _said(code: str, text: str, tongue: str) -> str:
    """Never the bare value: no line of a template may look like a row."""
    return sentence(f"template.{code}", tongue, {"text": text}) if text else ""


def _workbook(titles: list[str], columns: list[str], told: list[list[str]]) -> bytes:
    """Cells formatted as text, so that no spreadsheet makes a day or a rounded number of what is typed."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        heading, text = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "@"})
        page = book.add_worksheet(titles[0])
        page.freeze_panes(1, 0)
        page.set_column(0, len(columns) - 1, 16, text)
        page.write_row(0, 0, columns, heading)
        _write_notes(book, titles[1], told, heading)
    return out.getvalue()


def _write_notes(book: Any, title: str, told: list[list[str]], heading: Any) -> None:
    page, wrapped = book.add_worksheet(title), book.add_format({"text_wrap": True, "valign": "top"})
    for place, width in enumerate((16, 8, 60, 26, 24)):
        page.set_column(place, place, width, wrapped)
    for number, row in enumerate(told):
        for place, cell in enumerate(row):
            page.write_string(number, place, cell, wrapped if number else heading)
