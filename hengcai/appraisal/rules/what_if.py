"""A draft tried on results that are there: the same arithmetic over the inputs that were kept, and nothing is written."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, partial
from math import lcm
from typing import Any, NamedTuple

from hengcai.appraisal.rules.evidence import SCALE, Evidence
from hengcai.appraisal.rules.month import TOTAL_PLACES, redistributed
from hengcai.appraisal.rules.own_terms import YEAR
from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy, band_of
from hengcai.appraisal.rules.skill import SkillReader
from hengcai.base.decimals import over_one, round_half_up
from hengcai.base.errors import NotValid
from hengcai.interactions.rules.units import SHARES

NO_SCORE = ""
ABOUT_INPUTS = ("repeat_days", "hand_picked", "observed")  # what they change is collected anew, not computed anew
Policy = SkillPolicy | MonthPolicy


class Scored(NamedTuple):
    """`band` is empty and `final` None without enough evidence."""

    final: str | None
    band: str


class Tried(NamedTuple):
    """One person before and under the draft."""

    person: int
    team: int | None
    before: Scored
    after: Scored

    @property
    def is_moved(self) -> bool:
        return self.before.band != self.after.band


@dataclass(frozen=True, slots=True)
class Cost:
    """What another coefficient comes to. `money` is over those whose base is known, None where nobody's is."""

    coefficient: Fraction
    people: int
    money: Fraction | None
    without_base: int


def trial_of(policy: Policy) -> Callable[[Mapping[str, Any]], Scored]:
    """What scores one person's inputs, as a result keeps them, under this policy; made once for all of them."""
    return MonthTrial(policy).scored if isinstance(policy, MonthPolicy) else partial(_skill, reader=SkillReader(policy))


def _skill(inputs: Mapping[str, Any], *, reader: SkillReader) -> Scored:
    skill = reader.score(_evidence(inputs))
    return Scored(skill.final, skill.band or NO_SCORE)


class MonthTrial:
    """`month_score`, of which only total and grade are wanted, for thousands: whole numbers over one denominator, and
    points without data moved once for everybody who lacks the same."""

    def __init__(self, policy: MonthPolicy) -> None:
        self.policy = policy
        self._points: dict[tuple[str, ...], tuple[list[int], int] | None] = {}

    def scored(self, inputs: Mapping[str, Any]) -> Scored:
        shares = self._shares(inputs)
        there = tuple(shares)
        if there not in self._points:
            self._points[there] = self._moved(there)
        points = self._points[there]
        if points is None:
            return Scored(None, NO_SCORE)
        tops, bottom = points
        least = lcm(*(below for _above, below in shares.values()))
        total = sum(top * above * (least // below) for top, (above, below) in zip(tops, shares.values(), strict=True))
        exact = Fraction(total, bottom * least)
        told = round_half_up(exact, TOTAL_PLACES)
        return Scored(told, band_of(self.policy.grades, Fraction(told)))

    def _moved(self, there: tuple[str, ...]) -> tuple[list[int], int] | None:
        found = redistributed(dict.fromkeys(there, Fraction(1)), self.policy)
        return None if found is None else over_one([found[name] for name in there])

    def _shares(self, inputs: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
        """Of what has data enough, in the policy's order; refused where a value cannot be one of this policy's."""
        rated, counted, made_of = inputs.get("rated", {}), inputs.get("counted", {}), inputs.get("made_of", {})
        found = {}
        for name in self.policy.indicators:
            if name in self.policy.rules:
                if name in counted and not self.policy.is_too_few(name, _count(made_of.get(name), name in rated)):
                    found[name] = self.policy.rules[name].share(Fraction(*_ratio(counted[name]))).as_integer_ratio()
                continue
            share = _share_rated(name, rated, counted)
            if share is not None:
                found[name] = share
        return found


def _share_rated(name: str, rated: Mapping[str, str], counted: Mapping[str, str]) -> tuple[int, int] | None:
    if name in rated:
        above, below = _ratio(rated[name])
        below *= 100
    elif name in SHARES and name in counted:
        above, below = _ratio(counted[name])
    else:
        return None
    if not 0 <= above <= below:
        raise NotValid("quantity.percent_outside", value=rated.get(name, ""))
    return above, below


def _count(parts: Sequence[int] | None, is_rated: bool) -> int | None:  # noqa: FBT001 - within this file alone
    """Of how many cases a figure is made, where that was kept."""
    return parts[min(1, len(parts) - 1)] if parts and (len(parts) > 1 or is_rated) else None


def _ratio(text: str) -> tuple[int, int]:
    """As a fraction or a decimal is written."""
    above, slash, below = text.partition("/")
    return (int(above), int(below) if slash else 1) if slash or text.isdigit() else Fraction(text).as_integer_ratio()


def untried(before: Policy, draft: Policy) -> tuple[str, ...]:
    """Keys in which the two differ and whose effect the kept inputs cannot tell."""
    if not (isinstance(before, MonthPolicy) and isinstance(draft, MonthPolicy)):
        return ()
    names = (*ABOUT_INPUTS, YEAR)  # a year is put together of cycles: one alone does not show it
    return tuple(name for name in names if getattr(before, name) != getattr(draft, name))


def moves(tried: Iterable[Tried]) -> Counter[tuple[str, str]]:
    """(band before, band after) → how many, those who stay too."""
    return Counter((one.before.band, one.after.band) for one in tried)


def cost(tried: Iterable[Tried], before: Policy, draft: Policy, base: Mapping[int, Fraction]) -> Cost:
    """Of a month: coefficient under the draft less coefficient now, times each person's base."""
    total, money, people, without = Fraction(0), Fraction(0), 0, 0
    old, new = before.terms.consequences, draft.terms.consequences
    for one in tried:
        was, comes = old.coefficient(one.before.band), new.coefficient(one.after.band)
        if was is None or comes is None:
            continue
        people += 1
        total += comes - was
        if one.person in base:
            money += (comes - was) * base[one.person]
        else:
            without += 1
    return Cost(total, people, money if without < people else None, without)


def _evidence(inputs: Mapping[str, Any]) -> Evidence:
    evidence = Evidence()
    for source, rater, item, level in inputs.get("ratings", ()):
        evidence.source(source).add(rater, item, None if level is None else _millionths(level))
    customers: Sequence[tuple[str, int]] = inputs.get("customers", ())
    evidence.customer_total = sum(_millionths(score) * count for score, count in customers)
    evidence.customer_count = sum(count for _score, count in customers)
    for test, attempt, mark in inputs.get("marks", ()):
        evidence.mark(test, attempt=attempt, mark=_fraction(mark))
    return evidence


@lru_cache(maxsize=20_000)
def _fraction(text: str) -> Fraction:
    return Fraction(text)


@lru_cache(maxsize=20_000)
def _millionths(text: str) -> int:
    value = Fraction(text) * SCALE
    return int(value)
