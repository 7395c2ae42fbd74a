"""What a form is: what it can be filled from, which of its words a centre may change, and who lays it out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hengcai.base.permissions import Doer

if TYPE_CHECKING:
    from hengcai.paper.forms.making import Body, Making


@dataclass(frozen=True)
class Ask:
    """One thing a form's page lets its reader choose, labelled by the sentence `form.ask.<name>`.

    `offers` gives rows with a code and a name; without it the answer is typed, `is_number` as a number. Where it may be
    blank nothing is chosen at first, else the first offered. `suggests`: what stands in an empty field as an example.
    """

    name: str
    offers: Callable[[Doer], Sequence[Any]] | None = None
    may_be_blank: bool = False
    is_number: bool = False
    suggests: Callable[[Doer], str] | None = None


@dataclass(frozen=True)
class Choice:
    """What was chosen, by the name of what was asked; a form for which nothing was is blank. `most`: lines, 0 for all."""

    chosen: Mapping[str, Any] = field(default_factory=dict)
    most: int = 0


@dataclass(frozen=True)
class Form:
    """Its words are `form.<code>`, `form.<code>.note`, `form.used_for.<code>`; `order` is its place in the list."""

    code: str
    order: int
    made: "Callable[[Making], Body]"
    asks: tuple[Ask, ...]
    columns: tuple[str, ...]
    signatures: tuple[str, ...]
    is_landscape: bool = False
