"""A ladder everybody of a centre of any size stands on, each with the way to the next step."""

from datetime import date

from django.utils import timezone

from hengcai.base.bilingual import Bilingual
from hengcai.growth.models import Ladder, Outlook, Standing, Step
from tests.factories.big_centre import TODAY, BigCentre

BATCH = 2_000
LINES = [
    {"kind": "level", "code": "communication", "state": "missing", "wanted": "4", "held": "19/5", "on": "2026-03-31"}
]


def climb(centre: BigCentre) -> None:
    by, now = centre.users["wu"], timezone.now()
    name = Bilingual("星级", "Stars")
    facts = {"track": "professional", "posts": ["inbound"], "state": "published", "published_on": TODAY}
    ladder = Ladder.objects.create(code="stars", number=1, name=name, written_by=by, published_by=by, **facts)
    steps = [
        Step.objects.create(
            ladder=ladder, order=order, name=name, stars=order, allowance=100, months=6, skill_groups=["普通", "账务"]
        )
        for order in (1, 2)
    ]
    days = {"since": date(2026, 1, 5), "re_rate_on": date(2026, 7, 5)}
    Standing.objects.bulk_create(
        [
            Standing(person=one, code="stars", step=steps[0], outcome="first", because="-", by=by, at=now, **days)
            for one in centre.people
        ],
        batch_size=BATCH,
    )
    Outlook.objects.bulk_create(
        [
            Outlook(person=one, ladder=ladder, step=steps[1], verdict="one_step", lines=LINES, counted_on=TODAY)
            for one in centre.people
        ],
        batch_size=BATCH,
    )
