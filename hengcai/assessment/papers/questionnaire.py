"""调研问卷: the empty questionnaire, to be filled in by hand. Who printed it, and who wrote on it, stands nowhere on it."""

from collections.abc import Iterator, Sequence

from hengcai.assessment.models import Question
from hengcai.assessment.queries.questionnaires import Offered, offered_to_print, questions_of
from hengcai.assessment.rules.kinds import KINDS
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making

BOX, SHORT_LINES, LONG_LINES, BLANK_LINES = "□", 1, 4, 12
ONE_LINE = 44  # letters


def questionnaire(making: Making) -> Body:
    chosen: Offered | None = making.chosen("questionnaire") or making.first_offered("questionnaire")
    if chosen is None:
        return _blank(making)
    language, found = making.tell.language, chosen.questionnaire
    blocks: list[Block] = [Paragraph(str(found.intro.read(language)))] if found.intro else []
    number = 0
    for one in questions_of(found):
        if KINDS[one.kind].is_asked:
            number += 1
        blocks += _question(one, number, making)
    return Body(blocks, subtitle=str(found.title.read(language)))


def _blank(making: Making) -> Body:
    """Where there is no questionnaire to print: lines for questions and answers."""
    heads = [making.tell.say(f"assessment.head.{name}") for name in ("text", "answer")]
    return Body([Table(heads, [["", ""]] * BLANK_LINES, widths=(2, 3), row_height=LINE)])


def _question(one: Question, number: int, making: Making) -> Iterator[Block]:
    language, say = making.tell.language, making.tell.say
    text, hint = str(one.text.read(language)), str(one.hint.read(language)) if one.hint else ""
    if not KINDS[one.kind].is_asked:
        yield Heading(text)
    else:
        kind = say(f"assessment.kind.{one.kind}")
        yield Paragraph(say("form.questionnaire.asked", number=number, text=text, kind=kind))
    if hint:
        yield Paragraph(hint, is_small=True)
    if one.shows_if:
        yield Paragraph(say("form.questionnaire.only_if", text=_condition(one, language)), is_small=True)
    yield from _room(one, language)


def _room(one: Question, language: str) -> Iterator[Block]:
    kind = KINDS[one.kind]
    labels = {part["id"]: str(part["text"].read(language)) for part in one.options}
    if kind.has_options:
        yield from _boxes(list(labels.values()))
    elif kind.has_rows:
        heads = [f"{value} {labels.get(value, '')}".strip() for value in kind.mean_over]
        rows = [[str(row["text"].read(language)), *[BOX] * len(heads)] for row in one.rows]
        yield Table(["", *heads], rows, widths=(4, *[1] * len(heads)))
    elif kind.mean_over:
        yield Paragraph(_points(kind.mean_over, labels))
    elif kind.is_text:
        yield Lines(SHORT_LINES if one.kind == "short" else LONG_LINES)


def _boxes(texts: Sequence[str]) -> Iterator[Block]:
    """Short ones on one line, others one below the other."""
    marked = [f"{BOX} {text}" for text in texts]
    if sum(len(text) for text in marked) <= ONE_LINE:
        yield Paragraph("   ".join(marked))
    else:
        yield from (Paragraph(text) for text in marked)


def _points(values: Sequence[str], labels: dict[str, str]) -> str:
    return "   ".join(f"{BOX} {value} {labels.get(value, '')}".strip() for value in values)


def _condition(one: Question, language: str) -> str:
    """The question it hangs on, by its words, and the answers."""
    leads = next((row for row in questions_of(one.questionnaire) if row.code == one.shows_if["question"]), None)
    if leads is None:
        return ""
    labels = {part["id"]: str(part["text"].read(language)) for part in leads.options}
    return f"{leads.text.read(language)} → {' / '.join(labels.get(value, value) for value in one.shows_if['any'])}"


FORM = Form(
    "questionnaire", 120, questionnaire,
    (Ask("questionnaire", offered_to_print),), (), (),
)  # fmt: skip
