"""A corrected result changes what followed from it; written within the correction's own transaction."""

from typing import Any

from django.dispatch import receiver

from hengcai.accounts.models import User
from hengcai.appraisal.models import Result
from hengcai.appraisal.signals import result_corrected
from hengcai.consequences.actions import note_difference
from hengcai.consequences.models import Difference


@receiver(result_corrected)
def on_result_corrected(*, old: Result, fresh: Result, by: User, **_more: Any) -> None:
    note_difference(fresh, by=by, old=old, cause=Difference.Cause.CORRECTED)
