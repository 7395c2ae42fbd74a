"""Simulated centres with a known truth: people of different ability, months with noise, training sent to whom a bad month
pointed at, and an effect that is set."""

import random

from hengcai.programme.facts.outcomes import Held
from hengcai.programme.rules.verdicts import months_of

MONTHS = months_of((2025, 7), (2026, 6))


def centre(seed, *, effect=0.0, people=80, noise=4.0):
    """Those lowest in a month go to the course in the next one, a dozen at a time from the sixth month on: with no effect at
    all they rise afterwards, since a bad month is partly bad luck."""
    chance = random.Random(seed)
    ability = {str(one): 82 + chance.gauss(0, 4) for one in range(people)}
    level = {one: {month: ability[one] + chance.gauss(0, noise) for month in MONTHS} for one in ability}
    starts = _sent(level)
    rows = [
        (one, month, value + (effect if one in starts and month >= starts[one] else 0.0))
        for one, months in level.items()
        for month, value in months.items()
    ]
    return Held(rows, starts, {one: f"t{int(one) // 16}" for one in ability})


def _sent(level):
    starts = {}
    for place in (5, 7, 9):
        month, following = MONTHS[place], MONTHS[place + 1]
        lowest = sorted((one for one in level if one not in starts), key=lambda one: level[one][month])
        starts |= dict.fromkeys(lowest[:12], following)
    return starts


def by_chance(seed, *, effect=0.0, people=80, noise=4.0):
    """The same, but who goes is drawn by lot: the starts say nothing of the months before."""
    chance = random.Random(f"{seed}-lot")
    found = centre(seed, people=people, noise=noise)
    drawn = chance.sample(sorted(found.teams, key=int), 36)
    starts = {one: MONTHS[(5, 7, 9)[place // 12] + 1] for place, one in enumerate(drawn)}
    rows = [(u, m, v + (effect if u in starts and m >= starts[u] else 0.0)) for u, m, v in found.rows]
    return Held(rows, starts, found.teams)
