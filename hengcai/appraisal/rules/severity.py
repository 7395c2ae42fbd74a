"""Severities taken out of one kind of evidence, from plain columns to plain figures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from hengcai.appraisal.rules import fair
from hengcai.appraisal.rules.fair import Corrected, Lines

if TYPE_CHECKING:
    from hengcai.measurement.fair_scores.scores import FairScores
    from hengcai.measurement.fair_scores.shrinkage import Shrunk

SHOWN_SUBSETS, SHOWN_MEMBERS = 12, 6


@dataclass
class Rows:
    """One scoring a row: whose (participant), by whom (a user for evaluations, else a person), of which contact."""

    agents: list[int] = field(default_factory=list)
    raters: list[int] = field(default_factory=list)
    contacts: list[int] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)

    def add(self, agent: int, rater: int, contact: int, score: float) -> None:
        self.agents.append(agent)
        self.raters.append(rater)
        self.contacts.append(contact)
        self.scores.append(score)


@dataclass(frozen=True)
class Worked:
    """`unknown` says why there is no correction; figures by participant where there are any."""

    unknown: str
    detail: Mapping[str, Any] = field(default_factory=dict)
    scores: Mapping[int, Corrected] = field(default_factory=dict)
    bands: Mapping[int, Sequence[Sequence[object]]] = field(default_factory=dict)


def worked_out(rows: Rows, lines: Lines, is_whole: bool) -> Worked:  # noqa: FBT001 - asked for across processes
    """`is_whole`: a scoring is of the whole period, not of one contact."""
    from hengcai.measurement.errors import MeasurementRefusal, NothingVaries
    from hengcai.measurement.fair_scores.ratings import contact_ratings
    from hengcai.measurement.fair_scores.scores import Options, fair_scores

    if not rows.agents:
        return Worked(fair.NO_DATA)
    try:
        ratings = contact_ratings(rows.agents, rows.raters, rows.contacts, scores=rows.scores)
        options = Options(cuts=lines.cuts, confidence=fair.CONFIDENCE, is_whole=is_whole)
        found = fair_scores(ratings, options=options)
    except MeasurementRefusal as refusal:
        return Worked(fair.CONSTANT if isinstance(refusal, NothingVaries) else fair.TOO_FEW)
    return _told(found, rows, lines)


def _told(found: "FairScores", rows: Rows, lines: Lines) -> Worked:
    unknown = fair.why_unknown(found, rows=len(rows.agents))
    detail = _detail(found, rows) | {"lines": dict(zip(lines.codes, lines.starts, strict=True))}
    counts = Counter(rows.agents) if found.options.is_whole else _contacts(found)
    if unknown:
        return Worked(unknown, detail, _raw(found, counts))
    return Worked("", detail, *_figures(found, lines, counts))


def _contacts(found: "FairScores") -> Mapping[int, int]:
    return {
        int(str(agent)): int(n) for agent, n in zip(found.ratings.agent.ids, found.n_contacts.tolist(), strict=True)
    }


def _figures(
    found: "FairScores", lines: Lines, counts: Mapping[int, int]
) -> tuple[dict[int, Corrected], dict[int, Sequence[Sequence[object]]]]:
    shrunk = cast("Shrunk", found.shrunk)  # figures are told only where errors are known
    agents = [int(str(one)) for one in found.ratings.agent.ids]
    columns = (found.raw, shrunk.mean, shrunk.sd)
    values = zip(agents, *(column.tolist() for column in columns), strict=True)
    scores = {agent: Corrected(raw, mean, sd, counts[agent]) for agent, raw, mean, sd in values}
    if not lines.codes:
        return scores, {}
    told = zip(agents, shrunk.bands(lines.cuts).tolist(), strict=True)
    return scores, {agent: lines.told(below_up) for agent, below_up in told}


def _raw(found: "FairScores", counts: Mapping[int, int]) -> dict[int, Corrected]:
    values = zip((int(str(agent)) for agent in found.ratings.agent.ids), found.raw.tolist(), strict=True)
    return {agent: Corrected(raw, raw, 0.0, counts[agent]) for agent, raw in values}


def _detail(found: "FairScores", rows: Rows) -> dict[str, Any]:
    """What a reader of the board is told of the design."""
    raters = [int(str(one)) for one in found.ratings.rater.ids]
    detail: dict[str, Any] = {
        "agents": found.ratings.agent.size, "raters": len(raters), "scorings": len(rows.agents),
        "contacts": found.ratings.n_contacts, "confidence": fair.CONFIDENCE,
        "components": {name: part.as_json() for name, part in found.components.items()},
    }  # fmt: skip
    if not found.linking.linked:
        subsets = [part.get("rater", []) for part in found.linking.subsets]
        return detail | {
            "subsets": [[int(str(one)) for one in part[:SHOWN_MEMBERS]] for part in subsets[:SHOWN_SUBSETS]],
            "subset_count": len(subsets), "fewest": found.linking.fewest_double_scores,
            "advised": max(found.linking.advised_double_scores(found.ratings.n_contacts), _for_an_interval(found)),
        }  # fmt: skip
    if found.solution is None or found.shrunk is None:
        return detail
    errors = [max(float(one), 0.0) ** 0.5 for one in found.solution.covariance.diagonal()]
    counts = Counter(rows.raters)
    severities = zip(raters, found.solution.severity.tolist(), errors, strict=True)
    return detail | {
        "severities": [
            {"rater": rater, "severity": round(value, 6), "se": round(se, 6), "n": counts[rater]}
            for rater, value, se in severities
        ]
    }


def _for_an_interval(found: "FairScores") -> int:
    """Of people rated once a period, so many a second time leave enough free for an error; contacts come in numbers."""
    return found.ratings.rater.size - 1 + fair.LEAST_FREE if found.options.is_whole else 0
