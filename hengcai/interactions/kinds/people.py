"""People: read here like every other file, planned and written by their own package, the whole file at once."""

from collections.abc import Sequence

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.base.tables.reading import Row
from hengcai.interactions.kinds.registry import Chunk, Handler, Outcome, register
from hengcai.interactions.lookups import agents_by_number
from hengcai.people import permissions
from hengcai.people.actions import PeopleRow, apply_people_rows
from hengcai.people.rules.faults import faults_of
from hengcai.people.rules.rows import IDS, OPTIONAL, REQUIRED

MOST_ROWS = 200_000


def apply(chunk: Chunk) -> Outcome:
    rows = {row.number: row for row in chunk.rows}
    theirs = [PeopleRow(row.number, row.values) for row in chunk.rows]
    found = apply_people_rows(the_centre(), by=chunk.by, rows=theirs, is_update=bool(chunk.options.get("update")))
    made = {what: names for what, names in found.made.items() if names}
    outcome = Outcome(found.added, found.updated, found.passed_over, made=made)
    outcome.brought, outcome.changed_people = found.brought, found.changed
    for one in found.rejected:
        outcome.reject(rows[one.number], NotValid(one.code, **{**one.facts, "column": one.column}))
    return outcome


def faults(chunk: Chunk, rows: Sequence[Row]) -> dict[int, list[NotValid]]:
    """A lead may stand anywhere in the file."""
    numbers = {folded(row.values["id"]) for row in chunk.rows}
    leads = {lead for row in rows if (lead := folded(row.values["lead"]))}
    there = numbers | set(agents_by_number(leads - numbers))
    return {row.number: faults_of(PeopleRow(row.number, row.values), known=there) for row in rows}


HANDLER = Handler(
    permissions.IMPORT,
    REQUIRED,
    OPTIONAL,
    apply,
    flat=True,
    chunk_rows=MOST_ROWS,
    ids=IDS,
    names=("name",),
    faults=faults,
)
register("people", HANDLER)
