"""Who can be of a needs survey's group, and which surveys it can rest on."""

from django.db.models import QuerySet

from hengcai.accounts.models import SYSTEM, User
from hengcai.assessment.models import Survey
from hengcai.training.permissions import RUNNERS


def able_members() -> QuerySet[User]:
    rows = User.objects.filter(is_active=True, role_grants__role__in=RUNNERS).exclude(username=SYSTEM)
    return rows.distinct().order_by("name", "pk")


def surveys_to_rest_on() -> QuerySet[Survey]:
    return Survey.objects.order_by("-closes_on", "-pk")
