"""Who takes part and who rates whom, changed by the group while ratings are being collected."""

from hengcai.accounts.models import User
from hengcai.appraisal import duties, permissions, states
from hengcai.appraisal.handing_out import has_second_forms, own_forms, second_forms, task_rows
from hengcai.appraisal.models import Cycle, Participant, RatingTask
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person, Placement
from hengcai.people.permissions import on_day

SOURCE = RatingTask.Source


@action(permissions.RUN_CYCLE)
def add_participant(cycle: Cycle, *, by: User, person: Person) -> Participant:
    """Somebody the cycle did not take in by itself; once it is open, own and superior's form come along."""
    if cycle.state not in {Cycle.State.DRAFT, Cycle.State.COLLECTING}:
        raise NotNow("appraisal.collecting_is_over")
    place = Placement.objects.filter(on_day(cycle.period_end), person=person, post__isnull=False).first()
    if place is None or place.post_id is None:
        raise NotValid("appraisal.no_post_that_day", name=person.name, day=cycle.period_end)
    found, is_new = Participant.objects.get_or_create(
        cycle=cycle, person=person, defaults={"placement": place, "post_id": place.post_id}
    )
    if is_new and cycle.state == Cycle.State.COLLECTING and cycle.has_forms:
        duties.asked(RatingTask.objects.bulk_create(task_rows(found, own_forms(cycle, place))))
    return found


@action(permissions.ARRANGE_RATERS)
def add_rater(participant: Participant, *, by: User, source: str, rater: Person) -> RatingTask:
    """A form more; one that was taken back is given out again."""
    cycle = _still_open(participant)
    if not cycle.has_forms:
        raise NotNow("appraisal.wrong_kind")
    if source not in SOURCE.values:
        raise NotValid("appraisal.source_by_hand", value=source, known=SOURCE.values)
    if (source == SOURCE.SELF) != (rater.pk == participant.person_id):
        raise NotValid("appraisal.rater_is_rated", name=rater.name)
    due = {SOURCE.SELF: cycle.self_due_on, SOURCE.SUPERIOR: cycle.superior_due_on}.get(source, cycle.others_due_on)  # type: ignore[call-overload]
    task, is_new = RatingTask.objects.get_or_create(
        participant=participant, source=source, rater=rater, defaults={"due_on": due}
    )
    if not is_new and task.state == RatingTask.State.WITHDRAWN:
        task.state, is_new = RatingTask.State.OPEN, True
    if is_new:
        task.nudged_at = clock.now() if cycle.state == Cycle.State.PRELIMINARY else None
        task.save(update_fields=["state", "nudged_at"])
        duties.asked([task])
    return task


@action(permissions.RUN_CYCLE)
def draw_second_superiors(cycle: Cycle, *, by: User) -> int:
    """Gives superiors' superiors a form for some of their people's people; returns how many. Once a cycle."""
    if not cycle.has_forms:
        raise NotNow("appraisal.wrong_kind")
    if cycle.state != Cycle.State.COLLECTING:
        raise NotNow("appraisal.collecting_is_over")
    if has_second_forms(cycle):
        raise NotNow("appraisal.drawn_twice_already")
    made = RatingTask.objects.bulk_create(second_forms(cycle))
    duties.asked(made)
    return len(made)


@action(states.WITHDRAW)
def withdraw_rater(task: RatingTask, *, by: User) -> RatingTask:
    """Takes an unsent form back; what was sent stays."""
    _still_open(task.participant)
    duties.settled([task])
    return task


@action(states.RETURN)
def return_rating(task: RatingTask, *, by: User, reason: str) -> RatingTask:
    """Gives a sent form back to its rater, who reads why; once computed, the scores have to be computed anew."""
    _still_open(task.participant)
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
    check_lengths(reason)
    task.returned_because, task.returned_at, task.sent_at = reason.strip(), clock.now(), None
    task.save(update_fields=["returned_because", "returned_at", "sent_at"])
    duties.asked([task])
    return task


def _still_open(participant: Participant) -> Cycle:
    """Until publication is proposed."""
    cycle: Cycle = Cycle.objects.select_for_update().get(pk=participant.cycle_id)
    if cycle.state not in {Cycle.State.COLLECTING, Cycle.State.PRELIMINARY}:
        raise NotNow("appraisal.collecting_is_over")
    return cycle
