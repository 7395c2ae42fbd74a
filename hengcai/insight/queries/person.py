"""One person's result as its reader may see it: page, PDF, XLSX and API are made from this alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.queries.forms import Observed, observed_levels
from hengcai.appraisal.queries.results import own_results, parsed, remarks_on, results_seen_by, shown_detail
from hengcai.appraisal.rules import veil
from hengcai.base.permissions import Doer
from hengcai.framework.models import Competency, Requirement
from hengcai.framework.queries import model_competencies
from hengcai.insight.rules import Gap, gaps
from hengcai.quality.models import Answer, Evaluation

NOTES_SHOWN = 6
HISTORY = 8


@dataclass(frozen=True)
class SourceLine:
    source: str
    score: str | None
    weight: str
    used_weight: str | None
    n_raters: int | None
    n_ratings: int | None

    @property
    def part(self) -> Fraction | None:
        """What it adds to the final: score × used weight."""
        if self.score is None or self.used_weight is None:
            return None
        return Fraction(self.score) * Fraction(self.used_weight)


@dataclass(frozen=True)
class CompetencyLine:
    competency: Competency
    rated: Fraction | None
    n_raters: int
    required: Fraction | None
    before: Fraction | None
    observed: Observed | None


@dataclass(frozen=True)
class Note:
    """What an analyst wrote about one moment of one contact."""

    text: str
    item: object
    is_strength: bool
    on: date
    evaluation_id: int
    turn: int | None


@dataclass(frozen=True)
class PersonReport:
    result: Result
    cycle: Cycle
    detail: Mapping[str, Any]
    to_rated: bool
    is_pooled: bool
    before: Result | None
    sources: Sequence[SourceLine]
    competencies: Sequence[CompetencyLine]
    strengths: Sequence[Gap]
    shortfalls: Sequence[Gap]
    notes: Sequence[Note]
    history: Sequence[tuple[str, Fraction | None]]
    evaluation_count: int
    policy: Any
    remarks: Sequence[tuple[str, str]]

    @property
    def is_month(self) -> bool:
        return self.cycle.kind == Cycle.Kind.MONTH

    @property
    def change(self) -> Fraction | None:
        if self.result.final is None or self.before is None or self.before.final is None:
            return None
        return Fraction(self.result.final) - Fraction(self.before.final)


def result_for(user: Doer, pk: int) -> Result | None:
    """A result this user may read, own or other; None otherwise."""
    return results_seen_by(user).filter(pk=pk).first() or own_results(user).filter(pk=pk).first()


def latest_result(user: Doer, person_id: int) -> Result | None:
    rows = results_seen_by(user).filter(participant__person=person_id)
    return rows.order_by("-participant__cycle__period_end", "pk").first()


def person_report(result: Result, user: Doer) -> PersonReport:
    participant, cycle = result.participant, result.participant.cycle
    to_rated = participant.person.user_id == user.pk
    detail = shown_detail(result, to_rated=to_rated)
    before = _before(result)
    lines = [] if cycle.kind == Cycle.Kind.MONTH else _lines(result, before)
    above, below = gaps(_levels(lines), _required(lines))
    evaluations = Evaluation.objects.filter(
        agent=participant.person, is_current=True, state=Evaluation.State.PUBLISHED,
        contact_on__range=(cycle.period_start, cycle.period_end),
    )  # fmt: skip
    return PersonReport(
        result=result, cycle=cycle, detail=detail, to_rated=to_rated, is_pooled=to_rated and veil.is_pooled(result.detail),
        before=before, sources=_sources(detail), competencies=lines, strengths=above, shortfalls=below,
        notes=_notes(evaluations), history=_history(result), evaluation_count=evaluations.count(),
        policy=parsed(cycle.policy), remarks=remarks_on(participant, to_rated=to_rated),
    )  # fmt: skip


def _sources(detail: Mapping[str, Any]) -> list[SourceLine]:
    return [SourceLine(source, **facts) for source, facts in detail.get("sources", {}).items()]


def _before(result: Result) -> Result | None:
    """The same person's result of the cycle of this kind just before."""
    cycle = result.participant.cycle
    rows = Result.objects.filter(
        participant__person=result.participant.person_id, is_current=True, participant__cycle__kind=cycle.kind,
        participant__cycle__state=Cycle.State.PUBLISHED, participant__cycle__period_end__lt=cycle.period_start,
    )  # fmt: skip
    return rows.order_by("-participant__cycle__period_end").first()


def _history(result: Result) -> list[tuple[str, Fraction | None]]:
    rows = Result.objects.filter(
        participant__person=result.participant.person_id, is_current=True,
        participant__cycle__kind=result.participant.cycle.kind,
        participant__cycle__period_end__lte=result.participant.cycle.period_end,
    ).order_by("-participant__cycle__period_end")  # fmt: skip
    found = list(rows.values_list("participant__cycle__code", "final")[:HISTORY])
    return [(code, None if final is None else Fraction(final)) for code, final in reversed(found)]


def _lines(result: Result, before: Result | None) -> list[CompetencyLine]:
    participant, cycle = result.participant, result.participant.cycle
    required = required_levels(participant.post_id, cycle)
    observed = observed_levels([participant.person_id], start=cycle.period_start, end=cycle.period_end)
    seen = observed.get(participant.person_id, {})
    old = before.levels if before else {}
    return [
        CompetencyLine(
            item, exact_level(result.levels, item.code), result.levels.get(item.code, {}).get("n_raters", 0),
            required.get(item.code), exact_level(old, item.code), seen.get(item.code),
        )
        for item in model_competencies(cycle.framework, participant.post)
    ]  # fmt: skip


def exact_level(levels: Mapping[str, Any], code: str) -> Fraction | None:
    exact = levels.get(code, {}).get("exact")
    return Fraction(exact) if exact else None


def required_levels(post_id: int, cycle: Cycle) -> dict[str, Fraction]:
    """The post's profile that held under the cycle's framework."""
    rows = Requirement.objects.filter(profile__post=post_id, profile__framework=cycle.framework)
    rows = rows.exclude(profile__state="draft").order_by("profile__number")
    return {code: Fraction(Decimal(level)) for code, level in rows.values_list("competency__code", "required_level")}


def _levels(lines: Sequence[CompetencyLine]) -> dict[str, Fraction]:
    return {line.competency.code: line.rated for line in lines if line.rated is not None}


def _required(lines: Sequence[CompetencyLine]) -> dict[str, Fraction]:
    return {line.competency.code: line.required for line in lines if line.required is not None}


def _notes(evaluations: Any) -> list[Note]:
    """The clearest moments: lowest and highest marks that carry a comment."""
    rows = Answer.objects.filter(evaluation__in=evaluations, item__kind="anchored", value__in=("1", "2", "5"))
    rows = rows.exclude(comment="").select_related("item", "evaluation").order_by("value", "-evaluation__contact_on", "pk")
    low = [row for row in rows.filter(value__in=("1", "2"))[: NOTES_SHOWN // 2]]
    high = [row for row in rows.filter(value="5")[: NOTES_SHOWN // 2]]
    return [_note(row) for row in (*high, *low)]


def _note(row: Answer) -> Note:
    evaluation = row.evaluation
    return Note(row.comment, row.item.name, row.value == "5", evaluation.contact_on, evaluation.pk, row.turn)
