"""Exact chances of sums of whole numbers, counted by adding up ways instead of going through them."""

from collections.abc import Sequence
from math import comb

import numpy as np

from hengcai.measurement.errors import OutOfRange

_SAME = 1e-9


def sign_flip(differences: Sequence[int]) -> float:
    """P(|sum of +-d| >= |sum of d|), each sign as likely (Fisher 1935, section 21).

    The ways are added up one difference at a time (Pagano & Tritchler 1983). Reproduces Fisher's count for Darwin's
    fifteen pairs of maize: 1,726 of 32,768.
    """
    sizes = [abs(one) for one in differences]
    whole = sum(sizes)
    ways = np.zeros(2 * whole + 1)
    ways[whole] = 1.0
    for size in sizes:
        if size:
            moved = np.zeros_like(ways)
            moved[size:] += ways[:-size]
            moved[:-size] += ways[size:]
            ways = moved / 2
    apart = np.abs(np.arange(-whole, whole + 1)) >= abs(sum(differences))
    return min(1.0, float(ways[apart].sum()))


def labels_dealt(one: Sequence[int], other: Sequence[int]) -> float:
    """P that means lie as far apart, when who is of which of two groups is dealt anew (Pitman 1937, part I).

    The sums of every way to choose the first group are added up value by value (Pagano & Tritchler 1983).
    """
    if not one or not other:
        raise OutOfRange("chance.group_empty", first=len(one), second=len(other))
    values, n = [*one, *other], len(one)
    least = min(values)
    shifted = [value - least for value in values]
    most = sum(sorted(shifted)[-n:])
    ways = np.zeros((n + 1, most + 1))
    ways[0, 0] = 1.0
    for value in shifted:
        moved = ways[:-1, : most + 1 - value].copy()
        ways[1:, value:] += moved
    sums = np.arange(most + 1)
    centre = sum(shifted) * n / len(values)
    apart = np.abs(sums - centre) >= abs(sum(shifted[:n]) - centre) - _SAME
    return min(1.0, float(ways[n][apart].sum() / ways[n].sum()))


def as_many(found: int, drawn: int, *, marked: int, size: int) -> float:
    """P(as many marked or more) among `drawn` of `size`, of which `marked` are: the upper hypergeometric tail.

    Reproduces Fisher's tea (1935, ch. 2): all four of four, 1 of 70.
    """
    if not 0 <= found <= drawn <= size or not 0 <= marked <= size:
        raise OutOfRange("chance.counts", found=found, drawn=drawn, marked=marked, size=size)
    most = min(drawn, marked)
    above = sum(comb(marked, one) * comb(size - marked, drawn - one) for one in range(found, most + 1))
    return above / comb(size, drawn)
