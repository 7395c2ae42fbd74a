"""Rankings of a panel: how far its judges agree (Kendall's W), the pooled ranking, and who ranks unlike the rest."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import stats

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, numbers
from hengcai.measurement.errors import NotATable, NothingVaries, TooLittleData
from hengcai.measurement.quantiles import check_confidence
from hengcai.measurement.results import Estimate

DRAWS, SEED, FEWEST_FOR_INTERVAL = 2000, 20261130, 3
W_METHOD = "Kendall's W, ties corrected; bootstrap over pairs of judges"


@dataclass(frozen=True)
class Ranks:
    """`table`: judges by items, mid-ranks from 1 (highest). `filled`: judges who left items out, by place."""

    judges: tuple[object, ...]
    items: tuple[object, ...]
    table: Floats
    filled: tuple[int, ...] = ()


@dataclass(frozen=True)
class Pooled:
    """An item's place in the pooled ranking (mid-rank where means tie) and its mean rank with a t interval over judges."""

    id: object
    rank: float
    mean_rank: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Concordance:
    w: Estimate
    chi_square: float
    df: int
    p: float
    items: tuple[Pooled, ...]
    judges: tuple[tuple[object, float | None], ...]


def ranks_of(judges: Column, items: Column, ranks: Column, *, incomplete: bool = False) -> Ranks:
    """A long table. A judge who left items out is refused by name, unless `incomplete`: then those share the mean of the ranks
    that are left over. A row without a rank counts as left out."""
    check_lengths(judge=judges, item=items, rank=ranks)
    given = numbers(ranks, name="rank")
    rows = np.flatnonzero(~np.isnan(given))
    judge, panel = codes(judges)
    item, named = codes(items)
    if len(panel) < 2:
        raise TooLittleData("ranking.one_judge", n=len(panel), needed=2)
    if len(named) < 2:
        raise TooLittleData("ranking.one_item", n=len(named), needed=2)
    table = np.full((len(panel), len(named)), np.nan)
    _refuse_repeats(judge[rows] * len(named) + item[rows], rows)
    table[judge[rows], item[rows]] = given[rows]
    lacking = np.flatnonzero(np.isnan(table).any(axis=1))
    if lacking.size and not incomplete:
        _refuse_gap(table, panel, named, int(lacking[0]))
    return Ranks(tuple(panel), tuple(named), np.vstack([_mid_ranks(row) for row in table]), tuple(lacking.tolist()))


def _refuse_repeats(cells: Codes, rows: Codes) -> None:
    _, first = np.unique(cells, return_index=True)
    if first.size < cells.size:
        again = np.setdiff1d(np.arange(cells.size), first)[0]
        raise NotATable("ranking.repeated", column="item", position=int(rows[again]))


def _refuse_gap(table: Floats, panel: object, named: object, place: int) -> None:
    missing = [str(named[item]) for item in np.flatnonzero(np.isnan(table[place]))[:3]]  # type: ignore[index]
    raise NotATable("ranking.left_out", judge=str(panel[place]), items=", ".join(missing))  # type: ignore[index]


def _mid_ranks(row: Floats) -> Floats:
    """What was left out shares the mean of the ranks after those that were given."""
    there = ~np.isnan(row)
    count, found = int(there.sum()), np.empty(row.size)
    found[there] = stats.rankdata(row[there])
    found[~there] = (count + 1 + row.size) / 2
    return found


def concordance(ranks: Ranks, *, confidence: float = 0.95) -> Concordance:
    """W = 12 S / (m² (n³ − n) − m ΣT), T = Σ(t³ − t) over each judge's ties; χ² = m (n − 1) W with n − 1 degrees of freedom.

    Kendall & Babington Smith 1939. Reproduces Siegel & Castellan 1988 (six applicants ranked by three executives, W .16)
    and R `irr::kendall(anxiety, TRUE)`: Wt .540, χ²(19) 30.8, p .0429."""
    check_confidence(confidence)
    m, n = ranks.table.shape
    w = kendall_w(ranks.table)
    chi = m * (n - 1) * w
    low, high, se = _interval(ranks.table, confidence)
    cautions = ("ranking_filled:" + ", ".join(str(ranks.judges[one]) for one in ranks.filled),) if ranks.filled else ()
    estimate = Estimate(w, low, high, se, m, W_METHOD, cautions)
    judges = tuple(zip(ranks.judges, _with_rest(ranks.table), strict=True))
    return Concordance(estimate, chi, n - 1, float(stats.chi2.sf(chi, n - 1)), _pooled(ranks, confidence), judges)


def kendall_w(table: Floats) -> float:
    m, n = table.shape
    totals = table.sum(axis=0)
    spread = float(((totals - totals.mean()) ** 2).sum())
    most = m * m * (n**3 - n) - m * sum(map(_ties, table))
    if most <= 0:
        raise NothingVaries("ranking.all_tied")
    return float(12 * spread / most)


def _ties(row: Floats) -> float:
    counts = np.unique(row, return_counts=True)[1].astype(float)
    return float(np.sum(counts**3 - counts))


def _interval(table: Floats, confidence: float) -> tuple[float | None, float | None, float | None]:
    """From the mean Spearman over pairs of different judges: a judge drawn twice is not compared with itself, which would agree
    with itself and lift W. W = (1 + (m − 1) r̄) / m."""
    m = table.shape[0]
    pairs = spearman_pairs(table)
    if m < FEWEST_FOR_INTERVAL or np.isnan(pairs).any():
        return None, None, None
    drawn = np.random.default_rng(SEED).integers(0, m, (DRAWS, m))
    means = [_mean_of_pairs(pairs, one) for one in drawn]
    values = np.array([(1 + (m - 1) * mean) / m for mean in means if mean is not None])
    low, high = np.quantile(values, [(1 - confidence) / 2, (1 + confidence) / 2])
    return float(max(low, 0.0)), float(min(high, 1.0)), float(values.std(ddof=1))


def _mean_of_pairs(pairs: Floats, drawn: Codes) -> float | None:
    """Over pairs of different judges among those drawn; None where one judge was drawn all the time."""
    different = drawn[:, None] != drawn[None, :]
    return float(np.mean(pairs[np.ix_(drawn, drawn)][different])) if different.any() else None


def spearman_pairs(table: Floats) -> Floats:
    """Judges by judges; NaN where one of them ties everything."""
    centred = table - table.mean(axis=1, keepdims=True)
    lengths = np.sqrt((centred**2).sum(axis=1))
    with np.errstate(invalid="ignore", divide="ignore"):
        found: Floats = centred @ centred.T / np.outer(lengths, lengths)
    return found


def _pooled(ranks: Ranks, confidence: float) -> tuple[Pooled, ...]:
    means = ranks.table.mean(axis=0)
    places = stats.rankdata(np.round(means, 10))
    order = np.lexsort((np.arange(means.size), places))
    halves = _halves(ranks.table, confidence)
    return tuple(_item(ranks, place, float(means[place]), float(places[place]), halves) for place in order.tolist())


def _item(ranks: Ranks, place: int, mean: float, rank: float, halves: Floats | None) -> Pooled:
    n = ranks.table.shape[1]
    if halves is None:
        return Pooled(ranks.items[place], rank, mean, None, None)
    half = float(halves[place])
    return Pooled(ranks.items[place], rank, mean, max(1.0, mean - half), min(float(n), mean + half))


def _halves(table: Floats, confidence: float) -> Floats | None:
    """Half the t interval of each mean rank over judges; none below three of them."""
    m = table.shape[0]
    if m < FEWEST_FOR_INTERVAL:
        return None
    width = float(stats.t.ppf((1 + confidence) / 2, m - 1)) / np.sqrt(m)
    found: Floats = width * table.std(axis=0, ddof=1)
    return found


def _with_rest(table: Floats) -> Iterator[float | None]:
    """Spearman of each judge with the mean rank of all the others."""
    totals = table.sum(axis=0)
    for row in table:
        rest = stats.rankdata(np.round(totals - row, 10))
        found = spearman_pairs(np.vstack([row, rest]))[0, 1]
        yield None if np.isnan(found) else float(found)
