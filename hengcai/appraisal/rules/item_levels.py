"""Every item's rated level of thousands of people: what `items.levels` gives, with the policy looked through once."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from hengcai.appraisal.rules.evidence import SCALE, Evidence, Millionths
from hengcai.appraisal.rules.items import item_policy
from hengcai.appraisal.rules.policy import CUSTOMER, PEER, SkillPolicy
from hengcai.appraisal.rules.raters import PEER_ITEM
from hengcai.appraisal.rules.skill import Heard, reasons_of, sources_of
from hengcai.base.decimals import over_one

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
    heard: tuple[str, ...]
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
        self._least = ((CUSTOMER, policy.customer_minimum), (PEER, policy.peer_minimum))
        self._weighings: dict[tuple[str, ...], _Weighing] = {}

    def level(self, said: Said) -> ItemLevel:
        few = [source for source, least in self._least if source in said and said[source][1] < least]
        spoken = (*said, *few)  # who of them are few stands there twice
        weighing = self._weighings.get(spoken)
        if weighing is None:
            weighing = self._weighings[spoken] = self._weighed(said, few)
        n_raters = sum([said[source][1] for source in weighing.heard])
        if not weighing.is_enough:
            return ItemLevel(None, n_raters, weighing.reasons)
        bottom = lcm(*[said[source][1] for source, _share in weighing.shares])
        parts = [(share, *said[source]) for source, share in weighing.shares]
        top = sum([share * total * (bottom // count) for share, total, count in parts])
        return ItemLevel(Fraction(top, bottom * weighing.total * SCALE), n_raters, weighing.reasons)

    def _weighed(self, said: Said, few: Sequence[str]) -> _Weighing:
        present = tuple(source for source in self._sources if source in said and source not in few)
        weighed = [source for source in self._policy.sources if source in present]
        shares, whole = over_one(self._policy.sources[source].value for source in weighed)
        heard = {one: Heard(Fraction(0) if one in present else None, is_few=one in few) for one in self._sources}
        reasons, is_enough = reasons_of(heard, Fraction(sum(shares), whole), self._policy)
        return _Weighing(tuple(zip(weighed, shares, strict=True)), present, sum(shares), reasons, is_enough)
