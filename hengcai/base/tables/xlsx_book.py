"""A workbook opened for reading: its first sheet that can be seen, its texts as they are kept, its days as they are meant."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from hengcai.base.errors import NotValid
from hengcai.base.zips import DAMAGED

DAYS_BY_PLACE = frozenset({*range(27, 37), *range(50, 59)})
"""Built-in number formats that mean a day or a time in Chinese, Japanese and Korean Excel, which openpyxl does not know."""
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z0-9:$]+)[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_CHUNK = 1 << 20


def first_sheet(stream: BinaryIO, *, file: str) -> Any:
    """Hidden sheets hold lists to choose from and the like, never the table that was meant."""
    try:
        sheets = _opened(stream).worksheets
        sheet = next((one for one in sheets if one.sheet_state == "visible"), sheets[0])
        sheet.reset_dimensions()
    except Exception as error:  # openpyxl lets whatever a damaged part provokes pass through
        raise NotValid("table.damaged", file=file) from error
    return sheet


def scanned(path: Path, sheet: Any) -> tuple[list[str], int]:
    """Merged ranges and the number of rows, from the sheet's own bytes: the streaming reader knows neither."""
    merged: list[str] = []
    rows, rest = 0, b""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(sheet._worksheet_path) as stream:
            while chunk := stream.read(_CHUNK):
                text = rest + chunk
                last_tag = max(text.rfind(b"<"), 0) or len(text)
                merged += [found.decode() for found in _MERGED.findall(text, 0, last_tag)]
                rows += len(_ROW.findall(text, 0, last_tag))
                rest = text[last_tag:]
    except (*DAMAGED, KeyError) as error:
        raise NotValid("table.damaged", file=path.name) from error
    return merged, rows


def _opened(stream: BinaryIO) -> Any:
    """Openpyxl's remarks, such as on a missing default style, are no business of who sends a table in."""
    warnings.filterwarnings("ignore", category=UserWarning, module=r"openpyxl\.")
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.xml.constants import SHARED_STRINGS

    reader: Any = ExcelReader(stream, read_only=True, keep_links=False)
    reader.read_strings = lambda: None
    reader.read_chartsheet = lambda _sheet, _relation: None
    reader.read()
    part = reader.package.find(SHARED_STRINGS)
    if part is not None:
        with reader.archive.open(part.PartName[1:]) as source:
            reader.shared_strings.extend(_texts(source))
    _mark_days(reader.wb)
    return reader.wb


def _texts(source: Any) -> Iterator[str]:
    """Escapes stay: openpyxl's own list no longer tells a return from the text `_x000D_`."""
    from openpyxl.cell.text import Text
    from openpyxl.xml.constants import SHEET_MAIN_NS
    from openpyxl.xml.functions import iterparse

    for _event, node in iterparse(source):
        if node.tag == f"{{{SHEET_MAIN_NS}}}si":
            text: Any = Text.from_tree(node)
            yield text.content
            node.clear()


def _mark_days(book: Any) -> None:
    for place, style in enumerate(book._cell_styles):
        if style.numFmtId in DAYS_BY_PLACE:
            book._date_formats.add(place)
