"""A published cycle opens its records, a corrected result renews one; within the publication or the correction itself."""

from typing import Any

from django.dispatch import receiver

from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.signals import cycle_published, result_corrected
from hengcai.records.actions import open_records, renew_record


@receiver(cycle_published, dispatch_uid="records.opened")
def on_published(sender: type[Cycle], *, cycle: Cycle, by: Any, **_facts: Any) -> None:
    open_records(cycle, by=by)


@receiver(result_corrected, dispatch_uid="records.renewed")
def on_corrected(sender: type[Result], *, old: Result, fresh: Result, by: Any, **_facts: Any) -> None:
    renew_record(fresh, by=by, old=old)
