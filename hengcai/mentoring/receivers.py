"""A test whose result is out counts for an examination that asks for it by name."""

from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver

from hengcai.accounts.models import system_user
from hengcai.assessment.models import Sitting
from hengcai.assessment.signals import results_told
from hengcai.base import clock
from hengcai.mentoring.actions import Entered, enter_part
from hengcai.mentoring.models import Permit
from hengcai.mentoring.reading import parts_of
from hengcai.mentoring.rules.permits import WRITTEN
from hengcai.mentoring.written import of_sitting


@receiver(results_told)
def on_results_told(*, sittings: Iterable[Sitting], **_more: Any) -> None:
    for one in sittings:
        found = of_sitting(one)
        if found is None:
            continue
        code = one.exam.blueprint.code
        for permit in Permit.objects.filter(person=one.person_id, state=Permit.State.PREPARING, asks__paper=code):
            known = parts_of(permit).get(WRITTEN)
            if known is None or known.value < found.mark:
                entered = Entered(WRITTEN, found.mark, found.proof)
                enter_part(permit, by=system_user(), entered=entered, today=clock.today())
