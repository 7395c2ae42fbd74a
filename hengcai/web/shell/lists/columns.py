"""What a list is made of: its columns, each told once for the page and for the file."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.utils.html import conditional_escape, format_html
from django.utils.timezone import localtime

from hengcai.base.sorting import Orders
from hengcai.web.shell.templatetags.hc import day, moment

Value = Callable[[Any], Any]


class Where(StrEnum):
    BOTH = "both"
    PAGE = "page"  # a box to tick, a button
    FILE = "file"  # what the page shows within another column


@dataclass(frozen=True)
class Column:
    """`value` is what a file holds: a number, a day, a text. `show` is how the page says it, where it says more.

    A column sorts when its code is among the list's orders. `is_score` brings the note that order is not rank;
    one that `is_rare` is left out where none of the rows shown has anything in it.
    """

    code: str
    label: Any
    value: Value
    show: Value | None = None
    css: str = ""
    where: Where = Where.BOTH
    is_head: bool = False
    is_score: bool = False
    is_rare: bool = False

    def cell(self, row: Any) -> str:
        """As the page has it; moments and days as the reader writes them."""
        return str(conditional_escape(self.show(row) if self.show else _plain(self.value(row))))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return moment(value)
    if hasattr(value, "isoformat"):
        return day(value)
    return "" if value is None else value


@dataclass(frozen=True)
class Listing:
    """One list of the product. `code` is what its filters are remembered under and what its export is logged as.

    `prepared` makes of some rows of the database what the columns read, so that a page and a file cost as few queries.
    """

    code: str
    name: Any
    columns: Sequence[Column]
    orders: Orders
    first: str = ""  # the heading it is sorted by until another is asked for, with a minus where downwards
    size: int = 50
    prepared: Callable[[Sequence[Any]], Sequence[Any]] = field(default=list)
    within: Callable[[], AbstractContextManager[Any]] = nullcontext  # how rows are read, where that is special
    row_css: Callable[[Any], str] | None = None
    group: Callable[[Any], str] | None = None  # what stands above rows that belong together, in the list's own order
    is_by_key: bool = False  # no index brings its own order, and much is joined to each row: counted off by key first

    @property
    def on_page(self) -> list[Column]:
        return [one for one in self.columns if one.where != Where.FILE]

    @property
    def in_file(self) -> list[Column]:
        return [one for one in self.columns if one.where != Where.PAGE]

    def asked(self, wanted: str) -> str:
        """The order that holds: what is asked for where it is a heading of this list, else the first one."""
        codes = {one.code for one in self.columns}
        return wanted if wanted.removeprefix("-") in codes and self.orders.knows(wanted) else self.first


def link(href: str, text: Any, hidden: Any = "") -> str:
    """The way from a row to what it stands for; `hidden` tells rows of one name apart for those who listen."""
    more = format_html('<span class="visually-hidden"> {}</span>', hidden) if hidden else ""
    return format_html('<a href="{}">{}{}</a>', href, text, more)


def local(value: datetime | None) -> datetime | None:
    """For a file: the wall clock of the centre."""
    return localtime(value).replace(tzinfo=None, second=0, microsecond=0) if value else None
