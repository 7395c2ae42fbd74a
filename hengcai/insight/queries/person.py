"""One person's result as its reader may see it: page, PDF, XLSX and command line are made from this alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects

from hengcai.accounts.models import User
from hengcai.appraisal.forms import Figures, Observed, figures_of, observed_levels, published_levels
from hengcai.appraisal.models import Cycle, FairScore, Participant, Result
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.queries.fair import fair_scores_of
from hengcai.appraisal.queries.grounds import Grounds, grounds_of
from hengcai.appraisal.queries.notes import Note, notes_of
from hengcai.appraisal.queries.results import (
    LevelMargin,
    exact_level,
    own_results,
    remarks_on,
    shown_detail,
    shown_levels,
    shown_margins,
)
from hengcai.appraisal.rules import veil
from hengcai.appraisal.rules.month import TOTAL_PLACES
from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy
from hengcai.appraisal.rules.raters import PEER_ITEM
from hengcai.audit.action import reference
from hengcai.audit.models import Entry
from hengcai.base.permissions import Doer
from hengcai.framework.asked import competencies_of, profiles_of
from hengcai.framework.models import Competency, ServiceGroup
from hengcai.framework.queries import service_groups
from hengcai.framework.scales import Reader, read_on
from hengcai.insight.queries.moments import Drawn, drawn_for, published_evaluations, zone_of
from hengcai.insight.rules.findings import Gap, change, gaps

HISTORY = 8
READ = "read_result"
LEVELS = ("1", "2", "3", "4", "5")


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
    margin: LevelMargin | None = None

    @property
    def certainty(self) -> str:
        """Of a level below what is required: `sure` where its whole interval lies below, `maybe` where it does not,
        `unknown` without one; empty where it is not below."""
        if self.rated is None or self.required is None or self.rated >= self.required:
            return ""
        if self.margin is None or self.margin.high is None:
            return "unknown"
        return "sure" if self.margin.high < self.required else "maybe"


@dataclass(frozen=True)
class PersonReport:
    """`is_veiled`: the reader is the person rated and peers count.

    What stands beside this result of earlier ones is read on this one's scale; `earlier_scale` is the version of the
    framework whose levels had to be carried over for that.
    """

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
    earlier_scale: int | None
    drawn: Drawn
    policy: SkillPolicy | MonthPolicy
    groups: Sequence[ServiceGroup]
    remarks: Sequence[tuple[str, str]]
    fair: Sequence[FairScore]
    fair_before: Sequence[FairScore]

    @property
    def is_of_points(self) -> bool:
        """Out of 100: a month's, or a year's."""
        return not self.cycle.has_forms

    @property
    def is_year(self) -> bool:
        return self.cycle.kind == Cycle.Kind.YEAR

    @property
    def seen_otherwise(self) -> list[Competency]:
        """Abilities on which the self-assessment lies a level or more from the superiors', as far as theirs is shown."""
        own, theirs = self._given("self"), self._given("superior")
        hidden = {PEER_ITEM} if self.is_veiled else set()
        apart = {code for code in own.keys() & theirs.keys() - hidden if abs(own[code] - theirs[code]) >= 1}
        return [line.competency for line in self.competencies if line.competency.code in apart]

    def _given(self, source: str) -> dict[str, Fraction]:
        found: dict[str, list[Fraction]] = {}
        for told, _rater, code, level in self.result.inputs.get("ratings", []):
            if told == source and level is not None:
                found.setdefault(code, []).append(Fraction(level))
        return {code: sum(levels, Fraction(0)) / len(levels) for code, levels in found.items()}

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
    def before_final(self) -> Fraction | None:
        return self.history[-2][1] if self.before else None

    @property
    def change(self) -> Fraction | None:
        return change(self.final, self.before_final)


def unread(results: Sequence[Result], user: Doer) -> list[Result]:
    """Those whose page this user has not opened yet; opening one leaves an entry in the audit log."""
    things = [reference(result) for result in results]
    read = Entry.objects.filter(thing__in=things, action=READ, doer=str(user.pk)).values_list("thing", flat=True)
    known = set(read)
    return [result for result in results if reference(result) not in known]


def person_report(result: Result, *, to_rated: bool, sees_peers: bool = False) -> PersonReport:
    """`sees_peers`: the reader arranges and reviews the ratings; for anybody else peers' marks are veiled."""
    participant, cycle = result.participant, result.participant.cycle
    is_month, is_of_points = cycle.kind == Cycle.Kind.MONTH, not cycle.has_forms
    is_veiled = (to_rated or not sees_peers) and veil.is_pooled(result.detail)
    earlier = list(_earlier(result)[: HISTORY - 1])
    before, read = earlier[0] if earlier else None, _unchanged if is_of_points else read_on(cycle.framework)
    moved = _moved(earlier, read)
    lines = [] if is_of_points else _lines(result, before, read, to_rated=to_rated, sees_peers=sees_peers)
    above, below = gaps(_levels(lines), _required(lines))
    detail = shown_detail(result, to_rated=to_rated, sees_peers=sees_peers)
    evaluations = published_evaluations(participant.person, cycle)
    prefetch_related_objects([result, *([before] if before else [])], "fair_scores")
    return PersonReport(
        result=result, cycle=cycle, detail=detail, to_rated=to_rated, is_veiled=is_veiled, before=before,
        sources=_sources(detail), competencies=lines, strengths=above, shortfalls=below, notes=notes_of(evaluations),
        grounds=Grounds() if is_of_points else grounds_of(result, to_rated=to_rated),
        figures=None if is_of_points else _figures(participant, to_rated=to_rated),
        history=_history(result, earlier, read), earlier_scale=moved, drawn=drawn_for(participant), policy=parsed(cycle.policy),
        groups=service_groups(cycle.framework) if is_month else [],
        remarks=remarks_on(participant, to_rated=to_rated, sees_peers=sees_peers) if is_month else [],
        fair=fair_scores_of(result, to_rated=to_rated, sees_peers=sees_peers),
        fair_before=fair_scores_of(before, to_rated=to_rated, sees_peers=sees_peers) if before and not moved else [],
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
    return rows.select_related("participant__cycle__framework").order_by("-participant__cycle__period_end")


def _unchanged(_version: int, score: str) -> str:
    """Points out of 100 are no levels."""
    return score


def _moved(earlier: Sequence[Result], read: Reader) -> int | None:
    """The newest version of the framework among earlier results whose levels read otherwise now."""
    for one in earlier:
        framework = one.participant.cycle.framework
        if any(read(framework.pk, level) != level for level in LEVELS):
            return framework.number
    return None


def _history(result: Result, earlier: Sequence[Result], read: Reader) -> list[tuple[str, Fraction | None]]:
    """Oldest first, this one last. A final score is carried over as a whole, so that nothing about its parts shows."""
    finals = [(one.participant.cycle, one.final) for one in [*reversed(earlier), result]]
    return [
        (cycle.code, None if final is None else Fraction(read(cycle.framework_id, str(final))))
        for cycle, final in finals
    ]


def _lines(
    result: Result, before: Result | None, read: Reader, *, to_rated: bool, sees_peers: bool
) -> list[CompetencyLine]:
    participant, cycle = result.participant, result.participant.cycle
    required = profiles_of([participant.post], cycle.framework)[participant.post_id].required
    seen = _observed(participant, read, to_rated=to_rated)
    now = shown_levels(result, to_rated=to_rated, sees_peers=sees_peers)
    margins = shown_margins(result, to_rated=to_rated, sees_peers=sees_peers)
    old = shown_levels(before, to_rated=to_rated, sees_peers=sees_peers) if before else {}
    carry = partial(read, before.participant.cycle.framework_id) if before else str
    return [
        CompetencyLine(
            item, exact_level(now, item.code), now.get(item.code, {}).get("n_raters", 0), required.get(item.code),
            exact_level(old, item.code, carry), seen.get(item.code), item.code in result.levels and item.code not in now,
            margins.get(item.code),
        )
        for item in competencies_of(cycle.framework, [participant.post])[participant.post_id]
    ]  # fmt: skip


def _observed(participant: Participant, read: Reader, *, to_rated: bool) -> Mapping[str, Observed]:
    """The person themselves is told only what evaluations they have been shown say."""
    cycle, person = participant.cycle, participant.person_id
    if to_rated:
        return published_levels(person, of=cycle, read=read)
    return observed_levels([person], of=cycle, read=read).get(person, {})


def _levels(lines: Sequence[CompetencyLine]) -> dict[str, Fraction]:
    return {line.competency.code: line.rated for line in lines if line.rated is not None}


def _required(lines: Sequence[CompetencyLine]) -> dict[str, Fraction]:
    return {line.competency.code: line.required for line in lines if line.required is not None}
