"""A list laid out for its page: headings that sort, chips, rows, the ways to a file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from hengcai.web.shell.lists.asking import KEEP, PASSING
from hengcai.web.shell.lists.at_hand import sorted_at_hand
from hengcai.web.shell.lists.chips import Chip, chips_of
from hengcai.web.shell.lists.columns import Column, Listing
from hengcai.web.shell.lists.files import list_file

GROUP = '<tr class="group"><th scope="rowgroup" colspan="{}">{} · {}</th></tr>'
FAR = 1_000  # rows into a list
SENSES = {False: "ascending", True: "descending"}


class Known(Paginator):
    """Pages of rows that were counted already."""

    count = property(lambda self: self._known)

    def __init__(self, rows: Any, size: int, known: int) -> None:
        super().__init__(rows, size)
        self._known = known


@dataclass(frozen=True)
class Head:
    code: str
    label: Any
    css: str
    href: str
    sense: str


@dataclass(frozen=True)
class Laid:
    """What the templates of `shell/list/` read."""

    listing: Listing
    page: Page
    heads: Sequence[Head]
    body: str
    chips: Sequence[tuple[Chip, str]]
    form: Any
    sorts: Sequence[tuple[Any, str, bool]]
    files: Sequence[tuple[str, str]]
    is_compact: bool
    is_by_score: bool
    rows: Sequence[Any]

    @property
    def codes(self) -> set[str]:
        """Of the columns that are shown."""
        return {head.code for head in self.heads}


class Asked:
    """One list as one request wants it: `rows` narrowed and in order, then a page or a file of them."""

    def __init__(self, request: Any, listing: Listing, *, form: Any = None, starts: Any = None) -> None:
        self.request, self.listing, self.form = request, listing, form
        self.order = listing.asked(request.GET.get("sort", ""))
        self.chips = chips_of(form, starts or {})

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chips)

    @property
    def is_in_own_order(self) -> bool:
        """No heading was asked for: the list stands as its query gives it."""
        wanted = self.request.GET.get("sort", "")
        return not wanted or self.listing.asked(wanted) != wanted

    def sorted(self, rows: Any) -> Any:
        """In the order asked for; rows already at hand by what their column shows."""
        if self.is_in_own_order:
            return rows
        wanted = self.order
        if isinstance(rows, QuerySet):
            return self.listing.orders.sorted(rows, wanted)
        column = next(one for one in self.listing.columns if one.code == wanted.removeprefix("-"))
        return sorted_at_hand(rows, column, is_down=wanted.startswith("-"))

    def file(self, rows: QuerySet[Any] | Sequence[Any]) -> Any:
        """None unless one is asked for."""
        if "to" not in self.request.GET:
            return None
        return list_file(self.request, self.listing, rows, form=self.form, chips=self.chips)

    def show(self, template: str, rows: Any, facts: dict[str, Any], **how: Any) -> HttpResponse:
        """The page of a list alone."""
        laid = self.laid(rows, **how)
        return render(self.request, template, {"list": laid, "page": laid.page, "form": self.form, **facts})

    def laid(self, rows: Any, *, count: int | None = None, pages: Paginator | None = None) -> Laid:
        listing = self.listing
        pages = pages or (Paginator(rows, listing.size) if count is None else Known(rows, listing.size, count))
        page = pages.get_page(self.request.GET.get("page"))
        with listing.within():
            page.object_list = self._read(page)  # templates ask whether there is a page: that reads no row again
            made = listing.prepared(page.object_list)
        columns = [one for one in listing.on_page if not one.is_rare or any(one.cell(row) for row in made)]
        return Laid(
            listing=listing,
            page=page,
            heads=[self._head(one) for one in columns],
            body=_body(listing, columns, made, grouped=self.order == listing.first),
            chips=[(one, self._query({one.name: None})) for one in self.chips],
            form=self.form,
            sorts=self._sorts(columns),
            files=[(kind, self._query({"to": kind}, keep=False)) for kind in ("xlsx", "csv")],
            is_compact=bool(getattr(self.request.user, "has_compact_rows", False)),
            is_by_score=any(one.is_score and one.code == self.order.removeprefix("-") for one in listing.columns),
            rows=made,
        )

    def _read(self, page: Page) -> list[Any]:
        """Sorted and counted off by key alone where that would move whole rows about, then read."""
        there: Any = page.object_list
        is_near = page.number * self.listing.size <= FAR and not self.listing.is_by_key
        if not isinstance(there, QuerySet) or (self.is_in_own_order and is_near):
            return list(there)
        keys = list(there.values_list("pk", flat=True))
        whole: Any = page.paginator.object_list
        found = {row.pk: row for row in whole.order_by().filter(pk__in=keys)}
        return [found[key] for key in keys if key in found]

    def _head(self, column: Column) -> Head:
        if not self.listing.orders.knows(column.code):
            return Head(column.code, column.label, column.css, "", "")
        is_here = self.order.removeprefix("-") == column.code
        turned = f"-{column.code}" if self.order == column.code else column.code
        sense = SENSES[self.order.startswith("-")] if is_here else ""
        return Head(column.code, column.label, column.css, self._query({"sort": turned}), sense)

    def _sorts(self, columns: Sequence[Column]) -> list[tuple[Any, str, bool]]:
        """For a phone, where there are no headings to touch."""
        heads = [self._head(one) for one in columns]
        return [(head.label, head.href, bool(head.sense)) for head in heads if head.href]

    def _query(self, changes: Mapping[str, str | None], *, keep: bool = True) -> str:
        query = self.request.GET.copy()
        for name in PASSING & query.keys():
            del query[name]
        for name, value in changes.items():
            if value is None:
                query.pop(name, None)
            else:
                query[name] = value
        if keep:
            query[KEEP] = "1"
        return f"?{query.urlencode()}"


def _body(listing: Listing, columns: Sequence[Column], rows: Sequence[Any], *, grouped: bool) -> str:
    """Written here rather than by a template: a list has hundreds of cells."""
    shells = [(one, *_shell(one)) for one in columns]
    if not grouped or listing.group is None:
        return mark_safe(f"<tbody>{_lines(listing, shells, rows)}</tbody>")  # noqa: S308 - each cell was escaped
    parts = []
    for said, some in groupby(rows, key=listing.group):
        there = list(some)
        head = format_html(GROUP, len(columns), said, len(there))
        parts.append(f"<tbody>{head}{_lines(listing, shells, there)}</tbody>")
    return mark_safe("".join(parts))  # noqa: S308 - each cell was escaped


def _lines(listing: Listing, shells: Sequence[tuple[Column, str, str]], rows: Iterable[Any]) -> str:
    lines = []
    for row in rows:
        css = listing.row_css(row) if listing.row_css else ""
        cells = [opening + column.cell(row) + closing for column, opening, closing in shells]
        lines.append((f'<tr class="{escape(css)}">' if css else "<tr>") + "".join(cells) + "</tr>")
    return "\n".join(lines)


def _shell(column: Column) -> tuple[str, str]:
    css = format_html(' class="{}"', column.css) if column.css else ""
    if column.is_head:
        return f'<th scope="row"{css}>', "</th>"
    is_said = not isinstance(column.label, SafeString)  # a box or a hidden word names nothing on a phone
    label = format_html(' data-label="{}"', column.label) if is_said else ""
    return f"<td{css}{label}>", "</td>"
