"""What a case keeps of its contact: covered words, and where its covered sound lies."""

from pathlib import Path

from django.conf import settings

from hengcai.base.masking.text import masked_turns
from hengcai.coaching.library_models import LibraryCase
from hengcai.coaching.rules import library as rules
from hengcai.interactions.models import Contact
from hengcai.interactions.queries import read_conversations
from hengcai.interactions.recording_models import Recording
from hengcai.interactions.recordings import masked_copy
from hengcai.interactions.rules.contact import names_told
from hengcai.interactions.rules.covering import covered_moments
from hengcai.interactions.sound.writing import ENDING

MAKE_SOUND = "make_case_sound"


def sound_of(case: LibraryCase) -> Path:
    return Path(settings.HOME) / "cases" / f"{case.pk}{ENDING}"


def forget_sound(case: LibraryCase) -> None:
    sound_of(case).unlink(missing_ok=True)


def recording_of(case: LibraryCase) -> Recording | None:
    return Recording.objects.filter(contact__assignments__evaluations=case.evaluation_id, state="ready").first()


def names_of(case: LibraryCase) -> list[str]:
    return [case.agent.name, case.agent.number]


def known_names(case: LibraryCase, contact: Contact) -> list[str]:
    """Whom the words may not name: the customer as the file told them; in a warning the agent too."""
    told = list(names_told(read_conversations([contact])[contact.pk]["aside"]))
    return [*told, *(names_of(case) if case.kind == LibraryCase.Kind.WARNING else [])]


def keep_words(case: LibraryCase, contact: Contact, lines: tuple[int | None, int | None]) -> None:
    turns = _turns(contact)
    texts = masked_turns(turns, known=known_names(case, contact))
    case.first, case.last = lines
    case.turns = rules.kept_turns(turns, texts, lines)
    said = [turn["text"] for turn in case.turns]
    case.search_text = rules.words_to_find([case.title, case.lesson, *case.tags, *said])


def write_sound(case: LibraryCase, recording: Recording) -> None:
    """With tones wherever the words are covered, and nothing before or after the lines."""
    contact = recording.contact
    turns = _turns(contact)
    span = rules.span_of(turns, (case.first, case.last))
    moments = covered_moments(turns, known=known_names(case, contact), seconds=recording.seconds)
    path = sound_of(case)
    path.parent.mkdir(parents=True, exist_ok=True)
    masked_copy(recording, moments, path, span=span)


def turn_count(contact: Contact) -> int:
    return len(_turns(contact))


def _turns(contact: Contact) -> list[dict[str, object]]:
    transcript = getattr(contact, "transcript", None)
    return list(transcript.turns) if transcript else []
