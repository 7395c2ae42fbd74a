"""The one shape in which a figure leaves this library."""

import math
from dataclasses import dataclass

NUMBERS = ("estimate", "low", "high", "se")
WITHOUT_WIDTH = "no_width"
SAID_ALREADY = {"nothing_varies", "all_units_drawn"}
ROUNDING = 1e-12


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
        if without_width(self.low, self.high):
            for name in ("low", "high", "se"):
                object.__setattr__(self, name, None)
            if not SAID_ALREADY & set(self.cautions):
                object.__setattr__(self, "cautions", (*self.cautions, WITHOUT_WIDTH))
        object.__setattr__(self, "n", int(self.n))

    def _keep_finite(self, name: str) -> None:
        """NaN and infinity become None with a caution: no JSON reader and no page has to know them."""
        value = getattr(self, name)
        if value is None:
            return
        finite = math.isfinite(value)
        object.__setattr__(self, name, _plain(value) if finite else None)
        if not finite:
            object.__setattr__(self, "cautions", (*self.cautions, f"not_finite:{name}"))

    def as_json(self) -> dict[str, object]:
        """The form of the command line; `cautions` stands only where there are any."""
        told: dict[str, object] = {name: getattr(self, name) for name in (*NUMBERS, "n", "method")}
        if self.cautions:
            told["cautions"] = list(self.cautions)
        return told


def without_width(low: float | None, high: float | None) -> bool:
    """An interval whose ends differ by rounding at most says nothing: too little varied to tell how sure one is."""
    if low is None or high is None:
        return False
    return abs(high - low) <= ROUNDING * max(abs(low), abs(high), 1e-2)


def _plain(value: float) -> float:
    """What is 0 but for rounding is 0, and has no sign."""
    return 0.0 if abs(value) < ROUNDING / 1e3 else float(value)


def unknown(method: str, n: int, *cautions: str) -> Estimate:
    """A figure that cannot be given, and why."""
    return Estimate(estimate=None, low=None, high=None, se=None, n=n, method=method, cautions=cautions)


def decimal(value: float, places: int) -> str:
    """A number as text; what rounds to 0 has no sign."""
    return f"{round(value, places) + 0.0:.{places}f}"
