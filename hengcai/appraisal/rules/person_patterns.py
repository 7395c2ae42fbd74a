"""What stands out in the scores of a cycle's people: far from everybody, from the cycle before, or sources that disagree.

How far is far is read off the cycle itself: the middle is the median, the usual distance the standard deviation without
the twentieth part at either end, widened by what a normal curve loses there (Tukey & McLaughlin 1963). A few odd ones do
not move either. How likely a distance is tells Student's t with as many degrees of freedom as there are people but one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from statistics import median, stdev

from hengcai.appraisal.rules.patterns import LOOKS_DRAWN, Odd, noted
from hengcai.measurement.quantiles import t_upper_tail

DISAGREE, SELF_APART, OUTLIER, MOVED = "disagree", "self_apart", "outlier", "moved"
MISSING, TEAM_APART = "missing", "team_apart"
AGAINST = ("superior", "customer", "practical", "peer")  # sources set against each other, in pairs
OTHERS = ("superior", "peer", "practical")  # who stands against the self-assessment
APART_FROM = 1.0  # a level: less is not worth a question
LEAST_PEOPLE = 12  # fewer do not tell what is usual
LEAST_IN_TEAM, LEAST_MISSING = 4, 3
TRIMMED, WIDENED = 0.05, 1.2667  # 1 / sd of a standard normal cut at +-1.645
TENTHS = 10  # marks are set against each other in tenths of a level


@dataclass
class Scores:
    """One person with a result a row. `team` 0: none. `sources`: score by source, None where it does not count; a
    source the post is not rated by is not there."""

    person: list[int] = field(default_factory=list)
    team: list[int] = field(default_factory=list)
    final: list[float | None] = field(default_factory=list)
    before: list[float | None] = field(default_factory=list)
    sources: list[Mapping[str, float | None]] = field(default_factory=list)


@dataclass(frozen=True)
class Candidate:
    """Two sources of one person at least a level further apart than usual; `usual`: chance of that among the cycle's."""

    kind: str
    at: int
    source: str
    other: str
    apart: float
    middle: float
    usual: float
    looks: int


def score_patterns(scores: Scores, seed: int) -> list[Odd]:
    """All that needs no single marks."""
    return [
        *_far(OUTLIER, scores, [(at, one) for at, one in enumerate(scores.final) if one is not None]),
        *_far(MOVED, scores, _moves(scores)),
        *_teams_apart(scores, seed),
        *_missing(scores),
    ]


def candidates(scores: Scores) -> list[Candidate]:
    """Of every pair of sources, and of the self-assessment against the others."""
    found: list[Candidate] = []
    for source, other in combinations(AGAINST, 2):
        found += _apart(DISAGREE, source, other, _differences(scores, source, other))
    return [*found, *_apart(SELF_APART, "self", "", _self_differences(scores))]


def judged(
    some: Sequence[Candidate], marks: Sequence[tuple[Sequence[float], Sequence[float]]], scores: Scores
) -> list[Odd]:
    """Candidates with their single marks of either source. The chance is the larger of two: of marks so far apart if who
    gave which were dealt anew, and of sources so far apart as people's in this cycle usually are."""
    from hengcai.measurement.multiplicity import holm

    chances = [max(one.usual, _dealt(one, *two)) for one, two in zip(some, marks, strict=True)]
    found: list[Odd] = []
    for kind in (DISAGREE, SELF_APART):
        own = [place for place, one in enumerate(some) if one.kind == kind]
        looks = max((some[place].looks for place in own), default=0)
        if kind == DISAGREE:
            looks = sum({(some[place].source, some[place].other): some[place].looks for place in own}.values())
        adjusted = holm([chances[place] for place in own] + [1.0] * (looks - len(own)))
        for place, held in zip(own, adjusted, strict=False):
            one = some[place]
            n = len(marks[place][0]) + len(marks[place][1])
            facts = (one.kind, one.source, 0, (scores.person[one.at],), one.apart + one.middle, one.middle)
            found.append(Odd(*facts, chances[place], looks, held, n, other=one.other))
    return noted(found)


def _dealt(one: Candidate, first: Sequence[float], second: Sequence[float]) -> float:
    """Both sources moved to one middle first: that customers are kinder than superiors is nobody's finding. Marks of one
    form hang together, so this alone would call too much certain."""
    from hengcai.measurement.chance.lattice import labels_dealt, sign_flip

    if not first or not second:
        return 1.0
    if one.kind == SELF_APART:  # of the same items: pairs, and only which of the two is higher is dealt
        return sign_flip([round((a - b - one.middle) * TENTHS) for a, b in zip(first, second, strict=True)])
    return labels_dealt(
        [round((mark - one.middle) * TENTHS) for mark in first], [round(mark * TENTHS) for mark in second]
    )


def _far(kind: str, scores: Scores, values: Sequence[tuple[int, float]]) -> list[Odd]:
    from hengcai.measurement.multiplicity import holm

    spread = _usual([value for _at, value in values])
    if spread is None:
        return []
    middle, distance = spread
    chances = [_tail((value - middle) / distance, len(values)) for _at, value in values]
    told = zip(values, chances, holm(chances), strict=True)
    looks = len(values)
    return noted([
        Odd(kind, "", 0, (scores.person[at],), value, middle, chance, looks, adjusted, looks)
        for (at, value), chance, adjusted in told
    ])  # fmt: skip


def _moves(scores: Scores) -> list[tuple[int, float]]:
    pairs = enumerate(zip(scores.final, scores.before, strict=True))
    return [(at, now - before) for at, (now, before) in pairs if now is not None and before is not None]


def _differences(scores: Scores, source: str, other: str) -> list[tuple[int, float]]:
    found = []
    for at, told in enumerate(scores.sources):
        first, second = told.get(source), told.get(other)
        if first is not None and second is not None:
            found.append((at, first - second))
    return found


def _self_differences(scores: Scores) -> list[tuple[int, float]]:
    found = []
    for at, told in enumerate(scores.sources):
        others = [score for source in OTHERS if (score := told.get(source)) is not None]
        own = told.get("self")
        if own is not None and others:
            found.append((at, own - sum(others) / len(others)))
    return found


def _apart(kind: str, source: str, other: str, values: Sequence[tuple[int, float]]) -> Iterator[Candidate]:
    spread = _usual([value for _at, value in values])
    if spread is None:
        return
    middle, distance = spread
    for at, value in values:
        if abs(value - middle) >= APART_FROM:
            usual = _tail((value - middle) / distance, len(values))
            yield Candidate(kind, at, source, other, value - middle, middle, usual, len(values))


def _usual(values: Sequence[float]) -> tuple[float, float] | None:
    """Middle and usual distance; None of too few, or where nothing varies."""
    if len(values) < LEAST_PEOPLE:
        return None
    cut = int(TRIMMED * len(values))
    kept = sorted(values)[cut : len(values) - cut]
    distance = stdev(kept) * (WIDENED if cut else 1.0)
    return (median(values), distance) if distance > 0 else None


def _tail(apart: float, n: int) -> float:
    """As many usual distances from the middle, or more, on either side, where n people tell what is usual."""
    return 2 * t_upper_tail(abs(apart), df=n - 1)


def _teams_apart(scores: Scores, seed: int) -> list[Odd]:
    """A team's mean against that of as many people of the cycle taken at random."""
    import numpy as np

    from hengcai.measurement.chance.draws import COUNTED, null_of_means
    from hengcai.measurement.multiplicity import holm

    teams = defaultdict[int, list[int]](list)
    for at, (team, final) in enumerate(zip(scores.team, scores.final, strict=True)):
        if team and final is not None:
            teams[team].append(at)
    large = {team: own for team, own in sorted(teams.items()) if len(own) >= LEAST_IN_TEAM}
    if len(large) < 2:
        return []
    pool = np.array([final for final in scores.final if final is not None])
    centre, draws = float(pool.mean()), max(COUNTED, LOOKS_DRAWN * len(large))
    nulls = {n: null_of_means(pool, n, seed=seed, draws=draws) for n in sorted({len(own) for own in large.values()})}
    means = {team: sum(scores.final[at] or 0.0 for at in own) / len(own) for team, own in large.items()}
    chances = [nulls[len(own)].beyond(means[team], centre=centre) for team, own in large.items()]
    told = zip(large.items(), chances, holm(chances), strict=True)
    return noted([
        Odd(TEAM_APART, "", 0, tuple(scores.person[at] for at in own), means[team], centre, chance, len(large), adjusted,
            len(own), team=team)
        for (team, own), chance, adjusted in told
    ])  # fmt: skip


def _missing(scores: Scores) -> list[Odd]:
    """A source that is missing in one team more often than dealing the gaps out at random would bring about."""
    from hengcai.measurement.chance.lattice import as_many
    from hengcai.measurement.multiplicity import holm

    rows, chances = [], []
    for source in sorted({source for told in scores.sources for source in told}):
        asked = [at for at, told in enumerate(scores.sources) if source in told]
        gone = [at for at in asked if scores.sources[at][source] is None]
        here, lacking = defaultdict[int, list[int]](list), defaultdict[int, int](int)
        for at in asked:
            here[scores.team[at]].append(at)
        for at in gone:
            lacking[scores.team[at]] += 1
        for team, own in sorted(here.items()):
            if team and len(own) >= LEAST_IN_TEAM:
                rows.append((source, team, own, lacking[team], len(gone) / len(asked)))
                chances.append(as_many(lacking[team], len(own), marked=len(gone), size=len(asked)))
    told = zip(rows, chances, holm(chances), strict=True)
    return noted([
        Odd(MISSING, source, 0, tuple(scores.person[at] for at in own), float(count), share * len(own), chance, len(rows),
            adjusted, len(own), team=team)
        for (source, team, own, count, share), chance, adjusted in told
        if count >= LEAST_MISSING
    ])  # fmt: skip
