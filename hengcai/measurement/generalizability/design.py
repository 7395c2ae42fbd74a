"""Reads a design such as `A x (R:T)` and lists its effects."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from hengcai.measurement.errors import NotADesign

TOKEN = re.compile(r"[():×*]|[^\s():×*]+")
CROSS = {"x", "X", "×", "*"}
MOST_FACTORS = 5
RESIDUAL = "residual"


@dataclass(frozen=True)
class Effect:
    """A main effect or an interaction: its own factors and those it is nested in."""

    name: str
    own: frozenset[str]
    factors: frozenset[str]


@dataclass(frozen=True)
class Design:
    """Factors in the order given, and for each the factors it is nested in."""

    factors: tuple[str, ...]
    nested_in: dict[str, frozenset[str]]

    @property
    def effects(self) -> tuple[Effect, ...]:
        """All but the residual, main effects first: Cornfield & Tukey 1956; `A x (R:T)` has A, R:T, T and AxT."""
        every = (self._effect(own) for size in range(1, len(self.factors)) for own in combinations(self.factors, size))
        whole = frozenset(self.factors)
        return tuple(effect for effect in every if self._exists(effect.own) and effect.factors != whole)

    def _exists(self, own: frozenset[str]) -> bool:
        return not any(self.nested_in[factor] & own for factor in own)

    def _effect(self, own: Sequence[str]) -> Effect:
        outer = frozenset().union(*(self.nested_in[factor] for factor in own))
        return Effect(self._name(own), frozenset(own), outer | frozenset(own))

    def _name(self, own: Sequence[str]) -> str:
        outer = frozenset().union(*(self.nested_in[factor] for factor in own))
        nearest = [f for f in self.factors if f in outer and not any(f in self.nested_in[g] for g in outer)]
        joined = "x".join(own)
        return f"{joined}:{self._name(nearest)}" if nearest else joined


def crossed(factors: Sequence[str]) -> Design:
    """Every factor crossed with every other, the design when none is told."""
    return _checked([(factor, frozenset()) for factor in factors])


def parse_design(text: str) -> Design:
    """`x`, `×` or `*` cross, `:` nests the left side in the right side and binds closer; brackets group.

    Source of the notation: Brennan 2001, ch. 3. `A x (R:T)`, `(C:A) x R x I`, `I:R:T`, `(R x S):T`.
    """
    tokens = TOKEN.findall(text)
    reader = _Reader(text, iter([*tokens, ""]))
    found = reader.crossing()
    if reader.ahead:
        raise NotADesign("design.unreadable", text=text, at=reader.ahead)
    return _checked(found)


Found = list[tuple[str, frozenset[str]]]


class _Reader:
    """One token ahead; a missing name or bracket is refused with the token that stands there instead."""

    def __init__(self, text: str, tokens: Iterator[str]) -> None:
        self.text, self.aheads = text, tokens
        self.ahead = next(tokens)

    def crossing(self) -> Found:
        found = self.nesting()
        while self.ahead in CROSS:
            self.ahead = next(self.aheads)
            found = found + self.nesting()
        return found

    def nesting(self) -> Found:
        inner = self.atom()
        if self.ahead != ":":
            return inner
        self.ahead = next(self.aheads)
        outer = self.nesting()
        names = frozenset(name for name, _ in outer)
        return [(name, within | names) for name, within in inner] + outer

    def atom(self) -> Found:
        if self.ahead == "(":
            self.ahead = next(self.aheads)
            found = self.crossing()
            self._expect_closing()
            return found
        if self.ahead in CROSS or self.ahead in {"", ")", ":"}:
            raise NotADesign("design.unreadable", text=self.text, at=self.ahead or "end")
        name, self.ahead = self.ahead, next(self.aheads)
        return [(name, frozenset())]

    def _expect_closing(self) -> None:
        if self.ahead != ")":
            raise NotADesign("design.unreadable", text=self.text, at=self.ahead or "end")
        self.ahead = next(self.aheads)


def _checked(found: Found) -> Design:
    names = [name for name, _ in found]
    if len(set(names)) < len(names):
        raise NotADesign("design.factor_twice", factors=names)
    if not 2 <= len(names) <= MOST_FACTORS:
        raise NotADesign("design.number_of_factors", factors=names, least=2, most=MOST_FACTORS)
    return Design(tuple(names), dict(found))
