"""Who could coach somebody: the agent's lead of today, and whoever may coach anybody."""

from django.db.models import Q, QuerySet

from hengcai.accounts.models import SYSTEM, User
from hengcai.base import clock
from hengcai.base.roles import LEAD, TRAINER
from hengcai.coaching.models import Coaching
from hengcai.coaching.permissions import SUPERVISORS
from hengcai.people.models import Placement
from hengcai.people.permissions import on_day


def able_coaches(coaching: Coaching) -> QuerySet[User]:
    """Others than the present coach; never the agent."""
    today = Placement.objects.filter(on_day(clock.today()), person=coaching.agent_id)
    leads = Q(role_grants__role=LEAD, pk__in=today.values("lead__user"))
    rows = User.objects.filter(leads | Q(role_grants__role__in=[TRAINER, *SUPERVISORS]), is_active=True)
    left_out = [user for user in (coaching.agent.user_id, coaching.coach_id) if user]
    return rows.exclude(username=SYSTEM).exclude(pk__in=left_out).distinct().order_by("name", "pk")
