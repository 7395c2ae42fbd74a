"""What a people file changes: worked out whole before anything is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.people.rules.history import Span
from hengcai.people.rules.lines import Loop, loop_from
from hengcai.people.rules.merging import Known, Merge, by_person
from hengcai.people.rules.naming import Names
from hengcai.people.rules.rows import FileRow, PeopleRow, Rejected, file_row, rejected


@dataclass(slots=True)
class Plan:
    """`merges`: the persons something changes for, leads not ordered. Every row is counted once."""

    merges: list[Merge] = field(default_factory=list)
    passed_over: int = 0
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def added(self) -> int:
        return sum(len(merge.added) for merge in self.merges)

    @property
    def updated(self) -> int:
        return sum(len(merge.updated) for merge in self.merges)


def plan(rows: Iterable[PeopleRow], *, known: Mapping[str, Known], names: Names, is_update: bool) -> Plan:
    return _Planning(known, names, is_update).run(rows)


class _Planning:
    def __init__(self, known: Mapping[str, Known], names: Names, is_update: bool) -> None:  # noqa: FBT001
        self._known = known
        self._names = names
        self._is_update = is_update
        self._plan = Plan()
        self._merges: dict[str, Merge] = {}
        self._given_up: dict[str, int] = {}
        """Persons of whom nothing comes in, with the row that is at fault."""

    def run(self, rows: Iterable[PeopleRow]) -> Plan:
        formed = self._names.spelled(self._formed(rows))
        self._names.learn(formed)
        for number, own in by_person(formed).items():
            self._merge(number, own)
        self._settle_leads()
        self._plan.merges = [merge for merge in self._merges.values() if merge.changed]
        self._plan.rejected.sort(key=lambda one: one.number)
        return self._plan

    def _formed(self, rows: Iterable[PeopleRow]) -> list[FileRow]:
        found: list[FileRow] = []
        for row in rows:
            try:
                found.append(file_row(row))
            except NotValid as refusal:
                self._plan.rejected.append(rejected(row.number, refusal))
                self._given_up.setdefault(folded(row.values.get("id") or ""), row.number)
        self._given_up.pop("", None)
        return found

    def _merge(self, number: str, rows: Sequence[FileRow]) -> None:
        merge = Merge(self._start(number), self._is_update)
        at_fault = self._lay(merge, rows)
        self._plan.passed_over += len(merge.passed_over)
        at_fault = at_fault or self._given_up.get(number)
        if at_fault is None:
            self._merges[number] = merge
        else:
            self._give_up(number, _without(rows, merge.passed_over), at_fault)

    def _start(self, number: str) -> Known:
        found = self._known.get(number)
        return found.copy() if found else Known(number, is_new=True)

    def _lay(self, merge: Merge, rows: Sequence[FileRow]) -> int | None:
        """The number of the row at fault, if one is; it is rejected here with its reason."""
        for row in rows:
            try:
                merge.lay(row, self._names.team(row, merge.person), self._names.post(row))
            except NotValid as refusal:
                return self._reject(row.number, refusal)
        try:
            if merge.changed:
                merge.check()
        except NotValid as refusal:
            row, column = merge.blamed(refusal)
            return self._reject(row.number, NotValid(refusal.code, **{**refusal.facts, "column": column}))
        return None

    def _reject(self, number: int, refusal: NotValid) -> int:
        self._plan.rejected.append(rejected(number, refusal))
        return number

    def _give_up(self, number: str, rows: Iterable[FileRow], at_fault: int) -> None:
        """The other rows of the person stay out with the one at fault."""
        self._given_up[number] = at_fault
        self._merges.pop(number, None)
        for row in rows:
            if row.number != at_fault:
                self._reject(row.number, NotValid("people.other_row_rejected", column="id", other=at_fault))

    def _settle_leads(self) -> None:
        """Giving up one person may leave others without their lead, so this goes round until nothing changes."""
        while True:
            lost = [(merge, row) for merge in self._merges.values() if (row := self._row_without_lead(merge))]
            for merge, row in lost:
                self._leave_out(merge, row, self._missing(row))
            if not lost and not self._break_loops():
                return

    def _row_without_lead(self, merge: Merge) -> FileRow | None:
        return next((row for row in merge.changed if row.lead and not self._is_there(row.lead)), None)

    def _is_there(self, lead: str) -> bool:
        return lead in self._known or lead in self._merges

    def _missing(self, row: FileRow) -> NotValid:
        if row.lead in self._given_up:
            return NotValid("people.lead_rejected", column="lead", lead=row.lead, other=self._given_up[row.lead])
        return NotValid("people.lead_unknown", column="lead", lead=row.lead)

    def _leave_out(self, merge: Merge, row: FileRow, refusal: NotValid) -> None:
        self._reject(row.number, refusal)
        self._give_up(merge.person.number, merge.changed, row.number)

    def _break_loops(self) -> bool:
        changed = [merge for merge in self._merges.values() if merge.changed]
        histories = self._histories(changed)
        found = [(merge, loop) for merge in changed if (loop := loop_from(merge.person.number, histories))]
        blamed = [(merge, loop, row) for merge, loop in found if (row := _row_of(merge, loop))]
        for merge, loop, row in blamed or [(merge, loop, merge.changed[-1]) for merge, loop in found]:
            facts = {"day": loop.day, "members": loop.members}
            self._leave_out(merge, row, NotValid("people.lead_loop", column="lead", **facts))
        return bool(found)

    def _histories(self, changed: Iterable[Merge]) -> dict[object, Sequence[Span]]:
        """As they would be: what is stored, with what the file changes laid over it."""
        return {**self._stored, **{merge.person.number: merge.person.history for merge in changed}}

    @cached_property
    def _stored(self) -> dict[object, Sequence[Span]]:
        return {number: one.history for number, one in self._known.items()}


def _row_of(merge: Merge, loop: Loop) -> FileRow | None:
    """The person's own row that closes the loop, if it is one of the file's."""
    here = next((span for span in merge.person.history if span.holds(loop.day)), None)
    return next((row for row in merge.changed if here and merge.since_of[row.number] == here.since), None)


def _without(rows: Iterable[FileRow], passed_over: Iterable[FileRow]) -> list[FileRow]:
    numbers = {row.number for row in passed_over}
    return [row for row in rows if row.number not in numbers]
