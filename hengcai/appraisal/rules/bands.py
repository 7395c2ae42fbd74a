"""Colour and shape of a band: the first is excellent, the last needs work, whatever a policy calls them."""

from collections.abc import Sequence

EXCELLENT, GOOD, IMPROVE, NONE = "excellent", "good", "improve", "grey"


def tone(code: str, codes: Sequence[str]) -> str:
    """`codes` from the highest band down; an unknown one has no colour."""
    if code not in codes:
        return NONE
    if code == codes[0]:
        return EXCELLENT
    return IMPROVE if code == codes[-1] else GOOD
