"""From what was collected to results: the same pure functions as the command line uses."""

from collections.abc import Sequence

from hengcai.accounts.models import User
from hengcai.appraisal import duties, permissions, states
from hengcai.appraisal.computing import Computed, computed
from hengcai.appraisal.fairness import fair_rows
from hengcai.appraisal.ledger import LEDGER_SOURCE, observations
from hengcai.appraisal.margins import level_margins
from hengcai.appraisal.models import (
    Correction,
    Cycle,
    FairDesign,
    FairScore,
    LevelMargins,
    Participant,
    Pattern,
    RaterFinding,
    Result,
    TeamQuarter,
)
from hengcai.appraisal.outcomes import Fair, Outcome, results_of
from hengcai.appraisal.patterns import patterns_of
from hengcai.appraisal.rater_findings import rater_findings
from hengcai.appraisal.signals import result_corrected
from hengcai.appraisal.team_sums import following, team_quarters
from hengcai.appraisal.yearly import PARTS
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.in_bulk import insert, insert_values
from hengcai.base.lengths import check_lengths
from hengcai.evidence.actions import note_evidence, supersede
from hengcai.jobs.models import Job
from hengcai.jobs.worker import enqueue, enqueue_once
from hengcai.quality.actions.evaluations import OVERTAKEN_JOB

JOB = "compute-cycle"


@action(states.COMPUTE)
def compute_cycle(cycle: Cycle, *, by: User) -> Cycle:
    """Every participant anew from the stored ratings, marks, contacts and evaluations.

    Before publication a new run replaces the preliminary results; published ones only change by
    `correct_result`.
    """
    _replace(cycle, list(cycle.participants.values_list("pk", flat=True)))
    _set_fairness(cycle)
    _set_team_sums(cycle)
    duties.ended(cycle)
    return cycle


@action(states.COMPUTE)
def start_computing(cycle: Cycle, *, by: User) -> Job:
    """Ends the collecting and leaves the arithmetic to the worker, a part at a time."""
    running = Job.objects.filter(kind=JOB, target=cycle.pk, state=Job.State.QUEUED).first()
    if running:
        return running
    Result.objects.filter(participant__cycle=cycle).delete()
    FairDesign.objects.filter(cycle=cycle).delete()
    Pattern.objects.filter(cycle=cycle).delete()
    TeamQuarter.objects.filter(cycle=cycle).delete()
    duties.ended(cycle)
    return enqueue(JOB, cycle.pk, by=by.pk, total_count=cycle.participants.count())


@action(states.COMPUTE_PART)
def compute_part(cycle: Cycle, *, by: User, participants: Sequence[int]) -> Cycle:
    """Some participants, by their row numbers; the same part again changes nothing."""
    _replace(cycle, participants)
    return cycle


@action(states.COMPUTE_PART)
def compute_fairness(cycle: Cycle, *, by: User) -> Cycle:
    """Raters' severity taken out where they overlap, beside the results that count; the last part of a computation."""
    _set_fairness(cycle)
    _set_team_sums(cycle)
    return cycle


def _set_fairness(cycle: Cycle) -> None:
    results = results_of(cycle)
    designs, scores = fair_rows(cycle, results)
    FairDesign.objects.filter(cycle=cycle).delete()
    FairScore.objects.filter(result__participant__cycle=cycle).delete()
    FairDesign.objects.bulk_create(designs)
    insert_values(FairScore, Fair._fields, scores)
    RaterFinding.objects.filter(cycle=cycle).delete()
    RaterFinding.objects.bulk_create(rater_findings(cycle, designs))
    _set_margins(cycle, designs, results)
    _set_patterns(cycle)


def _set_margins(cycle: Cycle, designs: Sequence[FairDesign], results: Sequence[Outcome]) -> None:
    """Of every current result, or of one that was corrected."""
    if not cycle.has_forms:
        return
    keys = [one.result_id for one in results]
    for start in range(0, len(keys), 500):
        LevelMargins.objects.filter(result__in=keys[start : start + 500]).delete()
    insert(level_margins(cycle, designs, results))


def _set_patterns(cycle: Cycle) -> None:
    found = patterns_of(cycle)
    Pattern.objects.filter(cycle=cycle).delete()
    Pattern.objects.bulk_create([one.pattern for one in found])
    through = Pattern.concerns.through
    through.objects.bulk_create(
        [through(pattern_id=one.pattern.pk, person_id=person) for one in found for person in one.concerns],
        batch_size=500,
    )


def _set_team_sums(cycle: Cycle) -> None:
    """Of a quarter, and of the one after it that looks back on it."""
    if cycle.kind != Cycle.Kind.QUARTER:
        return
    for one in (cycle, following(cycle)):
        if one is not None:
            TeamQuarter.objects.filter(cycle=one).delete()
            TeamQuarter.objects.bulk_create(team_quarters(one))


def _replace(cycle: Cycle, participants: Sequence[int]) -> None:
    for start in range(0, len(participants), 500):
        Result.objects.filter(participant__in=participants[start : start + 500]).delete()
    _keep(list(computed(cycle, participants)))


def _keep(found: Sequence[Computed]) -> None:
    insert(one.result for one in found)
    members = [one.result.participant_id for one in found]
    between = (min(members, default=0), max(members, default=0))
    rows = Result.objects.filter(participant__pk__range=between, is_current=True)
    keys = dict(rows.values_list("participant_id", "pk"))
    for one in found:
        one.result.pk = keys[one.result.participant_id]
    findings = [finding for one in found for finding in one.findings]
    for finding in findings:
        finding.result_id, finding.key = finding.result.pk, finding.made_key()
    insert(findings)


@action(permissions.RUN_CYCLE)
def sum_up_teams(cycle: Cycle, *, by: User) -> Cycle:
    """A cycle's sums by team from its results as they stand."""
    _set_team_sums(cycle)
    return cycle


@action(permissions.CORRECT_RESULT)
def correct_result(result: Result, *, by: User, reason: str) -> Result:
    """A new revision from today's inputs, naming its reason; the old one stays as it was."""
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
    check_lengths(reason)
    participant: Participant = Participant.objects.select_related("cycle").get(pk=result.participant_id)
    if participant.cycle.state != Cycle.State.PUBLISHED or not result.is_current:
        raise NotNow("appraisal.not_published")
    fresh = next(iter(computed(participant.cycle, [participant.pk])))
    Result.objects.filter(participant=participant, is_current=True).update(is_current=False)
    fresh.result.revision, fresh.result.reason = result.revision + 1, reason.strip()
    _keep([fresh])
    results = results_of(participant.cycle)
    designs, scores = fair_rows(participant.cycle, results)
    insert_values(FairScore, Fair._fields, [score for score in scores if score.result_id == fresh.result.pk])
    _set_margins(participant.cycle, designs, [one for one in results if one.result_id == fresh.result.pk])
    _set_team_sums(participant.cycle)
    if participant.cycle.has_forms:
        current = Result.objects.filter(pk=fresh.result.pk).select_related("participant__placement")
        supersede(LEDGER_SOURCE, [participant.pk], by=by)
        note_evidence(list(observations(participant.cycle, current)), by=by)
    _note_correction(result, fresh.result, by=by)
    if participant.cycle.kind in PARTS:
        enqueue_once(OVERTAKEN_JOB, 0, by=by.pk)
    result_corrected.send(Result, old=result, fresh=fresh.result, by=by)
    return fresh.result


def _note_correction(old: Result, fresh: Result, *, by: User) -> None:
    """What was open is made; the person is told."""
    now = clock.now()
    facts = {"fresh": fresh, "by": by, "made_at": now, "state": Correction.State.MADE}
    made, _is_new = Correction.objects.update_or_create(
        old=old, defaults=facts, create_defaults={**facts, "opened_at": now}
    )
    duties.corrected(made)
