"""What every form's builder is given, and what it gives back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from hengcai.base.permissions import Doer
from hengcai.paper.blocks import Block
from hengcai.paper.forms.form import Choice, Form
from hengcai.paper.forms.heads import Head
from hengcai.paper.telling import Teller

LINE = 0.9  # centimetres of a row one writes in by hand
BLANK_LINES = 12


@dataclass(frozen=True)
class Making:
    form: Form
    choice: Choice
    user: Doer
    head: Head
    tell: Teller

    def chosen(self, name: str) -> Any:
        """None where nothing was."""
        return self.choice.chosen.get(name)

    def first_offered(self, name: str) -> Any:
        """What a blank form is laid out for; None where there is nothing to choose from."""
        ask = next(one for one in self.form.asks if one.name == name)
        return next(iter(ask.offers(self.user)), None) if ask.offers else None


@dataclass(frozen=True)
class Body:
    """`is_filled`: somebody's marks stand on it, so that reading it is noted."""

    blocks: Sequence[Block]
    facts: Sequence[tuple[str, str]] = field(default_factory=tuple)
    subtitle: str = ""
    is_filled: bool = False
