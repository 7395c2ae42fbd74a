"""Ranks of judges in, the JSON object of `hengcai measure ranking` out."""

from collections.abc import Mapping
from dataclasses import dataclass

from hengcai.measurement.columns import Column
from hengcai.measurement.errors import NotATable
from hengcai.measurement.ranking import concordance, ranks_of

Columns = Mapping[str, Column]
Json = dict[str, object]


@dataclass(frozen=True)
class RankingRoles:
    """Names of the columns."""

    judge: str
    item: str
    rank: str


def ranking(columns: Columns, *, roles: RankingRoles, incomplete: bool = False, confidence: float = 0.95) -> Json:
    """`hengcai measure ranking`."""
    absent = [name for name in (roles.judge, roles.item, roles.rank) if name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
    ranks = ranks_of(columns[roles.judge], columns[roles.item], columns[roles.rank], incomplete=incomplete)
    found = concordance(ranks, confidence=confidence)
    return {
        "w": found.w.as_json(), "chi_square": found.chi_square, "df": found.df, "p": found.p,
        "items": [
            {"id": str(one.id), "rank": _place(one.rank), "mean_rank": one.mean_rank, "low": one.low, "high": one.high}
            for one in found.items
        ],
        "judges": [{"id": str(judge), "correlation_with_rest": value} for judge, value in found.judges],
    }  # fmt: skip


def _place(rank: float) -> float | int:
    """A whole place as a whole number; half places are shared."""
    return int(rank) if rank == int(rank) else rank
