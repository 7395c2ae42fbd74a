"""The people compared: outcome, who was trained, the score before, the team; each person one row."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, compact, numbers
from hengcai.measurement.errors import NothingVaries, TooLittleData
from hengcai.measurement.flags import Flags, flags

FEWEST = 2


@dataclass(frozen=True)
class Sample:
    """Rows with every number at hand; `left_out` counts the others."""

    outcome: Floats
    treated: Flags
    before: Floats | None = None
    cluster: Codes | None = None
    left_out: int = 0

    @property
    def n(self) -> int:
        return int(self.outcome.size)

    @property
    def cautions(self) -> tuple[str, ...]:
        return (f"left_out:{self.left_out}",) if self.left_out else ()

    @property
    def rests_on_one_cluster(self) -> bool:
        """Whether one of the arms is a single cluster, so that its spread cannot be known."""
        if self.cluster is None:
            return False
        return min(np.unique(self.cluster[arm]).size for arm in (self.treated, ~self.treated)) == 1


def read_sample(
    outcome: Column, treated: Column, *, before: Column | None = None, cluster: Column | None = None
) -> Sample:
    """Reads the columns; who lacks the outcome or the score before is left out and counted."""
    given = {"outcome": outcome, "treated": treated, "before": before, "cluster": cluster}
    check_lengths(**{name: column for name, column in given.items() if column is not None})
    result, trained = numbers(outcome, name="outcome"), flags(treated, name="treated")
    earlier = None if before is None else numbers(before, name="before")
    kept = ~np.isnan(result) if earlier is None else ~np.isnan(result) & ~np.isnan(earlier)
    sample = Sample(
        result[kept],
        trained[kept],
        None if earlier is None else earlier[kept],
        kept_codes(cluster, kept),
        int(kept.size - kept.sum()),
    )
    _check_arms(sample)
    return sample


def kept_codes(cluster: Column | None, kept: npt.NDArray[np.bool_]) -> Codes | None:
    """Codes of the rows that stay, without gaps; a single cluster says nothing of the spread between them."""
    if cluster is None:
        return None
    coded, n_clusters = compact(codes(cluster)[0][kept])
    if n_clusters == 1:
        raise TooLittleData("effect.one_cluster")
    return coded


def check_varies(outcome: Floats) -> None:
    """A constant outcome shows no effect and no error."""
    if outcome.size and np.ptp(outcome) == 0:
        raise NothingVaries("effect.outcome_constant", value=float(outcome[0]))


def _check_arms(sample: Sample) -> None:
    n_treated = int(sample.treated.sum())
    if n_treated == 0:
        raise TooLittleData("effect.nobody_treated", n=sample.n)
    if n_treated == sample.n:
        raise TooLittleData("effect.no_controls", n=sample.n)
    if min(n_treated, sample.n - n_treated) < FEWEST:
        raise TooLittleData("effect.too_few_in_group", treated=n_treated, control=sample.n - n_treated, needed=FEWEST)
    check_varies(sample.outcome)
