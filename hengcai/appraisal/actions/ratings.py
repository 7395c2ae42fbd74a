"""Filling and sending a form, remarks, the raters' short training."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hengcai.accounts.models import User
from hengcai.appraisal import duties, permissions, states
from hengcai.appraisal.forms import form_items, is_taken, observed_for
from hengcai.appraisal.models import Cycle, Participant, RaterTraining, Rating, RatingTask, Remark
from hengcai.appraisal.rules import raters, training
from hengcai.appraisal.rules.raters import Given
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.framework.models import Competency
from hengcai.people.models import Person

SOURCE, STATE = RatingTask.Source, RatingTask.State
REFUSED = {STATE.SENT: "appraisal.sent_already", STATE.WITHDRAWN: "appraisal.withdrawn"}


@action(permissions.FILL_TASK, once_a_day=True, unsaid=("given", "comment"))
def save_rating(task: RatingTask, *, by: User, given: Mapping[str, Given], comment: str, edit_count: int) -> RatingTask:
    """Keeps a draft. Whoever saves names the version they started from, so nobody is overwritten; where a newer one says
    the same, it is what was asked for."""
    _check_open(task)
    if not _is_held(task, edit_count, given, comment):
        _keep(task, form_items(task), given, comment)
    return task


@action(states.SEND, unsaid=("given", "comment"))
def send_rating(
    task: RatingTask, *, by: User, given: Mapping[str, Given], comment: str, edit_count: int, today: date
) -> RatingTask:
    """Complete, in order, with a reason wherever a level is far from what the period's contacts show."""
    cycle, items = _check_open(task), form_items(task)
    _is_held(task, edit_count, given, comment)
    if task.source != SOURCE.SELF:
        _check_trained(by)
    has_self = RatingTask.objects.filter(participant=task.participant_id, source=SOURCE.SELF, state=STATE.SENT).exists()
    raters.check_order(task.source, has_self_sent=has_self, self_due_on=cycle.self_due_on, today=today)
    raters.check_complete(given, [item.code for item in items])
    if task.source == SOURCE.SUPERIOR:
        _check_reasons(task, items, given)
    task.sent_at = clock.now()
    task.save(update_fields=["sent_at"])
    duties.settled([task])
    _keep(task, items, given, comment)
    return task


def _check_open(task: RatingTask) -> Cycle:
    """The cycle is locked with the form, so that nothing is sent while results are being computed."""
    cycle: Cycle = Cycle.objects.select_for_update().get(participants=task.participant_id)
    if task.state in REFUSED:
        raise NotNow(REFUSED[STATE(task.state)])
    if not is_taken(task, cycle):
        raise NotNow("appraisal.collecting_is_over")
    return cycle


def _is_held(task: RatingTask, edit_count: int, given: Mapping[str, Given], comment: str) -> bool:
    """Whether it was saved since the page was opened and says the same; refused where it says something else."""
    if task.edit_count == edit_count:
        return False
    held = {
        one.competency.code: (one.level, one.is_answered, one.comment, one.reason)
        for one in task.ratings.select_related("competency")
    }
    if task.comment.strip() != comment.strip() or held != {code: _told(one) for code, one in given.items()}:
        raise NotNow("appraisal.stale", edit_count=task.edit_count)
    return True


def _told(one: Given) -> tuple[Decimal | None, bool, str, str]:
    level = None if one.level is None else decimal(one.level)
    return level, one.is_answered, one.comment.strip(), one.reason.strip()


def _check_trained(user: User) -> None:
    if not RaterTraining.objects.filter(user=user).exists():
        raise NotNow("appraisal.training_first")


def _check_reasons(task: RatingTask, items: Sequence[Competency], given: Mapping[str, Given]) -> None:
    far = raters.items_needing_reason(given, observed_for(task.participant))
    if far:
        names = {item.code: str(item.name) for item in items}
        raise NotValid("appraisal.reason_needed", items=[names[code] for code in far if code in names], codes=far)


def _keep(task: RatingTask, items: Sequence[Competency], given: Mapping[str, Given], comment: str) -> None:
    by_code = {item.code: item for item in items}
    raters.check_levels(given, by_code)
    check_lengths(comment, *(text for one in given.values() for text in (one.comment, one.reason)))
    task.ratings.all().delete()
    Rating.objects.bulk_create([_row(task, by_code[code], one) for code, one in given.items()])
    task.comment, task.edit_count, task.saved_at = comment, task.edit_count + 1, clock.now()
    task.save(update_fields=["comment", "edit_count", "saved_at"])


def _row(task: RatingTask, competency: Competency, one: Given) -> Rating:
    level, is_answered, comment, reason = _told(one)
    return Rating(
        task=task, competency=competency, level=level, is_answered=is_answered, comment=comment, reason=reason
    )


def decimal(value: Fraction) -> Decimal:
    """Exact for what a form or file can hold: at most six places."""
    return Decimal(value.numerator) / Decimal(value.denominator)


@action(permissions.REMARK, unsaid=("text",))
def write_remark(participant: Participant, *, by: User, author: Person, source: str, text: str) -> Remark:
    """Stands beside the month's figures until they are published; weighs nothing."""
    if author.user_id != by.pk:
        raise NotValid("appraisal.remark_by_another")
    if participant.cycle.state not in {Cycle.State.COLLECTING, Cycle.State.PRELIMINARY}:
        raise NotNow("appraisal.remarks_closed")
    if not text.strip():
        raise NotValid("appraisal.remark_empty")
    check_lengths(text)
    values = {"text": text.strip(), "written_at": clock.now()}
    return Remark.objects.update_or_create(participant=participant, source=source, author=author, defaults=values)[0]


@action(permissions.TRAIN)
def pass_rater_training(user: User, *, by: User, answers: Mapping[str, str], today: date) -> RaterTraining:
    """Halo, central tendency and recency: every question right, as often as it takes."""
    training.check(answers)
    return RaterTraining.objects.get_or_create(user=user, defaults={"passed_on": today})[0]
