"""Scores freed of raters' severity, for a whole cycle at once. Builds rows; the actions write them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from hengcai.appraisal.models import Cycle, FairDesign, FairScore, Result
from hengcai.appraisal.rules import fair
from hengcai.appraisal.rules.fair import Corrected, Lines
from hengcai.appraisal.rules.policy import SkillPolicy
from hengcai.appraisal.rules.policy_file import parsed_skill_policy
from hengcai.appraisal.scorings import Rows, evaluation_rows, form_rows

if TYPE_CHECKING:
    from hengcai.measurement.fair_scores.scores import FairScores

BASIS = FairScore.Basis
SHOWN_SUBSETS, SHOWN_MEMBERS = 12, 6
NOTHING = Lines([], [])


@dataclass(frozen=True)
class Basis:
    """One kind of evidence worked out: the design as found, each participant's figures where they are known.

    `by_lot`: uncorrected means with the error of drawing raters by lot, for a source whose raters are drawn so.
    """

    design: FairDesign
    scores: Mapping[int, Corrected]
    bands: Mapping[int, Sequence[Sequence[object]]]
    by_lot: Mapping[int, Corrected] = field(default_factory=dict)


def fair_rows(cycle: Cycle) -> tuple[list[FairDesign], list[FairScore]]:
    """From the stored ratings and published evaluations, for the results as they stand."""
    results = list(Result.objects.filter(participant__cycle=cycle, is_current=True).select_related("participant"))
    rows, lines = evaluation_rows(cycle, results)
    found: dict[str, Basis] = {BASIS.EVALUATIONS: _basis(cycle, BASIS.EVALUATIONS, rows, lines=lines)}
    scores: list[FairScore] = []
    if cycle.kind != Cycle.Kind.MONTH:
        policy = parsed_skill_policy(cycle.policy.text, file=cycle.policy.name)
        forms = form_rows(cycle, policy)
        found[BASIS.SUPERIOR] = _basis(cycle, BASIS.SUPERIOR, forms[BASIS.SUPERIOR], is_whole=True)
        found[BASIS.PEER] = _drawn(cycle, forms[BASIS.PEER])
        scores = [score for result in results if (score := _final(result, found, policy))]
    for basis, part in found.items():
        scores += [_score(result, basis, part) for result in results]
    return [part.design for part in found.values()], scores


def _basis(cycle: Cycle, basis: str, rows: Rows, *, lines: Lines = NOTHING, is_whole: bool = False) -> Basis:
    from hengcai.measurement.errors import MeasurementRefusal, NothingVaries
    from hengcai.measurement.fair_scores.ratings import contact_ratings
    from hengcai.measurement.fair_scores.scores import Options, fair_scores

    design = FairDesign(cycle=cycle, basis=basis, computed_at=timezone.now())
    if not rows.agents:
        design.unknown = fair.NO_DATA
        return Basis(design, {}, {})
    try:
        ratings = contact_ratings(rows.agents, rows.raters, rows.contacts, scores=rows.scores)
        options = Options(cuts=lines.cuts, confidence=fair.CONFIDENCE, is_whole=is_whole)
        found = fair_scores(ratings, options=options)
    except MeasurementRefusal as refusal:
        design.unknown = fair.CONSTANT if isinstance(refusal, NothingVaries) else fair.TOO_FEW
        return Basis(design, {}, {})
    design.unknown = fair.why_unknown(found, rows=len(rows.agents))
    design.detail = _detail(found, rows) | {"lines": dict(zip(lines.codes, lines.starts, strict=True))}
    counts = _counts(rows.agents) if is_whole else _contacts(found)
    if design.unknown:
        return Basis(design, _raw(found, counts), {})
    return Basis(design, *_figures(found, lines, counts))


def _drawn(cycle: Cycle, rows: Rows) -> Basis:
    """Peers rate a few people each, by lot: a severity from three forms would be noise, so whom one drew is chance."""
    design = FairDesign(cycle=cycle, basis=BASIS.PEER, computed_at=timezone.now(), unknown=fair.BY_LOT)
    counts = {"agents": len(set(rows.agents)), "raters": len(set(rows.raters)), "scorings": len(rows.agents)}
    design.detail = counts | {"confidence": fair.CONFIDENCE}
    by_lot = fair.drawn_by_lot(rows.agents, rows.scores)
    if not by_lot:
        design.unknown = fair.TOO_FEW if rows.agents else fair.NO_DATA
    return Basis(design, by_lot, {}, by_lot)


def _contacts(found: "FairScores") -> Mapping[int, int]:
    return {
        int(str(agent)): int(n) for agent, n in zip(found.ratings.agent.ids, found.n_contacts.tolist(), strict=True)
    }


def _figures(
    found: "FairScores", lines: Lines, counts: Mapping[int, int]
) -> tuple[dict[int, Corrected], dict[int, Sequence[Sequence[object]]]]:
    if found.shrunk is None:
        raise ValueError("figures are told only where errors are known")
    agents = [int(str(one)) for one in found.ratings.agent.ids]
    columns = (found.raw, found.shrunk.mean, found.shrunk.sd)
    values = zip(agents, *(column.tolist() for column in columns), strict=True)
    scores = {agent: Corrected(raw, mean, sd, counts[agent]) for agent, raw, mean, sd in values}
    if not lines.codes:
        return scores, {}
    told = zip(agents, found.shrunk.bands(lines.cuts).tolist(), strict=True)
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
    counts = _counts(rows.raters)
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


def _counts(raters: Iterable[int]) -> Mapping[int, int]:
    found: dict[int, int] = defaultdict(int)
    for rater in raters:
        found[rater] += 1
    return found


def _score(result: Result, basis: str, part: Basis) -> FairScore:
    one = part.scores.get(result.participant_id)
    if one is None:
        return FairScore(result=result, basis=basis, unknown=part.design.unknown or fair.NO_DATA)
    if part.design.unknown:
        return FairScore(result=result, basis=basis, unknown=part.design.unknown, raw=_six(one.raw), n=one.n)
    return _known(result, basis, one, part.bands.get(result.participant_id, []))


def _known(result: Result, basis: str, one: Corrected, bands: Sequence[Sequence[object]]) -> FairScore:
    from hengcai.measurement.quantiles import two_sided_z

    half = two_sided_z(fair.CONFIDENCE) * one.sd
    return FairScore(
        result=result, basis=basis, raw=_six(one.raw), fair=_six(one.fair), low=_six(one.fair - half),
        high=_six(one.fair + half), bands=[list(pair) for pair in bands], n=one.n,
    )  # fmt: skip


def _six(value: float) -> Decimal:
    return Decimal(f"{value:.6f}")


def _final(result: Result, found: Mapping[str, Basis], policy: SkillPolicy) -> FairScore | None:
    """The final score is known where every source that is rated by others, and counts, is."""
    if not result.exact:
        return None
    told = result.detail["sources"]
    weights = {source: float(one["used_weight"]) for source, one in told.items() if one["used_weight"]}
    counting = [source for source in fair.RATED if weights.get(source)]
    exact = Fraction(result.exact)
    parts = {one: found[one].by_lot if found[one].design.unknown else found[one].scores for one in counting}
    missing = next((found[one].design.unknown for one in counting if not parts[one]), "")
    me = result.participant_id
    known = {one: part[me] for one, part in parts.items() if me in part}
    if missing or not known:
        return FairScore(result=result, basis=BASIS.FINAL, unknown=missing or fair.NO_DATA, raw=_six(float(exact)))
    customers = [(Decimal(score), int(count)) for score, count in result.inputs.get("customers", [])]
    one = fair.final_corrected(exact, weights, known, customers)
    return _known(result, BASIS.FINAL, one, fair.lines_of(policy).told(_band_shares(one, policy)))


def _band_shares(one: Corrected, policy: SkillPolicy) -> list[float]:
    """Probability of each band, from the lowest up."""
    from statistics import NormalDist

    cuts = fair.lines_of(policy).cuts
    below = [0.0, *(NormalDist(one.fair, one.sd or 1e-9).cdf(cut) for cut in cuts), 1.0]
    return [high - low for low, high in pairwise(below)]
