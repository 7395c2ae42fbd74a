"""Peers' free text of a quarter for the person rated: fixed when the cycle is published, so that a form that comes in late,
into a correction, tells nobody whose it is."""

from hengcai.appraisal.models import Cycle, Participant, RatingTask
from hengcai.appraisal.rules.peer_words import Words, readable
from hengcai.base.masking.text import mask


def peer_words_for(participant: Participant) -> list[str]:
    """By page, print, API and export alike; nothing before publication."""
    cycle = participant.cycle
    if not cycle.has_forms or cycle.state != Cycle.State.PUBLISHED:
        return []
    sent = RatingTask.objects.filter(
        participant=participant.pk, source=RatingTask.Source.PEER, state=RatingTask.State.SENT
    )
    tasks = list(sent.exclude(sent_at__gt=cycle.published_at).select_related("rater").prefetch_related("ratings"))
    words = [
        Words(task.rater_id, mask(text)) for task in tasks for text in (task.comment, *(one.comment for one in task.ratings.all()))
    ]  # fmt: skip
    names = [name for task in tasks for name in (task.rater.name, task.rater.number)]
    return readable(words, names=names, salt=str(participant.pk))
