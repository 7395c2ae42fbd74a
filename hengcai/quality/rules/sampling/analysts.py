"""The table of analysts: how much each takes on, and whom they do not hear."""

from collections.abc import Mapping
from fractions import Fraction

from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.base.ids import folded, shown
from hengcai.interactions.rules import values as cells
from hengcai.interactions.rules.flags import flags_of
from hengcai.quality.rules.sampling.plan import Analyst

REQUIRED, OPTIONAL = ("analyst", "capacity"), ("excluded",)
LONGEST_NAME, LONGEST_LIST = 120, 200_000


class Analysts:
    """Takes the rows; nobody stands there twice, in whatever spelling."""

    def __init__(self) -> None:
        self._found: dict[str, Analyst] = {}

    def take(self, row: Mapping[str, str]) -> None:
        name = shown(cells.required(row, "analyst", most=LONGEST_NAME))
        if folded(name) in self._found:
            raise NotValid("sampling.analyst_twice", column="analyst", value=name)
        capacity = cells.in_column("capacity", lambda: _capacity(cells.required(row, "capacity", most=20)))
        excluded = flags_of(cells.text(row, "excluded", most=LONGEST_LIST))
        self._found[folded(name)] = Analyst(name, capacity, excluded)

    def all(self) -> tuple[Analyst, ...]:
        return tuple(self._found.values())


def _capacity(text: str) -> Fraction:
    return exact(text)
