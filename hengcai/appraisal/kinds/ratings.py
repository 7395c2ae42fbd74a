"""Ratings collected elsewhere: one row is one rater's level on one competency of one person."""

from collections.abc import Iterable

from hengcai.appraisal import permissions
from hengcai.appraisal.actions import take_in_ratings
from hengcai.appraisal.actions.files import RatingBatch
from hengcai.appraisal.forms import form_items
from hengcai.appraisal.kinds.lookups import Known, portions
from hengcai.appraisal.models import Participant, Rating, RatingTask
from hengcai.appraisal.rules.rows import RATING_OPTIONAL, RATING_REQUIRED, RatingFacts, rating_of
from hengcai.base.errors import NotValid, Refusal
from hengcai.base.tables.reading import Row
from hengcai.framework.models import Competency
from hengcai.interactions.kinds.registry import Chunk, Handler, Outcome, register

Checked = list[tuple[Row, RatingFacts]]
TaskKey = tuple[int, str, int]


class Sorting:
    """Sorts one chunk into new, changed, same and refused; writes nothing."""

    def __init__(self, chunk: Chunk) -> None:
        self.outcome, self.batch = Outcome(), RatingBatch()
        self._chunk, self._first_row = chunk, dict[tuple[str, ...], int]()
        checked = self._checked()
        numbers = {facts.agent for _row, facts in checked} | {facts.rater for _row, facts in checked}
        self.known = Known({facts.cycle for _row, facts in checked}, numbers)
        self._tasks = _tasks(self.known.participants.values())
        self._ratings = _ratings(task for task in self._tasks.values() if task.is_imported or _is_by_hand(task))
        self._items: dict[tuple[int, int, bool], dict[str, Competency]] = {}
        self._opened: dict[int, RatingTask] = {}
        for row, facts in checked:
            try:
                self._sort(facts)
            except Refusal as refusal:
                self.outcome.reject(row, refusal)
        self.batch.opened = list(self._opened.values())

    def _checked(self) -> Checked:
        found: Checked = []
        for row in self._chunk.rows:
            try:
                facts = rating_of(row.values)
                first = self._first_row.setdefault(facts.key, row.number)
                if first != row.number:
                    raise NotValid("appraisal.row_twice", column="item", first=first)
                found.append((row, facts))
            except Refusal as refusal:
                self.outcome.reject(row, refusal)
        return found

    def _sort(self, facts: RatingFacts) -> None:
        participant = self.known.participant(facts.cycle, facts.agent)
        rater = self.known.people.get(facts.rater)
        if rater is None:
            raise NotValid("appraisal.rater_unknown", column="rater", value=facts.rater)
        task = self._task(participant, facts, rater)
        item = self._item(task, participant, facts)
        there = self._ratings.get((task.pk, item.pk)) if task.pk else None
        seen = self._chunk.seen.get("\t".join(facts.key))
        if seen == _content(facts) or (there is not None and _is_same(there, facts)):
            self.outcome.passed_over += 1
        elif _is_by_hand(task):
            raise NotValid("appraisal.sent_by_rater", column="rater", value=facts.rater)
        elif there is None and seen is None:
            self._add(task, item, facts)
        elif self._chunk.options.get("update"):
            self._change(there, facts)
        else:
            raise NotValid("appraisal.rating_taken", column="score", value=facts.level)

    def _task(self, participant: Participant, facts: RatingFacts, rater: int) -> RatingTask:
        key = (participant.pk, facts.source, rater)
        task = self._tasks.get(key)
        if task is None:
            return RatingTask(participant=participant, source=facts.source, rater_id=rater)
        return task

    def _item(self, task: RatingTask, participant: Participant, facts: RatingFacts) -> Competency:
        """Forms differ by framework and post, and peers' forms from the others'."""
        cycle = self.known.cycles[facts.cycle]
        key = (cycle.framework_id, participant.post_id, facts.source == RatingTask.Source.PEER)
        if key not in self._items:
            participant.cycle = cycle
            task.participant = participant
            self._items[key] = {item.code: item for item in form_items(task)}
        if facts.item not in self._items[key]:
            raise NotValid("appraisal.item_unknown", column="item", value=facts.item, known=list(self._items[key]))
        return self._items[key][facts.item]

    def _add(self, task: RatingTask, item: Competency, facts: RatingFacts) -> None:
        key = (task.participant_id, task.source, task.rater_id)
        if key not in self._tasks:
            self._tasks[key] = task
            self.batch.new_tasks.append(task)
        elif task.pk and not task.is_imported:
            self._opened[task.pk] = task
        self.batch.new.append(Rating(task=task, competency=item, level=facts.level, comment=facts.comment))
        self.outcome.added += 1
        if self._chunk.is_dry:
            self._chunk.seen["\t".join(facts.key)] = _content(facts)

    def _change(self, there: Rating | None, facts: RatingFacts) -> None:
        self.outcome.updated += 1
        if there is not None:
            there.level, there.comment = facts.level, facts.comment
            self.batch.changed.append(there)


def _is_by_hand(task: RatingTask) -> bool:
    """Sent by its rater: no file changes it."""
    return task.state == RatingTask.State.SENT and not task.is_imported


def _content(facts: RatingFacts) -> str:
    return f"{facts.level}\t{facts.comment}"


def _is_same(rating: Rating, facts: RatingFacts) -> bool:
    return rating.level == facts.level and rating.comment == facts.comment


def _tasks(participants: Iterable[Participant]) -> dict[TaskKey, RatingTask]:
    found: dict[TaskKey, RatingTask] = {}
    for some in portions(one.pk for one in participants):
        for task in RatingTask.objects.filter(participant__in=some):
            found[task.participant_id, task.source, task.rater_id] = task
    return found


def _ratings(tasks: Iterable[RatingTask]) -> dict[tuple[int, int], Rating]:
    found: dict[tuple[int, int], Rating] = {}
    for some in portions(task.pk for task in tasks):
        for rating in Rating.objects.filter(task__in=some):
            found[rating.task_id, rating.competency_id] = rating
    return found


def apply(chunk: Chunk) -> Outcome:
    sorting = Sorting(chunk)
    take_in_ratings(sorting.batch, by=chunk.by, cycles=sorting.known.collecting)

    return sorting.outcome


register(
    "ratings", Handler(permissions.IMPORT, RATING_REQUIRED, RATING_OPTIONAL, apply, flat=True, ids=RATING_REQUIRED[:5])
)
