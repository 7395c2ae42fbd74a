"""Results and findings of participants from what is stored. Builds rows; the actions write them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from hengcai.appraisal.figures import MonthInputs, month_inputs
from hengcai.appraisal.forms import means_of, observed_cases
from hengcai.appraisal.inputs import Rated, SkillInputs, skill_inputs
from hengcai.appraisal.models import Cycle, Finding, Participant, RatingTask, Result
from hengcai.appraisal.rules import raters
from hengcai.appraisal.rules.far import Spread, chance_of_far, spread
from hengcai.appraisal.rules.item_levels import ItemLevel, ItemReader
from hengcai.appraisal.rules.month import check_value, month_score
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.appraisal.rules.policy_file import parsed_month_policy, parsed_skill_policy
from hengcai.appraisal.rules.skill import SkillReader, SkillScore
from hengcai.appraisal.ruling import Rulings, lay_over_month, lay_over_skill, ruled_kept, rulings_of
from hengcai.appraisal.yearly import YearInputs, told, year_inputs
from hengcai.base import clock
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotValid

PLACES = 6
LEAST_CHANCE = 1e-10
MOST_NAMED = 20
KIND, SUPERIOR = Finding.Kind, RatingTask.Source.SUPERIOR.value
Seen = Mapping[str, Sequence[Fraction | int]]


@dataclass(frozen=True)
class Computed:
    result: Result
    findings: list[Finding]


def computed(cycle: Cycle, participants: Sequence[int], *, extra: Rulings | None = None) -> Iterator[Computed]:
    """In the same number of queries however many there are. `extra`: rulings nobody has made yet."""
    ruled = rulings_of(cycle, extra)
    wanted = set(participants)
    between = (min(wanted), max(wanted)) if wanted else (0, 0)
    rows = cycle.participants.filter(pk__range=between).select_related("person").order_by("pk")
    chosen = [one for one in rows if one.pk in wanted]
    if cycle.kind == Cycle.Kind.MONTH:
        policy = parsed_month_policy(cycle.policy.text, file=cycle.policy.name)
        figures = list(month_inputs(cycle, chosen, policy))
        for one, own in figures:
            lay_over_month(own, ruled.get(one.pk, ()), policy)
        _check_figures(figures, policy)
        for one, own in figures:
            yield _with(_month(one, own, policy), ruled)
    elif cycle.kind == Cycle.Kind.YEAR:
        grades = parsed_month_policy(cycle.policy.text, file=cycle.policy.name)
        for one, parts in year_inputs(cycle, chosen):
            yield _year(one, parts, grades)
    else:
        skill = parsed_skill_policy(cycle.policy.text, file=cycle.policy.name)
        seen = observed_cases([one.person_id for one in chosen], of=cycle)
        readers = (SkillReader(skill), ItemReader(skill))
        for one, inputs in skill_inputs(cycle, chosen):
            lay_over_skill(inputs, ruled.get(one.pk, ()))
            made = _skill(one, inputs, *readers)
            made.findings.extend(_far(made.result, inputs.ratings, seen.get(one.person_id, {})))
            yield _with(made, ruled)


def _with(found: Computed, ruled: Rulings) -> Computed:
    found.result.inputs |= ruled_kept(ruled.get(found.result.participant_id, ()))
    return found


def _skill(participant: Participant, inputs: SkillInputs, reader: SkillReader, items: ItemReader) -> Computed:
    evidence = inputs.evidence()
    score = reader.score(evidence)
    levels = {code: _level(one) for code, one in items.levels(evidence).items()}
    result = _result(participant, score.exact, score.as_json())
    result.final, result.band = _stored(score.final), score.band or ""
    result.levels, result.inputs = levels, inputs.kept()
    return Computed(result, _short(result, score, inputs.customer_count))


def _check_figures(figures: Sequence[tuple[Participant, MonthInputs]], policy: MonthPolicy) -> None:
    """Imports refuse what cannot be; what is there all the same, from before, is named with whose it is."""
    wrong: list[str] = []
    for participant, own in figures:
        for indicator, value in own.values(policy).items():
            try:
                check_value(indicator, value or Fraction(0), policy)
            except NotValid as refusal:
                person = participant.person
                wrong.append(f"{person.number} {person.name} {indicator} {refusal.facts['value']}")
    if wrong:
        raise NotValid("appraisal.figures_wrong", count=len(wrong), figures=wrong[:MOST_NAMED])


def _month(participant: Participant, figures: MonthInputs, policy: MonthPolicy) -> Computed:
    score = month_score(figures.values(policy), policy, counts=figures.counts)
    result = _result(participant, score.exact, score.as_json())
    result.final, result.band, result.inputs = _stored(score.total), score.grade or "", figures.kept()
    return Computed(result, [] if score.exact is not None else [Finding(result=result, kind=KIND.NOT_ENOUGH)])


def _year(participant: Participant, parts: YearInputs, policy: MonthPolicy) -> Computed:
    score, facts = parts.score(policy.year), told(parts, policy)
    result = _result(participant, score.exact, facts)
    result.final, result.band, result.inputs = _stored(score.total), facts["grade"] or "", parts.kept()
    return Computed(result, [] if score.exact is not None else [Finding(result=result, kind=KIND.NOT_ENOUGH)])


def _result(participant: Participant, exact: Fraction | None, told: dict[str, Any]) -> Result:
    return Result(
        participant=participant, status=told["status"], exact="" if exact is None else str(exact),
        detail={"agent": participant.person.number, **told}, computed_at=clock.now(),
    )  # fmt: skip


def _stored(final: str | None) -> Decimal | None:
    return None if final is None else Decimal(final)


def _level(one: ItemLevel) -> dict[str, Any]:
    return {
        "exact": "" if one.exact is None else str(one.exact),
        "level": None if one.exact is None else round_half_up(one.exact, 4),
        "n_raters": one.n_raters,
        "reasons": list(one.reasons),
    }


def _short(result: Result, score: SkillScore, customers: int) -> list[Finding]:
    found = [Finding(result=result, kind=KIND.NOT_ENOUGH)] if score.exact is None else []
    if "few:customer" in score.reasons:
        found.append(Finding(result=result, kind=KIND.FEW_CUSTOMERS, n=customers))
    return found


def _far(result: Result, ratings: Sequence[Rated], seen: Seen) -> list[Finding]:
    """A superior's levels two or more away from the period's contacts, with the reason that was given and how likely the
    draw of contacts makes that; `looks` are this person's levels that could be set against contacts."""
    sums = {code: (sum(some), len(some)) for code, some in seen.items()}
    own = [one for one in ratings if one.source == SUPERIOR and one.level is not None]
    looked = [one for one in own if sums.get(one.item, (0, 0))[1] >= raters.LEAST_OBSERVED]
    far = [one for one in looked if _is_far(one.level, *sums[one.item])]
    if not far:
        return []
    means, around = means_of(seen), spread(seen.values())
    return [_far_off(result, one, means[one.item], around, len(looked)) for one in far]


@lru_cache(maxsize=8192)
def _is_far(level: Decimal | None, total: Fraction | int, n: int) -> bool:
    """The same few levels and sums for thousands."""
    return raters.is_far(Fraction(level or 0), (Fraction(total) / n, n))


def _far_off(result: Result, one: Rated, there: tuple[Fraction, int], around: Spread, looks: int) -> Finding:
    chance = chance_of_far(Fraction(one.level or 0), *there, around)
    return Finding(
        result=result, kind=KIND.FAR_OFF, task_id=one.task, competency_id=one.competency, level=one.level,
        observed=Decimal(round_half_up(there[0], PLACES)), n=there[1], reason=one.reason, looks=looks,
        chance=None if chance is None else Decimal(f"{max(chance, LEAST_CHANCE):.10f}"),
    )  # fmt: skip
