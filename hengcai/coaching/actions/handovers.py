"""A session goes on with another coach; nothing of what was written or signed is lost."""

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.lengths import check_lengths
from hengcai.coaching import duties, permissions
from hengcai.coaching.coaches import able_coaches
from hengcai.coaching.models import Coaching, Handover
from hengcai.coaching.rules import sessions as rules


@action(permissions.HAND_OVER, unsaid={"reason"})
def hand_over_coaching(coaching: Coaching, *, by: User, to: User, reason: str) -> Coaching:
    """By its coach, or by whoever watches over the work. A signature stays that of who gave it."""
    check_lengths(reason)
    told = rules.check_words(reason, "coaching.hand_over_reason_missing")
    is_able = able_coaches(coaching).filter(pk=to.pk).exists()
    rules.check_hand_over(coaching.state, is_same=to.pk == coaching.coach_id, is_able=is_able, name=to.name)
    made = Handover.objects.create(
        coaching=coaching, former_id=coaching.coach_id, coach=to, by=by, at=clock.now(), reason=told
    )
    if coaching.coach_signed_at and coaching.coach_signed_by_id is None:
        coaching.coach_signed_by_id = coaching.coach_id
    coaching.coach = to
    coaching.save(update_fields=["coach", "coach_signed_by"])
    duties.handed_over(coaching, made)
    return coaching


@action(permissions.SIGN)
def read_handover(coaching: Coaching, *, by: User) -> Coaching:
    """The agent, or the new coach, has taken note."""
    field = "agent_read_at" if coaching.agent.user_id == by.pk else "coach_read_at"
    coaching.handovers.filter(**{field: None}).update(**{field: clock.now()})
    duties.handover_read(coaching, by.pk)
    return coaching
