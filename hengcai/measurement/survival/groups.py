"""Whether groups stay equally long: their curves and the log-rank test."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Codes, Floats
from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.flags import Flags
from hengcai.measurement.survival.curves import Curve, kaplan_meier
from hengcai.measurement.survival.library import lifelines, quiet
from hengcai.measurement.survival.records import Records

FEWEST, FEW_LEAVERS = 2, 10


@dataclass(frozen=True)
class LogRank:
    """Chi-square over all groups; a small p says that their hazards differ."""

    statistic: float
    df: int
    p: float
    left_out: tuple[object, ...] = ()

    def as_json(self) -> dict[str, object]:
        return {"statistic": self.statistic, "df": self.df, "p": self.p, "method": "log-rank"}


def curves_by_group(
    records: Records, *, at: Sequence[float], horizon: float, confidence: float = 0.95
) -> dict[object, Curve]:
    """A curve for each group, in the order of their first rows, all at the same times and up to one horizon."""
    return {
        label: kaplan_meier(records.part(code), at=at, horizon=horizon, confidence=confidence)
        for code, label in enumerate(records.groups)
    }


def common_horizon(records: Records) -> float:
    """The longest time over which every group was watched."""
    parts = [records.part(code) for code in range(len(records.groups))] or [records]
    return float(min(part.time.max() for part in parts))


def log_rank(records: Records) -> LogRank:
    """Observed less expected leavers of each group at every time (Mantel 1966; Peto & Peto 1972), by lifelines.

    Groups that were never watched beside others when somebody left, and others stayed, take no part: `left_out`.
    Reproduces R's survdiff on its lung data by sex: chi-square 10.3 on 1 degree of freedom, p .0013.
    """
    taking_part = _side_by_side(records) if records.groups else np.zeros(0, bool)
    chosen = np.flatnonzero(taking_part)
    if records.group is None or chosen.size < FEWEST:
        raise TooLittleData("survival.groups_not_side_by_side", groups=[str(label) for label in records.groups])
    rows = taking_part[records.group]
    with quiet():
        test = lifelines("statistics").multivariate_logrank_test
        found = test(records.time[rows], records.group[rows], records.left[rows])
    left_out = tuple(label for label, there in zip(records.groups, taking_part, strict=True) if not there)
    return LogRank(float(found.test_statistic), int(chosen.size) - 1, float(found.p_value), left_out)


def _side_by_side(records: Records) -> Flags:
    """Which groups were at risk with others when somebody, and not everybody, left."""
    moments = np.unique(records.time[records.left])
    at_risk = np.array([_at_risk(records.part(code), moments) for code in range(len(records.groups))])
    leaving = np.bincount(np.searchsorted(moments, records.time[records.left]), minlength=moments.size)
    telling = ((at_risk > 0).sum(axis=0) >= FEWEST) & (at_risk.sum(axis=0) > leaving)
    return np.asarray((at_risk[:, telling] > 0).any(axis=1))


def _at_risk(part: Records, moments: Floats) -> Codes:
    return part.n - np.searchsorted(np.sort(part.time), moments)


def few_leavers(records: Records) -> tuple[str, ...]:
    """Groups in which too few left for the test's chi-square to hold."""
    counts = [(label, records.part(code).n_left) for code, label in enumerate(records.groups)]
    return tuple(f"few_leavers:{label}:{n}" for label, n in counts if n < FEW_LEAVERS)
