"""A corrected result changes what followed from it, an appeal that is over releases what it held; written within the
transaction of the act itself."""

from typing import Any

from django.dispatch import receiver

from hengcai.accounts.models import User
from hengcai.appeals.models import Appeal
from hengcai.appeals.signals import appeal_answered, appeal_withdrawn
from hengcai.appraisal.models import Result
from hengcai.appraisal.signals import result_corrected
from hengcai.consequences.actions import follow_correction, note_difference, release_line
from hengcai.consequences.holding import line_held_by
from hengcai.consequences.models import Difference, Plan


@receiver(result_corrected)
def on_result_corrected(*, old: Result, fresh: Result, by: User, **_more: Any) -> None:
    note_difference(fresh, by=by, old=old, cause=Difference.Cause.CORRECTED)
    for plan in Plan.objects.filter(result__participant=fresh.participant_id).exclude(state__in=Plan.ENDED):
        follow_correction(plan, by=by, fresh=fresh)


@receiver((appeal_answered, appeal_withdrawn))
def on_appeal_over(*, appeal: Appeal, by: User, **_more: Any) -> None:
    line = line_held_by(appeal)
    if line is not None:
        release_line(line, by=by)
