"""A note of a reader or writer as one sentence."""

from hengcai.assessment.formats.notes import Names, Note
from hengcai.base.errors import NotValid
from hengcai.base.say import say, text_of


def told_note(note: Note, language: str) -> str:
    facts = dict(note.refusal.facts)
    parts = facts.get("parts")
    if isinstance(parts, Names):
        facts["parts"] = [text_of(f"questions.part.{name}", language) for name in parts]
    return say(NotValid(note.refusal.code, **facts), language)
