"""Contacts with an automated score, a person's score, or both: columns checked, and the scale people scored on."""

from dataclasses import dataclass, replace

import numpy as np

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, numbers
from hengcai.measurement.errors import NotANumber, OutOfRange, TooLittleData
from hengcai.measurement.limits import SMALLEST_WEIGHT, plain

KNOWN_SCALES = ((0.0, 1.0), (1.0, 5.0))
LEAST_STEP = 1e-9


@dataclass(frozen=True)
class Scale:
    """`step` is the smallest distance of two scores a person gave, 0 where it is unknown.

    `ends` are known where all scores are 0 or 1, or whole numbers from 1 to 5; no mean lies outside.
    """

    step: float
    ends: tuple[float, float] | None

    def held(self, mean: float) -> float:
        return mean if self.ends is None else min(max(mean, self.ends[0]), self.ends[1])

    def within(self, mean: float, half: float) -> tuple[float, float, float]:
        """Mean and ends of its interval, none of them outside; a mean outside stands at the scale's end."""
        middle = self.held(mean)
        low, high = min(mean - half, middle), max(mean + half, middle)
        if mean != middle:
            low, high = min(low, middle - half), max(high, middle + half)
        return middle, self.held(low), self.held(high)


def scale_of(human: Floats, ends: tuple[float, float] | None = None) -> Scale:
    """From the scores people gave, none of them missing; ends that are told go before those recognised."""
    given = np.unique(human)
    steps = np.diff(given)
    whole = bool((given % 1 == 0).all())
    step = float(steps[steps > LEAST_STEP].min(initial=np.inf))
    known = [ends for ends in KNOWN_SCALES if whole and given.size and ends[0] <= given[0] and given[-1] <= ends[1]]
    if ends is None and known:
        ends = (min(low for low, _ in known), max(high for _, high in known))
    return Scale(step if np.isfinite(step) else float(whole and given.size > 0), ends)


@dataclass(frozen=True)
class Scores:
    """Contacts with an automated score, a human score, or both; NaN stands for none, weights are 1 / inclusion.

    `stratum` is the part of the contacts from which each was drawn: all of one part where none are told.
    """

    agent: Codes
    automated: Floats
    human: Floats
    weight: Floats
    ids: tuple[object, ...]
    stratum: Codes
    strata: tuple[object, ...]

    @property
    def heard(self) -> "Scores":
        """The contacts that a person scored."""
        return self.of(np.flatnonzero(~np.isnan(self.human)))

    @property
    def both(self) -> Codes:
        return np.flatnonzero(~np.isnan(self.human) & ~np.isnan(self.automated))

    def of(self, rows: Codes) -> "Scores":
        return replace(
            self,
            agent=self.agent[rows],
            automated=self.automated[rows],
            human=self.human[rows],
            weight=self.weight[rows],
            stratum=self.stratum[rows],
        )


def check_scale(human: Floats, ends: tuple[float, float]) -> None:
    """The first score by a person outside the scale is refused."""
    low, high = ends
    if not low < high:
        raise OutOfRange("scale.not_rising", low=low, high=high)
    outside = np.flatnonzero((human < low) | (human > high))
    if outside.size:
        place = int(outside[0])
        raise OutOfRange(
            "scale.outside", column="human", value=f"{human[place]:g}", low=f"{low:g}", high=f"{high:g}", position=place
        )


def joined_scores(
    agents: Column,
    automated: Column,
    human: Column,
    *,
    inclusion: Column | None = None,
    strata: Column | None = None,
) -> Scores:
    """Checked columns; an inclusion probability is needed where there is a human score."""
    check_lengths(agent=agents, automated=automated, human=human)
    agent, ids = codes(agents)
    by_machine, by_person = numbers(automated, name="automated"), numbers(human, name="human")
    weight = np.broadcast_to(1.0, agent.size) if inclusion is None else _weights(inclusion, by_person)
    if by_machine.size == 0 or (np.isnan(by_machine[0]) and np.isnan(by_machine).all()):
        raise TooLittleData("scores.no_automated", n=int(agent.size))
    if strata is None:
        return Scores(agent, by_machine, by_person, weight, tuple(ids), np.broadcast_to(0, agent.size), (None,))
    check_lengths(agent=agents, stratum=strata)
    stratum, names = codes(strata)
    return Scores(agent, by_machine, by_person, weight, tuple(ids), stratum, tuple(names))


def _weights(inclusion: Column, human: Floats) -> Floats:
    check_lengths(human=human, inclusion=inclusion)
    read = numbers(inclusion, name="inclusion")
    scored = ~np.isnan(human)
    absent = np.flatnonzero(scored & np.isnan(read))
    if absent.size:
        raise NotANumber("value.missing", column="inclusion", position=int(absent[0]))
    wrong = np.flatnonzero(scored & ~((read >= SMALLEST_WEIGHT) & (read <= 1)))
    if wrong.size:
        place, value = int(wrong[0]), f"{float(read[wrong[0]]):g}"
        raise OutOfRange(
            "sample.probability", column="inclusion", value=value, smallest=plain(SMALLEST_WEIGHT), position=place
        )
    return np.divide(1.0, read, out=np.ones_like(read), where=scored)
