"""A scenario as it is read from YAML or JSON: people speak at nodes, and each choice leads on and is marked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

CHANNELS = ("voice", "chat")
SPEAKERS = ("customer", "agent", "system", "colleague")
ENDS = ("good", "middling", "poor")
BRANCHING, INK, CARD = KINDS = ("branching", "ink", "card")


@dataclass(frozen=True)
class Text:
    zh: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    @property
    def is_whole(self) -> bool:
        return bool(self.zh and self.en)


@dataclass(frozen=True)
class Line:
    who: str
    text: Text


@dataclass(frozen=True)
class Choice:
    """`marks`: competency → share from 0 to 1; `sets`: flag → what is added to it."""

    id: str
    text: Text
    to: str
    marks: Mapping[str, Fraction] = field(default_factory=dict)
    sets: Mapping[str, int] = field(default_factory=dict)
    feedback: Text = Text()

    @property
    def worth(self) -> Fraction:
        """The mean of its marks; nothing where it is not marked."""
        return sum(self.marks.values(), Fraction(0)) / len(self.marks) if self.marks else Fraction(0)


@dataclass(frozen=True)
class Condition:
    """What was set, or the mean of a competency's marks so far (0 while there is none), against one or two bounds."""

    flag: str = ""
    score: str = ""
    at_least: Fraction | None = None
    below: Fraction | None = None


@dataclass(frozen=True)
class Way:
    to: str
    when: Condition | None = None


@dataclass(frozen=True)
class End:
    kind: str
    text: Text


@dataclass(frozen=True)
class Node:
    """Somebody chooses here, or it goes on by itself, or it is over."""

    id: str
    says: tuple[Line, ...] = ()
    choices: tuple[Choice, ...] = ()
    goes: tuple[Way, ...] = ()
    end: End | None = None

    @property
    def targets(self) -> list[str]:
        return [*(one.to for one in self.choices), *(one.to for one in self.goes)]

    @property
    def best(self) -> Choice | None:
        """The choice worth most; of equals the first."""
        return max(self.choices, key=lambda one: one.worth, default=None)


@dataclass(frozen=True)
class Fact:
    """Something the customer knows, and when it may come out."""

    text: Text
    when: Text = Text()


@dataclass(frozen=True)
class Customer:
    """The role of whoever plays the customer: a colleague, or a model. The agent does not see it."""

    persona: Text
    goal: Text
    temper: Text
    opening: Text
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Item:
    """One line of the check-list; `says`: phrases of the agent's by which a rule proposes that it was done."""

    id: str
    text: Text
    competency: str
    is_critical: bool = False
    says: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scenario:
    """A branching one has nodes; an ink story lies beside it; a role card has a customer and a check-list."""

    code: str
    title: Text
    channel: str
    minutes: int
    brief: Text
    competencies: tuple[str, ...]
    start: str
    nodes: Mapping[str, Node]
    kind: str = BRANCHING
    customer: Customer | None = None
    checklist: tuple[Item, ...] = ()
    turns: int = 12  # of the agent's, in a conversation with a model

    def walked(self) -> Iterator[Node]:
        """Nodes as one comes to them from the start, those that cannot be reached last."""
        seen, ahead = set[str](), [self.start]
        while ahead:
            node = self.nodes.get(ahead.pop(0))
            if node is None or node.id in seen:
                continue
            seen.add(node.id)
            yield node
            ahead += node.targets
        yield from (node for name, node in self.nodes.items() if name not in seen)


def choice_of(node: Node, code: str) -> Choice | None:
    return next((one for one in node.choices if one.id == code), None)
