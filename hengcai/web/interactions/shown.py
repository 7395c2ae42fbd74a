"""How contacts are laid out: pages that never count a table, turns with personal data covered."""

from dataclasses import dataclass
from typing import cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import get_language

from hengcai.base.errors import NotValid
from hengcai.base.masking.text import Piece, bare_pieces_of, mask, pieces_of_turns
from hengcai.base.say import knows, say, tongue_of
from hengcai.interactions import permissions
from hengcai.interactions.kinds.registry import handler_of
from hengcai.interactions.models import Contact
from hengcai.interactions.queries import MOST_COUNTED, counted, reason
from hengcai.interactions.rules.contact import KEPT_ASIDE, names_told
from hengcai.interactions.rules.headings import headings_of
from hengcai.web.shell.says import word


class CappedPaginator(Paginator):
    """Pages through the newest thousand; older ones are found by narrowing."""

    @cached_property
    def found(self):
        return counted(cast(QuerySet[Contact], self.object_list))

    @cached_property
    def count(self):
        return min(self.found, MOST_COUNTED)

    @property
    def has_more(self):
        return self.found > MOST_COUNTED


def laid_newest(asked, rows):
    """The newest thousand, in whatever order; a longer list is sorted as far as it is listed."""
    pages = CappedPaginator(rows, asked.listing.size)
    if not asked.is_in_own_order:
        keys = rows.values("pk")[:MOST_COUNTED] if pages.has_more else None
        pages.object_list = asked.sorted(rows if keys is None else rows.filter(pk__in=[one["pk"] for one in keys]))
    return asked.laid(rows, pages=pages)


@dataclass(frozen=True)
class ShownTurn:
    number: int
    speaker: str
    start: float | None
    pieces: list[Piece]


def shown_turns(turns, aside, *, is_bare=False):
    """Turns in which something was said or done; the numbers are those of the whole conversation."""
    shown = bare_pieces_of(turns) if is_bare else pieces_of_turns(turns, known=names_told(aside))
    return [
        ShownTurn(number, turn["speaker"], turn.get("start"), some)
        for number, (turn, some) in enumerate(zip(turns, shown, strict=True), start=1)
        if turn["text"].strip()
    ]


def aside_of(aside):
    """Queue, skill group and the like; whatever else the file said stays in the lake."""
    return [(name, mask(str(aside[name]))) for name in KEPT_ASIDE if name in aside and name != "recording"]


@dataclass(frozen=True)
class RejectLine:
    row: int
    column: str
    reason: str


def lines_of(rejects, language):
    return [RejectLine(one.row, one.column, mask(reason(one, language))) for one in rejects]


def stopped_by(run, language):
    """The sentence of the refusal that stopped an import as a whole."""
    return say(NotValid(run.refusal["code"], **run.refusal["facts"]), language) if run.refusal else ""


@dataclass(frozen=True)
class ShownKind:
    code: str
    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...]


def kind_word(kind):
    """A kind nobody has named yet is shown by its code."""
    return word(f"kind.{kind}") if knows(f"kind.{kind}") else kind


def kinds_shown(user):
    """The columns of each kind of file this user may bring in."""
    return [_shown_kind(kind) for kind in permissions.kinds_open_to(user)]


def _shown_kind(kind):
    handler = handler_of(kind)
    needed, further = ([column_word(kind, name) for name in names] for names in (handler.required, handler.optional))
    return ShownKind(kind, kind_word(kind), tuple(needed), tuple(further))


def column_word(kind, column):
    """As the template writes it in the reader's language; our own name where the table has none."""
    heading = headings_of(kind).get(column)
    return heading.name(tongue_of(get_language() or "zh-hans")) if heading else column
