"""What follows from results in a centre of any size: three years of pay, a cut everybody had reviewed, and what it changed."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from hengcai.appraisal.models import Result
from hengcai.base.days import months
from hengcai.consequences.models import Difference, PayBase, PayLine, PayRun, Review
from tests.factories.big_centre import BigCentre

SINCE = date(2024, 1, 1)
YEARS = (date(2023, 4, 1), date(2026, 3, 31))
BATCH = 2_000


def pay_everybody(centre: BigCentre) -> None:
    """The newest run whole, with everybody; of the months before it one person's lines, as they read them."""
    wu, qian, now = centre.users["wu"], centre.users["qian"], timezone.now()
    facts = {"coefficients": {"pass": "0.9", "good": "1.0"}, "bar": "0.9", "prepared_by": wu, "prepared_at": now}
    money = {"base": 2000, "coefficient": Decimal("0.9"), "grade": "pass", "earned": 1800, "total": 1800}
    cycle = centre.published
    runs = [
        PayRun.objects.create(
            cycle=cycle, first_on=first, last_on=last, state="decided", decided_by=qian, decided_at=now, **facts
        )
        for first, last in reversed(list(months(*YEARS)))
    ]
    PayRun.objects.filter(pk=runs[0].pk).update(state="prepared", decided_by=None, decided_at=None)
    results = list(Result.objects.filter(participant__cycle=cycle).select_related("participant"))
    lines = [
        PayLine(run=runs[0], person_id=one.participant.person_id, result=one, why="probability_unknown", **money)
        for one in results
    ]
    lines += [PayLine(run=run, person=centre.people[0], **money) for run in runs[1:]]
    PayLine.objects.bulk_create(lines, batch_size=BATCH)
    PayBase.objects.bulk_create(
        [PayBase(person=one, since=SINCE, base=2000, brought_by=wu, brought_at=now) for one in centre.people],
        batch_size=BATCH,
    )
    waits = {"grade": "pass", "why": "probability_unknown", "bar": "0.9", "opened_at": now}
    waits |= {"state": "upheld", "decided_by": qian, "decided_at": now, "reason": "-"}
    Review.objects.bulk_create(
        [Review(result=one, person_id=one.participant.person_id, **waits) for one in results], batch_size=BATCH
    )
    owed = {"cause": "reviewed", "earned": -200, "coefficient": Decimal("0.9"), "at": now}
    Difference.objects.bulk_create(
        [
            Difference(person_id=one.person_id, line=one, old_id=one.result_id, fresh_id=one.result_id, **owed)
            for one in PayLine.objects.filter(run=runs[0])
        ],
        batch_size=BATCH,
    )
