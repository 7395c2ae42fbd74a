"""What a closed survey says of each competency: the mean of its 1–5 questions, with an interval wide enough for any one person
answering them all alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from hengcai.assessment.models import Survey
from hengcai.assessment.queries.results import Reading, Results
from hengcai.measurement.results import Estimate
from hengcai.training.rules.alike import all_alike

FIVE = ("scale", "matrix")
METHOD = "mean of means, the widths of their intervals averaged"


@dataclass(frozen=True)
class Surveyed:
    asked: int
    answered: int
    means: Mapping[str, Estimate]


def surveyed(survey: Survey | None, broad: Mapping[str, str]) -> Surveyed:
    """Nothing of an open one, and nothing of fewer than five people."""
    if survey is None or survey.state != Survey.State.CLOSED:
        return Surveyed(0, 0, {})
    results = Reading(survey, {}, with_texts=False).results()
    return Surveyed(results.n_asked, results.n_answered, means_of(results, broad))


def means_of(results: Results, broad: Mapping[str, str]) -> dict[str, Estimate]:
    found: dict[str, list[Estimate]] = {}
    for line in results.lines:
        mean = line.all.mean if line.all else None
        if mean and line.competency and line.question.kind in FIVE:
            found.setdefault(broad.get(line.competency, line.competency), []).append(mean)
    return {code: pooled(some) for code, some in found.items()}


def pooled(means: list[Estimate]) -> Estimate:
    value = sum(one.estimate or 0.0 for one in means) / len(means)
    n = min(one.n for one in means)
    ends = [_ends(one) for one in means]
    low, high = (sum(some) / len(means) for some in zip(*ends, strict=True))
    return Estimate(value, low, high, None, n, METHOD)


def _ends(one: Estimate) -> tuple[float, float]:
    if one.low is not None and one.high is not None:
        return one.low, one.high
    found = all_alike(one.estimate or 0.0, one.n, lowest=1.0, highest=5.0)
    return found.low or 0.0, found.high or 0.0
