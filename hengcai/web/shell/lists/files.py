"""A list as a file: the same filter, the same rights, the same columns; on record."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any
from urllib.parse import quote

from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.utils import translation
from django.utils.timezone import localdate

from hengcai.accounts.queries import the_centre
from hengcai.audit.action import note
from hengcai.base.errors import NotValid
from hengcai.base.sheets import Sheet, workbook
from hengcai.base.tables.csv_out import MARK, csv_line
from hengcai.web.shell.lists.chips import Chip, period_of
from hengcai.web.shell.lists.columns import Listing, local

CSV, XLSX = "csv", "xlsx"
KINDS = {CSV: "text/csv; charset=utf-8", XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
BATCH = 1_000
MOST_IN_A_WORKBOOK = 20_000
WIDTH = 18  # of a column: a moment fits
NOT_IN_A_NAME = str.maketrans(dict.fromkeys('\\/:*?"<>|_ ', "-"))


def list_file(request, listing: Listing, rows: Any, *, form: Any, chips: Sequence[Chip]):
    """CSV of any length as it is read; a workbook up to where one no longer wants to wait for it."""
    kind = request.GET["to"]
    if kind not in KINDS:
        raise NotValid("base.file_kind", value=kind)
    count = rows.count() if isinstance(rows, QuerySet) else len(rows)
    if kind == XLSX and count > MOST_IN_A_WORKBOOK:
        raise NotValid("base.list_too_long", count=count, most=MOST_IN_A_WORKBOOK)
    asked = {name: value for name, value in request.GET.items() if name not in ("to", "page")}
    note("export_list", the_centre(), by=request.user, list=listing.code, to=kind, asked=asked, rows=count)
    made = _made(listing, kind, _lines(listing, rows, translation.get_language()))
    name = file_name(listing, form, chips, kind)
    made["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return made


def _made(listing: Listing, kind: str, lines: Iterator[list[Any]]) -> Any:
    columns = [str(one.label) for one in listing.in_file]
    if kind == CSV:
        return StreamingHttpResponse(_csv(columns, lines), content_type=KINDS[CSV])
    sheet = Sheet(str(listing.name), columns, lines, widths=[WIDTH] * len(columns))
    return HttpResponse(workbook([sheet]), content_type=KINDS[XLSX])


def _lines(listing: Listing, rows: Any, language: str | None) -> Iterator[list[Any]]:
    """Made in the reader's language also when they are sent after the request was answered."""
    with listing.within():
        for batch in _batches(rows.iterator(chunk_size=BATCH) if isinstance(rows, QuerySet) else rows):
            with translation.override(language):
                made = [[_cell(one.value(row)) for one in listing.in_file] for row in listing.prepared(batch)]
            yield from made


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    there = iter(rows)
    while batch := list(islice(there, BATCH)):
        yield batch


def _cell(value: Any) -> Any:
    """Numbers stay numbers, days days; moments are those of the wall clock."""
    if isinstance(value, datetime):
        return local(value) if value.tzinfo else value
    return value if value is None or isinstance(value, int | float) or _is_exact(value) else str(value)


def _is_exact(value: Any) -> bool:
    return hasattr(value, "isoformat") or hasattr(value, "as_integer_ratio")


def _csv(columns: Sequence[str], lines: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield MARK + csv_line(columns)
    for line in lines:
        yield csv_line([_moment(cell) for cell in line])


def _moment(cell: Any) -> Any:
    return cell.isoformat(" ", "minutes") if isinstance(cell, datetime) else cell


def file_name(listing: Listing, form: Any, chips: Sequence[Chip], kind: str) -> str:
    """What it is, of when, of whom: 评分记录_2026年10月_班组A.xlsx; without a period, the day it was made."""
    period = period_of(form) or localdate().isoformat()
    narrowed = [chip.text or chip.label for chip in chips if not chip.is_day]
    parts = [str(listing.name).lower(), *([period] if period else []), *narrowed]
    return "_".join(part.strip().translate(NOT_IN_A_NAME)[:40] for part in parts) + f".{kind}"
