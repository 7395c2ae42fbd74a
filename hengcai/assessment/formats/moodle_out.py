"""Moodle XML as Moodle itself writes it: fractions in its list's spelling, texts in HTML."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import partial

from hengcai.assessment.formats.cloze import even_weight, told_text
from hengcai.assessment.formats.holding import check_listed, plain_in, rounded_away, taken, text
from hengcai.assessment.formats.markup.texts import to_html
from hengcai.assessment.formats.notes import Report
from hengcai.assessment.formats.xml_out import FORBIDDEN, cdata, escaped
from hengcai.assessment.rules.questions import (
    CLOZE,
    ESSAY,
    MATCHING,
    MULTIPLE,
    NUMERIC,
    SHORT,
    SINGLE,
    TRUE_FALSE,
    Answer,
    Option,
    Question,
    sides,
    texts_of,
)
from hengcai.assessment.rules.shares import decimal, percent
from hengcai.base.errors import NotValid

Lines = list[str]
TYPES = {SINGLE: "multichoice", MULTIPLE: "multichoice", TRUE_FALSE: "truefalse", NUMERIC: "numerical", SHORT: "shortanswer",
         MATCHING: "matching", CLOZE: "cloze", ESSAY: "essay"}  # fmt: skip
EMPTY = '<feedback format="html"><text></text></feedback>'


def moodle_lines(questions: Iterable[Question], report: Report, *, language: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
    for one in questions:
        told = taken(partial(_question, one, report, language), report, name=one.id, line=0)
        if told is not None:
            yield told
    yield "</quiz>\n"


def _question(whole: Question, report: Report, language: str) -> str:
    lost = unheld(whole)
    question = plain_in(whole, language, lost)
    check_listed(question)
    lines = [f'<question type="{TYPES[question.kind]}">', f"<name><text>{escaped(question.id)}</text></name>"]
    if question.kind == CLOZE:
        lines.append(_html("questiontext", told_text(question, even_weight(question), lost)))
    else:
        lines.append(_text("questiontext", question.text))
    lines += [
        _text("generalfeedback", question.feedback),
        f"<defaultgrade>{decimal(question.points, places=7)}</defaultgrade>",
        "<penalty>0</penalty><hidden>0</hidden>",
        f"<idnumber>{escaped(question.id)}</idnumber>",
        *PARTS[question.kind](question),
    ]
    if question.tags:
        tags = "".join(f"<tag><text>{escaped(one)}</text></tag>" for one in question.tags)
        lines.append(f"<tags>{tags}</tags>")
    report.lose(question.id, lost, to="moodle")
    return "\n".join([*lines, "</question>\n"])


def unheld(question: Question) -> set[str]:
    named = {"language": question.language, "competency": question.competency, "level": question.level}
    lost = {name for name, value in named.items() if value} | rounded_away(question)
    return lost | ({"signs"} if has_signs(question) else set())


def has_signs(question: Question) -> bool:
    """Signs that no XML may hold."""
    return any(FORBIDDEN.search(side) for one in texts_of(question) for side in sides(one))


def _html(name: str, told: str) -> str:
    return f'<{name} format="html"><text>{cdata(told)}</text></{name}>'


def _text(name: str, value: object) -> str:
    return _html(name, to_html(text(value)))


def _answer(told: str, share: Fraction, feedback: object, more: str = "", form: str = "moodle_auto_format") -> str:
    said = _text("feedback", feedback) if feedback else EMPTY
    return f'<answer fraction="{percent(share)}" format="{form}"><text>{told}</text>{said}{more}</answer>'


def _shuffle(question: Question) -> str:
    return f"<shuffleanswers>{'true' if question.shuffle else 'false'}</shuffleanswers>"


def _options(question: Question) -> Lines:
    is_single = "true" if question.kind == SINGLE else "false"
    head = [f"<single>{is_single}</single>", _shuffle(question), "<answernumbering>abc</answernumbering>"]
    return [*head, *map(_option, question.options)]


def _option(one: Option) -> str:
    return _answer(cdata(to_html(text(one.text))), one.share, one.feedback, form="html")


def _truth(question: Question) -> Lines:
    """Both are written; one of them is right."""
    found = {one.value: one for one in question.answers}
    right = [one.value for one in question.answers if one.share == 1]
    if len(right) != 1 or any(one.share not in (0, 1) for one in question.answers):
        raise NotValid("questions.truth_unheld", question=question.id)
    both = [found.get(value, Answer(value, Fraction(0))) for value in ("true", "false")]
    return [_answer(str(one.value), one.share, one.feedback) for one in both]


def _short(question: Question) -> Lines:
    return [
        "<usecase>0</usecase>",
        *(_answer(escaped(text(one.value)), one.share, one.feedback) for one in question.answers),
    ]


def _numeric(question: Question) -> Lines:
    def told(one: Answer) -> str:
        tolerance = f"<tolerance>{decimal(one.tolerance or Fraction(0), places=7)}</tolerance>"
        return _answer(text(one.value), one.share, one.feedback, tolerance)

    return [told(one) for one in question.answers]


def _matching(question: Question) -> Lines:
    """Two pairs at least, or a pair and a wrong answer: Moodle takes no less."""
    if len(question.pairs) + len(question.distractors) < 2:
        raise NotValid("questions.too_few_pairs", question=question.id)
    pairs = [(to_html(text(one.left)), text(one.right)) for one in question.pairs]
    pairs += [("", text(one)) for one in question.distractors]
    return [
        _shuffle(question),
        *(
            f'<subquestion format="html"><text>{cdata(left)}</text><answer><text>{escaped(right)}</text></answer></subquestion>'
            for left, right in pairs
        ),
    ]


def _essay(question: Question) -> Lines:
    return [
        "<responseformat>editor</responseformat>",
        "<responserequired>1</responserequired>",
        _text("graderinfo", question.guidance),
    ]


def _nothing(_question: Question) -> Lines:
    return []


PARTS: dict[str, Callable[[Question], Lines]] = {
    SINGLE: _options, MULTIPLE: _options, TRUE_FALSE: _truth, NUMERIC: _numeric, SHORT: _short, MATCHING: _matching,
    CLOZE: _nothing, ESSAY: _essay,
}  # fmt: skip
