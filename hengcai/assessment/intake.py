"""A file of questions looked at: what of it could come into the bank, what is lost, what is refused, what is there already."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hengcai.assessment.alike import bank_prints
from hengcai.assessment.bank_rows import title_of
from hengcai.assessment.formats.known import format_in, read_questions
from hengcai.assessment.formats.notes import Note, Report
from hengcai.assessment.formats.telling import told_note
from hengcai.assessment.models import BankQuestion, FileQuestion
from hengcai.assessment.rules.likeness import SAME, Likeness, Lookup, Print, prints
from hengcai.assessment.rules.question_objects import object_of
from hengcai.assessment.rules.questions import Question
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotValid
from hengcai.base.say import say
from hengcai.framework.models import Competency

MOST_QUESTIONS = 20_000
MOST_ALIKE, MOST_NOTES = 5, 10
Standing = FileQuestion.Standing


@dataclass
class Looked:
    form: str
    rows: list[FileQuestion] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(str(one.standing) for one in self.rows)
        found["lost"] = sum(1 for one in self.rows if one.notes and one.standing != Standing.REFUSED)
        return dict(found)


class Notes:
    """What a reader says of single questions, kept by question."""

    def __init__(self) -> None:
        self.lost: dict[str, list[dict[str, str]]] = defaultdict(list)
        self.refused: list[Note] = []

    def hear(self, note: Note) -> None:
        if note.is_left_out:
            self.refused.append(note)
        else:
            self.lost[note.question].append(_told(note))


def _told(note: Note) -> dict[str, str]:
    """Without the file's name, which stands above the report."""
    facts = {name: value for name, value in note.refusal.facts.items() if name != "file"}
    bare = Note(note.question, NotValid(note.refusal.code, **facts), note.is_left_out)
    return {"zh": told_note(bare, "zh-hans"), "en": told_note(bare, "en")}


def looked_at(path: Path, *, form: str | None = None) -> Looked:
    """Rows not yet of any file. A file of which nothing can be read is refused with the first reason."""
    notes = Notes()
    found = Looked(form or format_in(path))
    questions = []
    for one in read_questions(path, Report(path.name, notes.hear), form=found.form):
        questions.append(one)
        if len(questions) > MOST_QUESTIONS:
            raise NotValid("bank.too_many_questions", most=MOST_QUESTIONS)
    found.rows = [*_read(questions, notes), *map(_refused, notes.refused)]
    for place, row in enumerate(found.rows, start=1):
        row.place = place
    return found


def _read(questions: Sequence[Question], notes: Notes) -> list[FileQuestion]:
    bank = _Bank({one.id: prints(one) for one in questions})
    competencies = set(Competency.objects.values_list("code", flat=True))
    rows = []
    for one in questions:
        told = list(notes.lost.get(one.id, ()))
        if one.competency and one.competency not in competencies:
            refusal = NotValid("bank.competency_unknown", code=one.competency)
            told.append({"zh": say(refusal, "zh-hans"), "en": say(refusal, "en")})
        rows.append(bank.row(one, told))
    return rows


def _refused(note: Note) -> FileQuestion:
    line = note.refusal.facts.get("line")
    return FileQuestion(
        code=note.question[:200], line=line if isinstance(line, int) else None, notes=[_told(note)],
        standing=Standing.REFUSED, is_wanted=False, title=Bilingual(),
    )  # fmt: skip


class _Bank:
    """What is there already: in the bank, and before in the same file."""

    def __init__(self, brought: Mapping[str, Sequence[Print]]) -> None:
        self.brought = brought
        self.file = Lookup(brought)
        self.bank = Lookup(bank_prints())
        self.before: set[str] = set()
        self.contents: dict[str, list[Any]] = defaultdict(list)
        for code, content in BankQuestion.objects.values_list("code", "content").iterator():
            if code in brought:
                self.contents[code].append(content)

    def row(self, one: Question, notes: list[dict[str, str]]) -> FileQuestion:
        content, own = object_of(one), self.brought[one.id]
        there = self.bank.like(own, but=one.id)
        alike = [(code, True, told) for code, told in there.items()]
        before = self.before - there.keys()
        alike += [(code, False, told) for code, told in self.file.like(own, but=one.id).items() if code in before]
        self.before.add(one.id)
        standing = self._standing(one.id, content, [told for _code, _is_known, told in alike])
        return FileQuestion(
            code=one.id, kind=one.kind, title=title_of(one), content=content, notes=notes[:MOST_NOTES],
            standing=standing, is_wanted=standing == Standing.NEW,
            alike=[[code, is_known, told.how] for code, is_known, told in alike[:MOST_ALIKE]],
        )  # fmt: skip

    def _standing(self, code: str, content: dict[str, Any], alike: Sequence[Likeness]) -> str:
        if code in self.contents:
            return Standing.UNCHANGED if content in self.contents[code] else Standing.KNOWN
        if any(one.how == SAME for one in alike):
            return Standing.SAME
        return Standing.NEAR if alike else Standing.NEW
