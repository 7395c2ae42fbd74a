"""A cycle's way until it is computed: laid out, opened with its raters, reopened."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from hengcai.accounts.models import Centre, User
from hengcai.appraisal import duties, permissions, states
from hengcai.appraisal.handing_out import forms_for
from hengcai.appraisal.in_force import policy_on
from hengcai.appraisal.models import Cycle, FairDesign, Participant, RatingTask, Result
from hengcai.appraisal.moments import set_deadlines
from hengcai.appraisal.parsing import policy_kind
from hengcai.audit.action import action
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.framework.models import CompetencyModel, Framework
from hengcai.people.models import Employment, Placement
from hengcai.people.permissions import on_day

KIND = Cycle.Kind


@dataclass(frozen=True)
class Dates:
    """Last days, each included; None where a kind of cycle does without."""

    self_due_on: date | None = None
    others_due_on: date | None = None
    superior_due_on: date | None = None
    publish_due_on: date | None = None


@action(permissions.RUN_CYCLE)
def add_cycle(
    centre: Centre, *, by: User, kind: str, code: str, name: Bilingual, period: tuple[date, date], dates: Dates,
    purpose: str = "",
) -> Cycle:  # fmt: skip
    """A draft under the policy in force on its last day and the framework in force; both stay with it once it is open."""
    _check(kind, purpose, code, period)
    policy = policy_on(policy_kind(kind), period[1])
    framework = Framework.objects.filter(state=Framework.State.PUBLISHED).first()
    if policy is None or framework is None:
        raise NotNow("appraisal.nothing_in_force")
    return Cycle.objects.create(
        kind=kind, purpose=purpose, code=code, name=name, period_start=period[0], period_end=period[1], policy=policy,
        framework=framework, seed=code, **vars(dates),
    )  # fmt: skip


def _check(kind: str, purpose: str, code: str, period: tuple[date, date]) -> None:
    if period[1] < period[0]:
        raise NotValid("appraisal.period_reversed", start=period[0], end=period[1])
    if (purpose in Cycle.Purpose.values) != (kind == KIND.SPECIAL) or (purpose and kind != KIND.SPECIAL):
        raise NotValid("appraisal.purpose", known=Cycle.Purpose.values)
    if Cycle.objects.filter(code=code).exists():
        raise NotValid("appraisal.cycle_exists", code=code)


@action(states.OPEN)
def open_cycle(cycle: Cycle, *, by: User, today: date) -> Cycle:
    """Takes in everybody it concerns and gives out the forms; who was added by hand before stays in. From now on the
    policy stays with it that is in force on its last day."""
    cycle.policy = policy_on(cycle.policy.kind, cycle.period_end) or cycle.policy
    cycle.save(update_fields=["policy"])
    placements = list(_placements(cycle))
    kept = {one.person_id: one for one in cycle.participants.all()}
    new = [p for p in placements if p.person_id not in kept]
    Participant.objects.bulk_create(
        [Participant(cycle=cycle, person_id=p.person_id, placement=p, post_id=p.post_id or 0) for p in new]
    )
    made = list(cycle.participants.select_related("placement").order_by("person__name", "person_id"))
    if not made and cycle.kind == KIND.SPECIAL:
        raise NotNow("appraisal.nobody_chosen")
    if not made:
        raise NotNow("appraisal.nobody_to_appraise")
    if cycle.has_forms:
        _give_out(cycle, made)
    set_deadlines(cycle)
    duties.opened(cycle)
    return cycle


def _give_out(cycle: Cycle, made: list[Participant]) -> None:
    chosen = Placement.objects.filter(pk__in=cycle.participants.values("placement"))
    placements = list(chosen.select_related("team", "post"))
    RatingTask.objects.bulk_create(forms_for(cycle, made, placements), batch_size=2000)
    duties.asked_of(cycle)


def _placements(cycle: Cycle) -> QuerySet[Placement]:
    """Those at work on the period's last day whose post is appraised in this kind of cycle; in a special one whoever was
    chosen."""
    if cycle.kind == KIND.SPECIAL:
        return Placement.objects.none()
    rows = Placement.objects.filter(on_day(cycle.period_end), Exists(_employed(cycle)), post__isnull=False)
    if not cycle.has_forms:
        return rows.filter(post__is_frontline=True)
    models = CompetencyModel.objects.filter(framework=cycle.framework).values("code")
    return rows.filter(post__model_code__in=models)


def _employed(cycle: Cycle) -> QuerySet[Employment]:
    episodes = Employment.objects.filter(person=OuterRef("person"), hired_on__lte=cycle.period_end)
    episodes = episodes.exclude(left_on__lt=cycle.period_end)
    if cycle.kind == KIND.PROBATION:
        return episodes.filter(probation_ends_on__range=(cycle.period_start, cycle.period_end))
    return episodes


@action(states.CHANGE)
def change_draft(cycle: Cycle, *, by: User, name: Bilingual, dates: Dates) -> Cycle:
    """Until it is opened nobody was told any day: all may still be changed."""
    check_lengths(name.zh)
    cycle.name = name
    for field, day in vars(dates).items():
        setattr(cycle, field, day)
    cycle.save(update_fields=["name", *vars(dates)])
    return cycle


@action(states.REOPEN)
def reopen_cycle(cycle: Cycle, *, by: User, reason: str) -> Cycle:
    """Preliminary results go: what is collected from now on would make them untrue."""
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
    check_lengths(reason)
    Result.objects.filter(participant__cycle=cycle).delete()
    FairDesign.objects.filter(cycle=cycle).delete()
    duties.asked_of(cycle)
    return cycle
