"""What of a result the person rated may see: enough to check it, too little to find a peer out.

Fewer than three peers are not shown apart. Peers and superior then stand as one line with their joint
weight, and the unrounded score is left out, since it could be solved for the peers by subtraction.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from hengcai.base.decimals import round_half_up

ENOUGH_PEERS = 3
POOLED = "superior_and_peer"


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
    shown["sources"] = _pooled(detail["sources"])
    return shown


def _pooled(sources: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    superior, peer = sources["superior"], sources["peer"]
    parts = [one for one in (superior, peer) if one["score"] is not None]
    weights = [Fraction(one["used_weight"] or one["weight"]) for one in parts]
    score = sum((Fraction(one["score"]) * w for one, w in zip(parts, weights, strict=True)), Fraction(0)) / sum(weights)
    joint = {
        "score": round_half_up(score, 1),
        "weight": _text(Fraction(superior["weight"]) + Fraction(peer["weight"])),
        "used_weight": None if superior["used_weight"] is None else round_half_up(sum(weights, Fraction(0)), 4),
        "n_raters": None,
        "n_ratings": None,
    }
    rest = {name: one for name, one in sources.items() if name not in {"superior", "peer"}}
    return {POOLED: joint, **rest}


def _text(weight: Fraction) -> str:
    return round_half_up(weight, 2)
