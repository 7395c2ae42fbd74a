"""What a reader or writer has to say of single questions: what was lost on the way, and what could not come along."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from hengcai.base.errors import NotValid, Refusal

MOST_NAMED = 200


@dataclass(frozen=True, slots=True)
class Note:
    """`is_left_out`: the question itself does not come along. `refusal` tells it, with its place."""

    question: str
    refusal: Refusal
    is_left_out: bool


@dataclass(slots=True)
class Report:
    """Gathers notes in their order; `tell` hears of each at once."""

    file: str
    tell: Callable[[Note], None] | None = None
    lost: int = 0
    left_out: int = 0
    first: Refusal | None = None
    notes: list[Note] = field(default_factory=list)

    def lose(self, question: str, parts: Iterable[str], *, line: int = 0, to: str = "") -> None:
        """One line a question, whatever all was lost of it; `to` is the format that cannot hold it."""
        if names := sorted(set(parts)):
            facts = {**self._place(line), "question": question or "?", "format": to, "parts": Names(names)}
            self.lost += 1
            self._add(
                Note(question, NotValid("questions.lost_to" if to else "questions.lost", **facts), is_left_out=False)
            )

    def unknown(self, question: str, keys: Iterable[str], *, line: int = 0) -> None:
        """Keys or columns that nobody here knows."""
        facts = {**self._place(line), "question": question, "keys": list(keys)}
        self.lost += 1
        self._add(Note(question, NotValid("questions.keys_unknown", **facts), is_left_out=False))

    def leave_out(self, question: str, refusal: Refusal, *, line: int = 0) -> None:
        facts = {**self._place(line), **refusal.facts}
        told = NotValid(refusal.code, **facts)
        self.left_out += 1
        self.first = self.first or told
        self._add(Note(question, told, is_left_out=True))

    def add(self, other: "Report") -> None:
        """What a second report has counted; it has told its own."""
        self.lost += other.lost
        self.left_out += other.left_out
        self.first = self.first or other.first
        self.notes += other.notes[: MOST_NAMED - len(self.notes)]

    def _place(self, line: int) -> dict[str, object]:
        return {"file": self.file, "line": line} if line else {"file": self.file}

    def _add(self, note: Note) -> None:
        if len(self.notes) < MOST_NAMED:
            self.notes.append(note)
        if self.tell:
            self.tell(note)


class Names(tuple[str, ...]):
    """Names of parts, told in the reader's language (`questions.part.…`)."""

    __slots__ = ()
