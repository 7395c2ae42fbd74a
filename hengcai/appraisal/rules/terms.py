"""What a policy says of the time after a result: how long each step takes, and what may follow from a result."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from hengcai.base.decimals import Exact, written

WINDOWS, CONSEQUENCES = "windows", "consequences"


@dataclass(frozen=True, slots=True)
class Windows:
    """Working days: to appeal after notice; to answer an appeal; until silence is recorded; an award's public notice."""

    appeal: int = 5
    answer: int = 10
    silence: int = 5
    notice: int = 5

    def document(self) -> dict[str, str]:
        return {name: str(getattr(self, name)) for name in self.__slots__}


def _coefficients() -> Mapping[str, Exact]:
    says = {"excellent": "1.2", "good": "1.0", "pass": "0.9", "fail": "0.7"}
    return MappingProxyType({grade: written(text) for grade, text in says.items()})


@dataclass(frozen=True, slots=True)
class Consequences:
    """`coefficients`: of the month's grades. `probability`: the bar for a consequence against a person. `cycles`: so many
    running below the bar before a transfer or an exit may be thought of."""

    coefficients: Mapping[str, Exact] = field(default_factory=_coefficients)
    probability: Exact = field(default_factory=lambda: written("0.9"))
    cycles: int = 2

    def coefficient(self, grade: str) -> Fraction | None:
        """None for a grade this policy gives none."""
        found = self.coefficients.get(grade)
        return None if found is None else found.value

    def document(self) -> dict[str, Any]:
        return {
            "coefficients": {grade: number.text for grade, number in self.coefficients.items()},
            "probability": self.probability.text,
            "cycles": str(self.cycles),
        }


@dataclass(frozen=True, slots=True)
class Terms:
    windows: Windows = field(default_factory=Windows)
    consequences: Consequences = field(default_factory=Consequences)

    def document(self) -> dict[str, Any]:
        """Only what differs from the default: files written before there were these keys read back as they were."""
        usual = Terms()
        windows = {} if self.windows == usual.windows else {WINDOWS: self.windows.document()}
        same = self.consequences.document() == usual.consequences.document()
        return windows | ({} if same else {CONSEQUENCES: self.consequences.document()})

    def whole_document(self) -> dict[str, Any]:
        return {WINDOWS: self.windows.document(), CONSEQUENCES: self.consequences.document()}
