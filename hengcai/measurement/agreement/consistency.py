"""The trade's consistency (一致率): how often a rater comes close enough to the agreed reference."""

from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, numbers
from hengcai.measurement.errors import NotATable, OutOfRange, TooLittleData
from hengcai.measurement.flags import Flags, flags
from hengcai.measurement.intervals import wilson_bounds
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate

METHOD = "share of units like the reference, Wilson interval"
USUAL_WITHIN = 5.0
ROUNDING = 1e-9


@dataclass(frozen=True)
class Compared:
    """Columns of equal length: units, raters, scores and, if any, whether a fatal fault was found."""

    unit: Column
    rater: Column
    score: Column
    fatal: Column | None = None


@dataclass(frozen=True)
class Reference:
    """The rater whose rows are agreed upon, and how many points off still count as consistent."""

    rater: str
    within: float = USUAL_WITHIN

    def __post_init__(self) -> None:
        if not (np.isfinite(self.within) and self.within >= 0):
            raise OutOfRange("reference.within", within=self.within)


def consistency(table: Compared, reference: Reference, *, confidence: float = 0.95) -> dict[str, object]:
    """Share of the others' units at most `within` points from the reference and with the same fatal flag.

    Units without a reference are left out and counted. Several raters of one unit hang together: the overall interval
    is Wilson's at the number of units. Checked in the tests by hand.
    """
    rater, names, unit, score = _rows(table)
    at = [place for place, name in enumerate(names) if str(name).strip() == reference.rater.strip()]
    if not at:
        raise TooLittleData("reference.unknown", reference=reference.rater)
    agreed = np.isin(rater, at)
    like, met = _like(table, (unit, score, agreed), reference.within)
    if not met.any():
        raise TooLittleData("reference.nothing_shared", reference=reference.rater)
    shares: dict[str, object] = {
        str(names[code]): _share(like[own], int(own.sum()), confidence).as_json()
        for code in dict.fromkeys(rater[met].tolist())
        for own in [met & (rater == code)]
    }
    overall = _share(like[met], int(np.unique(unit[met]).size), confidence).as_json()
    return {
        "reference": reference.rater,
        "within": reference.within,
        **overall,
        "left_out": int((~met & ~agreed & ~np.isnan(score)).sum()),
        "by_rater": shares,
    }


def _rows(table: Compared) -> tuple[Codes, list[object], Codes, Floats]:
    check_lengths(unit=table.unit, rater=table.rater, score=table.score)
    rater, names = codes(table.rater)
    return rater, list(names), codes(table.unit)[0], numbers(table.score, name="score")


def _like(table: Compared, rows: tuple[Codes, Floats, Flags], within: float) -> tuple[Flags, Flags]:
    """Which rows are like the reference of their unit, and which have one to be held against."""
    unit, score, agreed = rows
    fatal = np.zeros(score.size, bool) if table.fatal is None else flags(table.fatal, name="fatal")
    given = np.flatnonzero(agreed & ~np.isnan(score))
    if np.unique(unit[given]).size < given.size:
        place = np.flatnonzero(np.bincount(unit[given])[unit[given]] > 1)
        raise NotATable("ratings.repeated", column="unit", position=int(given[place[-1]]))
    wanted, wanted_fatal = np.full(int(unit.max()) + 1, np.nan), np.zeros(int(unit.max()) + 1, bool)
    wanted[unit[given]], wanted_fatal[unit[given]] = score[given], fatal[given]
    met = ~agreed & ~np.isnan(score) & ~np.isnan(wanted[unit])
    near = np.abs(np.nan_to_num(score - wanted[unit])) <= within + ROUNDING
    return met & near & (fatal == wanted_fatal[unit]), met


def _share(like: Flags, units: int, confidence: float) -> Estimate:
    share = float(like.mean())
    low, high = wilson_bounds(share, units, confidence=confidence)
    return Estimate(share, low, high, (high - low) / 2 / two_sided_z(confidence), int(like.size), METHOD)
