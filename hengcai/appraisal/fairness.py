"""Scores freed of raters' severity, for a whole cycle at once. Builds rows; the actions write them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from statistics import NormalDist

from hengcai.appraisal.margins import month_scores
from hengcai.appraisal.models import Cycle, FairDesign, FairScore
from hengcai.appraisal.outcomes import Fair, Outcome, six
from hengcai.appraisal.rules import fair
from hengcai.appraisal.rules.fair import Corrected, Lines
from hengcai.appraisal.rules.policy_file import parsed_skill_policy
from hengcai.appraisal.rules.severity import Rows, worked_out
from hengcai.appraisal.scorings import evaluation_rows, form_rows
from hengcai.base import clock
from hengcai.base.apart import apart
from hengcai.measurement.quantiles import two_sided_z

BASIS = FairScore.Basis
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


def fair_rows(cycle: Cycle, results: Sequence[Outcome]) -> tuple[list[FairDesign], list[Fair]]:
    """From the stored ratings and published evaluations, for the cycle's results; a year has scorers of neither."""
    if cycle.kind == Cycle.Kind.YEAR:
        return [], []
    rows, lines = evaluation_rows(cycle, results)
    found: dict[str, Basis] = {BASIS.EVALUATIONS: _basis(cycle, BASIS.EVALUATIONS, rows, lines=lines)}
    scores: list[Fair] = []
    if cycle.has_forms:
        policy = parsed_skill_policy(cycle.policy.text, file=cycle.policy.name)
        forms = form_rows(cycle, policy)
        found[BASIS.SUPERIOR] = _basis(cycle, BASIS.SUPERIOR, forms[BASIS.SUPERIOR], is_whole=True)
        found[BASIS.PEER] = _drawn(cycle, forms[BASIS.PEER])
        lines = fair.lines_of(policy)
        scores = [score for result in results if (score := _final(result, found, lines))]
    else:
        scores = month_scores(cycle, results)
    for basis, part in found.items():
        scores += [_score(result, basis, part) for result in results]
    return [part.design for part in found.values()], scores


def _basis(cycle: Cycle, basis: str, rows: Rows, *, lines: Lines = NOTHING, is_whole: bool = False) -> Basis:
    found = apart(worked_out, rows, lines, is_whole)
    design = FairDesign(cycle=cycle, basis=basis, computed_at=clock.now(), unknown=found.unknown)
    design.detail = found.detail
    return Basis(design, found.scores, found.bands)


def _drawn(cycle: Cycle, rows: Rows) -> Basis:
    """Peers rate a few people each, by lot: a severity from three forms would be noise, so whom one drew is chance."""
    design = FairDesign(cycle=cycle, basis=BASIS.PEER, computed_at=clock.now(), unknown=fair.BY_LOT)
    counts = {"agents": len(set(rows.agents)), "raters": len(set(rows.raters)), "scorings": len(rows.agents)}
    design.detail = counts | {"confidence": fair.CONFIDENCE}
    by_lot = fair.drawn_by_lot(rows.agents, rows.scores)
    if not by_lot:
        design.unknown = fair.TOO_FEW if rows.agents else fair.NO_DATA
    return Basis(design, by_lot, {}, by_lot)


def _score(result: Outcome, basis: str, part: Basis) -> Fair:
    one = part.scores.get(result.participant_id)
    if one is None:
        return Fair(result.result_id, basis, part.design.unknown or fair.NO_DATA)
    if part.design.unknown:
        return Fair(result.result_id, basis, part.design.unknown, six(one.raw), n=one.n)
    return _known(result, basis, one, part.bands.get(result.participant_id, ()))


def _known(result: Outcome, basis: str, one: Corrected, bands: Sequence[Sequence[object]]) -> Fair:
    half = two_sided_z(fair.CONFIDENCE) * one.sd
    figures = (six(one.raw), six(one.fair), six(one.fair - half), six(one.fair + half))
    return Fair(result.result_id, basis, "", *figures, bands, one.n)


def _final(result: Outcome, found: Mapping[str, Basis], lines: Lines) -> Fair | None:
    """The final score is known where every source that is rated by others, and counts, is."""
    if not result.exact:
        return None
    told = result.detail["sources"]
    weights = {source: float(one["used_weight"]) for source, one in told.items() if one["used_weight"]}
    counting = [source for source in fair.RATED if weights.get(source)]
    top, _over, bottom = result.exact.partition("/")
    exact = int(top) / int(bottom or 1)
    parts = {one: found[one].by_lot if found[one].design.unknown else found[one].scores for one in counting}
    missing = next((found[one].design.unknown for one in counting if not parts[one]), "")
    me = result.participant_id
    known = {one: part[me] for one, part in parts.items() if me in part}
    if missing or not known:
        return Fair(result.result_id, BASIS.FINAL, missing or fair.NO_DATA, six(exact))
    customers = [(Decimal(score), int(count)) for score, count in result.inputs.get("customers", [])]
    one = fair.final_corrected(exact, weights, known, customers)
    return _known(result, BASIS.FINAL, one, lines.told(_band_shares(one, lines)))


def _band_shares(one: Corrected, lines: Lines) -> list[float]:
    """Probability of each band, from the lowest up."""
    cuts = lines.cuts
    below = [0.0, *(NormalDist(one.fair, one.sd or 1e-9).cdf(cut) for cut in cuts), 1.0]
    return [high - low for low, high in pairwise(below)]
