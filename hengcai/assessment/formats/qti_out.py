"""One question as a QTI item, in the names of either version."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from hengcai.assessment.formats.holding import all_parts, plain_in, rounded_away, text
from hengcai.assessment.formats.markup.texts import to_html, to_plain
from hengcai.assessment.formats.moodle_out import has_signs
from hengcai.assessment.formats.notes import Report
from hengcai.assessment.formats.qti_names import Version
from hengcai.assessment.formats.qti_patterns import pattern_of
from hengcai.assessment.formats.xml_out import escaped, quoted
from hengcai.assessment.rules.marking import folded
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
)
from hengcai.assessment.rules.shares import decimal
from hengcai.base.errors import NotValid

IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]{0,60}")
_MARK = re.compile(r"\{\{([^{}\s]{1,40})\}\}")
TRUTHS = {"zh": ("正确", "错误"), "en": ("True", "False")}
RESPONSE, SCORE, FEEDBACK, GENERAL = "RESPONSE", "SCORE", "FEEDBACK", "GENERAL"


@dataclass(slots=True)
class Item:
    """The parts of an item as they are made: declarations, body, how it is scored, what is said afterwards."""

    version: Version
    question: Question
    lost: set[str]
    declared: list[str] = field(default_factory=list)
    body: str = ""
    scored: list[str] = field(default_factory=list)
    is_template: bool = False
    said: list[str] = field(default_factory=list)

    def el(self, name: str, inner: str = "", **attributes: object) -> str:
        return element(self.version, name, inner, tuple(attributes.items()))

    @property
    def points(self) -> Fraction:
        return self.question.points or Fraction(1)

    def value(self, share: Fraction) -> str:
        return decimal(share * self.points, places=7)

    def html(self, value: object) -> str:
        return to_html(text(value))


def element(version: Version, name: str, inner: str, attributes: tuple[tuple[str, object], ...]) -> str:
    tag = version.tag(name)
    told = "".join(
        f' {version.attribute(key)}="{quoted(str(value))}"' for key, value in attributes if value is not None
    )
    return f"<{tag}{told}>{inner}</{tag}>" if inner else f"<{tag}{told}/>"


def item_of(whole: Question, report: Report, *, language: str, version: Version, has_metadata: bool = True) -> str:
    lost = _unheld(whole, has_metadata=has_metadata)
    item = Item(version, plain_in(whole, language, lost), lost)
    KINDS[item.question.kind](item)
    _say_general(item)
    told = _whole(item)
    report.lose(whole.id, lost, to=version.code)
    return told


def _unheld(question: Question, *, has_metadata: bool) -> set[str]:
    lost = rounded_away(question) | ({"signs"} if has_signs(question) else set())
    beside = {"competency": question.competency, "level": question.level, "tags": question.tags}
    if not has_metadata:
        lost |= {name for name, value in beside.items() if value}
    if not question.points:
        lost.add("points")
    if question.kind in (NUMERIC, SHORT) and any(one.feedback for one in question.answers):
        lost.add("answer_feedback")
    if question.gaps and any(one.feedback for one in all_parts(question)):
        lost.add("answer_feedback")
    return lost


def _whole(item: Item) -> str:
    question, version = item.question, item.version
    outcome = item.el("outcomeDeclaration", identifier=SCORE, cardinality="single", baseType="float",
                      normalMaximum=decimal(question.points, places=7))  # fmt: skip
    template = item.el("responseProcessing", template=version.template)
    scored = template if item.is_template else item.el("responseProcessing", "".join(item.scored))
    inner = "".join([*item.declared, outcome, *_declared_feedback(item), item.el("itemBody", item.body)])
    if question.kind != ESSAY:
        inner += scored
    head = (
        f'xmlns="{version.namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="{version.namespace} {version.schema}"'
    )
    lang = f' xml:lang="{quoted(question.language)}"' if question.language else ""
    name = quoted(question.id)
    dependent = version.attribute("timeDependent")
    tag = version.tag("assessmentItem")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{tag} {head} identifier="{name}" title="{name}" adaptive="false" '
        f'{dependent}="false"{lang}>{inner}{"".join(item.said)}</{tag}>\n'
    )


def _declared_feedback(item: Item) -> Iterable[str]:
    said = "".join(item.said)
    if f'"{FEEDBACK}"' in said:
        several = "multiple" if item.question.kind == MULTIPLE else "single"
        yield item.el("outcomeDeclaration", identifier=FEEDBACK, cardinality=several, baseType="identifier")
    if f'"{GENERAL}"' in said:
        yield item.el("outcomeDeclaration", identifier=GENERAL, cardinality="single", baseType="identifier")


def _say_general(item: Item) -> None:
    if item.question.feedback:
        item.said.append(_modal(item, GENERAL, "none", "hide", item.html(item.question.feedback)))


def _modal(item: Item, outcome: str, identifier: str, show: str, inner: str) -> str:
    body = item.el("contentBody", inner) if item.version.is_three else inner
    return item.el("modalFeedback", body, outcomeIdentifier=outcome, identifier=identifier, showHide=show)


def _declare(item: Item, name: str, inner: str, *, kind: str, several: bool = False) -> None:
    cardinality = "multiple" if several else "single"
    item.declared.append(item.el("responseDeclaration", inner, identifier=name, cardinality=cardinality, baseType=kind))


def _correct(item: Item, values: Sequence[str]) -> str:
    return item.el("correctResponse", "".join(item.el("value", escaped(one)) for one in values)) if values else ""


def _mapping(item: Item, entries: Iterable[tuple[str, str]], **bounds: object) -> str:
    """Every choice is mapped, the wrong ones too: some players give an unmapped one nothing and some the default."""
    told = "".join(item.el("mapEntry", mapKey=key, mappedValue=value) for key, value in entries)
    return item.el("mapping", told, defaultValue="0", **bounds)


def codes(options: Sequence[Option], *, may_be_truth: bool = False) -> dict[str, str]:
    """The ids where they are identifiers, and others where they are not; `true` and `false` alone mean something else."""
    own = [one.id for one in options]
    fit = all(IDENTIFIER.fullmatch(one) for one in own) and (may_be_truth or set(own) != {"true", "false"})
    return {one: one if fit else f"choice_{place}" for place, one in enumerate(own, start=1)}


def _set_score(item: Item, inner: str) -> str:
    return item.el("setOutcomeValue", inner, identifier=SCORE)


def _base(item: Item, value: str, kind: str = "float") -> str:
    return item.el("baseValue", escaped(value), baseType=kind)


def _choices(item: Item) -> None:
    question = item.question
    named = codes(question.options)
    several = question.kind == MULTIPLE
    told = [(named[one.id], one, item.html(one.text)) for one in question.options]
    right = [code for code, one, _ in told if (one.share > 0 if several else one.share == 1)]
    _choice_item(item, told, right if several else right[:1])
    if [*named] != [*named.values()]:
        item.lost.add("option_ids")


def _choice_item(item: Item, told: Sequence[tuple[str, "Option | Answer", str]], right: Sequence[str]) -> None:
    several = item.question.kind == MULTIPLE
    bounds = {"lowerBound": "0", "upperBound": item.value(Fraction(1))} if several else {}
    mapping = _mapping(item, [(code, item.value(one.share)) for code, one, _ in told], **bounds)
    _declare(item, RESPONSE, _correct(item, right) + mapping, kind="identifier", several=several)
    shuffle = "true" if item.question.shuffle and item.question.kind != TRUE_FALSE else "false"
    inner = "".join(item.el("simpleChoice", html or "<p></p>", identifier=code) for code, _, html in told)
    limit = "0" if several else "1"
    body = item.el("choiceInteraction", inner, responseIdentifier=RESPONSE, shuffle=shuffle, maxChoices=limit)
    item.body = f"{item.html(item.question.text)}{body}"
    item.said += [
        _modal(item, FEEDBACK, code, "show", item.html(one.feedback)) for code, one, _ in told if one.feedback
    ]
    item.is_template = not item.said
    item.scored = [
        _set_score(item, item.el("mapResponse", identifier=RESPONSE)),
        item.el("setOutcomeValue", item.el("variable", identifier=RESPONSE), identifier=FEEDBACK),
    ]


def _truth(item: Item) -> None:
    question = item.question
    right = [str(one.value) for one in question.answers if one.share == 1]
    found = {str(one.value): one for one in question.answers}
    words = TRUTHS["en" if question.language.startswith("en") else "zh"]
    both = [found.get(value, Answer(value, Fraction(0))) for value in ("true", "false")]
    told = [(str(one.value), one, f"<p>{word}</p>") for one, word in zip(both, words, strict=True)]
    _choice_item(item, told, right[:1])


def _written(item: Item) -> None:
    _declare_answers(item, RESPONSE, item.question.answers, Fraction(1))
    entry = item.el("textEntryInteraction", responseIdentifier=RESPONSE)
    item.body = f"{item.html(item.question.text)}<p>{entry}</p>"
    item.is_template = not item.scored


def _declare_answers(item: Item, name: str, answers: Sequence[Answer], part: Fraction) -> str:
    """Texts that are told apart go into a mapping; patterns, tolerances and repetitions into conditions, in their order."""
    is_number = answers[0].tolerance is not None
    right = [str(one.value) for one in answers if one.share == 1][:1]
    kind = "float" if is_number else "string"
    plain = not is_number and not any("*" in str(one.value) for one in answers)
    if plain and len({folded(str(one.value)) for one in answers}) == len(answers):
        _declare(item, name, _correct(item, right) + _text_mapping(item, answers, part), kind=kind)
        return _sum_part(item, item.el("mapResponse", identifier=name))
    _declare(item, name, _correct(item, right), kind=kind)
    item.scored.append(_condition(item, name, answers, part))
    return ""


def _text_mapping(item: Item, answers: Sequence[Answer], part: Fraction) -> str:
    told = "".join(
        item.el("mapEntry", mapKey=str(one.value), mappedValue=item.value(one.share * part), caseSensitive="false")
        for one in answers
    )
    return item.el("mapping", told, defaultValue="0")


def _sum_part(item: Item, inner: str) -> str:
    return item.el("setOutcomeValue", item.el("sum", item.el("variable", identifier=SCORE) + inner), identifier=SCORE)


def _condition(item: Item, name: str, answers: Sequence[Answer], part: Fraction) -> str:
    branches = []
    for place, one in enumerate(answers):
        added = _sum_part(item, _base(item, item.value(one.share * part)))
        branch = "responseElseIf" if place else "responseIf"
        branches.append(item.el(branch, _test(item, name, one) + added))
    return item.el("responseCondition", "".join(branches))


def _test(item: Item, name: str, one: Answer) -> str:
    given = item.el("variable", identifier=name)
    if one.tolerance is not None:
        size = decimal(one.tolerance, places=7)
        mode = (
            {"toleranceMode": "absolute", "tolerance": f"{size} {size}"}
            if one.tolerance
            else {"toleranceMode": "exact"}
        )
        return item.el("equal", given + _base(item, str(one.value)), **mode)
    if "*" in str(one.value):
        return item.el("patternMatch", given, pattern=pattern_of(str(one.value)))
    return item.el("stringMatch", given + _base(item, str(one.value), "string"), caseSensitive="false")


def _matching(item: Item) -> None:
    question = item.question
    rights = list(dict.fromkeys(text(one) for one in (*(pair.right for pair in question.pairs), *question.distractors)))
    if len(rights) < len({pair.right for pair in question.pairs}) + len(question.distractors):
        item.lost.add("distractors")
    places = {right: f"R{place}" for place, right in enumerate(rights, start=1)}
    keys = [f"L{place} {places[text(pair.right)]}" for place, pair in enumerate(question.pairs, start=1)]
    each = item.value(Fraction(1, len(keys)))
    wrong = [f"L{left} {right}" for left in range(1, len(keys) + 1) for right in places.values()]
    entries = [(key, each) for key in keys] + [(key, "0") for key in wrong if key not in keys]
    _declare(item, RESPONSE, _correct(item, keys) + _mapping(item, entries), kind="directedPair", several=True)
    lefts = [_associable(item, f"L{n}", item.html(one.left), 1) for n, one in enumerate(question.pairs, start=1)]
    across = [_associable(item, code, escaped(right), len(keys)) for right, code in places.items()]
    sets = "".join(item.el("simpleMatchSet", "".join(some)) for some in (lefts, across))
    body = item.el("matchInteraction", sets, responseIdentifier=RESPONSE, shuffle="true" if question.shuffle else "false",
                   maxAssociations=len(keys))  # fmt: skip
    item.body = f"{item.html(question.text)}{body}"
    item.is_template = True


def _associable(item: Item, code: str, inner: str, most: int) -> str:
    return item.el("simpleAssociableChoice", inner, identifier=code, matchMax=most)


def _cloze(item: Item) -> None:
    question = item.question
    part = Fraction(1, len(question.gaps))
    inner = {gap.id: "" for gap in question.gaps}
    fit = all(IDENTIFIER.fullmatch(f"GAP_{code}") for code in inner)
    for place, gap in enumerate(question.gaps, start=1):
        name = f"GAP_{gap.id}" if fit else f"GAP_{place}"
        if gap.options:
            inner[gap.id] = _inline_choices(item, name, gap.options, part)
        else:
            if added := _declare_answers(item, name, gap.answers, part):
                item.scored.append(added)
            inner[gap.id] = item.el("textEntryInteraction", responseIdentifier=name)
    if not fit:
        item.lost.add("gap_ids")
    told = item.html(question.text)
    if sorted(_MARK.findall(told)) != sorted(inner):
        raise NotValid("questions.gaps_unheld", question=question.id)
    item.body = _MARK.sub(lambda match: inner[match[1]], told)


def _inline_choices(item: Item, name: str, options: Sequence[Option], part: Fraction) -> str:
    named = codes(options, may_be_truth=True)
    right = [named[one.id] for one in options if one.share == 1][:1]
    mapping = _mapping(item, [(named[one.id], item.value(one.share * part)) for one in options])
    _declare(item, name, _correct(item, right) + mapping, kind="identifier")
    item.scored.append(_sum_part(item, item.el("mapResponse", identifier=name)))
    told = [(named[one.id], to_plain(text(one.text), item.lost)) for one in options]
    inner = "".join(item.el("inlineChoice", escaped(said), identifier=code) for code, said in told)
    return item.el("inlineChoiceInteraction", inner, responseIdentifier=name, shuffle="false")


def _essay(item: Item) -> None:
    _declare(item, RESPONSE, "", kind="string")
    guidance = item.html(item.question.guidance)
    rubric = item.el(
        "rubricBlock", item.el("contentBody", guidance) if item.version.is_three else guidance, view="scorer"
    )
    entry = item.el("extendedTextInteraction", responseIdentifier=RESPONSE)
    item.body = f"{rubric if guidance else ''}{item.html(item.question.text)}{entry}"


KINDS: dict[str, Callable[[Item], None]] = {
    SINGLE: _choices, MULTIPLE: _choices, TRUE_FALSE: _truth, NUMERIC: _written, SHORT: _written, MATCHING: _matching,
    CLOZE: _cloze, ESSAY: _essay,
}  # fmt: skip
