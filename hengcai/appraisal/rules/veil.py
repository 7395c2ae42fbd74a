"""What of a result the person rated may see: enough to check it, too little to find a peer out.

Fewer than three peers are not shown apart. Peers and superior then stand as one line with their joint weight;
its score is what the other sources leave of the rounded final, so that it says nothing the final does not. The
unrounded score and the level of the item peers rate are left out: either could be solved for the peers.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from hengcai.appraisal.rules.raters import HIGHEST, LOWEST, PEER_ITEM
from hengcai.base.decimals import round_half_up

ENOUGH_PEERS = 3
POOLED = "superior_and_peer"
JOINED = ("superior", "peer")
Lines = Mapping[str, Mapping[str, Any]]


def is_pooled(detail: Mapping[str, Any]) -> bool:
    """True when peers count but are too few to be shown apart."""
    peer = detail.get("sources", {}).get("peer", {})
    return peer.get("score") is not None and int(peer["n_raters"]) < ENOUGH_PEERS


def for_the_rated(detail: Mapping[str, Any]) -> dict[str, Any]:
    """The contract's JSON of one agent as the agent gets it, by page, API, export and print alike."""
    shown = dict(detail)
    if not is_pooled(detail):
        return shown
    shown["exact"] = None
    shown["sources"] = _pooled(detail["sources"], detail["final"])
    return shown


def levels_for_the_rated(levels: Lines, detail: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Competency → level as the agent gets it: without the one in which few peers could be read off."""
    return {item: one for item, one in levels.items() if item not in withheld_items(detail)}


def withheld_items(detail: Mapping[str, Any]) -> frozenset[str]:
    return frozenset({PEER_ITEM}) if is_pooled(detail) else frozenset()


def is_rating_shown(source: str, item: str, *, is_pooled: bool, peers: int) -> bool:
    """A single rating, its rater unnamed: of peers only where enough of them gave a level and they are shown apart;
    a superior's not on the item that few peers rate as well."""
    if source == "peer":
        return peers >= ENOUGH_PEERS and not is_pooled
    return not (is_pooled and source == "superior" and item == PEER_ITEM)


def _pooled(sources: Lines, final: str | None) -> dict[str, Any]:
    weights = {name: Fraction(one["weight"]) for name, one in sources.items()}
    joint = sum((weights[name] for name in JOINED if sources[name]["score"] is not None), Fraction(0))
    there = sum((weights[name] for name, one in sources.items() if one["score"] is not None), Fraction(0))
    rest = {name: one for name, one in sources.items() if name not in JOINED}
    left = _left(Fraction(final) * there, rest, weights) / joint if final and joint else None
    line = {
        "score": None if left is None else round_half_up(min(max(left, Fraction(LOWEST)), Fraction(HIGHEST)), 1),
        "weight": round_half_up(weights["superior"] + weights["peer"], 2),
        "used_weight": None if final is None else round_half_up(joint / there, 4),
        "n_raters": None,
        "n_ratings": None,
    }
    return {POOLED: line, **rest}


def _left(points: Fraction, rest: Lines, weights: Mapping[str, Fraction]) -> Fraction:
    """What remains of the weighted sum when the sources shown apart are taken away."""
    present = ((name, one["score"]) for name, one in rest.items() if one["score"] is not None)
    return points - sum((weights[name] * Fraction(score) for name, score in present), Fraction(0))
