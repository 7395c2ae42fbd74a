"""Moodle XML: one `<question>` at a time."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from hengcai.assessment.formats.cloze import are_even, read_text
from hengcai.assessment.formats.holding import Names, letter, taken
from hengcai.assessment.formats.markup.nodes import Node
from hengcai.assessment.formats.markup.texts import from_html, from_plain
from hengcai.assessment.formats.notes import Report
from hengcai.assessment.formats.xml_in import XmlReader
from hengcai.assessment.rules.question_checks import check_question
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
    Match,
    Option,
    Question,
)
from hengcai.assessment.rules.shares import near, number, written
from hengcai.base.errors import NotValid

Parts = dict[str, Any]
IGNORED = ("category", "description")
_USUAL = re.compile(
    r"(?:Your answer is (?:partially |in)?correct\.?|(?:您的|你的)?(?:回答|答案)(?:完全|部分)?(?:正确|不正确|错误)。?)?"
)
_TAG = re.compile(r"<[^<>]*>")
_EXPONENT = re.compile(r"(-?)\+?([0-9]*)(?:\.([0-9]*))?[eE]([+-]?[0-9]{1,2})")


def read_moodle(path: Path, report: Report) -> Iterator[Question]:
    names = Names()
    with path.open("rb") as stream:
        reader = XmlReader(stream, file=report.file, whole=frozenset(("question",)))
        for node in reader:
            kind = node.attrs.get("type", "")
            if kind == "category":
                continue
            name = _name(node)
            question = taken(partial(_question, node, name, report), report, name=name, line=node.line)
            if question is not None:
                yield replace(question, id=names.fresh(question.id))
        if reader.root is None or reader.root.tag != "quiz":
            raise NotValid("questions.not_moodle", file=report.file)


def _name(node: Node) -> str:
    for wanted in ("idnumber", "name"):
        found = node.first(wanted)
        if found is not None and (told := " ".join(_own_text(found).split())):
            return told
    return "q"


def _question(node: Node, name: str, report: Report) -> Question:
    kind = node.attrs.get("type", "")
    if kind not in KINDS:
        raise NotValid("questions.kind_unheld", question=name, value=kind[:40])
    lost: set[str] = set()
    wanted, read = KINDS[kind]
    parts = read(node, lost)
    common: Parts = {"text": _told(node.first("questiontext"), lost), "points": _points(node)}
    question = Question(
        id=name,
        kind=parts.pop("kind", wanted),
        feedback=_told(node.first("generalfeedback"), lost),
        tags=tuple(dict.fromkeys(tag for one in _tags(node) if (tag := " ".join(_own_text(one).split())))),
        shuffle=_value(node, "shuffleanswers", "true").lower() not in ("false", "0"),
        **(common | parts),
    )
    check_question(question)
    _lose_rest(node, lost)
    report.lose(name, lost, line=node.line)
    return question


def _tags(node: Node) -> Iterator[Node]:
    for one in node.all("tags"):
        yield from one.all("tag")


def _lose_rest(node: Node, lost: set[str]) -> None:
    if any(True for _ in node.below("file")):
        lost.add("files")
    if any(_own_text(one).strip() for one in node.all("hint")):
        lost.add("hints")
    for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        found = node.first(name)
        if found is not None and not _USUAL.fullmatch(_TAG.sub("", _own_text(found)).strip()):
            lost.add("overall_feedback")


def _own_text(node: Node) -> str:
    inner = node.first("text")
    return (inner or node).text()


def _told(node: Node | None, lost: set[str]) -> str:
    """Markdown of a text in whichever of Moodle's formats."""
    if node is None:
        return ""
    source, kind = _own_text(node), node.attrs.get("format", "html")
    if kind == "markdown":
        return source.strip()
    if kind == "plain_text":
        return from_plain(source.strip())
    if kind == "moodle_auto_format":
        return from_auto(source, lost)
    return from_html(source, lost)


def from_auto(source: str, lost: set[str]) -> str:
    """Moodle's own format: plain text in which HTML counts and a line's end is one."""
    if not re.search(r"<[a-zA-Z/!]|&[#\w]+;", source):
        return from_plain(source.strip())
    if re.search(r"<(?:p|br|div|ul|ol|h\d)[\s>/]", source, re.IGNORECASE):
        return from_html(source, lost)
    return from_html(source.strip().replace("\n", "<br>"), lost)


def _value(node: Node, name: str, default: str) -> str:
    found = node.first(name)
    return default if found is None else found.text().strip() or default


def _points(node: Node) -> Fraction:
    return exact(_value(node, "defaultgrade", "1"))


def exact(text: str) -> Fraction:
    """A decimal of theirs, which may have a comma or an exponent of two digits."""
    bare = text.strip().replace(",", ".").removeprefix("+")
    if (match := _EXPONENT.fullmatch(bare)) is not None:
        places = match[3] or ""
        value = number(f"{match[1]}{match[2] or 0}.{places or 0}")
        return value * Fraction(10) ** int(match[4])
    if bare.startswith((".", "-.")):
        bare = bare.replace(".", "0.", 1)
    return number(bare.removesuffix("."))


def _share(node: Node) -> Fraction:
    return near(exact(node.attrs.get("fraction", "0")) / 100)


def _feedback(node: Node, lost: set[str]) -> str:
    return _told(node.first("feedback"), lost)


def _choice(node: Node, lost: set[str]) -> Parts:
    options = tuple(
        Option(letter(place), _told(one, lost), _share(one), _feedback(one, lost))
        for place, one in enumerate(node.all("answer"))
    )
    is_single = _value(node, "single", "true").lower() not in ("false", "0")
    return {"kind": SINGLE if is_single else MULTIPLE, "options": options}


def _truth(node: Node, lost: set[str]) -> Parts:
    answers = tuple(
        Answer(_own_text(one).strip().lower(), _share(one), None, _feedback(one, lost)) for one in node.all("answer")
    )
    return {"answers": tuple(one for one in answers if one.share or one.feedback)}


def _short(node: Node, lost: set[str]) -> Parts:
    if _value(node, "usecase", "0") == "1":
        lost.add("case")
    return {
        "answers": tuple(
            Answer(_own_text(one).strip(), _share(one), None, _feedback(one, lost)) for one in node.all("answer")
        )
    }


def _numeric(node: Node, lost: set[str]) -> Parts:
    if any(True for _ in node.below("unit")):
        lost.add("units")
    answers = [one for one in node.all("answer") if _own_text(one).strip() != "*"]
    if any(one not in answers for one in node.all("answer")):
        lost.add("any_other_answer")
    return {"answers": tuple(_number(one, lost) for one in answers)}


def _number(node: Node, lost: set[str]) -> Answer:
    tolerance = exact(_value(node, "tolerance", "0"))
    return Answer(written(exact(_own_text(node))), _share(node), tolerance, _feedback(node, lost))


def _matching(node: Node, lost: set[str]) -> Parts:
    pairs, distractors = [], []
    for one in node.all("subquestion"):
        answer = one.first("answer")
        right = "" if answer is None else _own_text(answer).strip()
        left = _told(one, lost)
        if left.strip():
            pairs.append(Match(left, right))
        elif right:
            distractors.append(right)
    return {"pairs": tuple(pairs), "distractors": tuple(distractors)}


def _cloze(node: Node, lost: set[str]) -> Parts:
    inner = node.first("questiontext")
    text, gaps, weights = read_text(_own_text(inner) if inner is not None else "", lost)
    if not are_even(weights):
        lost.add("weights")
    if node.first("defaultgrade") is not None:
        return {"text": text, "gaps": gaps}
    return {"text": text, "gaps": gaps, "points": Fraction(sum(weights) or 1)}


def _essay(node: Node, lost: set[str]) -> Parts:
    template = node.first("responsetemplate")
    if template is not None and _own_text(template).strip():
        lost.add("template")
    return {"guidance": _told(node.first("graderinfo"), lost)}


Reading = Callable[[Node, set[str]], Parts]
KINDS: dict[str, tuple[str, Reading]] = {
    "multichoice": (SINGLE, _choice),
    "truefalse": (TRUE_FALSE, _truth),
    "shortanswer": (SHORT, _short),
    "numerical": (NUMERIC, _numeric),
    "matching": (MATCHING, _matching),
    "cloze": (CLOZE, _cloze),
    "multianswer": (CLOZE, _cloze),
    "essay": (ESSAY, _essay),
}
