"""A coaching session from its preparation to its end; each of the two signs with their own password."""

from collections.abc import Mapping, Sequence
from datetime import date

from hengcai.accounts.confirming import confirm_password
from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.base.lengths import check_lengths
from hengcai.coaching import duties, permissions, states
from hengcai.coaching.changes import change_of, marks_after, marks_before
from hengcai.coaching.deadlines import working_day
from hengcai.coaching.models import Clip, Coaching, Remark
from hengcai.coaching.rules import sessions as rules
from hengcai.coaching.rules.sessions import Cut, Plan
from hengcai.interactions.models import Transcript
from hengcai.quality.models import Answer, Evaluation, Item

UNDONE = ("held_on", "coach_signed_at", "coach_signed_by", "agent_signed_at", "refused_at")


@action(permissions.OPEN, unsaid={"plan"})
def prepare_coaching(evaluations: Sequence[Evaluation], *, by: User, plan: Plan, today: date) -> Coaching:
    """From published evaluations of one agent. Nobody is asked for anything yet; the agent may read it already."""
    look_on, cuts = _checked(evaluations, plan, today)
    newest = max(evaluations, key=lambda one: (one.contact_on, one.pk))
    made = Coaching(
        agent=newest.agent,
        placement=newest.placement,
        coach=by,
        look_on=look_on,
        prepared_at=clock.now(),
        item_id=plan.item,
    )
    _write(made, plan, cuts)
    return made


@action(states.EDIT, unsaid={"plan"})
def edit_coaching(
    coaching: Coaching, *, by: User, evaluations: Sequence[Evaluation], plan: Plan, edit_count: int, today: date
) -> Coaching:
    """Until it is held. An older page overwrites nothing."""
    permissions.OPEN.enter(list(evaluations), by)
    if edit_count != coaching.edit_count:
        raise NotNow("coaching.stale")
    coaching.look_on, cuts = _checked(evaluations, plan, today)
    if {one.agent_id for one in evaluations} != {coaching.agent_id}:
        raise NotNow("coaching.several_agents")
    coaching.clips.all().delete()
    _write(coaching, plan, cuts)
    return coaching


@action(states.HOLD)
def hold_coaching(coaching: Coaching, *, by: User, held_on: date, today: date) -> Coaching:
    """They have spoken: what stands on the record now lies before both to be signed."""
    told = {"strengths": coaching.strengths, "gap": coaching.gap, "agreed": coaching.agreed}
    rules.check_held(**told, held_on=held_on, look_on=coaching.look_on, today=today)
    coaching.held_on = held_on
    coaching.save(update_fields=["held_on"])
    duties.held(coaching)
    return coaching


@action(permissions.SIGN, unsaid={"password"})
def sign_coaching(coaching: Coaching, *, by: User, password: str) -> Coaching:
    """The agent or the coach, in their own login and with their password given once more. The second of the two
    signatures makes it signed."""
    field = "agent_signed_at" if coaching.agent.user_id == by.pk else "coach_signed_at"
    rules.check_signing(coaching.state, is_signed=getattr(coaching, field) is not None)
    confirm_password(by, password)
    setattr(coaching, field, clock.now())
    coaching.save(update_fields=[field])
    duties.signed(coaching, by.pk)
    return seal_coaching(coaching, by=by) if _is_signed(coaching) else coaching


@action(states.SEAL)
def seal_coaching(coaching: Coaching, *, by: User) -> Coaching:
    """Both have signed."""
    if not _is_signed(coaching):
        raise NotNow("coaching.not_signed")
    coaching.state = Coaching.State.SIGNED
    coaching.save(update_fields=["state"])
    return coaching


@action(states.REFUSE, unsaid={"words"})
def refuse_coaching(coaching: Coaching, *, by: User, words: str) -> Coaching:
    """The agent does not sign, and says why. The words stay on the record whatever becomes of it."""
    check_lengths(words)
    coaching.refusal, coaching.refused_at = rules.check_words(words, "coaching.refusal_missing"), clock.now()
    coaching.save(update_fields=["refusal", "refused_at"])
    Remark.objects.create(coaching=coaching, by=by, at=coaching.refused_at, words=coaching.refusal)
    duties.refused(coaching)
    return coaching


@action(states.PREPARE_ANEW)
def prepare_anew(coaching: Coaching, *, by: User) -> Coaching:
    """After a refusal: written anew, held anew, signed anew. What the agent said against it stays among the remarks."""
    for name in UNDONE:
        setattr(coaching, name, None)
    coaching.refusal = ""
    coaching.save(update_fields=[*UNDONE, "refusal"])
    duties.anew(coaching)
    return coaching


@action(permissions.SIGN, unsaid={"words"})
def add_remark(coaching: Coaching, *, by: User, words: str) -> Remark:
    """The agent's own words, or the coach's, until it is closed."""
    if coaching.state == Coaching.State.CLOSED:
        raise NotNow("coaching.closed")
    check_lengths(words)
    told = rules.check_words(words, "coaching.remark_missing")
    return Remark.objects.create(coaching=coaching, by=by, at=clock.now(), words=told)


@action(permissions.RUN)
def put_off_look(coaching: Coaching, *, by: User, look_on: date | None, today: date) -> Coaching:
    """To a later day, where too little was drawn to tell."""
    day = rules.check_put_off(coaching.state, look_on=coaching.look_on, wished=look_on, today=today)
    coaching.look_on = working_day(day)
    coaching.save(update_fields=["look_on"])
    duties.put_off(coaching)
    return coaching


@action(states.LOOK, unsaid={"words"})
def look_again(coaching: Coaching, *, by: User, words: str) -> Coaching:
    """What the coach sees, and the marks before and after as they stand; both are kept."""
    check_lengths(words)
    coaching.looked, coaching.looked_at = rules.check_words(words, "coaching.looked_missing"), clock.now()
    coaching.change = change_of(coaching, marks_before(coaching), marks_after(coaching)).kept()
    coaching.save(update_fields=["looked", "looked_at", "change"])
    duties.looked(coaching)
    return coaching


@action(states.CLOSE, unsaid={"words"})
def close_coaching(coaching: Coaching, *, by: User, words: str) -> Coaching:
    """With what becomes of it: enough, another session, a course."""
    check_lengths(words)
    coaching.ending, coaching.closed_at = rules.check_words(words, "coaching.ending_missing"), clock.now()
    coaching.save(update_fields=["ending", "closed_at"])
    duties.looked(coaching)
    return coaching


def _checked(evaluations: Sequence[Evaluation], plan: Plan, today: date) -> tuple[date, list[Cut]]:
    """Every evaluation with one cut; the day to look again is one on which somebody works."""
    check_lengths(*plan.texts)
    keys = [one.pk for one in evaluations]
    cuts = [cut for cut in plan.cuts if cut.evaluation in keys]
    items = _marked(keys, plan.item)
    agents = [one.agent_id for one in evaluations]
    checked = Plan(plan.item, plan.look_on, cuts=tuple(cuts))
    look_on = rules.check_plan(checked, agents=agents, items=items, today=today)
    counts = _turn_counts(evaluations)
    return working_day(look_on), [rules.check_cut(cut, turn_count=counts.get(cut.evaluation, 0)) for cut in cuts]


def _marked(keys: Sequence[int], item: int) -> list[int]:
    """The item, where one of these evaluations bears a mark on it; a free note is none."""
    rows = Answer.objects.filter(evaluation__in=keys, item=item).exclude(item__kind=Item.Kind.NOTE)
    return list(rows.values_list("item", flat=True))


def _turn_counts(evaluations: Sequence[Evaluation]) -> Mapping[int, int]:
    of_contact = {one.assignment.contact_id: one.pk for one in evaluations}
    rows = Transcript.objects.filter(contact__in=list(of_contact))
    return {of_contact[row.contact_id]: len(row.turns) for row in rows}


def _write(coaching: Coaching, plan: Plan, cuts: Sequence[Cut]) -> None:
    coaching.item_id, coaching.edit_count = plan.item, coaching.edit_count + 1
    names = ("strengths", "gap", "agreed", "notes")
    for name, text in zip(names, plan.texts, strict=True):
        setattr(coaching, name, text.strip())
    coaching.save()
    Clip.objects.bulk_create(
        [Clip(coaching=coaching, evaluation_id=cut.evaluation, first=cut.first, last=cut.last) for cut in cuts]
    )


def _is_signed(coaching: Coaching) -> bool:
    return coaching.agent_signed_at is not None and coaching.coach_signed_at is not None
