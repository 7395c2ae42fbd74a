"""How a QTI item scores: what is declared of each response, and what its processing does with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from hengcai.assessment.formats.markup.nodes import Node
from hengcai.assessment.formats.moodle_in import exact
from hengcai.assessment.formats.qti_patterns import value_of
from hengcai.assessment.rules.shares import written

BRANCHES = ("responseIf", "responseElseIf")


@dataclass(frozen=True, slots=True)
class Declared:
    name: str
    cardinality: str
    kind: str
    correct: list[str]
    mapping: dict[str, Fraction]
    default: Fraction
    most: Fraction
    is_cased: bool


def declared(node: Node) -> Declared:
    correct = node.first("correctResponse")
    mapping = node.first("mapping")
    entries = (
        {}
        if mapping is None
        else {_key(one): exact(one.attrs.get("mappedValue", "0")) for one in mapping.all("mapEntry")}
    )
    several = node.attrs.get("cardinality", "single") != "single"
    return Declared(
        name=node.attrs.get("identifier", ""),
        cardinality=node.attrs.get("cardinality", "single"),
        kind=node.attrs.get("baseType", "identifier"),
        correct=[] if correct is None else [one.text().strip() for one in correct.all("value")],
        mapping=entries,
        default=exact(mapping.attrs.get("defaultValue", "0")) if mapping is not None else Fraction(0),
        most=_most(mapping, entries, several=several),
        is_cased=mapping is not None and any(one.attrs.get("caseSensitive", "false") == "true" for one in mapping.all("mapEntry")),
    )  # fmt: skip


def _key(node: Node) -> str:
    return node.attrs.get("mapKey", "").strip()


def _most(mapping: Node | None, entries: dict[str, Fraction], *, several: bool) -> Fraction:
    """The most points it can give."""
    if mapping is not None and "upperBound" in mapping.attrs:
        return exact(mapping.attrs["upperBound"])
    if several:
        return sum((value for value in entries.values() if value > 0), Fraction(0))
    return max(entries.values(), default=Fraction(1))


@dataclass(frozen=True, slots=True)
class Condition:
    value: str
    tolerance: Fraction | None
    score: Fraction


@dataclass(slots=True)
class Scoring:
    """Which responses count by their mapping, and which answers score by a condition of their own."""

    is_all: bool = False
    mapped: set[str] = field(default_factory=set)
    conditions: dict[str, list[Condition]] = field(default_factory=dict)

    @property
    def is_mapped(self) -> bool:
        return self.is_all or bool(self.mapped)

    def maps(self, name: str) -> bool:
        return self.is_all or name in self.mapped

    def answers(self, name: str) -> list[Condition]:
        return self.conditions.get(name, [])


def scoring(root: Node) -> Scoring:
    processing = root.first("responseProcessing")
    if processing is None:
        return Scoring()
    template = processing.attrs.get("template", "")
    found = Scoring(is_all="map_response" in template)
    found.mapped = {one.attrs.get("identifier", "") for one in processing.below("mapResponse")}
    for one in processing.all("responseCondition"):
        for name, condition in _conditions(one):
            found.conditions.setdefault(name, []).append(condition)
    return found


def _conditions(node: Node) -> Iterator[tuple[str, Condition]]:
    """Branches that test one response against one value and then add points; others are not ours to read."""
    for branch in node.children:
        if not isinstance(branch, Node) or branch.tag not in BRANCHES:
            continue
        tests = [one for one in branch.children if isinstance(one, Node)]
        if len(tests) == 2 and tests[1].tag == "setOutcomeValue" and (found := _condition(*tests)) is not None:
            yield found


def _condition(test: Node, then: Node) -> tuple[str, Condition] | None:
    variable, given = test.first("variable"), test.first("baseValue")
    points = next(then.below("baseValue"), None)
    if variable is None or points is None or then.attrs.get("identifier") != "SCORE":
        return None
    name, score = variable.attrs.get("identifier", ""), exact(points.text())
    if test.tag == "patternMatch":
        value = value_of(test.attrs.get("pattern", ""))
        return None if value is None else (name, Condition(value, None, score))
    if given is None:
        return None
    if test.tag == "equal":
        sizes = test.attrs.get("tolerance", "0").split()
        return name, Condition(written(exact(given.text())), exact(sizes[0]), score)
    return (name, Condition(given.text().strip(), None, score)) if test.tag == "stringMatch" else None
