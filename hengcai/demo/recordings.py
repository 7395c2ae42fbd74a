"""A dozen calls of the demo that can be heard: two sides, timed to their transcripts, made on the spot."""

from pathlib import Path

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.demo import voices
from hengcai.interactions.actions.recordings import note_recordings, want_recordings
from hengcai.interactions.models import Contact
from hengcai.quality.models import Assignment, Evaluation

FOLDER = "demo"
OF_EACH = 6
LONGEST_SECONDS = 420
READ = 1  # how many are read aloud where espeak-ng is there: a word takes longer than a tone


def leave_recordings(*, by: User) -> list[Contact]:
    """Of what waits on the desks and of what was published last. The worker prepares them like anybody's."""
    chosen = _chosen()
    places = {contact.key: f"{FOLDER}/{contact.key}.wav" for contact in chosen}
    for number, contact in enumerate(chosen):
        turns = contact.transcript.turns
        words = _language(contact) if number < READ and voices.can_read() else ""
        voices.write(voices.talk(turns, words=words), Path(settings.MEDIA_ROOT) / places[contact.key])
    note_recordings(places, by=by)
    want_recordings(chosen, by=by)
    return chosen


def _language(contact: Contact) -> str:
    return "en" if contact.language == "en" else "cmn"


def _chosen() -> list[Contact]:
    waiting = Assignment.objects.filter(state="open", contact__channel="call").order_by("due_on", "pk")
    published = Evaluation.objects.filter(state="published", assignment__contact__channel="call").order_by("-pk")
    keys = [
        *_some(waiting.values_list("contact", flat=True)[: 4 * OF_EACH]),
        *_some(published.values_list("assignment__contact", flat=True)[: 4 * OF_EACH]),
    ]
    found = Contact.objects.select_related("transcript").in_bulk(keys)
    return [found[key] for key in dict.fromkeys(keys)]


def _some(keys) -> list[int]:
    """The first that are told with times and are no longer than a coffee."""
    found = Contact.objects.select_related("transcript").in_bulk(list(keys))
    fit = [key for key in dict.fromkeys(keys) if _is_fit(found[key].transcript.turns)]
    return fit[:OF_EACH]


def _is_fit(turns) -> bool:
    return all(turn.get("end") is not None for turn in turns) and turns[-1]["end"] <= LONGEST_SECONDS
