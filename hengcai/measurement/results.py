"""The one shape in which a figure leaves this library."""

import math
from dataclasses import dataclass

NUMBERS = ("estimate", "low", "high", "se")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its interval; None where it cannot be known, with the reason among the cautions."""

    estimate: float | None
    low: float | None
    high: float | None
    se: float | None
    n: int
    method: str
    cautions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in NUMBERS:
            self._keep_finite(name)
        object.__setattr__(self, "n", int(self.n))

    def _keep_finite(self, name: str) -> None:
        """NaN and infinity become None with a caution: no JSON reader and no page has to know them."""
        value = getattr(self, name)
        if value is None:
            return
        finite = math.isfinite(value)
        object.__setattr__(self, name, float(value) if finite else None)
        if not finite:
            object.__setattr__(self, "cautions", (*self.cautions, f"not_finite:{name}"))

    def as_json(self) -> dict[str, object]:
        """The form of the command line; `cautions` stands only where there are any."""
        told: dict[str, object] = {name: getattr(self, name) for name in (*NUMBERS, "n", "method")}
        if self.cautions:
            told["cautions"] = list(self.cautions)
        return told


def unknown(method: str, n: int, *cautions: str) -> Estimate:
    """A figure that cannot be given, and why."""
    return Estimate(estimate=None, low=None, high=None, se=None, n=n, method=method, cautions=cautions)
