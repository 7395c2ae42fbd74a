"""What a printed report consists of, independent of how it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    text: str
    is_small: bool = False


@dataclass(frozen=True)
class Bullets:
    items: Sequence[str]


@dataclass(frozen=True)
class Chart:
    svg: str
    caption: str = ""
    width_percent: int = 100


@dataclass(frozen=True)
class Table:
    """`widths` are shares; `numeric` columns are set to the right; a row may be shorter: the rest stays open."""

    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    widths: Sequence[float] = ()
    numeric: Sequence[int] = ()
    row_height: float = 0  # centimetres; 0: as the text needs (forms leave room to write)
    name: str = ""  # of the sheet in XLSX


@dataclass(frozen=True)
class Signatures:
    """Lines to sign on, each with its own label."""

    labels: Sequence[str]


@dataclass(frozen=True)
class Lines:
    """Room to write in."""

    count: int


Block = Heading | Paragraph | Bullets | Chart | Table | Lines | Signatures


@dataclass(frozen=True)
class Paper:
    title: str
    subtitle: str
    language: str
    blocks: Sequence[Block]
    head: str = ""  # the centre's name, at the top of each page
    foot: str = ""
    is_landscape: bool = False
    facts: Sequence[tuple[str, str]] = field(default_factory=tuple)  # label, value: name, post, period …
