"""What a rule can ask of a conversation. Turns count from 1 in rules; distances count every turn."""

from dataclasses import dataclass, field

from hengcai.autoscore.rules.words import Atom

ANYONE = "anyone"


@dataclass(frozen=True, slots=True)
class Within:
    """The first or last turns of whoever speaks, or turns by number over all speakers."""

    first: int | None = None
    last: int | None = None
    turns: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """Any of the atoms is enough."""

    atoms: tuple[Atom, ...]
    who: str = ANYONE
    within: Within | None = None


@dataclass(frozen=True, slots=True)
class AnyOf:
    of: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class AllOf:
    of: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    of: "Condition"


@dataclass(frozen=True, slots=True)
class Near:
    """One of turns and characters."""

    first: "Condition"
    second: "Condition"
    turns: int | None = None
    characters: int | None = None


@dataclass(frozen=True, slots=True)
class Before:
    first: "Condition"
    then: "Condition"
    turns: int | None = None
    characters: int | None = None


@dataclass(frozen=True, slots=True)
class Every:
    of: "Condition"
    followed_by: "Condition"
    turns: int


@dataclass(frozen=True, slots=True)
class Count:
    of: "Condition"
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    over: float
    after: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    who: str
    over: float


@dataclass(frozen=True, slots=True)
class TalkOver:
    over: float


@dataclass(frozen=True, slots=True)
class Pace:
    who: str
    over: float | None = None
    under: float | None = None


@dataclass(frozen=True, slots=True)
class Turns:
    who: str = ANYONE
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """Every named column holds one of its values."""

    wanted: tuple[tuple[str, tuple[str, ...]], ...]


Condition = (
    Say | AnyOf | AllOf | Not | Near | Before | Every | Count | Silence | Reply | TalkOver | Pace | Turns | Field
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """`hit` None: not applicable."""

    hit: bool | None
    row: dict[str, object]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Item:
    """Scores are exact decimals as text."""

    id: str
    name: dict[str, str]
    indicator: str
    applies: Condition | None
    rule: Condition
    hit: str = "1"
    miss: str = "0"
    examples: tuple[Example, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class RuleFile:
    file: str
    name: str
    version: str
    language: str
    items: tuple[Item, ...]
