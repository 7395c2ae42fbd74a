"""Written tests marked elsewhere: one row is one mark of one person in one attempt."""

from collections.abc import Iterable

from hengcai.appraisal import permissions
from hengcai.appraisal.actions import take_in_marks
from hengcai.appraisal.actions.files import MarkBatch
from hengcai.appraisal.kinds.lookups import Known, portions
from hengcai.appraisal.models import Participant, TestMark
from hengcai.appraisal.rules.rows import MARK_OPTIONAL, MARK_REQUIRED, MarkFacts, mark_of
from hengcai.base.errors import NotValid, Refusal
from hengcai.base.tables.reading import Row
from hengcai.interactions.kinds.registry import Chunk, Handler, Outcome, register

Checked = list[tuple[Row, MarkFacts]]
MarkKey = tuple[int, str, int]


class Sorting:
    """Sorts one chunk into new, changed, same and refused; writes nothing."""

    def __init__(self, chunk: Chunk) -> None:
        self.outcome, self.batch = Outcome(), MarkBatch()
        self._chunk = chunk
        checked = self._checked()
        self.known = Known({facts.cycle for _row, facts in checked}, {facts.agent for _row, facts in checked})
        self._marks = _marks(self.known.participants.values())
        for row, facts in checked:
            try:
                self._sort(facts)
            except Refusal as refusal:
                self.outcome.reject(row, refusal)

    def _checked(self) -> Checked:
        found: Checked = []
        first_row: dict[tuple[str | int, ...], int] = {}
        for row in self._chunk.rows:
            try:
                facts = mark_of(row.values)
                first = first_row.setdefault(facts.key, row.number)
                if first != row.number:
                    raise NotValid("appraisal.row_twice", column="test", first=first)
                found.append((row, facts))
            except Refusal as refusal:
                self.outcome.reject(row, refusal)
        return found

    def _sort(self, facts: MarkFacts) -> None:
        participant = self.known.participant(facts.cycle, facts.agent)
        there = self._marks.get((participant.pk, facts.test, facts.attempt))
        key = "\t".join(map(str, facts.key))
        seen = self._chunk.seen.get(key)
        if there is None and seen is None:
            self._add(participant, facts, key)
        elif seen == str(facts.mark) or (there is not None and there.mark == facts.mark):
            self.outcome.passed_over += 1
        elif self._chunk.options.get("update"):
            self._change(there, facts)
        else:
            raise NotValid("appraisal.mark_taken", column="mark", value=facts.mark)

    def _add(self, participant: Participant, facts: MarkFacts, key: str) -> None:
        self.batch.new.append(
            TestMark(participant=participant, test=facts.test, attempt=facts.attempt, mark=facts.mark)
        )
        self.outcome.added += 1
        if self._chunk.is_dry:
            self._chunk.seen[key] = str(facts.mark)

    def _change(self, there: TestMark | None, facts: MarkFacts) -> None:
        self.outcome.updated += 1
        if there is not None:
            there.mark = facts.mark
            self.batch.changed.append(there)


def _marks(participants: Iterable[Participant]) -> dict[MarkKey, TestMark]:
    found: dict[MarkKey, TestMark] = {}
    for some in portions(one.pk for one in participants):
        for mark in TestMark.objects.filter(participant__in=some):
            found[mark.participant_id, mark.test, mark.attempt] = mark
    return found


def apply(chunk: Chunk) -> Outcome:
    sorting = Sorting(chunk)
    take_in_marks(sorting.batch, by=chunk.by, cycles=sorting.known.collecting)
    return sorting.outcome


register("tests", Handler(permissions.IMPORT, MARK_REQUIRED, MARK_OPTIONAL, apply, flat=True, ids=MARK_REQUIRED[:3]))
