"""One person's result as its reader may see it: page, PDF, XLSX and command line are made from this alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from hengcai.accounts.models import User
from hengcai.appraisal.forms import Figures, Observed, figures_of, observed_levels, published_levels
from hengcai.appraisal.models import Cycle, FairScore, Participant, Result
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.queries.fair import fair_scores_of
from hengcai.appraisal.queries.grounds import Grounds, grounds_of
from hengcai.appraisal.queries.notes import Note, notes_of
from hengcai.appraisal.queries.results import (
    exact_level,
    own_results,
    remarks_on,
    shown_detail,
    shown_levels,
)
from hengcai.appraisal.rules import veil
from hengcai.appraisal.rules.month import TOTAL_PLACES
from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy
from hengcai.audit.action import reference
from hengcai.audit.models import Entry
from hengcai.base.permissions import Doer
from hengcai.framework.asked import competencies_of, profiles_of
from hengcai.framework.models import Competency, ServiceGroup
from hengcai.framework.queries import service_groups
from hengcai.insight.queries.moments import Drawn, drawn_for, published_evaluations, zone_of
from hengcai.insight.rules.findings import Gap, change, gaps

HISTORY = 8
READ = "read_result"


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
    """`is_withheld`: rated, but by peers too, so that this reader is not told."""

    competency: Competency
    rated: Fraction | None
    n_raters: int
    required: Fraction | None
    before: Fraction | None
    observed: Observed | None
    is_withheld: bool = False


@dataclass(frozen=True)
class PersonReport:
    """`is_veiled`: the reader is the person rated and peers count."""

    result: Result
    cycle: Cycle
    detail: Mapping[str, Any]
    to_rated: bool
    is_veiled: bool
    before: Result | None
    sources: Sequence[SourceLine]
    competencies: Sequence[CompetencyLine]
    strengths: Sequence[Gap]
    shortfalls: Sequence[Gap]
    notes: Sequence[Note]
    grounds: Grounds
    figures: Figures | None
    history: Sequence[tuple[str, Fraction | None]]
    drawn: Drawn
    policy: SkillPolicy | MonthPolicy
    groups: Sequence[ServiceGroup]
    remarks: Sequence[tuple[str, str]]
    fair: Sequence[FairScore]
    fair_before: Sequence[FairScore]

    @property
    def is_month(self) -> bool:
        return self.cycle.kind == Cycle.Kind.MONTH

    @property
    def final(self) -> Fraction | None:
        return None if self.result.final is None else Fraction(self.result.final)

    @property
    def places(self) -> int:
        """Decimal places of a final score: what the policy rounds to."""
        return self.policy.places if isinstance(self.policy, SkillPolicy) else TOTAL_PLACES

    @property
    def zone(self) -> str:
        return zone_of(self.result.participant)

    @property
    def change(self) -> Fraction | None:
        before = self.before.final if self.before else None
        return change(self.final, None if before is None else Fraction(before))


def unread(results: Sequence[Result], user: Doer) -> list[Result]:
    """Those whose page this user has not opened yet; opening one leaves an entry in the audit log."""
    things = [reference(result) for result in results]
    read = Entry.objects.filter(thing__in=things, action=READ, doer=str(user.pk)).values_list("thing", flat=True)
    known = set(read)
    return [result for result in results if reference(result) not in known]


def person_report(result: Result, *, to_rated: bool) -> PersonReport:
    participant, cycle = result.participant, result.participant.cycle
    is_month = cycle.kind == Cycle.Kind.MONTH
    is_veiled = to_rated and veil.is_pooled(result.detail)
    before = _before(result)
    lines = [] if is_month else _lines(result, before, to_rated=to_rated)
    above, below = gaps(_levels(lines), _required(lines))
    detail = shown_detail(result, to_rated=to_rated)
    evaluations = published_evaluations(participant.person, cycle)
    return PersonReport(
        result=result, cycle=cycle, detail=detail, to_rated=to_rated, is_veiled=is_veiled, before=before,
        sources=_sources(detail), competencies=lines, strengths=above, shortfalls=below, notes=notes_of(evaluations),
        grounds=Grounds() if is_month else grounds_of(result, to_rated=to_rated),
        figures=None if is_month else _figures(participant, to_rated=to_rated),
        history=_history(result), drawn=drawn_for(participant), policy=parsed(cycle.policy),
        groups=service_groups(cycle.framework) if is_month else [],
        remarks=remarks_on(participant, to_rated=to_rated) if is_month else [],
        fair=fair_scores_of(result, to_rated=to_rated),
        fair_before=fair_scores_of(before, to_rated=to_rated) if before else [],
    )  # fmt: skip


def _figures(participant: Participant, *, to_rated: bool) -> Figures:
    """The same as beside the superior's form; of evaluations the person has those they have been shown."""
    cycle = participant.cycle
    return figures_of(participant.person_id, (cycle.period_start, cycle.period_end), published_only=to_rated)


def latest_own(user: User) -> list[Result]:
    """The newest published result of each kind of cycle."""
    found: dict[str, Result] = {}
    for result in own_results(user)[:HISTORY]:
        found.setdefault(result.participant.cycle.kind, result)
    return list(found.values())


def _sources(detail: Mapping[str, Any]) -> list[SourceLine]:
    return [SourceLine(source, **facts) for source, facts in detail.get("sources", {}).items()]


def _earlier(result: Result) -> QuerySet[Result]:
    """The same person's published results of cycles of this kind that ended before."""
    cycle = result.participant.cycle
    rows = Result.objects.filter(
        participant__person=result.participant.person_id, is_current=True, participant__cycle__kind=cycle.kind,
        participant__cycle__state=Cycle.State.PUBLISHED, participant__cycle__period_end__lt=cycle.period_start,
    )  # fmt: skip
    return rows.select_related("participant__cycle").order_by("-participant__cycle__period_end")


def _before(result: Result) -> Result | None:
    return _earlier(result).first()


def _history(result: Result) -> list[tuple[str, Fraction | None]]:
    """Oldest first, this one last."""
    found = list(_earlier(result).values_list("participant__cycle__code", "final")[: HISTORY - 1])
    finals = [*reversed(found), (result.participant.cycle.code, result.final)]
    return [(code, None if final is None else Fraction(final)) for code, final in finals]


def _lines(result: Result, before: Result | None, *, to_rated: bool) -> list[CompetencyLine]:
    participant, cycle = result.participant, result.participant.cycle
    required = profiles_of([participant.post], cycle.framework)[participant.post_id].required
    seen = _observed(participant, to_rated=to_rated)
    now = shown_levels(result, to_rated=to_rated)
    old = shown_levels(before, to_rated=to_rated) if before else {}
    return [
        CompetencyLine(
            item, exact_level(now, item.code), now.get(item.code, {}).get("n_raters", 0), required.get(item.code),
            exact_level(old, item.code), seen.get(item.code), item.code in result.levels and item.code not in now,
        )
        for item in competencies_of(cycle.framework, [participant.post])[participant.post_id]
    ]  # fmt: skip


def _observed(participant: Participant, *, to_rated: bool) -> Mapping[str, Observed]:
    """The person themselves is told only what evaluations they have been shown say."""
    period = {"start": participant.cycle.period_start, "end": participant.cycle.period_end}
    if to_rated:
        return published_levels(participant.person_id, **period)
    return observed_levels([participant.person_id], **period).get(participant.person_id, {})


def _levels(lines: Sequence[CompetencyLine]) -> dict[str, Fraction]:
    return {line.competency.code: line.rated for line in lines if line.rated is not None}


def _required(lines: Sequence[CompetencyLine]) -> dict[str, Fraction]:
    return {line.competency.code: line.required for line in lines if line.required is not None}
