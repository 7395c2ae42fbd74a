"""Item analysis of a test: how hard each item is, whether it tells the able from the others, what its wrong options do."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, is_missing, numbers
from hengcai.measurement.errors import NotATable, OutOfRange, TooLittleData
from hengcai.measurement.intervals import mean_interval, share_interval
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate, unknown

PART = 0.27
FEW = 30


@dataclass(frozen=True)
class Answers:
    """`scores`: persons by items, NaN where a pair is missing; `options`: by the same cells the place of what was chosen."""

    items: tuple[object, ...]
    scores: Floats
    largest: Floats
    options: tuple[object, ...] = ()
    chosen: Codes | None = None


@dataclass(frozen=True)
class Option:
    id: object
    share: float
    share_upper: float | None
    share_lower: float | None


@dataclass(frozen=True)
class Item:
    id: object
    n: int
    difficulty: Estimate
    discrimination: Estimate
    upper_lower_27: float | None
    options: tuple[Option, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class Analysis:
    items: tuple[Item, ...]
    alpha: Estimate
    sem: float | None


def answers_of(
    persons: Column, items: Column, scores: Column, *, options: Column | None = None, largest: float | None = None
) -> Answers:
    """A long table; a row without a score counts as a pair that is not there. `largest`: what an item can earn, else the
    highest score seen of each."""
    check_lengths(person=persons, item=items, score=scores, **({} if options is None else {"option": options}))
    read = numbers(scores, name="score")
    given = np.flatnonzero(~np.isnan(read))
    if not given.size:
        raise TooLittleData("ratings.none", n=0)
    person, people = codes(persons)
    item, names = codes(items)
    _refuse_repeats(person[given] * len(names) + item[given], given)
    table = np.full((len(people), len(names)), np.nan)
    table[person[given], item[given]] = read[given]
    found = _largest(table, read, largest)
    if options is None:
        return Answers(tuple(names), table, found)
    option, kinds = codes(options)
    empty = np.array([is_missing(one) for one in kinds], dtype=bool)
    chosen = np.full(table.shape, -1, np.int64)
    chosen[person[given], item[given]] = np.where(empty[option[given]], -1, option[given])
    return Answers(tuple(names), table, found, tuple(kinds), chosen)


def _refuse_repeats(cells: Codes, given: Codes) -> None:
    _, first = np.unique(cells, return_index=True)
    if first.size < cells.size:
        again = np.setdiff1d(np.arange(cells.size), first)[0]
        raise NotATable("items.repeated", column="item", position=int(given[again]))


def _largest(table: Floats, read: Floats, largest: float | None) -> Floats:
    seen: Floats = np.nanmax(np.where(np.isnan(table), -np.inf, table), axis=0)
    if largest is None:
        return seen
    if not largest > 0:
        raise OutOfRange("items.max_not_positive", value=largest)
    if (seen > largest).any():
        raise OutOfRange("items.above_max", column="score", position=int(np.nanargmax(read)), largest=largest)
    return np.full(seen.size, float(largest))


def item_analysis(answers: Answers, *, confidence: float = 0.95) -> Analysis:
    """Every item in the order of its first row, then the test as a whole."""
    totals = np.nansum(answers.scores, axis=1)
    items = tuple(_item(answers, place, totals, confidence) for place in range(len(answers.items)))
    alpha, sem = cronbach_alpha(answers.scores, confidence=confidence)
    return Analysis(items, alpha, sem)


def _item(answers: Answers, place: int, totals: Floats, confidence: float) -> Item:
    own = answers.scores[:, place]
    there = ~np.isnan(own)
    scores, whole = own[there], totals[there]
    largest = float(answers.largest[place]) or float(answers.largest.max())
    upper, lower = extremes(whole)
    found = discrimination(scores, whole - scores, confidence=confidence)
    options = tuple(_options(answers, place, there, upper, lower))
    return Item(
        id=answers.items[place],
        n=scores.size,
        difficulty=difficulty(scores, largest, confidence=confidence),
        discrimination=found,
        upper_lower_27=_between(scores, upper, lower, largest),
        options=options,
        cautions=_cautions(answers, place, found, options),
    )


def difficulty(scores: Floats, largest: float, *, confidence: float = 0.95) -> Estimate:
    """Mean over the maximum: Wilson's interval where an answer is right or wrong (Wilson 1927), else Student's.

    Reproduces Newcombe 1998, table I: 81 right of 263 gives .2553 to .3662.
    """
    if not largest > 0:
        return unknown("mean over maximum", scores.size, "max_unknown")
    shares = scores / largest
    if np.isin(shares, (0.0, 1.0)).all():
        return share_interval(int(shares.sum()), shares.size, confidence=confidence)
    if shares.size < 2:
        return Estimate(float(shares.mean()), None, None, None, shares.size, "mean over maximum", ("too_few:1",))
    return mean_interval([float(one) for one in shares], confidence=confidence)


def discrimination(scores: Floats, rest: Floats, *, confidence: float = 0.95) -> Estimate:
    """Correlation of an item with the sum of the others (corrected item-rest), with Fisher's interval:
    tanh(atanh r +- z / sqrt(n - 3)); Fisher 1921. `se` is the interval's half-width over z.

    Reproduces numpy.corrcoef on the ten items of `cronbach_alpha` of pingouin 0.5, as psych's r.drop has it.
    """
    method, n = "item-rest correlation, Fisher interval", scores.size
    if n < 3:
        return unknown(method, n, f"too_few:{n}")
    if np.ptp(scores) == 0 or np.ptp(rest) <= 1e-12 * max(1.0, float(np.abs(rest).max())):
        return unknown(method, n, "nothing_varies")
    r = float(np.clip(np.corrcoef(scores, rest)[0, 1], -1, 1))
    if n < 4 or abs(r) > 1 - 1e-12:
        return Estimate(r, None, None, None, n, method, (f"too_few:{n}",) if n < 4 else ("no_width",))
    z, half = math.atanh(r), two_sided_z(confidence) / math.sqrt(n - 3)
    low, high = math.tanh(z - half), math.tanh(z + half)
    return Estimate(r, low, high, (high - low) / 2 / two_sided_z(confidence), n, method)


def extremes(totals: Floats) -> tuple[Floats, Floats]:
    """How far each person belongs to the upper and to the lower 27 % (Kelley 1939): floor(.27 n) of each end; those who
    tie at its edge share the places that are left."""
    count = math.floor(PART * totals.size + 1e-9)
    return _end(-totals, count), _end(totals, count)


def _end(values: Floats, count: int) -> Floats:
    weights = np.zeros(values.size)
    if not count:
        return weights
    edge = np.sort(values)[count - 1]
    inside, tied = values < edge - 1e-9, np.abs(values - edge) <= 1e-9
    weights[inside] = 1
    weights[tied] = (count - inside.sum()) / tied.sum()
    return weights


def _between(scores: Floats, upper: Floats, lower: Floats, largest: float) -> float | None:
    if not upper.sum() or not largest > 0:
        return None
    return float((upper @ scores - lower @ scores) / upper.sum() / largest)


def _options(
    answers: Answers, place: int, there: npt.NDArray[np.bool_], upper: Floats, lower: Floats
) -> Iterator[Option]:
    """In the order of the table's first rows; an empty one is no option, but counts among the answers."""
    if answers.chosen is None:
        return
    chosen = answers.chosen[there, place]
    for code in sorted({int(one) for one in chosen if one >= 0}):
        own = (chosen == code).astype(float)
        ends = [float(end @ own / end.sum()) if end.sum() else None for end in (upper, lower)]
        yield Option(answers.options[code], float(own.mean()), ends[0], ends[1])


def _cautions(answers: Answers, place: int, found: Estimate, options: tuple[Option, ...]) -> tuple[str, ...]:
    own = answers.scores[:, place]
    there = int(np.count_nonzero(~np.isnan(own)))
    cautions = [f"few_persons:{there}"] if there < FEW else []
    if found.estimate is not None and found.estimate < 0:
        cautions.append("negative_discrimination")
    if there < own.size or np.isnan(answers.scores[~np.isnan(own)]).any():
        cautions.append("pairs_missing")
    cautions += [f"option_draws_the_able:{one.id}" for one in options if _draws_the_able(answers, place, one)]
    return tuple(cautions)


def _draws_the_able(answers: Answers, place: int, option: Option) -> bool:
    """A wrong option that more of the upper end choose than of the lower."""
    if answers.chosen is None or option.share_upper is None or option.share_lower is None:
        return False
    own = answers.scores[answers.chosen[:, place] == answers.options.index(option.id), place]
    return bool(np.nanmax(own) <= 0) and option.share_upper > option.share_lower


def cronbach_alpha(scores: Floats, *, confidence: float = 0.95) -> tuple[Estimate, float | None]:
    """alpha = k / (k - 1) (1 - sum of item variances / variance of totals), Cronbach 1951, over the complete persons, with
    Feldt's interval 1 - (1 - alpha) F (Feldt 1965; n - 1 and (n - 1)(k - 1) degrees of freedom), and the standard error
    of measurement, SD of totals x sqrt(1 - alpha). `se` is the interval's half-width over z.

    Reproduces pingouin 0.5, `cronbach_alpha` on its own data: .5917, .195 to .840.
    """
    method = "Cronbach's alpha, Feldt interval"
    whole = scores[~np.isnan(scores).any(axis=1)]
    n, k = whole.shape
    left_out = scores.shape[0] - n
    cautions = (f"persons_left_out:{left_out}",) if left_out else ()
    if n < 2 or k < 2:
        return unknown(method, n, *cautions, f"too_few:{min(n, k)}"), None
    spread = float(whole.sum(axis=1).var(ddof=1))
    if spread <= 1e-12:
        return unknown(method, n, *cautions, "nothing_varies"), None
    alpha = k / (k - 1) * (1 - float(whole.var(axis=0, ddof=1).sum()) / spread)
    low, high = _feldt(alpha, n, k, confidence)
    se = (high - low) / 2 / two_sided_z(confidence)
    return Estimate(alpha, low, high, se, n, method, cautions), math.sqrt(spread * max(0.0, 1 - alpha))


def _feldt(alpha: float, n: int, k: int, confidence: float) -> tuple[float, float]:
    from scipy.special import fdtri

    first, second, tail = n - 1, (n - 1) * (k - 1), (1 - confidence) / 2
    return 1 - (1 - alpha) * float(fdtri(first, second, 1 - tail)), 1 - (1 - alpha) * float(fdtri(first, second, tail))
