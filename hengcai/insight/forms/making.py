"""What every form's builder is given, and what it gives back."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hengcai.accounts.models import User
from hengcai.base.errors import NotNow
from hengcai.framework.models import Framework
from hengcai.framework.queries import framework_in_force
from hengcai.insight.forms.choice import Choice
from hengcai.insight.forms.heads import Head
from hengcai.insight.forms.kinds import Kind
from hengcai.paper.blocks import Block
from hengcai.paper.telling import Teller

LINE = 0.9  # centimetres of a row one writes in by hand
BLANK_LINES = 12


@dataclass(frozen=True)
class Making:
    kind: Kind
    choice: Choice
    user: User
    head: Head
    tell: Teller


@dataclass(frozen=True)
class Body:
    """`is_filled`: somebody's marks stand on it, so that reading it is noted."""

    blocks: Sequence[Block]
    facts: Sequence[tuple[str, str]] = field(default_factory=tuple)
    subtitle: str = ""
    is_filled: bool = False


def framework_for(making: Making) -> Framework:
    """The cycle's own, else the one in force."""
    cycle = making.choice.cycle
    framework = cycle.framework if cycle else framework_in_force()
    if framework is None:
        raise NotNow("insight.form_nothing_to_lay_out")
    return framework


def person_facts(
    making: Making, *, name: str = "", number: str = "", team: str = "", post: str = ""
) -> list[tuple[str, str]]:
    """Lines to fill in by hand where nobody is named."""
    tell = making.tell
    cycle = making.choice.cycle
    period = str(cycle.name.read(tell.language)) if cycle else ""
    values = {"name": name, "number": number, "team": team, "post": post, "cycle": period}
    return [(tell.say(f"paper.fact.{code}"), text) for code, text in values.items()]


def not_here(making: Making) -> NotNow:
    cycle = making.choice.cycle
    facts = {"name": making.choice.number, "cycle": cycle.name if cycle else "–", "form": making.head.title}
    return NotNow("insight.form_not_here", **facts)
