"""From what was collected to results: the same pure functions as the command line uses."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from django.utils import timezone

from hengcai.accounts.models import User
from hengcai.appraisal import permissions, states
from hengcai.appraisal.models import Cycle, Participant, Result
from hengcai.appraisal.queries.inputs import MonthInputs, SkillInputs, month_inputs, skill_inputs
from hengcai.appraisal.rules import items
from hengcai.appraisal.rules.month import month_score
from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy
from hengcai.appraisal.rules.policy_file import parsed_month_policy, parsed_skill_policy
from hengcai.appraisal.rules.skill import SkillScore, skill_score
from hengcai.audit.action import action
from hengcai.base.errors import NotValid
from hengcai.evidence.actions import supersede


@action(states.COMPUTE)
def compute_cycle(cycle: Cycle, *, by: User) -> Cycle:
    """Every participant anew from the stored ratings, marks, contacts and evaluations.

    Before publication a new run replaces the preliminary results; published ones only change by
    `correct_result`.
    """
    Result.objects.filter(participant__cycle=cycle).delete()
    Result.objects.bulk_create(list(_results(cycle, cycle.participants.all())), batch_size=500)
    return cycle


@action(permissions.CORRECT_RESULT)
def correct_result(result: Result, *, by: User, reason: str) -> Result:
    """A new revision from today's inputs, naming its reason; the old one stays as it was."""
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
    participant = result.participant
    fresh = next(iter(_results(participant.cycle, Participant.objects.filter(pk=participant.pk))))
    Result.objects.filter(participant=participant, is_current=True).update(is_current=False)
    supersede("appraisal.result", [result.pk], by=by)
    fresh.revision, fresh.reason = result.revision + 1, reason.strip()
    fresh.save()
    return fresh


def _results(cycle: Cycle, participants: Any) -> Iterable[Result]:
    chosen = list(participants.select_related("person", "placement"))
    if cycle.kind == Cycle.Kind.MONTH:
        policy = parsed_month_policy(cycle.policy.text, file=cycle.policy.name)
        for one, inputs in month_inputs(cycle, chosen):
            yield _month_result(one, inputs, policy)
    else:
        skill = parsed_skill_policy(cycle.policy.text, file=cycle.policy.name)
        for participant, given in skill_inputs(cycle, chosen):
            yield _skill_result(participant, given, skill)


def _skill_result(participant: Participant, inputs: SkillInputs, policy: SkillPolicy) -> Result:
    score = skill_score(inputs.evidence(), policy)
    levels = {code: _level(one) for code, one in items.levels(inputs.evidence(), policy).items()}
    detail = {"agent": participant.person.number, **score.as_json()}
    return Result(
        participant=participant, status=score.status, exact=_text(score.exact), final=score.final, band=score.band or "",
        detail=detail, levels=levels, inputs=inputs.kept(), computed_at=timezone.now(),
    )  # fmt: skip


def _level(score: SkillScore) -> dict[str, Any]:
    raters = sum(source.n_raters for source in score.sources.values())
    return {"exact": _text(score.exact), "level": score.as_json()["exact"], "n_raters": raters, "reasons": list(score.reasons)}


def _month_result(participant: Participant, inputs: MonthInputs, policy: MonthPolicy) -> Result:
    score = month_score(inputs.values, policy)
    detail = {"agent": participant.person.number, **score.as_json()}
    return Result(
        participant=participant, status=score.status, exact=_text(score.exact), final=score.total, band=score.grade or "",
        detail=detail, levels={}, inputs=inputs.kept(), computed_at=timezone.now(),
    )  # fmt: skip


def _text(value: Fraction | None) -> str:
    return "" if value is None else str(value)
