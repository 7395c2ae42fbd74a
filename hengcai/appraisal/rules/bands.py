"""Colour and shape of a band: the first is excellent, the last needs work, whatever a policy calls them; of those between
the higher is good, the others passed."""

from collections.abc import Sequence

EXCELLENT, GOOD, PASS, IMPROVE, NONE = "excellent", "good", "pass", "improve", "grey"


def tone(code: str, codes: Sequence[str]) -> str:
    """`codes` from the highest band down; an unknown one has no colour."""
    if code not in codes:
        return NONE
    if code == codes[0]:
        return EXCELLENT
    if code == codes[-1]:
        return IMPROVE
    return GOOD if code == codes[1] else PASS
