"""What the pages of courses lay out."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from hengcai.training.marking import marked
from hengcai.training.reading import file_of
from hengcai.training.rules.course_shape import LAYERS
from hengcai.training.rules.pace import clocked
from hengcai.web.assessment.asking import Put
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import is_english

SIDES = (("zh", "zh-Hans", "中文"), ("en", "en", "English"))


@dataclass(frozen=True)
class Shelf:
    heading: str
    rows: list
    empty: str = ""


def learning_shelves(rows, today):
    """What is late or due first, then the rest that is being learned, then what is finished."""
    learning = [one for one in rows if one.state == "learning"]
    late = [one for one in learning if one.due_on and one.due_on < today]
    other = [one for one in learning if one not in late]
    done = sorted((one for one in rows if one.state == "finished"), key=lambda one: one.ended_on, reverse=True)
    return [
        *([Shelf(_("Past the due date"), late)] if late else []),
        Shelf(_("Learning now"), other, _("Nothing at the moment. Choose a course from the catalogue.")),
        *([Shelf(_("Finished"), done)] if done else []),
    ]


@dataclass(frozen=True)
class Track:
    """Captions in one language."""

    code: str
    name: str
    address: str
    is_own: bool


@dataclass(frozen=True)
class Played:
    """The file of a lesson with the addresses it is fetched from."""

    file: Any
    address: str
    tracks: list
    transcript: Any = None

    @property
    def megabytes(self):
        return f"{max(self.file.byte_count / 1_000_000, 0.1):.1f}"

    @property
    def length(self):
        return clocked(self.file.seconds)


def played(lesson, course, address_of, *, is_preview=False):
    """None for a text, and where the file is missing."""
    file = file_of(lesson, course)
    if file is None:
        return None
    part, names = lesson.part, ("preview-lesson-media", "preview-lesson-captions")
    media, captions = names if is_preview else ("lesson-media", "lesson-captions")
    given, own = part.get("captions"), "en" if is_english() else "zh"
    tracks = [
        Track(code, name, address_of(captions, side), is_own=side == own)
        for side, code, name in SIDES if getattr(given, side, "")
    ]  # fmt: skip
    return Played(file, address_of(media), tracks, part.get("transcript"))


def aims_of(course):
    aims = course.standard.get("aims", {})
    return [(word(f"training.layer.{one}"), aims[one]) for one in LAYERS if aims.get(one)]


def reaches_of(course, names):
    return [(names.get(one["code"], one["code"]), one["from"], one["to"]) for one in course.reaches]


@dataclass(frozen=True)
class Answered:
    """A question with what was answered, whether that is right, and what the course says of it."""

    put: Any
    share: Any
    said: list

    @property
    def is_right(self):
        return self.share == 1


def answered(questions, given, *, seed, language):
    """To be asked; where there are answers, with what came of them."""
    answers = given or {}
    puts = [Put(one, language=language, seed=seed, answer=answers.get(one["id"], "")) for one in questions]
    if not answers:
        return puts
    told = marked(questions, answers)
    return [
        Answered(put, point / most if most else 1, _said(one, put))
        for one, put, point, most in zip(questions, puts, told.points, told.out_of, strict=False)
    ]


def _said(question, put):
    """Feedback on what was chosen, then on the question as a whole."""
    chosen = put.answer.split(";")
    texts = [one.get("feedback") for one in question.get("options", []) if one["id"] in chosen]
    return [str(text) for text in [*texts, question.get("feedback")] if text]
