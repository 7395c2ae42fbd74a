"""Peers' free text of a quarter for the person rated: fixed when the cycle is published, so that a form that comes in late,
into a correction, tells nobody whose it is."""

from collections.abc import Iterable

from hengcai.appraisal.models import Cycle, Participant, Rating, RatingTask
from hengcai.appraisal.rules.peer_words import Words, readable
from hengcai.base.masking.text import mask

PEER = RatingTask.Source.PEER


def peer_words_for(participant: Participant) -> list[str]:
    """By page, print, API and export alike; nothing before publication."""
    sent = {"task__participant": participant.pk, "task__source": PEER, "task__state": RatingTask.State.SENT}
    return words_of(participant, Rating.objects.filter(**sent).select_related("task__rater"))


def words_of(participant: Participant, ratings: Iterable[Rating]) -> list[str]:
    """`ratings`: those peers sent, their forms and raters at hand; a form that was sent holds one at least."""
    cycle = participant.cycle
    if not cycle.has_forms or cycle.state != Cycle.State.PUBLISHED:
        return []
    in_time = [one for one in ratings if not _is_late(one.task, cycle)]
    tasks = {one.task_id: one.task for one in in_time}.values()
    said = [(task.rater_id, task.comment) for task in tasks] + [(one.task.rater_id, one.comment) for one in in_time]
    names = [name for task in tasks for name in (task.rater.name, task.rater.number)]
    return readable([Words(rater, mask(text)) for rater, text in said], names=names, salt=str(participant.pk))


def _is_late(task: RatingTask, cycle: Cycle) -> bool:
    return bool(task.sent_at and cycle.published_at and task.sent_at > cycle.published_at)
