"""What an analyst has to score, and what those who give it out see of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery

from hengcai.base.permissions import Doer
from hengcai.quality import permissions
from hengcai.quality.models import Answer, Assignment, Evaluation, Item
from hengcai.quality.rules.card import NOTE

OPEN, DONE = Assignment.State.OPEN, Assignment.State.DONE


@dataclass(frozen=True)
class Work:
    """Counts for a heading: what is open, of that late or due today, what is done."""

    open_count: int
    late_count: int
    due_today_count: int
    started_count: int
    done_count: int

    @property
    def total_count(self) -> int:
        return self.open_count + self.done_count


@dataclass(frozen=True)
class WorkRow:
    """One assignment in a list. `answered_count` of `item_count` items stand in the draft; `exact` once submitted."""

    assignment: Assignment
    answered_count: int
    item_count: int
    saved_at: datetime | None
    is_late: bool
    days_left: int
    exact: Fraction | None
    evaluation: int | None


@dataclass(frozen=True)
class Place:
    """Which piece of how many that are due the same day."""

    number: int
    of: int


def place_in_queue(assignment: Assignment, user: Doer) -> Place | None:
    """What is done comes first, then what is open in the order it was given; a piece done has no place any more."""
    if assignment.state != OPEN:
        return None
    rows = Assignment.objects.filter(due_on=assignment.due_on, state__in=(OPEN, DONE))
    counted = permissions.OPEN.rows(rows, user).aggregate(
        all=Count("pk"), before=Count("pk", filter=Q(state=DONE) | Q(pk__lt=assignment.pk))
    )
    return Place(counted["before"] + 1, counted["all"])


def assignments_given_seen_by(user: Doer) -> QuerySet[Assignment]:
    """Everyone's, for those who give them out; the soonest due first."""
    rows = Assignment.objects.select_related("contact__agent", "scorecard", "analyst", "placement__team")
    return permissions.GIVE.rows(rows, user).order_by("due_on", "pk")


def work_of(user: Doer, *, today: date) -> Work:
    draft = Q(evaluations__state=Evaluation.State.DRAFT)
    counted = permissions.OPEN.rows(Assignment.objects.all(), user).aggregate(
        open_count=Count("pk", filter=Q(state=OPEN), distinct=True),
        late_count=Count("pk", filter=Q(state=OPEN, due_on__lt=today), distinct=True),
        due_today_count=Count("pk", filter=Q(state=OPEN, due_on=today), distinct=True),
        started_count=Count("pk", filter=Q(state=OPEN) & draft, distinct=True),
        done_count=Count("pk", filter=Q(state=DONE), distinct=True),
    )
    return Work(**counted)


def _progress(keys: Sequence[int]) -> dict[int, Any]:
    """How far each of a page's pieces is; asked of the page alone, a sorted list would count for every row."""
    answers = Answer.objects.filter(evaluation__assignment=OuterRef("pk"), evaluation__state=Evaluation.State.DRAFT)
    answered = answers.exclude(item__kind=NOTE).order_by().values("evaluation").annotate(n=Count("pk")).values("n")
    drafts = Evaluation.objects.filter(assignment=OuterRef("pk"), state=Evaluation.State.DRAFT)
    current = Evaluation.objects.filter(assignment=OuterRef("pk"), is_current=True)
    rows = Assignment.objects.filter(pk__in=keys).annotate(
        answered_count=Subquery(answered, output_field=IntegerField()),
        saved_at=Subquery(drafts.values("saved_at")[:1]),
        exact=Subquery(current.values("exact")[:1]),
        evaluation=Subquery(current.values("pk")[:1]),
    )
    return {row["pk"]: row for row in rows.values("pk", "answered_count", "saved_at", "exact", "evaluation")}


def work_rows(rows: Iterable[Assignment], *, today: date) -> list[WorkRow]:
    """Of a page of assignments."""
    page = list(rows)
    counts, progress = _item_counts({row.scorecard_id for row in page}), _progress([row.pk for row in page])
    return [_work_row(row, counts.get(row.scorecard_id, 0), progress[row.pk], today) for row in page]


def _work_row(row: Assignment, item_count: int, facts: Mapping[str, Any], today: date) -> WorkRow:
    return WorkRow(
        assignment=row,
        answered_count=facts["answered_count"] or 0,
        item_count=item_count,
        saved_at=facts["saved_at"],
        is_late=row.state == OPEN and row.due_on < today,
        days_left=(row.due_on - today).days,
        exact=Fraction(facts["exact"]) if facts["exact"] else None,
        evaluation=facts["evaluation"],
    )


def _item_counts(scorecards: set[int]) -> dict[int, int]:
    """Items that must be marked, by card."""
    rows = Item.objects.filter(section__scorecard__in=scorecards).exclude(kind=NOTE).order_by()
    counted = rows.values(card=F("section__scorecard")).annotate(n=Count("pk"))
    return {row["card"]: row["n"] for row in counted}
