"""One QTI item, of either version, as a question of ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from hengcai.assessment.formats.holding import letter
from hengcai.assessment.formats.markup.blocks import check_harmless
from hengcai.assessment.formats.markup.nodes import Node
from hengcai.assessment.formats.markup.texts import from_nodes
from hengcai.assessment.formats.moodle_in import exact
from hengcai.assessment.formats.qti_names import as_two
from hengcai.assessment.formats.qti_scores import Declared, Scoring, declared, scoring
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
    Gap,
    Match,
    Option,
    Question,
)
from hengcai.assessment.rules.shares import near, written
from hengcai.base.errors import NotValid

INTERACTIONS = (
    "choiceInteraction",
    "textEntryInteraction",
    "extendedTextInteraction",
    "matchInteraction",
    "inlineChoiceInteraction",
)
Parts = dict[str, Any]
_LINES = re.compile(r"\s*\n\s*")


@dataclass(slots=True)
class Read:
    """What is needed to read any interaction of an item."""

    name: str
    root: Node
    body: Node
    responses: dict[str, Declared]
    scores: Scoring
    lost: set[str]
    points: Fraction = field(default=Fraction(1))

    def markdown(self, node: Node, *, without: tuple[str, ...] = INTERACTIONS) -> str:
        return from_nodes(_without(node, without).children, self.lost)

    def share(self, value: Fraction) -> Fraction:
        return near(value / self.points)


def question_of_item(root: Node, lost: set[str], *, fallback: str) -> Question:
    """`fallback`: the name of one that has none."""
    as_two(root)
    name = root.attrs.get("identifier", "").strip() or fallback
    body = root.first("itemBody")
    if root.tag != "assessmentItem" or body is None:
        raise NotValid("questions.not_item", question=name)
    check_harmless(root.children)
    found = list(body.below(*_all_interactions(body)))
    responses = {one.name: one for one in map(declared, root.all("responseDeclaration"))}
    read = Read(name, root, body, responses, scoring(root), lost)
    read.points = _points(read)
    parts = _parts(read, found)
    question = Question(id=name, language=_language(root), feedback=_general(read), points=read.points, **parts)
    check_question(question)
    return question


def _all_interactions(body: Node) -> tuple[str, ...]:
    return tuple({node.tag for node in _every(body) if node.tag.endswith("Interaction")})


def _every(node: Node) -> Iterator[Node]:
    for one in node.children:
        if isinstance(one, Node):
            yield one
            yield from _every(one)


def _without(node: Node, tags: tuple[str, ...]) -> Node:
    inner = [
        one if isinstance(one, str) else _without(one, tags)
        for one in node.children
        if isinstance(one, str) or one.tag not in tags
    ]
    return Node(node.tag, node.attrs, list(inner), node.line)


def _language(root: Node) -> str:
    found = root.attrs.get("xml:lang", "").strip()
    return found if found.replace("-", "").isalnum() and found.isascii() else ""


def _points(read: Read) -> Fraction:
    """What the whole item counts: as declared, else the most its mappings can give."""
    for one in read.root.all("outcomeDeclaration"):
        if one.attrs.get("identifier") == "SCORE" and "normalMaximum" in one.attrs:
            return exact(one.attrs["normalMaximum"]) or Fraction(1)
        if one.attrs.get("identifier") == "MAXSCORE" and (value := one.first("defaultValue")) is not None:
            return exact(value.text()) or Fraction(1)
    if not read.scores.is_mapped:
        return Fraction(1)
    return sum((one.most for one in read.responses.values()), Fraction(0)) or Fraction(1)


def _parts(read: Read, found: list[Node]) -> Parts:
    tags = {one.tag for one in found}
    if len(found) == 1 and found[0].tag in ALONE:
        return ALONE[found[0].tag](read, found[0])
    if found and tags <= {"textEntryInteraction", "inlineChoiceInteraction"}:
        return _cloze(read, found)
    kinds = ", ".join(sorted(tags)) or "-"
    raise NotValid("questions.kind_unheld", question=read.name, value=kinds)


def _declared(read: Read, node: Node) -> Declared:
    found = read.responses.get(node.attrs.get("responseIdentifier", ""))
    if found is None:
        raise NotValid("questions.undeclared", question=read.name)
    return found


def _stem(read: Read, node: Node, rubric: tuple[str, ...] = ()) -> str:
    """The text around, then what the interaction itself asks."""
    prompt = node.first("prompt")
    own = read.markdown(read.body, without=(*INTERACTIONS, "rubricBlock", *rubric))
    asked = read.markdown(prompt) if prompt is not None else ""
    return "\n\n".join(one for one in (own, asked) if one)


def _shares(read: Read, response: Declared, codes: list[str], *, several: bool) -> dict[str, Fraction]:
    """By the mapping where it counts (an unmapped choice has the default); else by what is declared right."""
    if response.mapping and read.scores.maps(response.name):
        return {code: read.share(response.mapping.get(code, response.default)) for code in codes}
    if not several:
        return {code: Fraction(1 if code in response.correct else 0) for code in codes}
    if len(response.correct) > 1 or len(codes) > 1:
        read.lost.add("all_or_nothing")
    each = Fraction(1, len(response.correct) or 1)
    return {code: each if code in response.correct else Fraction(-1) for code in codes}


def _choice(read: Read, node: Node) -> Parts:
    response = _declared(read, node)
    several = response.cardinality == "multiple" or node.attrs.get("maxChoices", "1") != "1"
    choices = list(node.all("simpleChoice"))
    codes = [one.attrs.get("identifier", "") for one in choices]
    shares = _shares(read, response, codes, several=several)
    said = _said(read)
    if set(codes) == {"true", "false"} and not several and set(shares.values()) == {Fraction(0), Fraction(1)}:
        answers = [Answer(code, shares[code], None, said.get(code, "")) for code in codes]
        return {
            "kind": TRUE_FALSE,
            "text": _stem(read, node),
            "answers": tuple(one for one in answers if one.share or one.feedback),
        }
    inner = [read.markdown(one, without=("feedbackInline", "feedbackBlock")) for one in choices]
    feedback = [said.get(code, "") or _inline_said(read, one) for code, one in zip(codes, choices, strict=True)]
    options = tuple(
        Option(code or letter(place), inner[place], shares[code], feedback[place]) for place, code in enumerate(codes)
    )
    shuffle = node.attrs.get("shuffle", "false").lower() == "true"
    return {"kind": MULTIPLE if several else SINGLE, "text": _stem(read, node), "options": options, "shuffle": shuffle}


def _inline_said(read: Read, choice: Node) -> str:
    return "\n\n".join(read.markdown(one) for one in choice.below("feedbackInline", "feedbackBlock"))


def _said(read: Read) -> dict[str, str]:
    found = {}
    for one in read.root.all("modalFeedback"):
        if one.attrs.get("showHide", "show") == "show":
            found[one.attrs.get("identifier", "")] = read.markdown(one.first("contentBody") or one)
    return found


def _general(read: Read) -> str:
    hidden = (one for one in read.root.all("modalFeedback") if one.attrs.get("showHide") == "hide")
    return "\n\n".join(read.markdown(one.first("contentBody") or one) for one in hidden)


def _entry(read: Read, node: Node) -> Parts:
    """Alone in its paragraph it is a question of its own, within a text a gap."""
    response = _declared(read, node)
    if response.name != "RESPONSE" and (response.name.startswith("GAP_") or not _is_alone(read.body, node)):
        return _cloze(read, [node])
    answers = _answers(read, response)
    is_number = answers[0].tolerance is not None
    return {"kind": NUMERIC if is_number else SHORT, "text": _stem(read, node), "answers": answers}


def _is_alone(body: Node, node: Node) -> bool:
    parent = next((one for one in [body, *_every(body)] if node in one.children), body)
    return parent is body or not any(
        one.strip() if isinstance(one, str) else one is not node for one in parent.children
    )


def _answers(read: Read, response: Declared, part: Fraction = Fraction(1)) -> tuple[Answer, ...]:
    whole = read.points * part
    if conditions := read.scores.answers(response.name):
        return tuple(Answer(one.value, near(one.score / whole), one.tolerance) for one in conditions)
    is_number = response.kind in ("float", "integer")
    size = Fraction(0) if is_number else None
    if response.mapping and read.scores.maps(response.name):
        read.lost |= {"case"} if response.is_cased else set()
        return tuple(
            Answer(_value(key, is_number=is_number), near(score / whole), size)
            for key, score in response.mapping.items()
        )
    if not response.correct:
        raise NotValid("questions.unscored", question=read.name)
    return tuple(Answer(_value(one, is_number=is_number), Fraction(1), size) for one in response.correct)


def _value(text: str, *, is_number: bool) -> str:
    return written(exact(text)) if is_number else text.replace("*", "\\*")


def _cloze(read: Read, found: list[Node]) -> Parts:
    part = Fraction(1, len(found))
    gaps = []
    for place, node in enumerate(found, start=1):
        response = _declared(read, node)
        code = response.name.removeprefix("GAP_") if response.name.startswith("GAP_") else str(place)
        if node.tag == "inlineChoiceInteraction":
            gaps.append(Gap(code, options=_inline_options(read, node, response, part)))
        else:
            gaps.append(Gap(code, answers=_answers(read, response, part)))
        node.tag, node.children = "span", [f"{{{{{code}}}}}"]
    text = read.markdown(read.body, without=("rubricBlock",))
    return {"kind": CLOZE, "text": text, "gaps": tuple(gaps)}


def _inline_options(read: Read, node: Node, response: Declared, part: Fraction) -> tuple[Option, ...]:
    choices = list(node.all("inlineChoice"))
    codes = [one.attrs.get("identifier", "") for one in choices]
    shares = _shares(read, response, codes, several=False)
    scale = 1 / part if response.mapping and read.scores.maps(response.name) else Fraction(1)
    return tuple(
        Option(code, read.markdown(one), near(shares[code] * scale)) for code, one in zip(codes, choices, strict=True)
    )


def _matching(read: Read, node: Node) -> Parts:
    response = _declared(read, node)
    sets = list(node.all("simpleMatchSet"))
    if len(sets) != 2:
        raise NotValid("questions.kind_unheld", question=read.name, value=node.tag)
    lefts, rights = (
        {one.attrs.get("identifier", ""): one for one in some.all("simpleAssociableChoice")} for some in sets
    )
    keys = response.correct or [key for key, value in response.mapping.items() if value > 0]
    joined = {key.split()[0]: key.split()[1] for key in keys if len(key.split()) == 2}
    if set(joined) != set(lefts) or len(keys) != len(lefts) or not set(joined.values()) <= set(rights):
        raise NotValid("questions.kind_unheld", question=read.name, value=node.tag)
    if len({value for value in response.mapping.values() if value > 0}) > 1:
        read.lost.add("weights")
    told = {code: _LINES.sub(" ", one.text().strip()) for code, one in rights.items()}
    pairs = tuple(Match(read.markdown(lefts[left]), told[joined[left]]) for left in lefts)
    distractors = tuple(text for code, text in told.items() if code not in joined.values())
    shuffle = node.attrs.get("shuffle", "false").lower() == "true"
    return {"kind": MATCHING, "text": _stem(read, node), "pairs": pairs, "distractors": distractors, "shuffle": shuffle}


def _essay(read: Read, node: Node) -> Parts:
    rubrics = [one for one in read.body.below("rubricBlock") if "scorer" in one.attrs.get("view", "")]
    guidance = "\n\n".join(read.markdown(one.first("contentBody") or one) for one in rubrics)
    return {"kind": ESSAY, "text": _stem(read, node), "guidance": guidance}


ALONE = {
    "choiceInteraction": _choice, "textEntryInteraction": _entry, "extendedTextInteraction": _essay, "matchInteraction": _matching,
}  # fmt: skip
