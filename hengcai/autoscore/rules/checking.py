"""The examples that stand beside each item, tried: which of them the rule does not meet."""

from collections.abc import Iterator
from dataclasses import dataclass

from hengcai.autoscore.rules.conditions import (
    AllOf,
    AnyOf,
    Before,
    Condition,
    Count,
    Every,
    Example,
    Item,
    Near,
    Not,
    RuleFile,
    Say,
)
from hengcai.autoscore.rules.conversation import conversation_of
from hengcai.autoscore.rules.finding import Finder
from hengcai.autoscore.rules.judging import Seen, scored
from hengcai.autoscore.rules.words import Atom


@dataclass(frozen=True, slots=True)
class Unmet:
    item: Item
    example: Example
    hit: bool | None


def atoms_of(rules: RuleFile) -> Iterator[Atom]:
    for item in rules.items:
        yield from _atoms(item.rule)
        if item.applies is not None:
            yield from _atoms(item.applies)


def _atoms(condition: Condition) -> Iterator[Atom]:
    if isinstance(condition, Say):
        yield from condition.atoms
    for part in _parts(condition):
        yield from _atoms(part)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    if isinstance(condition, AnyOf | AllOf):
        return condition.of
    if isinstance(condition, Not | Count):
        return (condition.of,)
    if isinstance(condition, Near):
        return condition.first, condition.second
    if isinstance(condition, Before):
        return condition.first, condition.then
    return (condition.of, condition.followed_by) if isinstance(condition, Every) else ()


def unmet(rules: RuleFile) -> list[Unmet]:
    """In the order of the file."""
    finder = Finder(atoms_of(rules))
    found = ((item, one, _hit(rules, item, one, finder)) for item in rules.items for one in item.examples)
    return [Unmet(item, one, hit) for item, one, hit in found if hit is not one.hit]


def _hit(rules: RuleFile, item: Item, example: Example, finder: Finder) -> bool | None:
    row = {"id": "example", "channel": "call", **example.row, "language": example.row.get("language", rules.language)}
    conversation = conversation_of(row)
    return scored(item, Seen(conversation, finder.found(conversation.turns))).hit
