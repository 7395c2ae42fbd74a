"""What only one kind of policy says: the month's, how a year is put together; the quarter's, when a rater's load is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from hengcai.base.decimals import Exact, written

YEAR, WORKLOAD = "year", "workload"
MONTHS, QUARTERS = "months", "quarters"
PARTS = (MONTHS, QUARTERS)


@dataclass(frozen=True, slots=True)
class YearTerms:
    """The weights of the months' mean and of the quarters'; whole months of service below which there is no score."""

    months: Exact = field(default_factory=lambda: written("0.60"))
    quarters: Exact = field(default_factory=lambda: written("0.40"))
    service_months: int = 6

    @property
    def weights(self) -> dict[str, Fraction]:
        return {MONTHS: self.months.value, QUARTERS: self.quarters.value}

    def document(self) -> dict[str, str]:
        return {**self.told(), "service_months": str(self.service_months)}

    def told(self) -> dict[str, str]:
        """The weights as they are written."""
        return {MONTHS: self.months.text, QUARTERS: self.quarters.text}


@dataclass(frozen=True, slots=True)
class Workload:
    """More forms than `forms` in a cycle, or less than `minutes` between two in a sitting, is told to the review panel."""

    forms: int = 20
    minutes: Exact = field(default_factory=lambda: written("2"))

    def document(self) -> dict[str, str]:
        return {"forms": str(self.forms), "minutes": self.minutes.text}


def unusual(says: Mapping[str, YearTerms | Workload]) -> dict[str, Any]:
    """Only what differs from the default, so that files written before there were these keys read back as they were."""
    return {name: one.document() for name, one in says.items() if one.document() != type(one)().document()}
