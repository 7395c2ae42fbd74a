"""How long each item of a card was worked on, as a browser tells it: believed no further than the clock allows."""

from collections.abc import Collection, Mapping

LONGEST = 4 * 3600  # of one contact; a page left open over lunch tells no more


def seconds_kept(
    told: Mapping[str, object], held: Mapping[str, int], *, items: Collection[str], passed: float | None
) -> dict[str, int]:
    """What is held grows by what is told anew, in the card's order, all of it together by no more than the seconds
    `passed` since the last time (None: nothing was held before). It never shrinks."""
    kept = {code: held[code] for code in items if code in held}
    left = min(LONGEST - sum(kept.values()), LONGEST if passed is None else int(passed) + 1)
    for code in items:
        more = min(whole(told.get(code)) - kept.get(code, 0), left)
        if more > 0:
            kept[code] = kept.get(code, 0) + more
            left -= more
    return kept


def whole(value: object) -> int:
    """Seconds, or 0 where it is no such number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LONGEST:
        return 0
    return int(value)
