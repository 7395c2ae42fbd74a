"""Many questions asked at once: p values that still hold when the most striking answer is the one looked at."""

from collections.abc import Sequence

from hengcai.measurement.errors import OutOfRange


def holm(p: Sequence[float]) -> list[float]:
    """Adjusted p values: running maximum, from the smallest, of p times how many are left (Holm 1979).

    Keeps the chance of any false alarm at the level, whatever the questions have to do with each other. Of the fifteen
    p values of Benjamini & Hochberg 1995 (section 3.2) the three smallest stay at .05.
    """
    if not all(0 <= value <= 1 for value in p):
        raise OutOfRange("p.out_of_range")
    adjusted, highest = [0.0] * len(p), 0.0
    for rank, place in enumerate(sorted(range(len(p)), key=lambda one: p[one])):
        highest = max(highest, min(1.0, p[place] * (len(p) - rank)))
        adjusted[place] = highest
    return adjusted
