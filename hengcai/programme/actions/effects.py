"""What courses did, worked out anew over everybody."""

from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.programme import permissions
from hengcai.programme.facts.outcomes import OUTCOMES
from hengcai.programme.measuring import measured
from hengcai.programme.models import Effect


@action(permissions.MEASURE)
def measure_effect(centre: Centre, *, by: User, course: str, until: date) -> list[Effect]:
    """Of one course on every outcome that is known; what is no longer known goes."""
    kept = []
    for outcome in OUTCOMES:
        found = measured(course, outcome, until=until)
        if found is None:
            Effect.objects.filter(course=course, outcome=outcome.code).delete()
            continue
        values = {
            "verdict": found["verdict"], "detail": found, "trained": found["trained"], "until": until,
            "worked_out_at": clock.now(),
        }  # fmt: skip
        kept.append(Effect.objects.update_or_create(course=course, outcome=outcome.code, defaults=values)[0])
    return kept
