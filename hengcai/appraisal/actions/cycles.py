"""A cycle's way: laid out, opened with its raters, reopened, published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from hengcai.accounts.models import Centre, RoleGrant, User
from hengcai.appraisal import permissions, states
from hengcai.appraisal.models import Cycle, Participant, Policy, RatingTask, Result
from hengcai.appraisal.rules.raters import PEER_ITEM, Standing, draw_peers
from hengcai.audit.action import action
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.roles import TRAINER
from hengcai.evidence.actions import Observation, note_evidence
from hengcai.framework.models import CompetencyModel, Framework
from hengcai.people.models import Employment, Person, Placement
from hengcai.people.permissions import on_day

SOURCE = RatingTask.Source
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
    centre: Centre, *, by: User, kind: str, code: str, name: Bilingual, period: tuple[date, date], dates: Dates
) -> Cycle:
    """A draft under the policy and framework in force; both stay with it whatever comes later."""
    if period[1] < period[0]:
        raise NotValid("appraisal.period_reversed", start=period[0], end=period[1])
    if Cycle.objects.filter(code=code).exists():
        raise NotValid("appraisal.cycle_exists", code=code)
    wanted = Policy.Kind.MONTHLY if kind == KIND.MONTH else Policy.Kind.QUARTERLY
    policy = Policy.objects.filter(kind=wanted, state=Policy.State.PUBLISHED).first()
    framework = Framework.objects.filter(state=Framework.State.PUBLISHED).first()
    if policy is None or framework is None:
        raise NotNow("appraisal.nothing_in_force")
    return Cycle.objects.create(
        kind=kind, code=code, name=name, period_start=period[0], period_end=period[1], policy=policy,
        framework=framework, seed=code, **vars(dates),
    )  # fmt: skip


@action(states.OPEN)
def open_cycle(cycle: Cycle, *, by: User, today: date) -> Cycle:
    """Takes in everybody it concerns and gives out the forms."""
    placements = list(_placements(cycle))
    made = Participant.objects.bulk_create(
        [Participant(cycle=cycle, person_id=p.person_id, placement=p, post_id=p.post_id) for p in placements if p.post_id]
    )
    if not made:
        raise NotNow("appraisal.nobody_to_appraise")
    if cycle.kind != KIND.MONTH:
        _give_out(cycle, made, placements)
    return cycle


def _placements(cycle: Cycle) -> Iterable[Placement]:
    rows = Placement.objects.filter(on_day(cycle.period_end), post__isnull=False).select_related("team", "post")
    rows = rows.filter(person__employments__in=_employed(cycle)).order_by("person__name", "person_id")
    if cycle.kind == KIND.MONTH:
        return rows.filter(post__is_frontline=True)
    models = CompetencyModel.objects.filter(framework=cycle.framework).values("code")
    return rows.filter(post__model_code__in=models)


def _employed(cycle: Cycle) -> Any:
    episodes = Employment.objects.filter(hired_on__lte=cycle.period_end)
    episodes = episodes.exclude(left_on__lt=cycle.period_end)
    if cycle.kind == KIND.PROBATION:
        episodes = episodes.filter(probation_ends_on__range=(cycle.period_start, cycle.period_end))
    return episodes.values("pk")


def _give_out(cycle: Cycle, made: list[Participant], placements: list[Placement]) -> None:
    trainers = list(Person.objects.filter(user__in=RoleGrant.objects.filter(role=TRAINER).values("user")).order_by("pk"))
    standings = [Standing(p.person_id, p.team.site_id if p.team else None, p.post_id or 0) for p in placements]
    peers = draw_peers(standings, seed=cycle.seed)
    by_person = {placement.person_id: placement for placement in placements}
    rated_by_peers = _posts_with_peers(cycle)
    tasks: list[RatingTask] = []
    for number, one in enumerate(made):
        lead = by_person[one.person_id].lead_id
        raters = [(SOURCE.SELF, one.person_id, cycle.self_due_on)]
        raters += [(SOURCE.SUPERIOR, lead, cycle.superior_due_on)] if lead else []
        if one.post_id in rated_by_peers:
            raters += [(SOURCE.PEER, peer, cycle.others_due_on) for peer in peers.get(one.person_id, [])]
        if trainers and by_person[one.person_id].post.is_frontline:
            examiner = trainers[number % len(trainers)]
            raters += [(SOURCE.PRACTICAL, examiner.pk, cycle.others_due_on)] if examiner.pk != one.person_id else []
        tasks += [RatingTask(participant=one, source=s, rater_id=rater, due_on=due) for s, rater, due in raters]
    RatingTask.objects.bulk_create(tasks, batch_size=2000)


def _posts_with_peers(cycle: Cycle) -> set[int]:
    """Posts whose form holds what peers rate."""
    from hengcai.framework.queries import model_competencies

    posts = {one.post for one in cycle.participants.select_related("post")}
    return {post.pk for post in posts if PEER_ITEM in {c.code for c in model_competencies(cycle.framework, post)}}


@action(permissions.RUN_CYCLE)
def add_participant(cycle: Cycle, *, by: User, person: Person) -> Participant:
    if cycle.state not in {Cycle.State.DRAFT, Cycle.State.COLLECTING}:
        raise NotNow("appraisal.collecting_is_over")
    placement = Placement.objects.filter(on_day(cycle.period_end), person=person, post__isnull=False).first()
    if placement is None or placement.post_id is None:
        raise NotValid("appraisal.no_post_that_day", name=person.name, day=cycle.period_end)
    return Participant.objects.get_or_create(
        cycle=cycle, person=person, defaults={"placement": placement, "post_id": placement.post_id}
    )[0]


@action(permissions.ARRANGE_RATERS)
def add_rater(participant: Participant, *, by: User, source: str, rater: Person) -> RatingTask:
    """The group changes who rates whom while ratings are being collected."""
    if participant.cycle.state != Cycle.State.COLLECTING:
        raise NotNow("appraisal.collecting_is_over")
    if (source == SOURCE.SELF) != (rater.pk == participant.person_id):
        raise NotValid("appraisal.rater_is_rated", name=rater.name)
    due = participant.cycle.superior_due_on if source == SOURCE.SUPERIOR else participant.cycle.others_due_on
    task, made = RatingTask.objects.get_or_create(
        participant=participant, source=source, rater=rater, defaults={"due_on": due}
    )
    if not made and task.state == RatingTask.State.WITHDRAWN:
        task.state = RatingTask.State.OPEN
        task.save(update_fields=["state"])
    return task


@action(states.WITHDRAW)
def withdraw_rater(task: RatingTask, *, by: User) -> RatingTask:
    """Takes an unsent form back; what was sent stays."""
    return task


@action(states.REOPEN)
def reopen_cycle(cycle: Cycle, *, by: User, reason: str) -> Cycle:
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
    return cycle


@action(states.PUBLISH)
def publish_cycle(cycle: Cycle, *, by: User) -> Cycle:
    """Everybody sees their own result from now on; rated levels go to the ledger."""
    cycle.published_at = timezone.now()
    cycle.save(update_fields=["published_at"])
    if cycle.kind != KIND.MONTH:
        _note_levels(cycle, by)
    return cycle


def _note_levels(cycle: Cycle, by: User) -> None:
    codes = {c.code: c for c in cycle.framework.competencies.all()}
    results = Result.objects.filter(participant__cycle=cycle, is_current=True).select_related("participant__placement")
    observations = [
        Observation(
            person_id=result.participant.person_id, competency=codes[code], kind="rated", exact=level["exact"],
            n=level["n_raters"], source_kind="appraisal.result", source_id=result.pk, source_revision=result.revision,
            on=cycle.period_end, team_id=result.participant.placement and result.participant.placement.team_id,
            post_id=result.participant.post_id,
        )
        for result in results
        for code, level in result.levels.items()
        if level["exact"] and code in codes
    ]  # fmt: skip
    note_evidence(observations, by=by)
