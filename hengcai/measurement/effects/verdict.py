"""What an effect allows to be said: higher, lower, or that it cannot be told."""

from dataclasses import dataclass

from hengcai.measurement.results import Estimate

HIGHER, LOWER, CANNOT_TELL = "higher", "lower", "cannot_tell"


@dataclass(frozen=True)
class Verdict:
    """`code` is `cannot_tell` where `reasons` names why; else the direction in which the outcome moved."""

    code: str
    reasons: tuple[str, ...] = ()


def verdict(effect: Estimate, *, doubts: tuple[str, ...] = ()) -> Verdict:
    """A direction only with an interval on one side of 0 and no check of the design failed (`doubts`)."""
    if effect.low is None or effect.high is None:
        return Verdict(CANNOT_TELL, (*doubts, *(effect.cautions or ("no_interval",))))
    inside = ("interval_holds_zero",) if effect.low <= 0 <= effect.high else ()
    if doubts or inside:
        return Verdict(CANNOT_TELL, (*doubts, *inside))
    return Verdict(HIGHER if effect.low > 0 else LOWER)
