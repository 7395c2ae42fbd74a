"""What may be asked of a model in a day: so many turns by one person, so many tokens by the centre."""

from datetime import datetime, time

from django.conf import settings
from django.db.models import Sum
from django.utils import timezone

from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.simulation.models import Turn
from hengcai.simulation.rules.conversation import AGENT

MOST_TURNS_A_DAY = 200


def check_budget(person: int) -> None:
    since = timezone.make_aware(datetime.combine(clock.today(), time.min))
    if Turn.objects.filter(at__gte=since, run__person=person, who=AGENT).count() >= MOST_TURNS_A_DAY:
        raise NotNow("simulation.day_full", most=MOST_TURNS_A_DAY)
    spent = Turn.objects.filter(at__gte=since).aggregate(n=Sum("tokens"))["n"] or 0
    if spent >= settings.MODEL_DAILY_TOKENS:
        raise NotNow("simulation.tokens_spent")
