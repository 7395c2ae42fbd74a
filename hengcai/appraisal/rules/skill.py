"""The quarterly skill score: items, sources, weights renormalised over those present, one rounding, a band."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from operator import mul
from typing import Any, NamedTuple

from hengcai.appraisal.rules.evidence import SCALE, Evidence, Millionths, Ratings
from hengcai.appraisal.rules.policy import CUSTOMER, PEER, SOURCES, SkillPolicy, along, band_of
from hengcai.base.decimals import Exact, over_one, round_half_up, rounded
from hengcai.base.errors import NotValid

PRACTICAL = "practical"
MAY_BE_FEW = (CUSTOMER, PEER)  # in the order their reasons are told
FIRST, RESIT = 1, 2
RESIT_COUNTS_AT_MOST = 60
READING_PLACES = 4
_NOTHING = Fraction(0)
_NO_WEIGHT = Exact("0", _NOTHING)


class Heard(NamedTuple):
    """What one source says; without a score it is absent."""

    score: Fraction | None = None
    n_raters: int = 0
    n_ratings: int = 0
    is_few: bool = False


class SourceScore(NamedTuple):
    """`used_weight` is the share after renormalising; None throughout without enough evidence."""

    score: Fraction | None
    weight: Exact
    used_weight: Fraction | None
    n_raters: int
    n_ratings: int

    def as_json(self) -> dict[str, Any]:
        return {
            "score": _read(self.score),
            "weight": self.weight.text,
            "used_weight": _read(self.used_weight),
            "n_raters": self.n_raters,
            "n_ratings": self.n_ratings,
        }


@dataclass(frozen=True, slots=True)
class SkillScore:
    """`final` is rounded once from `exact`, and `band` is read from `final`; all three None without enough evidence."""

    exact: Fraction | None
    final: str | None
    band: str | None
    sources: Mapping[str, SourceScore]
    reasons: tuple[str, ...]

    @property
    def status(self) -> str:
        return "not_enough_evidence" if self.exact is None else "scored"

    def as_json(self) -> dict[str, Any]:
        return {
            "status": self.status,
            "final": self.final,
            "exact": _read(self.exact),
            "band": self.band,
            "sources": {source: score.as_json() for source, score in self.sources.items()},
            "reasons": list(self.reasons),
        }


class _Weighing(NamedTuple):
    """What follows from who speaks and who does not; the same for everybody of whom the same speak."""

    weighed: tuple[str, ...]
    shares: tuple[int, ...]
    total: int
    used: Mapping[str, Fraction]
    reasons: tuple[str, ...]
    is_enough: bool


class SkillReader:
    """Of one policy; asked for one person after the other."""

    def __init__(self, policy: SkillPolicy) -> None:
        self._policy, self._sources = policy, sources_of(policy)
        self._weighings: dict[tuple[tuple[bool, bool], ...], _Weighing] = {}
        self._written: dict[Fraction, Fraction] = {}

    def score(self, evidence: Evidence) -> SkillScore:
        heard = {source: _heard(evidence.said_by(source), self._policy) for source in self._sources}
        heard[CUSTOMER] = _customers(evidence, heard[CUSTOMER])
        heard[PRACTICAL] = self._with_marks(heard[PRACTICAL], evidence)
        heard = _with_minima(heard, self._policy)
        there = tuple((one.score is None, one.is_few) for one in heard.values())
        if there not in self._weighings:
            self._weighings[there] = _weighing(heard, self._policy)
        return _combined(heard, self._policy, self._weighings[there])

    def _with_marks(self, heard: Heard, evidence: Evidence) -> Heard:
        """The plain mean of the scenario rating and the written mark, or the one there is."""
        marks = evidence.marks
        if not marks:
            return heard
        counting = [counting_mark(attempts) for attempts in marks]
        mean = counting[0] if len(counting) == 1 else sum(counting, Fraction(0)) / len(counting)
        if mean not in self._written:
            self._written[mean] = along(self._policy.written_mark, mean)
        written = self._written[mean]
        score = written if heard.score is None else (heard.score + written) / 2
        return Heard(score, heard.n_raters, heard.n_ratings + sum(len(attempts) for attempts in marks))


def skill_score(evidence: Evidence, policy: SkillPolicy) -> SkillScore:
    return SkillReader(policy).score(evidence)


def competency_levels(evidence: Evidence, policy: SkillPolicy) -> dict[str, SkillScore]:
    """The same arithmetic over each item alone; what is not said of an item (csat, marks) has no part in it."""
    by_item: dict[str, dict[str, Heard]] = {}
    for source, ratings in evidence.ratings.items():
        for item, total, count in ratings.items():
            by_item.setdefault(item, {})[source] = Heard(Fraction(total, count * SCALE), count, count)
    return {item: _combined(_completed(heard, policy), policy) for item, heard in by_item.items()}


def sources_of(policy: SkillPolicy) -> tuple[str, ...]:
    """The policy's sources in its order, then those of the five it does not name."""
    return (*policy.sources, *(source for source in SOURCES if source not in policy.sources))


def counting_mark(attempts: Mapping[int, Fraction]) -> Fraction:
    """The resit counts when it is better, and then at most 60."""
    marks = [attempts[FIRST]] if FIRST in attempts else []
    if RESIT in attempts:
        marks.append(min(attempts[RESIT], Fraction(RESIT_COUNTS_AT_MOST)))
    return max(marks)


def _heard(ratings: Ratings | None, policy: SkillPolicy) -> Heard:
    if ratings is None:
        return Heard()
    score = _mean_of_items(ratings, policy.item_weights)
    return Heard() if score is None else Heard(score, ratings.n_raters, ratings.n_ratings)


def _mean_of_items(ratings: Ratings, weights: Mapping[str, Exact]) -> Fraction | None:
    """Items rated equally often share a denominator, so that nearly all of the sum runs in whole numbers."""
    totals: dict[int, Millionths] = {}
    weight_sum: Fraction | int = 0
    for item, total, count, alike in ratings.sums():
        if item in weights:
            weight = weights[item].value
            totals[count] = totals.get(count, 0) + weight * total
            weight_sum += weight
        else:
            totals[count] = totals.get(count, 0) + total
            weight_sum += alike
    if not weight_sum:
        return None
    bottom = lcm(*totals)
    return Fraction(sum(total * (bottom // count) for count, total in totals.items()), bottom * weight_sum * SCALE)


def _customers(evidence: Evidence, rated: Heard) -> Heard:
    if not evidence.customer_count:
        return rated
    if evidence.said_by(CUSTOMER) is not None:
        raise NotValid("appraisal.customers_twice", column="source", value=CUSTOMER)
    score = Fraction(evidence.customer_total, evidence.customer_count * SCALE)
    return Heard(score, 0, evidence.customer_count)


def _with_minima(heard: Mapping[str, Heard], policy: SkillPolicy) -> dict[str, Heard]:
    """Too few customers say little; too few peers could be worked out of the score. Neither counts then."""
    customer, peer = heard[CUSTOMER], heard[PEER]
    return {
        **heard,
        CUSTOMER: _unless_few(customer, customer.n_ratings, least=policy.customer_minimum),
        PEER: _unless_few(peer, peer.n_raters, least=policy.peer_minimum),
    }


def _unless_few(heard: Heard, count: int, *, least: int) -> Heard:
    return Heard(is_few=True) if count < least and heard.score is not None else heard


def _completed(heard: Mapping[str, Heard], policy: SkillPolicy) -> dict[str, Heard]:
    return _with_minima({source: heard.get(source, Heard()) for source in sources_of(policy)}, policy)


def _weighing(heard: Mapping[str, Heard], policy: SkillPolicy) -> _Weighing:
    weighed = [source for source in policy.sources if heard[source].score is not None]
    shares, whole = over_one(policy.sources[source].value for source in weighed)
    total = sum(shares)
    reasons, is_enough = reasons_of(heard, Fraction(total, whole), policy)
    used = {source: Fraction(share, total) for source, share in zip(weighed, shares, strict=True) if total}
    return _Weighing(tuple(weighed), tuple(shares), total, used, reasons, is_enough)


def _combined(heard: Mapping[str, Heard], policy: SkillPolicy, known: _Weighing | None = None) -> SkillScore:
    weighing = known or _weighing(heard, policy)
    if not weighing.is_enough:
        return SkillScore(None, None, None, _source_scores(heard, None, policy), weighing.reasons)
    tops, bottom = over_one(heard[source].score or _NOTHING for source in weighing.weighed)
    exact = Fraction(sum(map(mul, weighing.shares, tops)), weighing.total * bottom)
    final = rounded(exact, places=policy.places)
    band, told = band_of(policy.bands, final), round_half_up(final, policy.places)
    return SkillScore(exact, told, band, _source_scores(heard, weighing.used, policy), weighing.reasons)


def reasons_of(heard: Mapping[str, Heard], total: Fraction, policy: SkillPolicy) -> tuple[tuple[str, ...], bool]:
    absent = [source for source in policy.sources if heard[source].score is None]
    few = [source for source in MAY_BE_FEW if source in absent and heard[source].is_few]
    required = [source for source in absent if source in policy.required]
    is_below = total < policy.minimum_weight.value or not total
    reasons = (
        *(f"missing:{source}" for source in absent if source not in few),
        *(f"few:{source}" for source in few),
        *(f"required:{source}" for source in required),
        *(("minimum_evidence",) if is_below else ()),
    )
    return reasons, not required and not is_below


def _source_scores(
    heard: Mapping[str, Heard], used: Mapping[str, Fraction] | None, policy: SkillPolicy
) -> dict[str, SourceScore]:
    return {
        source: SourceScore(
            score=one.score,
            weight=policy.sources.get(source, _NO_WEIGHT),
            used_weight=None if used is None else used.get(source, _NOTHING),
            n_raters=one.n_raters,
            n_ratings=one.n_ratings,
        )
        for source, one in heard.items()
    }


def _read(value: Fraction | None) -> str | None:
    """Four places, for reading; what decides is rounded from the exact value."""
    return None if value is None else round_half_up(value, READING_PLACES)
