"""Rows of the table a year is put together from, checked one by one and gathered by agent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from hengcai.appraisal.rules.policy import HIGHEST, LOWEST
from hengcai.appraisal.rules.tables import in_column, missing, whole
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.base.ids import Spellings, folded

MONTH, QUARTER = "month", "quarter"
PART_COLUMNS, SERVICE = ("agent", "part", "cycle", "score"), "service_months"
LIMITS = {MONTH: (Fraction(0), Fraction(100)), QUARTER: (LOWEST, HIGHEST)}
Values = Mapping[str, str]


@dataclass
class Parts:
    """One agent's published scores; `service_months` None: nobody said."""

    months: list[Fraction] = field(default_factory=list)
    quarters: list[Fraction] = field(default_factory=list)
    service_months: int | None = None


class YearTable:
    """`agents` in the order of their first row."""

    def __init__(self) -> None:
        self.agents: dict[str, Parts] = {}
        self._names = Spellings()
        self._seen: set[tuple[str, str, str]] = set()

    def take_part(self, row: Values) -> None:
        """An empty score is a cycle in which there was none."""
        part = folded(row["part"])
        if part not in LIMITS:
            raise NotValid("appraisal.part_unknown", column="part", value=part, known=tuple(LIMITS))
        score = in_column("score", row["score"], exact)
        low, high = LIMITS[part]
        if score is not None and not low <= score <= high:
            raise NotValid("policy.outside", column="score", value=row["score"], low=str(low), high=str(high))
        agent, cycle = self._names[row["agent"]] or missing("agent"), folded(row["cycle"]) or missing("cycle")
        if (agent, part, cycle) in self._seen:
            raise NotValid("appraisal.part_twice", column="cycle", cycle=cycle)
        self._seen.add((agent, part, cycle))
        self._keep(self.agents.setdefault(agent, Parts()), part, score, row.get(SERVICE) or "")

    def _keep(self, parts: Parts, part: str, score: Fraction | None, service: str) -> None:
        months = in_column(SERVICE, service, whole)
        if months is not None:
            if parts.service_months not in (None, int(months)):
                raise NotValid("appraisal.service_differs", column=SERVICE, value=service, before=parts.service_months)
            parts.service_months = int(months)
        if score is not None:
            (parts.months if part == MONTH else parts.quarters).append(score)
