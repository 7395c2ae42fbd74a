"""Filling and sending a form, written marks, remarks, the raters' short training."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils import timezone

from hengcai.accounts.models import User
from hengcai.appraisal import permissions, states
from hengcai.appraisal.models import Cycle, Participant, RaterTraining, Rating, RatingTask, Remark, TestMark
from hengcai.appraisal.queries.forms import form_items, observed_for
from hengcai.appraisal.rules import raters, training
from hengcai.appraisal.rules.raters import Given
from hengcai.audit.action import action
from hengcai.base.errors import NotNow, NotValid
from hengcai.framework.models import Competency
from hengcai.people.models import Person


@action(permissions.FILL_TASK)
def save_rating(task: RatingTask, *, by: User, given: Mapping[str, Given], comment: str, edit_count: int) -> RatingTask:
    """Keeps a draft. Whoever saves names the version they started from, so nobody is overwritten."""
    _check_open(task, edit_count)
    _keep(task, given, comment)
    return task


@action(states.SEND)
def send_rating(
    task: RatingTask, *, by: User, given: Mapping[str, Given], comment: str, edit_count: int, today: date
) -> RatingTask:
    """Complete, in order, with a reason wherever a level is far from what the period's contacts show."""
    _check_open(task, edit_count)
    if task.source != RatingTask.Source.SELF:
        _check_trained(by)
    has_self = task.participant.tasks.filter(source="self", state=RatingTask.State.SENT).exists()
    raters.check_order(task.source, has_self_sent=has_self, self_due_on=task.participant.cycle.self_due_on, today=today)
    raters.check_complete(given, [item.code for item in form_items(task)])
    if task.source == RatingTask.Source.SUPERIOR:
        _check_reasons(task, given)
    _keep(task, given, comment)
    task.sent_at = timezone.now()
    task.save(update_fields=["sent_at"])
    return task


def _check_open(task: RatingTask, edit_count: int) -> None:
    if task.state != RatingTask.State.OPEN or task.participant.cycle.state != Cycle.State.COLLECTING:
        raise NotNow("appraisal.collecting_is_over")
    if task.edit_count != edit_count:
        raise NotNow("appraisal.stale")


def _check_trained(user: User) -> None:
    if not RaterTraining.objects.filter(user=user).exists():
        raise NotNow("appraisal.training_first")


def _check_reasons(task: RatingTask, given: Mapping[str, Given]) -> None:
    far = raters.items_needing_reason(given, observed_for(task.participant))
    if far:
        names = {item.code: item.name for item in form_items(task)}
        raise NotValid("appraisal.reason_needed", items=[str(names[code]) for code in far], codes=far)


def _keep(task: RatingTask, given: Mapping[str, Given], comment: str) -> None:
    items = {item.code: item for item in form_items(task)}
    raters.check_levels(given, items)
    task.ratings.all().delete()
    Rating.objects.bulk_create([_row(task, items[code], one) for code, one in given.items()])
    task.comment, task.edit_count, task.saved_at = comment, task.edit_count + 1, timezone.now()
    task.save(update_fields=["comment", "edit_count", "saved_at"])


def _row(task: RatingTask, competency: Competency, one: Given) -> Rating:
    level = None if one.level is None else decimal(one.level)
    return Rating(task=task, competency=competency, level=level, comment=one.comment, reason=one.reason)


def decimal(value: Fraction) -> Decimal:
    """Exact for what a form or file can hold: at most six places."""
    return Decimal(value.numerator) / Decimal(value.denominator)


@action(permissions.IMPORT)
def add_marks(cycle: Cycle, *, by: User, marks: list[dict[str, Any]]) -> int:
    """Written marks: person, test, attempt, mark; the same test and attempt twice is refused."""
    participants = dict(cycle.participants.values_list("person_id", "pk"))
    rows = [
        TestMark(participant_id=participants[m["person"]], test=m["test"], attempt=m["attempt"], mark=m["mark"])
        for m in marks
    ]
    TestMark.objects.bulk_create(rows)
    return len(rows)


@action(permissions.REMARK)
def write_remark(participant: Participant, *, by: User, author: Person, source: str, text: str) -> Remark:
    """Stands beside the month's figures; weighs nothing."""
    if not text.strip():
        raise NotValid("appraisal.remark_empty")
    values = {"text": text.strip(), "written_at": timezone.now()}
    return Remark.objects.update_or_create(participant=participant, source=source, author=author, defaults=values)[0]


@action(permissions.TRAIN)
def pass_rater_training(user: User, *, by: User, answers: Mapping[str, str], today: date) -> RaterTraining:
    """Halo, central tendency and recency: every question right, as often as it takes."""
    training.check(answers)
    return RaterTraining.objects.get_or_create(user=user, defaults={"passed_on": today})[0]
