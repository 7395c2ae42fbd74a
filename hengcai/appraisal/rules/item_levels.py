"""Every item's rated level of thousands of people: what `items.levels` gives, with the policy looked through once."""

from collections.abc import Mapping
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from hengcai.appraisal.rules.evidence import SCALE, Evidence, Millionths
from hengcai.appraisal.rules.items import item_policy
from hengcai.appraisal.rules.policy import CUSTOMER, PEER, SkillPolicy
from hengcai.appraisal.rules.raters import PEER_ITEM
from hengcai.appraisal.rules.skill import Heard, reasons_of, sources_of
from hengcai.base.decimals import over_one

ABSENT, FEW, PRESENT = 0, 1, 2
Said = Mapping[str, tuple[Millionths, int]]
"""Source → total in millionths and number of ratings, of one item of one person."""


class ItemLevel(NamedTuple):
    """`exact` is None where too little was said."""

    exact: Fraction | None
    n_raters: int
    reasons: tuple[str, ...]


class _Weighing(NamedTuple):
    """What follows from who speaks and who does not; the same for everybody of whom the same speak."""

    shares: tuple[tuple[str, int], ...]
    total: int
    reasons: tuple[str, ...]
    is_enough: bool


class ItemReader:
    """Of one policy; asked for one person after the other."""

    def __init__(self, policy: SkillPolicy) -> None:
        self._of_peers = _Items(item_policy(policy, is_peer_item=True))
        self._of_others = _Items(item_policy(policy, is_peer_item=False))

    def levels(self, evidence: Evidence) -> dict[str, ItemLevel]:
        said: dict[str, dict[str, tuple[Millionths, int]]] = {}
        for source, ratings in evidence.ratings.items():
            for item, total, count in ratings.items():
                said.setdefault(item, {})[source] = (total, count)
        return {item: self.level(item, by_source) for item, by_source in said.items()}

    def level(self, item: str, said: Said) -> ItemLevel:
        return (self._of_peers if item == PEER_ITEM else self._of_others).level(said)


class _Items:
    """Items of one kind."""

    def __init__(self, policy: SkillPolicy) -> None:
        self._policy, self._sources = policy, sources_of(policy)
        self._least = {CUSTOMER: policy.customer_minimum, PEER: policy.peer_minimum}
        self._weighings: dict[tuple[int, ...], _Weighing] = {}

    def level(self, said: Said) -> ItemLevel:
        there = tuple(self._standing(source, said) for source in self._sources)
        weighing = self._weighings.get(there)
        if weighing is None:
            weighing = self._weighings[there] = self._weighed(there)
        n_raters = sum(said[source][1] for source, at in zip(self._sources, there, strict=True) if at == PRESENT)
        if not weighing.is_enough:
            return ItemLevel(None, n_raters, weighing.reasons)
        bottom = lcm(*(said[source][1] for source, _share in weighing.shares))
        parts = ((share, *said[source]) for source, share in weighing.shares)
        top = sum(share * total * (bottom // count) for share, total, count in parts)
        return ItemLevel(Fraction(top, bottom * weighing.total * SCALE), n_raters, weighing.reasons)

    def _standing(self, source: str, said: Said) -> int:
        if source not in said:
            return ABSENT
        return FEW if said[source][1] < self._least.get(source, 0) else PRESENT

    def _weighed(self, there: tuple[int, ...]) -> _Weighing:
        at = dict(zip(self._sources, there, strict=True))
        weighed = [source for source in self._policy.sources if at[source] == PRESENT]
        shares, whole = over_one(self._policy.sources[source].value for source in weighed)
        heard = {one: Heard(Fraction(0) if at[one] == PRESENT else None, is_few=at[one] == FEW) for one in at}
        reasons, is_enough = reasons_of(heard, Fraction(sum(shares), whole), self._policy)
        return _Weighing(tuple(zip(weighed, shares, strict=True)), sum(shares), reasons, is_enough)
