"""What of a result those outside the review panel may see: enough to check it, too little to find a peer out.

Where peers count they are not shown apart: who knows the other sources could solve the final for the peers' mean, and
a mean at an end of the scale tells what everybody gave. Peers and superior stand as one line with their joint weight;
its score is what the other sources leave of the rounded final, so that it says nothing the final does not: a class of
its own for the peers' mean would, where the final reaches just into it. The unrounded score, how many peers there were,
the level of the item peers rate and the superior's rating of it are left out.

Who leads or teaches the person knows the other sources too, the superior's own form among them, so they get the same line,
and the level of that item without the peers' part. All that is shown to either is worked out of the rounded final and of
what is not the peers': two sets of peers' marks that make the same final look the same, in one report, in two cycles laid
side by side and in what a correction changes.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

from hengcai.appraisal.rules.evidence import Millionths, millionths
from hengcai.appraisal.rules.item_levels import ItemReader
from hengcai.appraisal.rules.policy import PEER
from hengcai.appraisal.rules.raters import HIGHEST, LOWEST, PEER_ITEM
from hengcai.base.decimals import round_half_up

ENOUGH_PEERS = 3
POOLED = "superior_and_peer"
JOINED = ("superior", "peer")
Lines = Mapping[str, Mapping[str, Any]]
Ratings = Iterable[tuple[str, int, str, str | None]]


def is_pooled(detail: Mapping[str, Any]) -> bool:
    """True when peers count."""
    return detail.get("sources", {}).get("peer", {}).get("score") is not None


def are_few(detail: Mapping[str, Any]) -> bool:
    """Peers who count though they are fewer than three: by a policy of its own, or in a result of earlier days."""
    return is_pooled(detail) and int(detail["sources"]["peer"]["n_raters"]) < ENOUGH_PEERS


def for_the_rated(detail: Mapping[str, Any]) -> dict[str, Any]:
    """The contract's JSON of one agent as the agent gets it, by page, API, export and print alike."""
    shown = dict(detail)
    if not is_pooled(detail):
        return shown
    shown["exact"] = None
    shown["sources"] = _pooled(detail["sources"], detail["final"])
    return shown


def levels_for_the_rated(levels: Lines, detail: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Competency → level as the agent gets it: without the one that peers rate too."""
    hidden = {PEER_ITEM} if is_pooled(detail) else set()
    return {item: one for item, one in levels.items() if item not in hidden}


def levels_for_leading(
    levels: Lines, detail: Mapping[str, Any], ratings: Ratings, reader: ItemReader
) -> dict[str, Any]:
    """What those who lead and teach get, by page and in the ledger: that item as if no peer had rated it.

    `ratings`: source, rater, item and level of every line that went in.
    """
    shown: dict[str, Any] = levels_for_the_rated(levels, detail)
    if is_pooled(detail) and PEER_ITEM in levels:
        shown[PEER_ITEM] = _without_peers(ratings, reader)
    return shown


def is_rating_shown(source: str, item: str, *, is_pooled: bool) -> bool:
    """A single rating, its rater unnamed: never a peer's; a superior's not on the item that peers rate as well."""
    return source != "peer" and not (is_pooled and source == "superior" and item == PEER_ITEM)


def _without_peers(ratings: Ratings, reader: ItemReader) -> dict[str, Any]:
    said: dict[str, tuple[Millionths, int]] = {}
    for source, _rater, item, level in ratings:
        if item == PEER_ITEM and source != PEER and level is not None:
            total, count = said.get(source, (0, 0))
            said[source] = (total + millionths(_read(level)), count + 1)
    one = reader.level(PEER_ITEM, said)
    if one.exact is None:
        return {"exact": "", "level": None, "n_raters": 0, "reasons": []}
    return {"exact": str(one.exact), "level": round_half_up(one.exact, 4), "n_raters": one.n_raters, "reasons": []}


@lru_cache(maxsize=1024)
def _read(level: str) -> Fraction:
    return Fraction(level)


def _pooled(sources: Lines, final: str | None) -> dict[str, Any]:
    weights, joint, there = _weighed(
        tuple((name, one["weight"], one["score"] is not None) for name, one in sources.items())
    )
    rest = {name: one for name, one in sources.items() if name not in JOINED}
    left = _left(Fraction(final) * there, rest, weights) / joint if final and joint else None
    line: dict[str, Any] = {
        "score": None if left is None else round_half_up(min(max(left, Fraction(LOWEST)), Fraction(HIGHEST)), 1),
        "weight": round_half_up(weights["superior"] + weights["peer"], 2),
        "used_weight": None if final is None else round_half_up(joint / there, 4),
        "n_raters": None,
        "n_ratings": None,
    }
    return {POOLED: line, **rest}


@lru_cache(maxsize=256)
def _weighed(told: tuple[tuple[str, str, bool], ...]) -> tuple[Mapping[str, Fraction], Fraction, Fraction]:
    """Weight of each source, of superior and peers together, and of all who speak; the same few for thousands."""
    weights = {name: Fraction(weight) for name, weight, _speaks in told}
    speak = [name for name, _weight, speaks in told if speaks]
    joint = sum((weights[name] for name in JOINED if name in speak), Fraction(0))
    return weights, joint, sum((weights[name] for name in speak), Fraction(0))


def _left(points: Fraction, rest: Lines, weights: Mapping[str, Fraction]) -> Fraction:
    """What remains of the weighted sum when the sources shown apart are taken away."""
    present = ((name, one["score"]) for name, one in rest.items() if one["score"] is not None)
    return points - sum((weights[name] * _read(score) for name, score in present), Fraction(0))
